//! Keeps one shard alive: starts serenity's runner, feels its pulse, starts the next when it ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rand::RngExt as _;
use serde_json::json;
use serenity::client::RawEventHandler;
use serenity::gateway::{
    ConnectionStage, GatewayError, Shard, ShardManager, ShardManagerOptions, ShardMessenger,
    ShardRunner, ShardRunnerInfo, ShardRunnerMessage, ShardRunnerOptions,
};
use serenity::http::HttpBuilder;
use serenity::model::gateway::{GatewayIntents, ShardInfo};
use serenity::model::id::ShardId;
use serenity::prelude::TypeMap;
use tokio::sync::{Mutex, RwLock};
use tokio_tungstenite::tungstenite::Message;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::health::{Care, Pulse, Sign};
use super::identify_queue::IdentifyQueue;
use super::keepalive::Keepalive;
use super::listener::Listener;
use super::{Refused, Timings};
use crate::metrics::Metrics;

/// The number of no shard.
const NOBODY: ShardId = ShardId(u32::MAX);
/// A close with this code leaves the session to be taken up again.
const COME_BACK: u16 = 4000;
/// A close with this code ends the session.
const GOOD_BYE: u16 = 1000;
/// serenity looks at what it is told at least this often.
const SERENITY_LOOKS: Duration = Duration::from_millis(600);
/// A shard that was up for so long starts again without a long pause.
const STEADY: Duration = Duration::from_secs(60);
/// After so many failures in a row we ask anew where the gateway is.
const TOO_OFTEN: u32 = 6;
/// No connection takes longer than this to be made.
const CONNECT: Duration = Duration::from_secs(10);

pub(super) struct ShardSupervisor {
    pub(super) id: u32,
    pub(super) total: u32,
    pub(super) url: String,
    pub(super) token: String,
    pub(super) handler: Arc<dyn RawEventHandler>,
    pub(super) gate: Arc<IdentifyQueue>,
    pub(super) poker: Arc<Keepalive>,
    pub(super) pace: Timings,
    pub(super) metrics: Metrics,
    pub(super) stop: CancellationToken,
}

/// A runner, and what it tells of itself.
struct Session {
    runner: ShardRunner,
    manager: Arc<ShardManager>,
    events: Arc<AtomicU64>,
}

/// Why a runner ended.
enum End {
    /// We are stopping.
    Stopped,
    /// The session is over; another may begin.
    Over,
    /// There is nothing to be had.
    Refused(Refused),
}

