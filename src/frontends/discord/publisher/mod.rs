//! Carries jobs to Discord, and says what became of them.

mod by_press;
mod count;
mod events;
mod find_published;
mod forum_posts;
mod pins;
mod refusal;
mod tags;
mod threads;

use refusal::code;
pub(super) use refusal::filter;
use serde_json::{Value, json};
use serenity::http::Route;

use super::ids;
use super::platform::Places;
use super::press_tokens::PressTokens;
use super::render::{Message, readdress, without_turns};
use super::rest::{ApiError, Request, Sender};
use crate::command::ChannelKind;
use crate::messages::ui::thread_name;
use crate::messages::{Card, Effect, deliveries};
use crate::outbox::{JobOutcome, OutboxJob, PublishError, Published, Publisher};
use domain::{Address, ChannelId, MemberId, MessageId, ServerId};

/// The way out to Discord.
pub(super) struct Discord {
    pub(super) sender: Sender,
    pub(super) places: Places,
    pub(super) presses: PressTokens,
    pub(super) me: MemberId,
}

impl Publisher for Discord {
    async fn publish(&self, job: &OutboxJob) -> Result<Published, PublishError> {
        match &job.effect {
            Effect::Post { place, card } | Effect::Notice { place: Some(place), card, .. } => {
                self.post(job, *place, card).await
            }
            Effect::Beside { card, .. } | Effect::Remind { card, .. } => {
                self.post(job, job.known_target()?.place, card).await
            }
            Effect::Event { event } => self.schedule(job, event).await,
            Effect::Edit { card } => self.edit(job.server, job.known_target()?, card).await,
            Effect::Delete { .. } => self.delete(job.server, job.known_target()?).await,
            Effect::Face { at, card } => self.edit(job.server, *at, card).await,
            Effect::Thread { under, name, .. } => self.thread(job.server, *under, name).await,
            Effect::Archive { .. } => self.archive(job.server, job.known_target()?.place).await,
            Effect::Pin { .. } => self.pin(job, job.known_target()?).await,
            Effect::Tags { forum, names } => self.make_tags(job.server, *forum, names).await,
            Effect::Announce { at } => self.announce(job.server, *at).await,
            Effect::Notice { place: None, member, card } => self.direct(job, *member, card).await,
            Effect::Look { place } => self.look(job.server, *place).await,
        }
    }

    async fn find_published(&self, job: &OutboxJob) -> Result<Option<Published>, PublishError> {
        match &job.effect {
            Effect::Post { place, card } | Effect::Notice { place: Some(place), card, .. } => {
                self.posted(job, *place, card).await
            }
            Effect::Beside { card, .. } | Effect::Remind { card, .. } => {
                self.posted(job, job.known_target()?.place, card).await
            }
            Effect::Thread { under, .. } => {
                // A thread under a message has the message's number.
                let place = ChannelId(under.message.0);
                let known = self.places.kind(place).await;
                Ok(known.is_ok().then_some(Published::Thread(place)))
            }
            Effect::Notice { place: None, member, card } => {
                let place = self.alone_with(job.server, *member).await?;
                let ours = mark(job, Message::card(card, job.server).new_body(false));
                self.posted_in(job, place, &ours).await
            }
            // They can be done twice, or look themselves before they are.
            Effect::Edit { .. }
            | Effect::Event { .. }
            | Effect::Face { .. }
            | Effect::Delete { .. }
            | Effect::Archive { .. }
            | Effect::Pin { .. }
            | Effect::Tags { .. }
            | Effect::Announce { .. }
            | Effect::Look { .. } => Ok(None),
        }
    }

    fn confirmed(&self, job: &OutboxJob, outcome: &JobOutcome) {
        count::job(self.sender.metrics(), job, outcome);
    }
}

impl Discord {
    async fn post(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        card: &Card,
    ) -> Result<Published, PublishError> {
        let message = Message::drawn(card, job.server).await;
        if card.filed.is_none() {
            // Few of these go to a forum: to ask beforehand each time would halve our pace.
            let sent = self.show(job, place, card, message.clone()).await;
            if !sent.as_ref().is_err_and(is_no_text_channel) {
                return self.made(job, place, sent).await;
            }
        }
        let kind = self.places.kind(place).await;
        if self.judge(job.server, place, kind).await? == ChannelKind::Forum {
            return self.post_in_forum(job, place, card, message).await;
        }
        let sent = self.show(job, place, card, message).await;
        self.made(job, place, sent).await
    }

    /// A new message with a card. Where we may attach no files it goes without its picture: the card
    /// says the same in words.
    async fn show(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        card: &Card,
        message: Message,
    ) -> Result<Value, ApiError> {
        if let Some(sent) = self.post_by_press(job, place, card, &message).await {
            return sent;
        }
        let sent = self.write(job, place, message).await;
        let refused = sent.as_ref().is_err_and(|fault| fault.code() == Some(code::NO_PERMISSION));
        if refused && card.picture.is_some() {
            return self.write(job, place, Message::card(card, job.server)).await;
        }
        sent
    }

