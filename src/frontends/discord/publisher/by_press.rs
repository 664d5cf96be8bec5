//! What goes out through the token of a press. Whatever Discord says to that, the bot's own token is
//! still there.

use std::time::Duration;

use serde_json::Value;
use serenity::http::Route;
use serenity::model::id::ApplicationId;

use super::super::interaction::InteractionHandle;
use super::super::render::Message;
use super::super::rest::{ApiError, Request};
use super::{Discord, mark};
use crate::messages::{Card, answer};
use crate::outbox::OutboxJob;
use domain::{Address, ChannelId};

/// How long it is tried this way: as long as one try with the bot's token may take, so that what
/// Discord is slow with is not overtaken by what comes after it.
const PATIENCE: Duration = Duration::from_secs(10);

impl Discord {
    /// Gives a message a new face, if a press on it has left a token; whether that is done.
    pub(super) async fn edit_by_press(&self, at: Address, message: &Message) -> bool {
        let Some(token) = self.presses.of_message(at).await else { return false };
        let route = Route::WebhookOriginalInteractionResponse {
            application_id: ApplicationId::new(token.application),
            token: &token.token,
        };
        let call = Request::patch(route, message.edit_body()).files(message.files.clone());
        let Err(fault) = self.sender.send(call.unsigned().within(PATIENCE)).await else {
            return true;
        };
        if matches!(fault, ApiError::Refused { .. }) {
            self.presses.forget_message(at, &token);
        }
        note(&token, &fault);
        false
    }

    /// Posts a member's answer beside what they have pressed. No other message is posted so: Discord
    /// shows with it whose press it was.
    ///
    /// `None` if it surely was not sent.
    pub(super) async fn post_by_press(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        card: &Card,
        message: &Message,
    ) -> Option<Result<Value, ApiError>> {
        let speaker = answer::speaker(card)?;
        let token = self.presses.of_speaker(place, speaker).await?;
        let route = Route::WebhookFollowupMessages {
            application_id: ApplicationId::new(token.application),
            token: &token.token,
        };
        // These take no nonce: one that may have been sent is looked for.
        let call = Request::post(route, mark(job, message.new_body(false)), false);
        let call = call.files(message.files.clone()).unsigned().within(PATIENCE);
        match self.sender.send(call).await {
            Ok(sent) => Some(Ok(sent)),
            Err(fault @ (ApiError::Lost(_) | ApiError::Server(_))) => Some(Err(fault)),
            Err(fault) => {
                if matches!(fault, ApiError::Refused { .. }) {
                    self.presses.forget_speaker(place, speaker, &token);
                }
                note(&token, &fault);
                None
            }
        }
    }
}

fn note(token: &InteractionHandle, fault: &ApiError) {
    tracing::info!(interaction = %token.id, %fault, "a press did not serve; the bot's token does");
}
