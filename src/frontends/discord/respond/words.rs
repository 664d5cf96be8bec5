//! What we say when there is no answer of a command's to give.

use serde_json::json;

use super::super::interaction::InteractionHandle;
use super::super::publisher;
use super::super::render::Message;
use super::super::rest::{ALREADY_ANSWERED, ApiError};
use super::{Confirmation, Open, Responder};
use crate::command::{Audience, Context};
use crate::commands;
use crate::messages::{Card, Reply, discord, refusal};
use domain::ServerId;

/// Discord's code for an interaction that is over.
pub(super) const TOO_LATE: u64 = 10062;

impl Responder {
    /// Shows a card to the one who asked.
    pub(in super::super) async fn show(&self, ticket: &InteractionHandle, card: &Card) {
        self.show_after(ticket, Open::Fresh, card).await;
    }

    async fn show_after(&self, ticket: &InteractionHandle, open: Open, card: &Card) {
        let message = Message::card(card, ServerId(0));
        let wanted = Confirmation::None;
        if let Err(fault) = self.send(ticket, open, &message, Audience::One, wanted).await {
            tracing::warn!(interaction = %ticket.id, %fault, "a card was not sent");
        }
    }

    /// Offers nothing to complete an option.
    pub(in super::super) async fn suggest_nothing(&self, ticket: &InteractionHandle) {
        let body = json!({"type": 8, "data": {"choices": []}});
        let _ = self.callback(ticket, body, Vec::new(), Confirmation::None).await;
    }

    /// Says that something of ours broke, whatever was said before.
    pub(in super::super) async fn apologise(
        &self,
        ticket: &InteractionHandle,
        reference: &str,
        texts: &[String],
    ) {
        let Reply::Ephemeral(card) = refusal::failure(reference, texts) else { return };
        let message = Message::card(&card, ServerId(0));
        let wanted = Confirmation::None;
        let fresh = self.send(ticket, Open::Fresh, &message, Audience::One, wanted).await;
        if fresh.is_err() {
            let open = Open::Deferred(Audience::Pressed);
            let _ = self.send(ticket, open, &message, Audience::One, wanted).await;
        }
    }

    /// The answer did not arrive. What the member asked for is done all the same.
    pub(super) async fn undelivered(
        &self,
        ticket: &InteractionHandle,
        context: &Context,
        open: Open,
        fault: &ApiError,
    ) {
        let reference = commands::reference(context.seed);
        let interaction = ticket.id;
        if fault.code() == Some(TOO_LATE) {
            tracing::warn!(reference, %interaction, "an answer came too late");
            return;
        }
        if fault.code() == Some(ALREADY_ANSWERED) {
            tracing::info!(reference, %interaction, "it was answered already");
            return;
        }
        tracing::error!(reference, %interaction, %fault, "an answer was not sent");
        if let Some(filter) = publisher::filter(fault) {
            return self.show_after(ticket, open, &discord::filtered(filter)).await;
        }
        if fault.status() == Some(400) {
            self.apologise(ticket, &reference, &[]).await;
        }
    }
}