    /// A new message in a channel or thread.
    async fn write(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        message: Message,
    ) -> Result<Value, ApiError> {
        let mut body = mark(job, message.new_body(false));
        body["nonce"] = json!(job.key);
        body["enforce_nonce"] = json!(true);
        let route = Route::ChannelMessages { channel_id: ids::channel(place) };
        // With the nonce, Discord takes a message once in a few minutes.
        self.sender.send(Request::post(route, body, true).files(message.files)).await
    }

    /// What came of a new message or post.
    async fn made(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        sent: Result<Value, ApiError>,
    ) -> Result<Published, PublishError> {
        if matches!(sent, Err(ApiError::Server(_) | ApiError::Lost(_))) {
            return Err(PublishError::Unknown);
        }
        let sent = self.judge(job.server, place, sent).await?;
        address(&sent).map(Published::Message).ok_or(PublishError::Unknown)
    }

    /// Sends a message of an announcement channel on to those who follow it.
    async fn announce(&self, server: ServerId, at: Address) -> Result<Published, PublishError> {
        let route = Route::ChannelMessageCrosspost {
            channel_id: ids::channel(at.place),
            message_id: ids::message(at.message),
        };
        let sent = self.sender.send(Request::post(route, json!({}), true)).await;
        if sent.as_ref().is_err_and(|fault| fault.code() == Some(code::CROSSPOSTED)) {
            return Ok(Published::Done);
        }
        self.judge(server, at.place, sent).await.map(|_| Published::Done)
    }

    async fn direct(
        &self,
        job: &OutboxJob,
        member: MemberId,
        card: &Card,
    ) -> Result<Published, PublishError> {
        let place = self.alone_with(job.server, member).await?;
        let message = Message::drawn(card, job.server).await;
        let sent = self.write(job, place, message).await;
        self.made(job, place, sent).await
    }

    /// The channel that only a member and we see.
    async fn alone_with(
        &self,
        server: ServerId,
        member: MemberId,
    ) -> Result<ChannelId, PublishError> {
        let body = json!({"recipient_id": member.to_string()});
        let sent = self.sender.send(Request::post(Route::UserMeDmChannels, body, true)).await;
        let channel = self.judge(server, ChannelId(0), sent).await?;
        ids::of(&channel["id"]).map(ChannelId).ok_or(PublishError::Unknown)
    }

    async fn look(&self, server: ServerId, place: ChannelId) -> Result<Published, PublishError> {
        self.places.forget(server, place);
        let standing = self.places.standing(server, place).await;
        match self.judge(server, place, standing).await? {
            Some(standing) if standing.missing.is_empty() => Ok(Published::Done),
            Some(_) => Err(PublishError::Forbidden(self.lacking(server, place).await)),
            None => Err(PublishError::NotFound),
        }
    }

    async fn edit(
        &self,
        server: ServerId,
        at: Address,
        card: &Card,
    ) -> Result<Published, PublishError> {
        let message = Message::drawn(card, server).await;
        if self.edit_by_press(at, &message).await {
            return Ok(Published::Message(at));
        }
        let call = || Request::patch(route(at), message.edit_body()).files(message.files.clone());
        let sent = self.awake(server, at.place, call).await?;
        self.judge(server, at.place, sent).await.map(|_| Published::Message(at))
    }

    async fn delete(&self, server: ServerId, at: Address) -> Result<Published, PublishError> {
        let sent = self.awake(server, at.place, || Request::delete(route(at))).await?;
        if sent.as_ref().is_err_and(|fault| fault.status() == Some(404)) {
            return Ok(Published::Done);
        }
        self.judge(server, at.place, sent).await.map(|_| Published::Done)
    }
}

/// Puts a job's key on the controls of its message, so that it is found again.
fn mark(job: &OutboxJob, mut body: Value) -> Value {
    readdress(&mut body["components"], &|press| job.mark(press));
    body
}

fn route(at: Address) -> Route<'static> {
    Route::ChannelMessage {
        channel_id: ids::channel(at.place),
        message_id: ids::message(at.message),
    }
}

/// Where a new message stands, or the first message of a new post.
fn address(sent: &Value) -> Option<Address> {
    let id = MessageId(ids::of(&sent["id"])?);
    // A post in a forum is a thread whose first message has its number.
    let place = ids::of(&sent["channel_id"]).unwrap_or(id.0);
    Some(Address { place: ChannelId(place), message: id })
}

/// Whether a place takes no messages of its own: it may be a forum.
fn is_no_text_channel(fault: &ApiError) -> bool {
    matches!(fault.code(), Some(code::FORUM | code::NOT_A_TEXT_CHANNEL))
}

fn named(name: &str) -> String {
    let name = thread_name(&without_turns(name));
    if name.is_empty() { deliveries::untitled() } else { name }
}
