//! Carries parcels to Discord, and says what became of them.

mod find;
mod refusal;

use find::mark;
use refusal::code;
use serde_json::{Value, json};
use serenity::http::Route;

use super::numbers;
use super::port::Places;
use super::render::{self, Message};
use super::sender::{Call, Fault, Sender};
use crate::commands::PlaceKind;
use crate::domain::{Address, MemberId, MessageId, PlaceId, ServerId};
use crate::outbox::{Deed, Outlet, Parcel, Receipt, Refusal};
use crate::reply::Card;

/// How many tags a post may have.
const TAGS: usize = 5;
/// The longest name of a thread.
const NAME: usize = 100;

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
                let place = PlaceId(under.message.0);
                let known = self.places.kind(place).await;
                Ok(known.is_ok().then_some(Receipt::Thread(place)))
            }
            Deed::Direct { member, card } => {
                let place = self.alone_with(parcel.server, *member).await?;
                let ours = mark(parcel, Message::card(card, parcel.server).new_body(false));
                self.posted_in(parcel, place, &ours).await
            }
            // They can be done twice.
            Deed::Edit { .. } | Deed::Delete { .. } | Deed::Announce { .. } | Deed::Look { .. } => {
                Ok(None)
            }
        }
    }
}

impl Discord {
    async fn post(&self, parcel: &Parcel, place: PlaceId, card: &Card) -> Result<Receipt, Refusal> {
        let message = Message::card(card, parcel.server);
        // Only what is filed goes to a forum: to ask for each other place would halve our pace.
        if card.filed.is_none() {
            return self.write(parcel, place, message).await;
        }
        let kind = self.places.kind(place).await;
        if self.judge(parcel.server, place, kind).await? != PlaceKind::Forum {
            return self.write(parcel, place, message).await;
        }
        let body = json!({
            "name": title(card),
            "applied_tags": self.tags(parcel.server, place, card).await?,
            "message": mark(parcel, message.new_body(false)),
        });
        let channel_id = numbers::channel(place);
        let call = Call::post(Route::ChannelThreads { channel_id }, body, false);
        self.sent(parcel, place, call.files(message.files)).await
    }

    /// The numbers of a forum's tags that fit a card.
    async fn tags(
        &self,
        server: ServerId,
        forum: PlaceId,
        card: &Card,
    ) -> Result<Vec<String>, Refusal> {
        let wanted = card.filed.as_ref().map_or(&[][..], |filed| filed.tags.as_slice());
        let (has, required) = self.places.tags(forum).await.unwrap_or_default();
        let same = |name: &String| {
            let tag = has.iter().find(|tag| tag.name.to_lowercase() == name.to_lowercase());
            tag.map(|tag| tag.id.clone())
        };
        let tags: Vec<String> = wanted.iter().filter_map(same).take(TAGS).collect();
        if required && tags.is_empty() {
            self.places.forget(server, forum);
            return Err(Refusal::Forbidden(format!(
                "That forum takes no post without a tag. Add one of these tags: {}.",
                wanted.join(", ")
            )));
        }
        Ok(tags)
    }

    /// A new message in a channel or thread.
    async fn write(
        &self,
        parcel: &Parcel,
        place: PlaceId,
        message: Message,
    ) -> Result<Receipt, Refusal> {
        let mut body = mark(parcel, message.new_body(false));
        body["nonce"] = json!(parcel.key);
        body["enforce_nonce"] = json!(true);
        let route = Route::ChannelMessages { channel_id: numbers::channel(place) };
        // With the nonce, Discord takes a message once in a few minutes.
        let call = Call::post(route, body, true).files(message.files);
        self.sent(parcel, place, call).await
    }

    async fn sent(
        &self,
        parcel: &Parcel,
        place: PlaceId,
        call: Call<'_>,
    ) -> Result<Receipt, Refusal> {
        let sent = self.sender.send(call).await;
        if matches!(sent, Err(Fault::Server(_) | Fault::Lost(_))) {
            return Err(Refusal::Unsure);
        }
        let sent = self.judge(parcel.server, place, sent).await?;
        address(&sent).map(Receipt::Message).ok_or(Refusal::Unsure)
    }

