//! Looks for a message of ours that may have gone out, by what its buttons carry: what Discord shows
//! of a message later holds no nonce.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use serenity::http::Route;

use super::super::ids;
use super::super::render::{self, Message};
use super::super::rest::Request;
use super::forum_posts::names;
use super::{Discord, address, mark};
use crate::command::{ChannelKind, Permission};
use crate::messages::{Card, deliveries};
use crate::outbox::{Obstacle, OutboxJob, PublishError, Published};
use domain::{Address, ChannelId, MessageId, ServerId};

/// Messages in a page of a channel's past.
const PAGE: usize = 100;
/// How many pages are looked through from each end.
const PAGES: usize = 20;
/// The outbox gives a job up after a day at most.
const JOB_LIVES: SignedDuration = SignedDuration::from_hours(25);
/// How far our clock and Discord's may differ.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// Discord counts the milliseconds in its numbers from the begin of 2015.
const EPOCH: i64 = 1_420_070_400_000;

impl Discord {
    /// Looks for a message of ours in a channel, a thread or a forum.
    pub(super) async fn posted(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        card: &Card,
    ) -> Result<Option<Published>, PublishError> {
        let kind = self.places.kind(place).await;
        let kind = self.judge(job.server, place, kind).await?;
        let ours = mark(job, Message::card(card, job.server).new_body(false));
        if kind == ChannelKind::Forum {
            return self.posted_in_forum(job, place, &names(card), &ours).await;
        }
        self.posted_in(job, place, &ours).await
    }

    /// Looks through a channel's messages since the job was made: from the oldest on, since it was
    /// most likely sent soon, and then from the newest back.
    pub(super) async fn posted_in(
        &self,
        job: &OutboxJob,
        place: ChannelId,
        ours: &Value,
    ) -> Result<Option<Published>, PublishError> {
        let mut from = Bound::After(first_since(job.made_at));
        let mut pages = 0;
        while pages < 2 * PAGES {
            let messages = self.messages(job.server, place, from).await?;
            if let Some(found) = messages.iter().find(|message| self.known(job, message, ours)) {
                return Ok(address(found).map(Published::Message));
            }
            pages += 1;
            let end = |message: Option<&Value>| message.and_then(|it| ids::of(&it["id"]));
            from = match (from, end(messages.first()), end(messages.last())) {
                (Bound::After(_), Some(newest), _) if messages.len() == PAGE && pages < PAGES => {
                    Bound::After(newest)
                }
                // Our clock may be ahead of Discord's, and then nothing is so young.
                (Bound::After(_), None, _) if pages == 1 => Bound::Before(i64::MAX),
                (Bound::After(_), ..) if pages < PAGES => return Ok(None),
                (Bound::After(_), ..) => Bound::Before(i64::MAX),
                (Bound::Before(_), _, Some(oldest))
                    if messages.len() == PAGE && !older(oldest, job.made_at) =>
                {
                    Bound::Before(oldest)
                }
                (Bound::Before(_), ..) => return Ok(None),
            };
        }
        Err(PublishError::Invalid(deliveries::too_much_to_search()))
    }

    /// Looks at the posts of a forum that have one of its names, also at those that rest already.
    async fn posted_in_forum(
        &self,
        job: &OutboxJob,
        forum: ChannelId,
        names: &[String],
        ours: &Value,
    ) -> Result<Option<Published>, PublishError> {
        let active = Route::GuildThreadsActive { guild_id: ids::guild(job.server) };
        let archived = Route::ChannelArchivedPublicThreads { channel_id: ids::channel(forum) };
        let parent = forum.to_string();
        for route in [active, archived] {
            let threads = self.sender.send(Request::get(route)).await;
            let threads = self.judge(job.server, forum, threads).await?;
            let posts = threads["threads"].as_array().into_iter().flatten();
            let named = |post: &Value| names.iter().any(|name| post["name"] == *name);
            for post in posts.filter(|post| post["parent_id"] == *parent && named(post)) {
                let Some(id) = ids::of(&post["id"]) else { continue };
                // The first message of a post has its number.
                let until = Bound::Before(id.saturating_add(1));
                let messages = self.messages(job.server, ChannelId(id), until).await?;
                if messages.iter().any(|first| self.known(job, first, ours)) {
                    let at = Address { place: ChannelId(id), message: MessageId(id) };
                    return Ok(Some(Published::Message(at)));
                }
            }
        }
        Ok(None)
    }

