//! The picture of a card as a file of its message.

use serde_json::json;

use super::super::rest::Upload;
use super::Message;
use crate::messages::{Card, Picture};
use crate::picture;
use domain::ServerId;

impl Message {
    /// Shows a card of a server with its picture. One that cannot be drawn is left out: the card says
    /// the same in words.
    pub(in super::super) async fn drawn(card: &Card, server: ServerId) -> Self {
        let message = Self::card(card, server);
        let Some(picture) = &card.picture else { return message };
        match draw(picture.clone()).await {
            Some(bytes) => message.with(picture, bytes),
            None => message,
        }
    }

    fn with(mut self, picture: &Picture, bytes: Vec<u8>) -> Self {
        let embeds = self.embeds.as_array_mut().into_iter().flatten();
        if let Some(last) = embeds.last() {
            let url = format!("attachment://{}", picture.file);
            last["image"] = json!({"url": url, "description": picture.alt});
        }
        let (name, description) = (picture.file.clone(), Some(picture.alt.clone()));
        self.files.push(Upload { name, bytes, description });
        self
    }
}

/// Draws on a thread where it keeps nobody waiting.
async fn draw(picture: Picture) -> Option<Vec<u8>> {
    match tokio::task::spawn_blocking(move || picture::png(&picture)).await {
        Ok(Ok(bytes)) => Some(bytes),
        Ok(Err(error)) => {
            tracing::error!(%error, "a picture was not drawn");
            None
        }
        // The program is ending: what goes out after the next start has its picture.
        Err(error) if error.is_cancelled() => std::future::pending().await,
        Err(error) => {
            tracing::error!(%error, "drawing a picture panicked");
            None
        }
    }
}
