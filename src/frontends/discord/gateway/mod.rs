//! The shards: each is kept alive by a task of its own.
//!
//! The protocol is spoken by `twilight-gateway`. serenity's gateway is not used: it hands over what
//! it could decode, and drops the fields of a form's labels in silence; nor can its session be kept.
//! When to connect again, after which pause, and when to ask anew where the gateway is, we decide
//! ourselves.

mod backoff;
mod connection;
mod identify_queue;
mod identify_slots;
mod pulse;
mod session;
mod shard;

use std::sync::Arc;
use std::time::Duration;

use identify_queue::IdentifyQueue;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serenity::http::Route;
pub(super) use session::{InHand, Inherited, Sessions};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use twilight_gateway::ShardId;

use super::rest::{ApiError, Request, Sender};
use crate::metrics::Metrics;
use domain::Shards;

/// How often we look after a shard. The default suits Discord; tests are in a hurry.
#[derive(Clone, Copy, Debug)]
pub struct Timings {
    /// After how much silence we ask for a sign of life.
    pub probe: Duration,
    /// How long we wait for it.
    pub patience: Duration,
    /// The time between two identifies that Discord asks for.
    pub identify: Duration,
    /// The longest pause between two failed starts.
    pub pause: Duration,
}

impl Default for Timings {
    fn default() -> Self {
        Self {
            probe: Duration::from_secs(10),
            patience: Duration::from_secs(5),
            identify: Duration::from_secs(5),
            pause: Duration::from_secs(120),
        }
    }
}

/// An event as the gateway brought it.
pub(super) struct Event {
    /// The shard that it came over.
    pub(super) shard: u32,
    /// What it is: `INTERACTION_CREATE`.
    pub(super) kind: String,
    /// Its data, as they came.
    pub(super) data: Option<Box<RawValue>>,
    /// Whether it came with what was missed between the process before and this one.
    pub(super) replayed: bool,
    /// To be dropped when the event is done, if it needs care.
    pub(super) in_hand: Option<InHand>,
}

/// What takes the events.
pub(super) trait Events: Send + Sync + 'static {
    /// Takes an event, and does not wait for what comes of it.
    fn take(self: Arc<Self>, event: Event);
}

/// Who connects.
#[derive(Clone, Copy)]
pub(super) struct Login<'a> {
    /// The bot's token.
    pub(super) token: &'a str,
    /// The shards that this process runs, if not all are its own.
    pub(super) ours: Option<&'a Shards>,
}

/// Where the gateway is, and how many shards there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gateway {
    url: String,
    pub(super) shards: u32,
    /// How many Discord recommends.
    pub(super) recommended: u32,
    at_once: u32,
    /// How many logins are left today, if Discord says so.
    #[serde(skip)]
    pub(super) logins_left: Option<u32>,
    /// How long until we may log in again, if we may not now.
    #[serde(skip)]
    pub(super) shut_for: Option<Duration>,
    /// Cancelled once Discord has said so. What the process before knew is enough to resume, but not
    /// to log in.
    #[serde(skip)]
    pub(super) confirmed: CancellationToken,
}

/// Why the shards cannot be kept alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// The gateway does not take the token.
    Token,
    /// It does not take the intents.
    Intents,
    /// There is no such shard, or there are too few for all the bot's servers, where the operator
    /// has said which there are.
    Shards,
    /// A shard fails again and again: the gateway may be elsewhere, or want another number of them.
    Stale,
}

#[derive(Deserialize)]
struct BotGateway {
    url: String,
    shards: u32,
    session_start_limit: StartLimit,
}

#[derive(Deserialize)]
struct StartLimit {
    #[serde(default)]
    remaining: Option<u32>,
    /// Milliseconds.
    #[serde(default)]
    reset_after: u64,
    #[serde(default)]
    max_concurrency: Option<u32>,
}

impl Gateway {
    /// Asks Discord. How many shards there are it decides, unless `ours` are some of another number.
    pub(super) async fn ask(
        sender: &Sender,
        patience: Duration,
        ours: Option<&Shards>,
    ) -> Result<Self, ApiError> {
        let body = sender.send(Request::get(Route::GatewayBot).within(patience)).await?;
        let answer: BotGateway =
            serde_json::from_value(body).map_err(|error| ApiError::Invalid(error.to_string()))?;
        let limit = answer.session_start_limit;
        if let Some(left @ 0..50) = limit.remaining {
            tracing::warn!(left, "few logins are left today");
        }
        if !answer.url.starts_with("wss://") && !answer.url.starts_with("ws://") {
            return Err(ApiError::Invalid("the gateway has no address".to_owned()));
        }
        // Discord withdraws the token of a bot that logs in more often than it may.
        let wanted = ours.map_or(answer.shards, Shards::count);
        let shut = limit.remaining.is_some_and(|left| left < wanted);
        let (recommended, shards) = (answer.shards, ours.map_or(answer.shards, Shards::total));
        if shards < recommended {
            tracing::warn!(shards, recommended, "Discord recommends more shards than there are");
        }
        let confirmed = CancellationToken::new();
        confirmed.cancel();
        Ok(Self {
            confirmed,
            logins_left: limit.remaining,
            shut_for: shut.then(|| Duration::from_millis(limit.reset_after)),
            url: answer.url.trim_end_matches('/').to_owned(),
            shards: shards.max(1),
            recommended,
            at_once: limit.max_concurrency.unwrap_or(1).max(1),
        })
    }

    /// Keeps our shards alive until `stop`, or until that cannot be done.
    pub(super) async fn keep(
        &self,
        Login { token, ours }: Login<'_>,
        events: Arc<dyn Events>,
        sessions: &Sessions,
        timings: Timings,
        metrics: &Metrics,
        stop: CancellationToken,
    ) -> Result<(), Refused> {
        let numbers = ours.cloned().unwrap_or_else(|| Shards::all(self.shards));
        metrics.shards(numbers.numbers());
        let queue = IdentifyQueue::new(self.at_once, timings.identify, self.confirmed.clone());
        let queue = match ours {
            Some(_) => queue.shared(self.shards),
            None => queue,
        };
        let mut shards = JoinSet::new();
        for id in numbers.numbers() {
            let shard = shard::ShardSupervisor {
                id: ShardId::new(id, self.shards),
                url: self.url.clone(),
                token: token.to_owned(),
                events: Arc::clone(&events),
                queue: queue.clone(),
                sessions: sessions.clone(),
                timings,
                metrics: metrics.clone(),
                stop: stop.clone(),
            };
            shards.spawn(shard.keep());
        }
        while let Some(ended) = shards.join_next().await {
            match ended {
                Ok(Ok(())) => {}
                Ok(Err(Refused::Shards)) if ours.is_none() => return Err(Refused::Stale),
                Ok(Err(refused)) => return Err(refused),
                Err(error) => tracing::error!(?error, "the keeper of a shard failed"),
            }
        }
        Ok(())
    }
}
