//! Looks for a message that may have gone out although its receipt was lost.

use serde_json::Value;
use serenity::http::Route;

use super::super::sender::Call;
use super::super::{numbers, render};
use super::{Discord, address, title};
use crate::commands::PlaceKind;
use crate::domain::{Address, MessageId, PlaceId, ServerId};
use crate::outbox::{Parcel, Receipt, Refusal};
use crate::reply::Card;

use super::super::render::Message;

/// How far back we look.
const LOOK_BACK: &str = "100";
/// The outbox gives a parcel up after six hours.
const PARCEL_LIVES: jiff::SignedDuration = jiff::SignedDuration::from_hours(7);

impl Discord {
    /// Looks for a message of ours that carries the parcel's key, or shows the same.
    pub(super) async fn posted(
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

    pub(super) async fn posted_in(
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
