//! The picture of a card as a file of its message.

use super::super::rest::Upload;
use super::{Attached, Message, card};
use crate::messages::{Card, Picture};
use crate::picture;
use domain::ServerId;

impl Message {
    /// Shows a card of a server with its picture. One that cannot be drawn is left out: the card says
    /// the same in words.
    pub(in super::super) async fn drawn(card: &Card, server: ServerId) -> Self {
        let Some(picture) = &card.picture else { return Self::card(card, server) };
        match draw(picture.clone()).await {
            Some(bytes) => Self::with(card, server, vec![attached(picture, bytes)]),
            None => Self::card(card, server),
        }
    }
}

fn attached(picture: &Picture, bytes: Vec<u8>) -> Attached {
    let (name, description) = (picture.file.clone(), Some(picture.alt.clone()));
    Attached {
        shown: card::picture(&name, &picture.alt),
        file: Upload { name, bytes, description },
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
