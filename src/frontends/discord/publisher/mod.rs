//! Carries parcels to Discord, and says what became of them.

mod find_published;
mod refusal;
mod tags;
mod threads;

use find_published::mark;
use refusal::code;
use serde_json::{Value, json};
use serenity::http::Route;

use super::ids;
use super::platform::Places;
use super::render::Message;
use super::rest::{ApiError, Request, Sender};
use crate::command::ChannelKind;
use crate::messages::Card;
use crate::messages::ui::thread_name;
use crate::outbox::{Deed, Outlet, Parcel, Receipt, Refusal};
use domain::{Address, ChannelId, MemberId, MessageId, ServerId};

/// The way out to Discord.
pub(super) struct Discord {
    pub(super) sender: Sender,
    pub(super) places: Places,
    pub(super) me: MemberId,
}

impl Outlet for Discord {
    async fn publish(&self, parcel: &Parcel) -> Result<Receipt, Refusal> {
        match &parcel.deed {
            Deed::Post { place, card } => self.post(parcel, *place, card).await,
            Deed::Edit { at, card } => self.edit(parcel.server, *at, card).await,
            Deed::Delete { at } => self.delete(parcel.server, *at).await,
            Deed::Thread { under, name } => self.thread(parcel.server, *under, name).await,
            Deed::Archive { place } => self.archive(parcel.server, *place).await,
            Deed::Tags { forum, names } => self.make_tags(parcel.server, *forum, names).await,
            Deed::Announce { at } => self.announce(parcel.server, *at).await,
            Deed::Direct { member, card } => self.direct(parcel, *member, card).await,
            Deed::Look { place } => self.look(parcel.server, *place).await,
        }
    }

    async fn find(&self, parcel: &Parcel) -> Result<Option<Receipt>, Refusal> {
        match &parcel.deed {
            Deed::Post { place, card } => self.posted(parcel, *place, card).await,
            Deed::Thread { under, .. } => {
                // A thread under a message has the message's number.
                let place = ChannelId(under.message.0);
                let known = self.places.kind(place).await;
                Ok(known.is_ok().then_some(Receipt::Thread(place)))
            }
            Deed::Direct { member, card } => {
                let place = self.alone_with(parcel.server, *member).await?;
                let ours = mark(parcel, Message::card(card, parcel.server).new_body(false));
                self.posted_in(parcel, place, &ours).await
            }
            // They can be done twice.
            Deed::Edit { .. }
            | Deed::Delete { .. }
            | Deed::Archive { .. }
            | Deed::Tags { .. }
            | Deed::Announce { .. }
            | Deed::Look { .. } => Ok(None),
        }
    }
}

impl Discord {
    async fn post(
        &self,
        parcel: &Parcel,
        place: ChannelId,
        card: &Card,
    ) -> Result<Receipt, Refusal> {
        let message = Message::card(card, parcel.server);
        if card.filed.is_none() {
            // Few of these go to a forum: to ask beforehand each time would halve our pace.
            let written = self.write(parcel, place, message.clone()).await;
            if !matches!(written, Err(Refusal::Invalid(_))) {
                return written;
            }
        }
        let kind = self.places.kind(place).await;
        if self.judge(parcel.server, place, kind).await? != ChannelKind::Forum {
            return self.write(parcel, place, message).await;
        }
        let body = json!({
            "name": title(card),
            "applied_tags": self.tags(parcel.server, place, card).await?,
            "message": mark(parcel, message.new_body(false)),
        });
        let channel_id = ids::channel(place);
        let call = Request::post(Route::ChannelThreads { channel_id }, body, false);
        self.sent(parcel, place, call.files(message.files)).await
    }

    /// A new message in a channel or thread.
    async fn write(
        &self,
        parcel: &Parcel,
        place: ChannelId,
        message: Message,
    ) -> Result<Receipt, Refusal> {
        let mut body = mark(parcel, message.new_body(false));
        body["nonce"] = json!(parcel.key);
        body["enforce_nonce"] = json!(true);
        let route = Route::ChannelMessages { channel_id: ids::channel(place) };
        // With the nonce, Discord takes a message once in a few minutes.
        let call = Request::post(route, body, true).files(message.files);
        self.sent(parcel, place, call).await
    }

    async fn sent(
        &self,
        parcel: &Parcel,
        place: ChannelId,
        call: Request<'_>,
    ) -> Result<Receipt, Refusal> {
        let sent = self.sender.send(call).await;
        if matches!(sent, Err(ApiError::Server(_) | ApiError::Lost(_))) {
            return Err(Refusal::Unsure);
        }
        let sent = self.judge(parcel.server, place, sent).await?;
        address(&sent).map(Receipt::Message).ok_or(Refusal::Unsure)
    }

    /// Sends a message of an announcement channel on to those who follow it.
    async fn announce(&self, server: ServerId, at: Address) -> Result<Receipt, Refusal> {
        let route = Route::ChannelMessageCrosspost {
            channel_id: ids::channel(at.place),
            message_id: ids::message(at.message),
        };
        let sent = self.sender.send(Request::post(route, json!({}), true)).await;
        if sent.as_ref().is_err_and(|fault| fault.code() == Some(code::CROSSPOSTED)) {
            return Ok(Receipt::Done);
        }
        self.judge(server, at.place, sent).await.map(|_| Receipt::Done)
    }

    async fn direct(
        &self,
        parcel: &Parcel,
        member: MemberId,
        card: &Card,
    ) -> Result<Receipt, Refusal> {
        let place = self.alone_with(parcel.server, member).await?;
        self.write(parcel, place, Message::card(card, parcel.server)).await
    }

    /// The channel that only a member and we see.
    async fn alone_with(&self, server: ServerId, member: MemberId) -> Result<ChannelId, Refusal> {
        let body = json!({"recipient_id": member.to_string()});
        let sent = self.sender.send(Request::post(Route::UserMeDmChannels, body, true)).await;
        let channel = self.judge(server, ChannelId(0), sent).await?;
        ids::of(&channel["id"]).map(ChannelId).ok_or(Refusal::Unsure)
    }

    async fn look(&self, server: ServerId, place: ChannelId) -> Result<Receipt, Refusal> {
        self.places.forget(server, place);
        let standing = self.places.standing(server, place).await;
        match self.judge(server, place, standing).await? {
            Some(standing) if standing.missing.is_empty() => Ok(Receipt::Done),
            Some(_) => Err(Refusal::Forbidden(self.lacking(server, place).await)),
            None => Err(Refusal::Gone),
        }
    }

    async fn edit(&self, server: ServerId, at: Address, card: &Card) -> Result<Receipt, Refusal> {
        let message = Message::card(card, server);
        let call = || Request::patch(route(at), message.edit_body()).files(message.files.clone());
        let sent = self.awake(server, at.place, call).await?;
        self.judge(server, at.place, sent).await.map(|_| Receipt::Message(at))
    }

    async fn delete(&self, server: ServerId, at: Address) -> Result<Receipt, Refusal> {
        let sent = self.awake(server, at.place, || Request::delete(route(at))).await?;
        if sent.as_ref().is_err_and(|fault| fault.status() == Some(404)) {
            return Ok(Receipt::Done);
        }
        self.judge(server, at.place, sent).await.map(|_| Receipt::Done)
    }
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

/// What a card is called as a post of a forum.
fn title(card: &Card) -> String {
    let filed = card.filed.as_ref().map(|filed| filed.name.as_str());
    named(filed.or(card.title.as_deref()).unwrap_or_default())
}

fn named(name: &str) -> String {
    let name = thread_name(name);
    if name.is_empty() { "A page of the book".to_owned() } else { name }
}
