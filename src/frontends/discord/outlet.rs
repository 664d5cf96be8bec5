//! Carries parcels to Discord, and says what became of them.

use std::time::Duration;

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

/// How far back we look for a message whose receipt was lost.
const LOOK_BACK: &str = "100";
/// The outbox gives a parcel up after six hours.
const PARCEL_LIVES: jiff::SignedDuration = jiff::SignedDuration::from_hours(7);
/// The longest name of a thread.
const NAME: usize = 100;

/// Discord's codes, from its list of JSON error codes.
mod code {
    pub(super) const UNKNOWN_CHANNEL: u64 = 10003;
    pub(super) const UNKNOWN_GUILD: u64 = 10004;
    pub(super) const UNKNOWN_MESSAGE: u64 = 10008;
    pub(super) const CROSSPOSTED: u64 = 40033;
    pub(super) const NO_ACCESS: u64 = 50001;
    pub(super) const NO_PERMISSION: u64 = 50013;
    pub(super) const ARCHIVED: u64 = 50083;
    pub(super) const HAS_THREAD: u64 = 160_004;
    pub(super) const LOCKED: u64 = 160_005;
}

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
                let ours = Message::card(card, parcel.server).new_body(false);
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
        let channel_id = numbers::channel(place);
        let kind = self.places.kind(place).await;
        let kind = self.judge(parcel.server, place, kind).await?;
        let call = if kind == PlaceKind::Forum {
            let body = json!({"name": title(card), "message": message.new_body(false)});
            Call::post(Route::ChannelThreads { channel_id }, body, false)
        } else {
            return self.write(parcel, place, message).await;
        };
        self.sent(parcel, place, call.files(message.files)).await
    }

    /// A new message in a channel or thread.
    async fn write(
        &self,
        parcel: &Parcel,
        place: PlaceId,
        message: Message,
    ) -> Result<Receipt, Refusal> {
        let mut body = message.new_body(false);
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

    /// Looks for a message of ours that carries the parcel's key, or shows the same.
    async fn posted(
        &self,
        parcel: &Parcel,
        place: PlaceId,
        card: &Card,
    ) -> Result<Option<Receipt>, Refusal> {
        let kind = self.places.kind(place).await;
        let kind = self.judge(parcel.server, place, kind).await?;
        let ours = Message::card(card, parcel.server).new_body(false);
        if kind == PlaceKind::Forum {
            return self.posted_in_forum(parcel.server, place, &title(card), &ours).await;
        }
        self.posted_in(parcel, place, &ours).await
    }

    async fn posted_in(
        &self,
        parcel: &Parcel,
        place: PlaceId,
        ours: &Value,
    ) -> Result<Option<Receipt>, Refusal> {
        let messages = self.messages(parcel.server, place).await?;
        let found = messages.iter().find(|message| {
            self.is_ours(message)
                && is_recent(message)
                && (message["nonce"] == parcel.key.as_str() || alike(message, ours))
        });
        Ok(found.and_then(address).map(Receipt::Message))
    }

    async fn posted_in_forum(
        &self,
        server: ServerId,
        forum: PlaceId,
        name: &str,
        ours: &Value,
    ) -> Result<Option<Receipt>, Refusal> {
        let route = Route::GuildThreadsActive { guild_id: numbers::guild(server) };
        let active = self.sender.send(Call::get(route)).await;
        let active = self.judge(server, forum, active).await?;
        let parent = forum.to_string();
        let posts = active["threads"].as_array().into_iter().flatten();
        for post in posts.filter(|post| post["parent_id"] == *parent && post["name"] == *name) {
            let Some(id) = numbers::of(&post["id"]) else { continue };
            let messages = self.messages(server, PlaceId(id)).await?;
            let first = messages.iter().find(|message| message["id"] == post["id"]);
            if first.is_some_and(|first| self.is_ours(first) && alike(first, ours)) {
                let at = Address { place: PlaceId(id), message: MessageId(id) };
                return Ok(Some(Receipt::Message(at)));
            }
        }
        Ok(None)
    }

    async fn messages(&self, server: ServerId, place: PlaceId) -> Result<Vec<Value>, Refusal> {
        let route = Route::ChannelMessages { channel_id: numbers::channel(place) };
        let query = [("limit", LOOK_BACK.to_owned())];
        let messages = self.sender.send(Call::get(route).query(&query)).await;
        match self.judge(server, place, messages).await? {
            Value::Array(messages) => Ok(messages),
            _ => Ok(Vec::new()),
        }
    }

    fn is_ours(&self, message: &Value) -> bool {
        numbers::of(&message["author"]["id"]) == Some(self.me.0)
    }

    /// What a fault means for a parcel.
    async fn judge<T>(
        &self,
        server: ServerId,
        place: PlaceId,
        sent: Result<T, Fault>,
    ) -> Result<T, Refusal> {
        let fault = match sent {
            Ok(sent) => return Ok(sent),
            Err(fault) => fault,
        };
        Err(match (fault.status(), fault.code()) {
            (_, Some(code::NO_ACCESS | code::NO_PERMISSION)) => {
                Refusal::Forbidden(self.lacking(server, place).await)
            }
            (_, Some(code::LOCKED)) => {
                Refusal::Forbidden(format!("The thread <#{place}> is locked. Unlock it."))
            }
            (_, Some(code::UNKNOWN_CHANNEL | code::UNKNOWN_MESSAGE | code::UNKNOWN_GUILD)) => {
                Refusal::Gone
            }
            (Some(403), _) => Refusal::Forbidden(format!(
                "Discord does not let me do that in <#{place}>: {fault}."
            )),
            (Some(404), _) => Refusal::Gone,
            _ => match fault {
                Fault::Limited(pause) => Refusal::Later(pause),
                Fault::Lost(_) => Refusal::Unsure,
                Fault::Server(_) | Fault::Unreached(_) => Refusal::Later(Duration::from_secs(5)),
                Fault::Held | Fault::Unauthorized => Refusal::Later(Duration::from_secs(300)),
                Fault::Refused { .. } | Fault::Invalid(_) => Refusal::Invalid(fault.to_string()),
            },
        })
    }

    /// Says which permissions to give us in a place.
    async fn lacking(&self, server: ServerId, place: PlaceId) -> String {
        // What we knew of it was wrong.
        self.places.forget(server, place);
        let standing = self.places.standing(server, place).await;
        let missing = match standing {
            Ok(Some(standing)) if !standing.missing.is_empty() => standing.missing,
            Ok(_) => {
                return format!(
                    "Something in <#{place}> is forbidden to me. Look at its permissions."
                );
            }
            Err(_) => return format!("I cannot see <#{place}>. Give me View Channel there."),
        };
        let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
        format!("I may not post in <#{place}>. Give me there: {}.", names.join(", "))
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
    named(card.title.as_deref().unwrap_or_default())
}

fn named(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "A page of the book".to_owned() } else { render::cut(&name, NAME) }
}

/// Whether a message is as young as a parcel can be: the same quote may have been posted before.
fn is_recent(message: &Value) -> bool {
    // https://discord.com/developers/docs/reference#snowflakes
    let made = numbers::of(&message["id"]).unwrap_or_default() >> 22;
    let age = jiff::Timestamp::now().as_millisecond() - (made + 1_420_070_400_000);
    i128::from(age) < PARCEL_LIVES.as_millis()
}

/// Whether a message shows what we would send.
fn alike(message: &Value, ours: &Value) -> bool {
    let shown = |message: &Value| {
        let embeds = message["embeds"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        embeds
            .iter()
            .map(|embed| {
                (text(&embed["title"]), text(&embed["description"]), text(&embed["footer"]["text"]))
            })
            .collect::<Vec<_>>()
    };
    render::addresses(&message["components"]) == render::addresses(&ours["components"])
        && shown(message) == shown(ours)
}
