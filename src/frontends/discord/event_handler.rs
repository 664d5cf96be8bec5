//! Takes in what the gateway brings: each interaction once, each in the care of a guard that
//! answers even if something panics, and all of them counted so that none is cut off at the end.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use rand::RngExt as _;
use serenity::async_trait;
use serenity::client::{Context, RawEventHandler};
use serenity::model::application::Interaction;
use serenity::model::event::Event;
use serenity::model::gateway::Ready;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use tracing::Instrument as _;

use super::interaction::{Arrival, InteractionHandle, Received, texts_of, unreadable};
use super::membership::Membership;
use super::ready::{AsBot, OnReady};
use super::respond::Responder;
use super::ttl_cache::Recent;
use crate::clock::Clock;
use crate::commands;
use crate::messages::discord;

/// How many interactions are remembered, and for how long: as long as their tokens live.
const REMEMBERED: usize = 20_000;
const TOKEN_LIVES: Duration = Duration::from_secs(15 * 60);

/// What the gateway brings comes in here.
pub(super) struct Intake {
    responder: Responder,
    membership: Arc<Membership>,
    clock: Clock,
    seen: Mutex<Recent<u64, ()>>,
    in_hand: TaskTracker,
    stopping: AtomicBool,
    application: watch::Sender<Option<u64>>,
    /// How many servers each shard has that is there; none once that was told.
    shards: Mutex<Option<HashMap<u32, usize>>>,
    on_ready: OnReady,
}

impl Intake {
    pub(super) fn new(
        responder: Responder,
        membership: Arc<Membership>,
        clock: Clock,
        on_ready: OnReady,
    ) -> Self {
        Self {
            responder,
            membership,
            clock,
            seen: Mutex::new(Recent::new(REMEMBERED, TOKEN_LIVES)),
            in_hand: TaskTracker::new(),
            stopping: AtomicBool::new(false),
            application: watch::Sender::new(None),
            shards: Mutex::new(Some(HashMap::new())),
            on_ready,
        }
    }

    /// Waits until a shard is ready, and hands back the application's number.
    pub(super) async fn ready(&self) -> u64 {
        let mut application = self.application.subscribe();
        loop {
            if let Some(application) = *application.borrow_and_update() {
                return application;
            }
            // Its sender lives as long as we do.
            let _ = application.changed().await;
        }
    }

    /// Takes no more in, and waits until what is in hand is done, but no longer than `patience`.
    pub(super) async fn finish(&self, patience: Duration) {
        self.stopping.store(true, Ordering::Relaxed);
        self.in_hand.close();
        let left = self.in_hand.len();
        tracing::info!(left, "stopping; what is in hand is finished first");
        if tokio::time::timeout(patience, self.in_hand.wait()).await.is_err() {
            tracing::warn!(left = self.in_hand.len(), "requests were cut off");
        }
    }

    async fn interaction(&self, interaction: Interaction) {
        let received = Instant::now();
        let kind = interaction.kind();
        let Some(request) =
            Received::read(interaction, Arrival { received, now: self.clock.now() })
        else {
            return;
        };
        if !self.first(&request.ticket) {
            tracing::info!(interaction = %request.ticket.id, ?kind, "it came in twice");
            return;
        }
        let (ticket, texts) = (request.ticket.clone(), request.ask.texts());
        if self.stopping.load(Ordering::Relaxed) {
            return self.responder.show(&ticket, &discord::restarting(&texts)).await;
        }
        let own = request.context.as_ref().and_then(|context| context.language);
        let own = own.unwrap_or_default();
        let seed = request.context.as_ref().map(|context| context.seed);
        let reference = commands::reference(seed.unwrap_or_else(|| rand::rng().random()));
        // Every line about it has the number that its member may be shown.
        let span = tracing::info_span!(
            "interaction",
            command = request.ask.name(),
            reference,
            interaction = %ticket.id,
        );
        let handled = async {
            let handle = async {
                if let Some(context) = &request.context {
                    self.membership.used_in(context.server).await;
                }
                self.responder.handle(request).await;
            };
            let handled = AssertUnwindSafe(handle).catch_unwind();
            if handled.await.is_err() {
                tracing::error!(reference, "an answer panicked");
                self.responder.apologise(&ticket, &reference, &texts).await;
            }
        };
        self.in_hand.track_future(own.scope(handled.instrument(span))).await;
    }

    /// Something that serenity could not read: it would go by without a word.
    async fn unreadable(&self, raw: &serde_json::Value) {
        let Some((ticket, kind)) = unreadable(raw, Instant::now()) else {
            tracing::error!("an interaction cannot be read, and not be answered");
            return;
        };
        if self.first(&ticket) {
            let part = raw["data"]["component_type"].as_u64();
            tracing::error!(interaction = %ticket.id, kind, part, "an interaction cannot be read");
            if kind == AUTOCOMPLETE {
                self.responder.suggest_nothing(&ticket).await;
            } else {
                let card = discord::unknown_request(&texts_of(&raw["data"]));
                self.responder.show(&ticket, &card).await;
            }
        }
    }

    /// Notes that a shard is there, and tells it once when all are.
    fn shard_ready(&self, shard: u32, ready: &Ready) {
        let mut waiting = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(shards) = waiting.as_mut() else { return };
        shards.insert(shard, ready.guilds.len());
        let all = ready.shard.map_or(1, |info| info.total);
        if shards.len() < usize::try_from(all).unwrap_or(usize::MAX) {
            return;
        }
        let servers = shards.values().sum();
        *waiting = None;
        drop(waiting);
        self.on_ready.call(&AsBot {
            application: ready.application.id.get(),
            name: ready.user.name.clone(),
            servers,
        });
    }

    fn first(&self, ticket: &InteractionHandle) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        !seen.put(ticket.id.get(), (), ticket.received)
    }
}

/// Discord's number for an interaction that completes an option.
const AUTOCOMPLETE: u64 = 4;

#[async_trait]
impl RawEventHandler for Intake {
    async fn raw_event(&self, context: Context, event: Event) {
        match event {
            Event::Ready(event) => {
                let servers = event.ready.guilds.len();
                tracing::info!(shard = context.shard_id.0, servers, "a shard is ready");
                self.application.send_replace(Some(event.ready.application.id.get()));
                self.shard_ready(context.shard_id.0, &event.ready);
            }
            Event::Resumed(_) => tracing::info!(shard = context.shard_id.0, "a shard resumed"),
            Event::InteractionCreate(event) => self.interaction(event.interaction).await,
            Event::Unknown(event) if event.kind == "INTERACTION_CREATE" => {
                self.unreadable(&event.value).await;
            }
            _ => {}
        }
    }
}
