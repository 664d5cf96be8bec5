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
use serde::Deserialize;
use serde_json::value::RawValue;
use serenity::http::Route;
pub(super) use session::Sessions;
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
}

/// What takes the events.
pub(super) trait Events: Send + Sync + 'static {
    /// Takes an event, and does not wait for what comes of it.
    fn take(self: Arc<Self>, event: Event);
}

/// Where the gateway is, and which shards are ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gateway {
    url: String,
    /// Those that this process runs.
    pub(super) shards: Shards,
    /// Whether other processes run the others.
    shared: bool,
    /// Whether the operator has said which they are.
    named: bool,
    /// How many shards Discord recommends.
    pub(super) recommended: u32,
    at_once: u32,
    /// How many logins are left today, if Discord says so.
    pub(super) logins_left: Option<u32>,
    /// How long until we may log in again, if we may not now.
    pub(super) shut_for: Option<Duration>,
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
    /// Asks Discord, which recommends a number of shards for those whose operator has not said `which`
    /// of them this process runs.
    pub(super) async fn ask(
        sender: &Sender,
        patience: Duration,
        which: Option<&Shards>,
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
        let shards = which.cloned().unwrap_or_else(|| Shards::all(answer.shards));
        let shut = limit.remaining.is_some_and(|left| left < shards.count());
        if shards.total() < answer.shards {
            let (recommended, total) = (answer.shards, shards.total());
            tracing::warn!(recommended, total, "Discord recommends more shards than there are");
        }
        Ok(Self {
            logins_left: limit.remaining,
            shut_for: shut.then(|| Duration::from_millis(limit.reset_after)),
            url: answer.url.trim_end_matches('/').to_owned(),
            named: which.is_some(),
            shared: shards.count() < shards.total(),
            shards,
            recommended: answer.shards,
            at_once: limit.max_concurrency.unwrap_or(1).max(1),
        })
    }

    /// Keeps all shards alive until `stop`, or until that cannot be done.
    pub(super) async fn keep(
        &self,
        token: &str,
        events: Arc<dyn Events>,
        sessions: &Sessions,
        timings: Timings,
        metrics: &Metrics,
        stop: CancellationToken,
    ) -> Result<(), Refused> {
        metrics.shards(self.shards.numbers());
        let (total, every) = (self.shards.total(), timings.identify);
        let queue = match self.shared {
            true => IdentifyQueue::shared(self.at_once, every, total),
            false => IdentifyQueue::new(self.at_once, every),
        };
        let mut shards = JoinSet::new();
        for id in self.shards.numbers() {
            let shard = shard::ShardSupervisor {
                id: ShardId::new(id, total),
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
                Ok(Err(Refused::Shards)) if !self.named => return Err(Refused::Stale),
                Ok(Err(refused)) => return Err(refused),
                Err(error) => tracing::error!(?error, "the keeper of a shard failed"),
            }
        }
        Ok(())
    }
}
