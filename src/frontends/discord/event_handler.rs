//! Takes in what the gateway brings, or Discord posts: each interaction once, each in the care of a guard that
//! answers even if something panics, and all of them counted so that none is cut off at the end.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use tracing::Instrument as _;

use super::gateway::{Event, Events};
use super::interaction::{Arrival, InteractionHandle, Received, RequestKind, Unreadable};
use super::membership::Membership;
use super::posted::{Outcome, PendingResponse, Signed};
use super::ready::{AsBot, OnReady};
use super::respond::Responder;
use super::seen::Seen;
use crate::clock::Clock;
use crate::commands;
use crate::messages::discord;
use domain::Shards;

/// How many interactions are remembered, and for how long: as long as their tokens live.
const REMEMBERED: usize = 20_000;
const TOKEN_LIVES: Duration = Duration::from_secs(15 * 60);

/// What Discord brings comes in here.
pub(super) struct Intake {
    responder: Responder,
    membership: Arc<Membership>,
    clock: Clock,
    seen: Mutex<Seen>,
    in_hand: TaskTracker,
    stopping: AtomicBool,
    application: watch::Sender<Option<u64>>,
    /// The shards that are ours, if not all are.
    ours: Option<Shards>,
    /// How many servers each shard has that is there; none once that was told.
    shards: Mutex<Option<HashMap<u32, usize>>>,
    on_ready: OnReady,
}

