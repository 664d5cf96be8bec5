//! Requests that came while no process was there, or that the process before may have carried out
//! already: a resumed session replays them, and by HTTP a proxy or an eavesdropper may send one again.
//!
//! Discord knows whether a request is new, answered or too old, so it is acknowledged before
//! anything else is done. Whether it was carried out, the database knows.

use jiff::Timestamp;
use serde_json::{Value, json};
use serenity::http::Route;

use super::super::ids;
use super::super::interaction::{InteractionHandle, Received, RequestKind};
use super::super::render::Message;
use super::super::rest::{ALREADY_ANSWERED, ApiError, Request};
use super::send::{deferral, not_heard, original};
use super::words::TOO_LATE;
use super::{Confirmation, Open, Responder, address, audience};
use crate::command::{Audience, Context};
use crate::commands;
use crate::messages::{Card, discord};
use crate::store::{self, ServerTx};
use domain::{ChannelId, MemberId, RequestId};

/// The first millisecond of 2015, from which Discord's ids count.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// When Discord made an interaction: its id tells.
fn made(ticket: &InteractionHandle) -> Option<Timestamp> {
    let since = (ticket.id.get() >> 22).cast_signed();
    Timestamp::from_millisecond(EPOCH_MS + since).ok()
}

/// Whether a message was edited after that, both by Discord's clock.
fn edited_since(message: &Value, then: Timestamp) -> bool {
    let edited = message["edited_timestamp"].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    edited.is_some_and(|edited| edited > then)
}

/// Discord's flags of a message.
mod flag {
    pub(super) const EPHEMERAL: i64 = 1 << 6;
    /// "… is thinking"
    pub(super) const LOADING: i64 = 1 << 7;
}

impl Responder {
    /// Acknowledges a replayed request, and says how it is to be answered; `None` if there is
    /// nothing left to do for it.
    pub(in super::super) async fn take_up(&self, request: &Received) -> Option<Open> {
        let Received { ticket, context, ask, .. } = request;
        let mode = match ask {
            RequestKind::Command(line) => commands::Request::typed(line.clone()).reply_mode(),
            RequestKind::Press(line) => commands::Request::pressed(line.clone()).reply_mode(),
            // Who types has gone on.
            RequestKind::Complete { .. } => return None,
        };
        // A form cannot follow an acknowledgement, and nothing is changed before it is sent.
        if mode.form {
            return Some(Open::Fresh);
        }
        let interaction = ticket.id;
        let done = match self.has_carried_out(context.request).await {
            Ok(done) => done,
            Err(error) => {
                tracing::error!(?error, %interaction, "it is not known whether a request is done");
                return None;
            }
        };
        // That it is done is for the one who asked.
        let audience = if done { Audience::One } else { audience(mode, context) };
        let coming = deferral(audience);
        let open = match self.callback(ticket, coming, Vec::new(), Confirmation::Taken).await {
            Ok(_) => Some(Open::Deferred(audience)),
            Err(fault) if fault.code() == Some(ALREADY_ANSWERED) => {
                self.left_open(ticket, context, done).await
            }
            Err(fault) if fault.code() == Some(TOO_LATE) => {
                tracing::warn!(%interaction, done, "a request came too late to be answered");
                let texts = ask.texts();
                if !done && !texts.is_empty() {
                    self.give_back(context.member.id, &texts).await;
                }
                None
            }
            Err(fault) => {
                tracing::warn!(%interaction, %fault, "a request was not acknowledged");
                Some(not_heard(&fault, audience))
            }
        }?;
        if !done {
            return Some(open);
        }
        tracing::info!(%interaction, "a request was carried out already");
        self.tell_done(ticket, context, open).await;
        None
    }

    /// Whether a request was carried out already.
    pub(in super::super) async fn has_carried_out(
        &self,
        request: RequestId,
    ) -> store::Result<bool> {
        self.services.store().has_carried_out(request).await
    }

    /// How the process before has left an answer, if it has not given it.
    async fn left_open(
        &self,
        ticket: &InteractionHandle,
        context: &Context,
        done: bool,
    ) -> Option<Open> {
        let body = self.sender.send(Request::get(original(ticket)).unsigned()).await.ok()?;
        let flags = body["flags"].as_i64().unwrap_or_default();
        if flags & flag::LOADING != 0 {
            let alone = flags & flag::EPHEMERAL != 0;
            return Some(Open::Deferred(if alone { Audience::One } else { Audience::All }));
        }
        // A press that was acknowledged without a word: the message would have a new face by now.
        let pressed = context.pressed.is_some() && address(&body) == context.pressed;
        let unanswered = pressed && !done && !edited_since(&body, made(ticket)?);
        unanswered.then_some(Open::Deferred(Audience::Pressed))
    }

    /// Tells a member that what they asked for is done, though the answer was lost.
    async fn tell_done(&self, ticket: &InteractionHandle, context: &Context, open: Open) {
        // If the answer was to show something to all, it is posted now.
        let failed =
            async |tx: &mut ServerTx| tx.reply_failed(context.request, false, context.now).await;
        if let Err(error) = self.services.store().change(context.server, failed).await {
            tracing::error!(?error, "a card that was not shown is posted later");
        }
        let message = Message::card(&discord::carried_out(), context.server);
        if let Err(fault) =
            self.send(ticket, open, &message, Audience::One, Confirmation::None).await
        {
            tracing::warn!(interaction = %ticket.id, %fault, "a card was not sent");
        }
    }

    /// Gives a member back what they wrote, where nobody else reads it: Discord has told them that
    /// it failed, and takes no answer any more. It is not kept anywhere, since it may be what they
    /// would only say without a name.
    async fn give_back(&self, member: MemberId, texts: &[String]) {
        let card = discord::restarted(texts);
        if let Err(fault) = self.write_alone(member, &card).await {
            tracing::warn!(%fault, "a text could not be given back");
        }
    }

    async fn write_alone(&self, member: MemberId, card: &Card) -> Result<Value, ApiError> {
        let body = json!({"recipient_id": member.to_string()});
        let channel = self.sender.send(Request::post(Route::UserMeDmChannels, body, true)).await?;
        let place = ids::of(&channel["id"]).map(ChannelId);
        let place = place.ok_or_else(|| ApiError::Invalid("a channel has no id".to_owned()))?;
        let message = Message::card(card, domain::ServerId(0));
        let route = Route::ChannelMessages { channel_id: ids::channel(place) };
        let call = Request::post(route, message.new_body(false), false).files(message.files);
        self.sender.send(call).await
    }
}