    /// Sends a message of an announcement channel on to those who follow it.
    async fn announce(&self, server: ServerId, at: Address) -> Result<Receipt, Refusal> {
        let route = Route::ChannelMessageCrosspost {
            channel_id: numbers::channel(at.place),
            message_id: numbers::message(at.message),
        };
        let sent = self.sender.send(Call::post(route, json!({}), true)).await;
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
    async fn alone_with(&self, server: ServerId, member: MemberId) -> Result<PlaceId, Refusal> {
        let body = json!({"recipient_id": member.to_string()});
        let sent = self.sender.send(Call::post(Route::UserMeDmChannels, body, true)).await;
        let channel = self.judge(server, PlaceId(0), sent).await?;
        numbers::of(&channel["id"]).map(PlaceId).ok_or(Refusal::Unsure)
    }

    async fn look(&self, server: ServerId, place: PlaceId) -> Result<Receipt, Refusal> {
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
        let call = || Call::patch(route(at), message.edit_body()).files(message.files.clone());
        let mut sent = self.sender.send(call()).await;
        if sent.as_ref().is_err_and(|fault| fault.code() == Some(code::ARCHIVED)) {
            self.unarchive(server, at.place).await?;
            sent = self.sender.send(call()).await;
        }
        self.judge(server, at.place, sent).await.map(|_| Receipt::Message(at))
    }

    async fn delete(&self, server: ServerId, at: Address) -> Result<Receipt, Refusal> {
        let sent = self.sender.send(Call::delete(route(at))).await;
        if sent.as_ref().is_err_and(|fault| fault.status() == Some(404)) {
            return Ok(Receipt::Done);
        }
        self.judge(server, at.place, sent).await.map(|_| Receipt::Done)
    }

    async fn thread(
        &self,
        server: ServerId,
        under: Address,
        name: &str,
    ) -> Result<Receipt, Refusal> {
        let route = Route::ChannelMessageThreads {
            channel_id: numbers::channel(under.place),
            message_id: numbers::message(under.message),
        };
        // A message has one thread, so a second try makes no second thread.
        let sent = self.sender.send(Call::post(route, json!({"name": named(name)}), true)).await;
        if sent.as_ref().is_err_and(|fault| fault.code() == Some(code::HAS_THREAD)) {
            return Ok(Receipt::Thread(PlaceId(under.message.0)));
        }
        let sent = self.judge(server, under.place, sent).await?;
        let thread = numbers::of(&sent["id"]).unwrap_or(under.message.0);
        Ok(Receipt::Thread(PlaceId(thread)))
    }

    async fn unarchive(&self, server: ServerId, thread: PlaceId) -> Result<(), Refusal> {
        let route = Route::Channel { channel_id: numbers::channel(thread) };
        let sent = self.sender.send(Call::patch(route, json!({"archived": false}))).await;
        self.judge(server, thread, sent).await.map(|_| ())
    }
}

fn route(at: Address) -> Route<'static> {
    Route::ChannelMessage {
        channel_id: numbers::channel(at.place),
        message_id: numbers::message(at.message),
    }
}

/// Where a new message stands, or the first message of a new post.
fn address(sent: &Value) -> Option<Address> {
    let id = MessageId(numbers::of(&sent["id"])?);
    // A post in a forum is a thread whose first message has its number.
    let place = numbers::of(&sent["channel_id"]).unwrap_or(id.0);
    Some(Address { place: PlaceId(place), message: id })
}

/// What a card is called as a post of a forum.
fn title(card: &Card) -> String {
    let filed = card.filed.as_ref().map(|filed| filed.name.as_str());
    named(filed.or(card.title.as_deref()).unwrap_or_default())
}

fn named(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "A page of the book".to_owned() } else { render::cut(&name, NAME) }
}