impl Intake {
    pub(super) fn new(
        responder: Responder,
        membership: Arc<Membership>,
        ours: Option<Shards>,
        clock: Clock,
        on_ready: OnReady,
    ) -> Self {
        Self {
            responder,
            membership,
            clock,
            seen: Mutex::new(Seen::new(REMEMBERED, TOKEN_LIVES)),
            in_hand: TaskTracker::new(),
            stopping: AtomicBool::new(false),
            application: watch::Sender::new(None),
            ours,
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

    /// We are there as this bot: no shard will tell.
    pub(super) fn opened(&self, as_bot: &AsBot) {
        self.application.send_replace(Some(as_bot.application));
        self.on_ready.call(as_bot);
    }

    /// Takes an interaction that Discord posted, in a task of its own: it is carried out to its end also
    /// if the connection is lost meanwhile.
    pub(super) fn take_posted(
        self: Arc<Self>,
        signed: Signed,
        received: Instant,
        response: PendingResponse,
    ) {
        tokio::spawn(async move {
            match signed.text() {
                Some(json) => {
                    let posted = Posted { signed_at: signed.at, response };
                    self.interaction(json, received, Some(posted)).await;
                }
                None => response.end(Outcome::Unreadable),
            }
        });
    }

    async fn interaction(&self, json: &str, received: Instant, posted: Option<Posted>) {
        let arrival = Arrival { received, now: self.clock.now() };
        let mut request = match Received::read(json, arrival) {
            Ok(request) => request,
            Err(unreadable) => return self.unreadable(unreadable, posted).await,
        };
        if !self.first(&mut request.ticket, posted) {
            let (interaction, command) = (request.ticket.id, request.ask.name());
            tracing::info!(%interaction, command, "it came in twice");
            return;
        }
        let (ticket, texts) = (request.ticket.clone(), request.ask.texts());
        let (language, server) = (request.language, request.context.server);
        if self.ours.as_ref().is_some_and(|ours| !ours.have(server)) {
            tracing::info!(%server, "what is in the file of another process was asked for");
            if matches!(request.ask, RequestKind::Complete { .. }) {
                return self.responder.suggest_nothing(&ticket).await;
            }
            // Usually somebody who has the bot for themselves, in a server that has not.
            let card = language.sync_scope(|| match server.is_a_members() {
                true => discord::elsewhere(&texts),
                false => discord::restarting(&texts),
            });
            return language.scope(self.responder.show(&ticket, &card)).await;
        }
        if self.stopping.load(Ordering::Relaxed) {
            let card = language.sync_scope(|| discord::restarting(&texts));
            return language.scope(self.responder.show(&ticket, &card)).await;
        }
        let reference = commands::reference(request.context.seed);
        // Every line about it has the number that its member may be shown.
        let span = tracing::info_span!(
            "interaction",
            command = request.ask.name(),
            reference,
            interaction = %ticket.id,
        );
        let handled = async {
            let handle = async {
                let server = request.context.server;
                if !server.is_a_members() {
                    self.membership.used_in(server).await;
                }
                self.responder.handle(request).await;
            };
            let handled = AssertUnwindSafe(handle).catch_unwind();
            if handled.await.is_err() {
                tracing::error!(reference, "an answer panicked");
                self.responder.apologise(&ticket, &reference, &texts).await;
            }
        };
        self.in_hand.track_future(language.scope(handled.instrument(span))).await;
    }

    /// One that we cannot read is answered all the same.
    async fn unreadable(&self, mut unreadable: Box<Unreadable>, posted: Option<Posted>) {
        let (kind, part) = (unreadable.kind, unreadable.part);
        if let Some(posted) = posted.as_ref().filter(|_| unreadable.is_ping()) {
            return posted.response.end(Outcome::Pong);
        }
        let Some(mut ticket) = unreadable.ticket.take() else {
            tracing::error!(kind, "an interaction cannot be read, and not be answered");
            if let Some(posted) = posted {
                posted.response.end(Outcome::Unreadable);
            }
            return;
        };
        if !self.first(&mut ticket, posted) {
            return;
        }
        let ticket = &ticket;
        tracing::error!(interaction = %ticket.id, kind, part, "an interaction cannot be read");
        let answer = async {
            if unreadable.completes() {
                self.responder.suggest_nothing(ticket).await;
            } else {
                let card = discord::unknown_request(&unreadable.texts);
                self.responder.show(ticket, &card).await;
            }
        };
        self.in_hand.track_future(unreadable.language.scope(answer)).await;
    }

    fn ready_event(&self, shard: u32, data: &RawValue) {
        let ready: Ready = match serde_json::from_str(data.get()) {
            Ok(ready) => ready,
            Err(error) => {
                tracing::error!(shard, %error, "what a shard says when it is ready cannot be read");
                return;
            }
        };
        let Ok(application) = ready.application.id.parse() else { return };
        tracing::info!(shard, servers = ready.guilds.len(), "a shard is ready");
        self.application.send_replace(Some(application));
        self.shard_ready(shard, application, &ready);
    }

    /// Notes that a shard is there, and tells it once when all are.
    fn shard_ready(&self, shard: u32, application: u64, ready: &Ready) {
        let mut waiting = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(shards) = waiting.as_mut() else { return };
        shards.insert(shard, ready.guilds.len());
        let all = self.ours.as_ref().map(Shards::count);
        let all = all.or(ready.shard.map(|[_, total]| total)).unwrap_or(1);
        if shards.len() < usize::try_from(all).unwrap_or(usize::MAX) {
            return;
        }
        let servers = shards.values().sum();
        *waiting = None;
        drop(waiting);
        self.on_ready.call(&AsBot {
            application,
            name: ready.user.username.clone(),
            servers,
            listens: None,
        });
    }

    /// Whether an interaction comes in for the first time; then its response waits for its answer.
    fn first(&self, ticket: &mut InteractionHandle, posted: Option<Posted>) -> bool {
        let signed_at = posted.as_ref().map(|posted| posted.signed_at);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let first = seen.first(ticket.id.get(), signed_at, ticket.received);
        drop(seen);
        match posted {
            Some(posted) if first => ticket.response = Some(posted.response),
            Some(posted) => posted.response.end(Outcome::Repeated),
            None => {}
        }
        first
    }
}

/// What goes with an interaction that Discord posted.
struct Posted {
    /// When Discord signed it, in seconds since 1970.
    signed_at: i64,
    response: PendingResponse,
}

/// What a shard says when it is ready, as far as we need it.
#[derive(Deserialize)]
struct Ready {
    user: ReadyUser,
    application: ReadyApplication,
    #[serde(default)]
    guilds: Vec<IgnoredAny>,
    /// Its number, and how many there are.
    #[serde(default)]
    shard: Option<[u32; 2]>,
}

#[derive(Deserialize)]
struct ReadyUser {
    username: String,
}

#[derive(Deserialize)]
struct ReadyApplication {
    id: String,
}

impl Events for Intake {
    fn take(self: Arc<Self>, event: Event) {
        let (received, shard) = (Instant::now(), event.shard);
        match (event.kind.as_str(), event.data) {
            ("READY", Some(data)) => self.ready_event(shard, &data),
            ("RESUMED", _) => tracing::info!(shard, "a shard resumed"),
            ("INTERACTION_CREATE", Some(data)) => {
                tokio::spawn(async move { self.interaction(data.get(), received, None).await });
            }
            _ => {}
        }
    }
}
