//! Looks for a message of ours that may have gone out, and marks those that go out so that they are
//! found: what Discord shows of a message later holds no nonce, but its buttons it does.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use serenity::http::Route;

use super::super::ids;
use super::super::render::{self, Message};
use super::super::rest::Request;
use super::{Discord, address, title};
use crate::command::ChannelKind;
use crate::messages::Card;
use crate::outbox::{Parcel, Receipt, Refusal};
use domain::{Address, ChannelId, MessageId, ServerId};

/// Messages in a page of a channel's past.
const PAGE: usize = 100;
/// How many pages are looked through: more than a lively channel writes in the grace.
const PAGES: usize = 20;
/// The outbox gives a parcel up after a day at most.
const PARCEL_LIVES: SignedDuration = SignedDuration::from_hours(25);
/// How far our clock and Discord's may differ.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// Discord counts the milliseconds in its numbers from the begin of 2015.
const EPOCH: i64 = 1_420_070_400_000;

/// Puts a parcel's key on the buttons of its message.
pub(super) fn mark(parcel: &Parcel, mut body: Value) -> Value {
    let rows = body["components"].as_array_mut().into_iter().flatten();
    let parts = rows.flat_map(|row| row["components"].as_array_mut().into_iter().flatten());
    for part in parts {
        if let Some(press) = part["custom_id"].as_str() {
            part["custom_id"] = json!(parcel.mark(press));
        }
    }
    body
}

impl Discord {
    /// Looks for a message of ours in a channel, a thread or a forum.
    pub(super) async fn posted(
        &self,
        parcel: &Parcel,
        place: ChannelId,
        card: &Card,
    ) -> Result<Option<Receipt>, Refusal> {
        let kind = self.places.kind(place).await;
        let kind = self.judge(parcel.server, place, kind).await?;
        let ours = mark(parcel, Message::card(card, parcel.server).new_body(false));
        if kind == ChannelKind::Forum {
            return self.posted_in_forum(parcel, place, &title(card), &ours).await;
        }
        self.posted_in(parcel, place, &ours).await
    }

    /// Looks through a channel's past, back to when the parcel was made.
    pub(super) async fn posted_in(
        &self,
        parcel: &Parcel,
        place: ChannelId,
        ours: &Value,
    ) -> Result<Option<Receipt>, Refusal> {
        let mut before = None;
        for _ in 0..PAGES {
            let messages = self.messages(parcel.server, place, before).await?;
            if let Some(found) = messages.iter().find(|message| self.known(parcel, message, ours)) {
                return Ok(address(found).map(Receipt::Message));
            }
            let oldest = messages.last().and_then(|message| ids::of(&message["id"]));
            match oldest {
                Some(oldest) if messages.len() == PAGE && !older(oldest, parcel.made_at) => {
                    before = Some(oldest);
                }
                _ => return Ok(None),
            }
        }
        Err(Refusal::Invalid("There are too many messages after it to look through.".to_owned()))
    }

    /// Looks at the posts of a forum that have its name, also at those that rest already.
    async fn posted_in_forum(
        &self,
        parcel: &Parcel,
        forum: ChannelId,
        name: &str,
        ours: &Value,
    ) -> Result<Option<Receipt>, Refusal> {
        let active = Route::GuildThreadsActive { guild_id: ids::guild(parcel.server) };
        let archived = Route::ChannelArchivedPublicThreads { channel_id: ids::channel(forum) };
        let parent = forum.to_string();
        for route in [active, archived] {
            let threads = self.sender.send(Request::get(route)).await;
            let threads = self.judge(parcel.server, forum, threads).await?;
            let posts = threads["threads"].as_array().into_iter().flatten();
            for post in posts.filter(|post| post["parent_id"] == *parent && post["name"] == *name) {
                let Some(id) = ids::of(&post["id"]) else { continue };
                // The first message of a post has its number.
                let after = id.checked_add(1);
                let messages = self.messages(parcel.server, ChannelId(id), after).await?;
                if messages.iter().any(|first| self.known(parcel, first, ours)) {
                    let at = Address { place: ChannelId(id), message: MessageId(id) };
                    return Ok(Some(Receipt::Message(at)));
                }
            }
        }
        Ok(None)
    }

    /// A page of a channel's past, the newest first.
    async fn messages(
        &self,
        server: ServerId,
        place: ChannelId,
        before: Option<i64>,
    ) -> Result<Vec<Value>, Refusal> {
        let route = Route::ChannelMessages { channel_id: ids::channel(place) };
        let mut query = vec![("limit", PAGE.to_string())];
        query.extend(before.map(|before| ("before", before.to_string())));
        let messages = self.sender.send(Request::get(route).query(&query)).await;
        match self.judge(server, place, messages).await? {
            Value::Array(messages) => Ok(messages),
            _ => Ok(Vec::new()),
        }
    }

    /// Whether a message is the parcel's: by its key, or by its looks if it has no button to carry it.
    fn known(&self, parcel: &Parcel, message: &Value, ours: &Value) -> bool {
        let marked = |body: &Value| {
            render::addresses(&body["components"]).iter().any(|press| parcel.marked(press))
        };
        let is_ours = ids::of(&message["author"]["id"]) == Some(self.me.0);
        is_ours
            && is_recent(message)
            && (message["nonce"] == parcel.key.as_str()
                || marked(message)
                || (!marked(ours) && alike(message, ours)))
    }
}

/// Whether a message is as young as a parcel can be: the same quote may have been posted before.
fn is_recent(message: &Value) -> bool {
    // https://discord.com/developers/docs/reference#snowflakes
    let made = ids::of(&message["id"]).unwrap_or_default() >> 22;
    let age = Timestamp::now().as_millisecond() - (made + EPOCH);
    i128::from(age) < PARCEL_LIVES.as_millis()
}

/// Whether a message stood before a parcel was made.
fn older(message: i64, made_at: Timestamp) -> bool {
    let at = (message >> 22) + EPOCH;
    let since = made_at.saturating_sub(SKEW).unwrap_or(made_at);
    at < since.as_millisecond()
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
