//! Carries out a request and sees that its answer arrives, in time and to those it is meant for.
//!
//! Discord waits three seconds. An answer that takes longer is deferred, which fixes who sees it;
//! if the answer is then for others than was said, the deferred message goes away and the answer
//! follows as a message of its own.

mod press;
mod readable;
mod replayed;
mod send;
mod words;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use serde_json::Value;

use self::send::{original, response};
use super::interaction::{InteractionHandle, Received, RequestKind};
use super::platform::Places;
use super::press_tokens::PressTokens;
use super::render::{self, Message};
use super::rest::{ApiError, Request, Sender};
use super::{autocomplete, ids};
use crate::command::{Audience, Context, ReplyMode, Services, UserError};
use crate::commands::{self, Answered, Outcome};
use crate::messages::{Card, Reply, Subject, refusal};
use crate::metrics::CommandOutcome;
use crate::outbox;
use crate::store::{ServerTx, reply_key};
use domain::{Address, ChannelId, MessageId, ServerId};

/// A command that has taken so long is deferred.
const DEFER_AFTER: Duration = Duration::from_millis(1_800);
/// How long we try to get a deferred card out that the outbox would post in its place, and how long
/// to take a deferred message away.
const PATIENCE: Duration = Duration::from_secs(90);

/// Carries out requests.
pub(super) struct Responder {
    sender: Sender,
    services: Services,
    places: Places,
    presses: PressTokens,
}

/// What has been said of an answer so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// Nothing.
    Fresh,
    /// That it is coming, and who will see it.
    Deferred(Audience),
    /// The same, but nobody knows whether that has arrived.
    Doubtful(Audience),
}

/// That the pressed message is about to change.
const PRESSED: Open = Open::Deferred(Audience::Pressed);

/// What we have to hear of an answer. Of one in the response of an HTTP request we hear nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Confirmation {
    /// Nothing: nobody but its member waits for it.
    None,
    /// That Discord has it: something follows, or else stands in for it.
    Taken,
    /// And where the message went.
    Address,
}

impl Responder {
    pub(super) fn new(
        sender: Sender,
        services: Services,
        places: Places,
        presses: PressTokens,
    ) -> Self {
        Self { sender, services, places, presses }
    }

    /// Carries out a request and answers it.
    pub(super) async fn handle(&self, request: Received, open: Open) {
        let Received { ticket, context, ask, names, channels, form_fits, .. } = request;
        self.places.note(&channels);
        let name = ask.name();
        let asked = match ask {
            RequestKind::Command(line) => {
                commands::Request::typed(self.readable(&context, line, names).await)
            }
            RequestKind::Press(line) => {
                commands::Request::pressed(self.readable(&context, line, names).await)
            }
            RequestKind::Complete { name, option, typed } => {
                let choices =
                    autocomplete::choices(&name, &option, &typed, &context, &self.services).await;
                let body = response(8, render::choices(&choices));
                return self
                    .callback(&ticket, body, Vec::new(), Confirmation::None)
                    .await
                    .map_or_else(
                        |fault| tracing::debug!(%fault, "a completion was not sent"),
                        |_| (),
                    );
            }
        };
        let texts = asked.texts().to_vec();
        let press = self.pressed(&context);
        let (open, answered) = self.perform(&ticket, &context, asked, open).await;
        let Answered { reply, outcome } = answered;
        let reply = match reply {
            // No form can follow a form: one came back without what it was to bring.
            Reply::Form(_) if !form_fits => refusal::refusal(&UserError::StaleForm, name, &texts),
            reply => reply,
        };
        let open = self.acknowledge(&ticket, press.as_ref(), open, (&reply, outcome)).await;
        let updates = matches!(reply, Reply::Update(_)) || open == PRESSED;
        let arrived = Box::pin(self.deliver(&ticket, &context, open, reply)).await;
        // Those who pressed come first: what goes out by their token waits for their answer.
        if let Some(press) = press.filter(|_| arrived && updates) {
            press.reaches(&ticket);
        }
        let outcome = match outcome {
            Outcome::Failed => CommandOutcome::Failed,
            _ if !arrived => CommandOutcome::Undelivered,
            Outcome::Refused => CommandOutcome::Refused,
            Outcome::Done => CommandOutcome::Done,
        };
        let took = ticket.received.elapsed();
        self.sender.metrics().command(name, outcome, took);
        tracing::debug!(?outcome, ?took, "answered");
    }

    /// Runs a command; says that its answer is coming if that takes long.
    async fn perform(
        &self,
        ticket: &InteractionHandle,
        context: &Context,
        asked: commands::Request,
        open: Open,
    ) -> (Open, Answered) {
        let (reply_mode, texts) = (asked.reply_mode(), asked.texts().to_vec());
        let audience = audience(reply_mode, context);
        // Boxed, since the task of a request is moved about before it begins.
        let run = Box::pin(commands::answer(asked, context, &self.services));
        let run = AssertUnwindSafe(run).catch_unwind();
        let run = async { run.await.unwrap_or_else(|_| panicked(context, &texts)) };
        // A form cannot be deferred. One that comes too late for Discord loses nothing: nothing is
        // written before it is sent.
        if reply_mode.form || open != Open::Fresh {
            return (open, run.await);
        }
        let late = if reply_mode.slow { ticket.received } else { ticket.received + DEFER_AFTER };
        self.or_defer(ticket, audience, late, run).await
    }

