//! What we say to an interaction: the first answer, what takes the place of one that was put off, and
//! what follows.

use std::pin::pin;
use std::time::Instant;

use serde_json::{Value, json};
use serenity::http::Route;
use serenity::model::id::ApplicationId;

use super::super::interaction::InteractionHandle;
use super::super::posted::Outcome as Posted;
use super::super::render::{self, Message};
use super::super::rest::{ALREADY_ANSWERED, ApiError, Request, Upload};
use super::{Confirmation, DEFER_AFTER, Open, PATIENCE, Responder};
use crate::command::Audience;
use crate::messages::Card;
use domain::ServerId;

impl Responder {
    /// Says that an answer is coming.
    pub(super) async fn defer(&self, ticket: &InteractionHandle, audience: Audience) -> Open {
        match self.callback(ticket, deferral(audience), Vec::new(), Confirmation::Taken).await {
            Ok(_) => Open::Deferred(audience),
            Err(fault) => {
                tracing::warn!(interaction = %ticket.id, %fault, "an answer was not deferred");
                not_heard(&fault, audience)
            }
        }
    }

    /// Awaits what an answer needs; says that it is coming if it is not there by `late`.
    pub(super) async fn or_defer<T>(
        &self,
        ticket: &InteractionHandle,
        audience: Audience,
        late: Instant,
        work: impl Future<Output = T>,
    ) -> (Open, T) {
        let mut work = pin!(work);
        tokio::select! {
            biased;
            done = &mut work => return (Open::Fresh, done),
            () = tokio::time::sleep_until(late.into()) => {}
        }
        tokio::join!(self.defer(ticket, audience), work)
    }

    /// Draws a card for those it is for, which may take long as well.
    pub(super) async fn drawn(
        &self,
        ticket: &InteractionHandle,
        open: &mut Open,
        card: &Card,
        server: ServerId,
        to: Audience,
    ) -> Message {
        let drawing = Message::drawn(card, server);
        if *open != Open::Fresh {
            return drawing.await;
        }
        let message;
        (*open, message) = self.or_defer(ticket, to, ticket.received + DEFER_AFTER, drawing).await;
        message
    }

    /// Sends a message to those it is for.
    pub(super) async fn send(
        &self,
        ticket: &InteractionHandle,
        open: Open,
        message: &Message,
        to: Audience,
        wanted: Confirmation,
    ) -> Result<Value, ApiError> {
        let whisper = to == Audience::One;
        match open {
            Open::Fresh => {
                let (kind, data) = match to {
                    Audience::Pressed => (7, message.edit_body()),
                    _ => (4, message.new_body(whisper)),
                };
                self.callback(ticket, response(kind, data), message.files.clone(), wanted).await
            }
            Open::Doubtful(said) => {
                let fresh = Box::pin(self.send(ticket, Open::Fresh, message, to, wanted)).await;
                match &fresh {
                    Err(fault) if may_be_answered(fault) => {
                        let open = Open::Deferred(said);
                        Box::pin(self.send(ticket, open, message, to, wanted)).await
                    }
                    _ => fresh,
                }
            }
            Open::Deferred(said) if said == to => {
                let route = original(ticket);
                let call = Request::patch(route, message.edit_body()).files(message.files.clone());
                self.sender.send(late(call, ticket, wanted)).await
            }
            Open::Deferred(said) => {
                if said != Audience::Pressed {
                    // It would be seen by others than those whom the answer is for.
                    let gone = Request::delete(original(ticket)).unsigned().within(PATIENCE);
                    if let Err(fault) = self.sender.send(gone).await {
                        tracing::warn!(%fault, "a deferred message was not taken away");
                    }
                }
                let route = Route::WebhookFollowupMessages {
                    application_id: ApplicationId::new(ticket.application),
                    token: &ticket.token,
                };
                // To say it twice is better than not at all.
                let call = Request::post(route, message.new_body(whisper), true);
                self.sender.send(late(call.files(message.files.clone()), ticket, wanted)).await
            }
        }
    }

    /// The first answer to an interaction: the response itself if that is still waited for and nothing
    /// has to be heard of it.
    pub(super) async fn callback(
        &self,
        ticket: &InteractionHandle,
        body: Value,
        files: Vec<Upload>,
        wanted: Confirmation,
    ) -> Result<Value, ApiError> {
        let response = ticket.response.as_ref().filter(|_| !ticket.left().is_zero());
        if wanted == Confirmation::None
            && let Some(response) = response
            && response.answer(&body, &files)
        {
            return Ok(Value::Null);
        }
        let route = Route::InteractionResponse { interaction_id: ticket.id, token: &ticket.token };
        let query = [("with_response", "true".to_owned())];
        let query = if wanted == Confirmation::Address { &query[..] } else { &[] };
        let call = Request::answer(route, body, ticket.left()).query(query).files(files);
        let sent = self.sender.send(call).await;
        // What Discord has refused leaves the response free for other words.
        if let Some(response) = response
            && !matches!(sent, Err(ApiError::Refused { .. }))
        {
            response.end(Posted::Elsewhere);
        }
        sent
    }
}

/// What was said of an answer, if it was to be said that it is coming and this came of it.
pub(super) fn not_heard(fault: &ApiError, audience: Audience) -> Open {
    if may_be_answered(fault) { Open::Doubtful(audience) } else { Open::Fresh }
}

/// Whether the first answer may have arrived that seems to have failed, or one before it.
fn may_be_answered(fault: &ApiError) -> bool {
    fault.code() == Some(ALREADY_ANSWERED) || !matches!(fault, ApiError::Refused { .. })
}

/// The first answer to an interaction that says that another is coming.
pub(super) fn deferral(audience: Audience) -> Value {
    match audience {
        Audience::All => json!({"type": 5}),
        Audience::One => json!({"type": 5, "data": {"flags": 1 << 6}}),
        Audience::Pressed => json!({"type": 6}),
    }
}

/// An answer of one of Discord's types.
pub(super) fn response(kind: u8, data: Value) -> Value {
    render::object([("type", json!(kind)), ("data", data)])
}

/// An answer that was said to be coming. What nothing else stands in for is tried for as long as
/// Discord takes it.
fn late<'a>(call: Request<'a>, ticket: &InteractionHandle, wanted: Confirmation) -> Request<'a> {
    match wanted == Confirmation::Address {
        true => call.unsigned().within(PATIENCE),
        false => call.unsigned().within(ticket.left_once_deferred()).persistent(),
    }
}

pub(super) fn original(ticket: &InteractionHandle) -> Route<'_> {
    Route::WebhookOriginalInteractionResponse {
        application_id: ApplicationId::new(ticket.application),
        token: &ticket.token,
    }
}