impl ShardSupervisor {
    /// Keeps the shard alive until we stop, or Discord refuses us.
    pub(super) async fn keep(self) -> Result<(), Refused> {
        let mut failures = 0;
        loop {
            let began = Instant::now();
            match self.live().await {
                End::Stopped => return Ok(()),
                End::Refused(refused) => return Err(refused),
                End::Over if self.stop.is_cancelled() => return Ok(()),
                End::Over if began.elapsed() >= STEADY => failures = 0,
                End::Over => failures += 1,
            }
            if failures >= TOO_OFTEN {
                return Err(Refused::Stale);
            }
            let pause = self.pause(failures);
            tracing::info!(shard = self.id, ?pause, "a session ended; the next begins");
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => return Ok(()),
            }
        }
    }

    /// A short pause after a first failure, twice as long after each further one.
    fn pause(&self, failures: u32) -> Duration {
        let spread = rand::rng().random_range(0.5..1.0);
        let pause = Duration::from_secs(1) * 2_u32.saturating_pow(failures.saturating_sub(1));
        pause.min(self.pace.pause).mul_f64(spread)
    }

    /// One session, from its first connection to its end.
    async fn live(&self) -> End {
        let started = tokio::select! {
            started = self.start() => started,
            () = self.stop.cancelled() => return End::Stopped,
        };
        let Some(Session { mut runner, manager, events }) = started else { return End::Over };
        self.metrics.session(self.id);
        let messenger = ShardMessenger::new(&runner);
        // In a task of its own: it can go round without letting others of its task run.
        let run = AbortOnDropHandle::new(tokio::spawn(async move { runner.run().await }));
        self.poker.add(self.id, &messenger);
        let end = tokio::select! {
            ended = run => match ended {
                Ok(Err(serenity::Error::Gateway(error))) => refusal(&error),
                Ok(Err(error)) => {
                    tracing::warn!(shard = self.id, %error, "a shard failed");
                    End::Over
                }
                Ok(Ok(())) => End::Over,
                Err(_) => {
                    tracing::error!(shard = self.id, "a shard panicked");
                    End::Over
                }
            },
            () = self.watch(&manager, &messenger, &events) => {
                tracing::warn!(shard = self.id, "a shard was deaf and is dropped");
                End::Over
            }
            () = self.stopped(&messenger) => End::Stopped,
        };
        self.poker.remove(self.id);
        self.metrics.shard(self.id, false);
        end
    }

    async fn start(&self) -> Option<Session> {
        self.gate.pass(self.id).await;
        let url = Arc::new(Mutex::new(self.url.clone()));
        // serenity has no other public way to make one.
        let info: ShardInfo = serde_json::from_value(json!([self.id, self.total])).ok()?;
        let shard = Shard::new(url, &self.token, info, INTENTS, None);
        match tokio::time::timeout(CONNECT, shard).await {
            Ok(Ok(shard)) => Some(self.runner(shard).await),
            Ok(Err(error)) => {
                tracing::warn!(shard = self.id, %error, "the gateway cannot be reached");
                None
            }
            Err(_) => {
                tracing::warn!(shard = self.id, "the gateway does not answer");
                None
            }
        }
    }

    /// A runner with a manager of its own, whose queue of starts is closed: it would start a second
    /// runner for our shard.
    async fn runner(&self, shard: Shard) -> Session {
        let data = Arc::new(RwLock::new(TypeMap::new()));
        // serenity asks nothing of the API by itself, and could not: it has no token for it.
        let http = Arc::new(HttpBuilder::new("").ratelimiter_disabled(true).build());
        let kept_by_queue = Arc::new(Mutex::new(String::new()));
        let (manager, _) = ShardManager::new(ShardManagerOptions {
            data: Arc::clone(&data),
            event_handlers: Vec::new(),
            raw_event_handlers: Vec::new(),
            shard_index: self.id,
            shard_init: 1,
            shard_total: self.total,
            ws_url: Arc::clone(&kept_by_queue),
            http: Arc::clone(&http),
            intents: INTENTS,
            presence: None,
        });
        let events = Arc::new(AtomicU64::new(0));
        let listener = Listener { events: Arc::clone(&events), handler: Arc::clone(&self.handler) };
        let runner = ShardRunner::new(ShardRunnerOptions {
            data,
            event_handlers: Vec::new(),
            raw_event_handlers: vec![Arc::new(listener)],
            manager: Arc::clone(&manager),
            shard,
            http,
        });
        // The queue closes once the manager has shut all its shards down; one that is nobody's is
        // reported as shut down beforehand, so that nothing is waited for.
        manager.runners.lock().await.insert(NOBODY, info_of(&runner));
        manager.shutdown_finished(NOBODY);
        manager.shutdown_all().await;
        while Arc::strong_count(&kept_by_queue) > 1 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        // A runner that wants to be started anew has its manager wait five seconds for its own end,
        // unless that was reported.
        manager.runners.lock().await.insert(ShardId(self.id), info_of(&runner));
        manager.shutdown_finished(ShardId(self.id));
        Session { runner, manager, events }
    }

    /// Ends when the shard is deaf.
    async fn watch(&self, manager: &ShardManager, messenger: &ShardMessenger, events: &AtomicU64) {
        let mut pulse = Pulse::new(self.pace, Instant::now());
        loop {
            tokio::time::sleep(self.pace.poke).await;
            let runners = manager.runners.lock().await;
            let Some(info) = runners.get(&ShardId(self.id)) else { return };
            let connected = info.stage == ConnectionStage::Connected;
            self.metrics.shard(self.id, connected);
            let events = events.load(Ordering::Relaxed);
            let sign = Sign { connected, latency: info.latency, events };
            drop(runners);
            match pulse.feel(sign, Instant::now()) {
                Care::Rest => self.poker.add(self.id, messenger),
                Care::Wait => {}
                Care::Probe => messenger.websocket_message(Message::text(HEARTBEAT)),
                Care::Reconnect => {
                    tracing::warn!(shard = self.id, "a shard gives no sign of life; reconnecting");
                    // A poke would find the connection closing, and end the session.
                    self.poker.remove(self.id);
                    messenger.send_to_shard(ShardRunnerMessage::Close(COME_BACK, None));
                }
                Care::Drop => return,
            }
        }
    }

    /// Ends when we stop and Discord has been told.
    async fn stopped(&self, messenger: &ShardMessenger) {
        self.stop.cancelled().await;
        self.poker.remove(self.id);
        // Not serenity's own shutdown, which spins when the connection is gone.
        messenger.send_to_shard(ShardRunnerMessage::Close(GOOD_BYE, None));
        tokio::time::sleep(SERENITY_LOOKS).await;
    }
}

fn info_of(runner: &ShardRunner) -> ShardRunnerInfo {
    let runner_tx = ShardMessenger::new(runner);
    ShardRunnerInfo { latency: None, runner_tx, stage: ConnectionStage::Handshake }
}

/// A heartbeat that tells nothing of what has been received.
const HEARTBEAT: &str = r#"{"op":1,"d":null}"#;

/// Interactions come without any intent.
const INTENTS: GatewayIntents = GatewayIntents::empty();

fn refusal(error: &GatewayError) -> End {
    match error {
        GatewayError::InvalidAuthentication => End::Refused(Refused::Token),
        GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents => {
            End::Refused(Refused::Intents)
        }
        error => {
            tracing::warn!(%error, "the gateway refused a shard");
            End::Over
        }
    }
}