    /// A page of a channel's messages, the newest first.
    async fn messages(
        &self,
        server: ServerId,
        place: ChannelId,
        bound: Bound,
    ) -> Result<Vec<Value>, PublishError> {
        let route = Route::ChannelMessages { channel_id: ids::channel(place) };
        let mut query = vec![("limit", PAGE.to_string())];
        match bound {
            Bound::Before(i64::MAX) => {}
            Bound::Before(id) => query.push(("before", id.to_string())),
            Bound::After(id) => query.push(("after", id.to_string())),
        }
        let messages = self.sender.send(Request::get(route).query(&query)).await;
        let messages = match self.judge(server, place, messages).await? {
            Value::Array(messages) => messages,
            _ => Vec::new(),
        };
        if messages.is_empty() {
            self.needs_history(server, place).await?;
        }
        Ok(messages)
    }

    /// Who may not read a channel's past is shown an empty one.
    async fn needs_history(&self, server: ServerId, place: ChannelId) -> Result<(), PublishError> {
        self.places.forget(server, place);
        match self.places.standing(server, place).await {
            Ok(Some(standing)) if standing.missing.contains(&Permission::ReadMessageHistory) => {
                let missing = vec![Permission::ReadMessageHistory];
                Err(PublishError::Forbidden(Obstacle::Missing(missing)))
            }
            // A channel with one member alone is of no server.
            Ok(_) => Ok(()),
            Err(fault) => self.judge(server, place, Err(fault)).await,
        }
    }

    /// Whether a message is the job's: by its key, or by its looks if it has no button to carry it.
    fn known(&self, job: &OutboxJob, message: &Value, ours: &Value) -> bool {
        let marked = |body: &Value| {
            render::addresses(&body["components"]).iter().any(|press| job.marked(press))
        };
        let is_ours = ids::of(&message["author"]["id"]) == Some(self.me.0);
        is_ours
            && is_recent(message, job.made_at)
            && (message["nonce"] == job.key.as_str()
                || marked(message)
                || (!marked(ours) && alike(message, ours)))
    }
}

/// Whether a message can be a job's that was made then, even if our clock is far ahead of Discord's:
/// the same quote may have been posted on a day before.
fn is_recent(message: &Value, made_at: Timestamp) -> bool {
    // https://discord.com/developers/docs/reference#snowflakes
    let made = ids::of(&message["id"]).unwrap_or_default() >> 22;
    let before = made_at.as_millisecond() - (made + EPOCH);
    i128::from(before) < JOB_LIVES.as_millis()
}

/// Where a page of messages begins or ends.
#[derive(Clone, Copy)]
enum Bound {
    Before(i64),
    After(i64),
}

/// Whether a message stood before a job was made.
fn older(message: i64, made_at: Timestamp) -> bool {
    message < first_since(made_at)
}

/// The lowest number that a message can have that was sent since a job was made.
fn first_since(made_at: Timestamp) -> i64 {
    let since = made_at.saturating_sub(SKEW).unwrap_or(made_at);
    (since.as_millisecond() - EPOCH).max(0) << 22
}

/// Whether a message shows what we would send; it may be from before messages were of components.
fn alike(message: &Value, ours: &Value) -> bool {
    render::addresses(&message["components"]) == render::addresses(&ours["components"])
        && render::words(message) == render::words(ours)
}