    /// Sends the answer; says whether Discord has it.
    async fn deliver(
        &self,
        ticket: &InteractionHandle,
        context: &Context,
        mut open: Open,
        answer: Reply,
    ) -> bool {
        let server = context.server;
        let subject = match &answer {
            Reply::Public(card) | Reply::Update(card) => card.subject,
            _ => None,
        };
        let face = matches!(answer, Reply::Update(_)) && context.pressed.is_some();
        let sent = match (answer, open) {
            (Reply::Form(form), Open::Fresh) => {
                let body = response(9, render::modal(&form, server));
                self.callback(ticket, body, Vec::new(), Confirmation::None).await
            }
            (Reply::Form(_) | Reply::Choices(_), open) => {
                tracing::error!(interaction = %ticket.id, "a form or choices where none fit");
                let reference = commands::reference(context.seed);
                let Reply::Ephemeral(card) = refusal::failure(&reference, &[]) else {
                    return false;
                };
                let message = Message::card(&card, server);
                self.send(ticket, open, &message, Audience::One, Confirmation::None).await
            }
            (Reply::Update(card), _) if face => {
                let to = Audience::Pressed;
                let message = self.drawn(ticket, &mut open, &card, server, to).await;
                // What the outbox would post instead has to be known to have failed.
                let wanted = subject.map_or(Confirmation::None, |_| Confirmation::Taken);
                self.send(ticket, open, &message, to, wanted).await
            }
            (Reply::Public(card) | Reply::Update(card), _) => {
                let (card, to) = (marked(card, context), Audience::All);
                let message = self.drawn(ticket, &mut open, &card, server, to).await;
                let wanted = subject.map_or(Confirmation::None, |_| Confirmation::Address);
                self.send(ticket, open, &message, to, wanted).await
            }
            (Reply::Ephemeral(card), _) => {
                let to = Audience::One;
                let message = self.drawn(ticket, &mut open, &card, server, to).await;
                self.send(ticket, open, &message, Audience::One, Confirmation::None).await
            }
            (Reply::Document(document), open) => {
                let message = Message::document(&document, server);
                self.send(ticket, open, &message, Audience::One, Confirmation::None).await
            }
        };
        match sent {
            Ok(body) => {
                if let Some(subject) = subject {
                    let pressed = context.pressed.filter(|_| face);
                    self.remember(ticket, server, subject, pressed, &body).await;
                }
                true
            }
            Err(fault) => {
                self.undelivered(ticket, context, open, &fault).await;
                if subject.is_some() {
                    self.post_instead(context, &fault).await;
                }
                false
            }
        }
    }

    /// Has the outbox post what a reply was to show, if it keeps it.
    async fn post_instead(&self, context: &Context, fault: &ApiError) {
        // Discord's own refusal says that nothing was shown.
        let may_have_arrived = !matches!(fault, ApiError::Refused { .. });
        let failed = async |tx: &mut ServerTx| {
            tx.reply_failed(context.request, may_have_arrived, context.now).await
        };
        if let Err(error) = self.services.store().change(context.server, failed).await {
            tracing::error!(?error, "a card that was not shown is posted later");
        }
    }

    /// Remembers where the message went that shows a subject.
    async fn remember(
        &self,
        ticket: &InteractionHandle,
        server: ServerId,
        subject: Subject,
        pressed: Option<Address>,
        body: &Value,
    ) {
        let told = || address(&body["resource"]["message"]).or_else(|| address(body));
        let at = match pressed.or_else(told) {
            Some(at) => Some(at),
            None => {
                let call = Request::get(original(ticket)).unsigned();
                self.sender.send(call).await.ok().as_ref().and_then(address)
            }
        };
        let Some(at) = at else {
            tracing::warn!(%subject, "nobody knows where a message went; it will not be edited");
            return;
        };
        let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
        if let Err(error) = self.services.store().change(server, remember).await {
            tracing::error!(?error, %subject, "the address of a message was not kept");
        }
    }
}

/// Who sees the answer.
fn audience(mode: ReplyMode, context: &Context) -> Audience {
    match mode.audience {
        Audience::All if context.alone => Audience::One,
        Audience::Pressed if context.pressed.is_none() => Audience::One,
        audience => audience,
    }
}

/// A card whose buttons tell which request it is the reply to, so that it can be found again.
fn marked(mut card: Card, context: &Context) -> Card {
    if card.subject.is_some() {
        let key = reply_key(context.request);
        for press in card.presses_mut() {
            *press = outbox::mark(press, &key);
        }
    }
    card
}

fn address(message: &Value) -> Option<Address> {
    let place = ChannelId(ids::of(&message["channel_id"])?);
    Some(Address { place, message: MessageId(ids::of(&message["id"])?) })
}

fn panicked(context: &Context, texts: &[String]) -> Answered {
    let reference = commands::reference(context.seed);
    tracing::error!(reference, server = %context.server, "a command panicked");
    Answered { reply: refusal::failure(&reference, texts), outcome: Outcome::Failed }
}
