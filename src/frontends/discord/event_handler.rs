//! Takes in what the gateway brings, or Discord posts: each interaction once, each in the care of a guard that
//! answers even if something panics, and all of them counted so that none is cut off at the end.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use tracing::Instrument as _;

use super::followed::Followed;
use super::gateway::{Event, Events};
use super::handover::{Application, Handover};
use super::interaction::{Arrival, InteractionHandle, Received, RequestKind, Unreadable};
use super::membership::Membership;
use super::posted::{Outcome, PendingResponse, Signed};
use super::ready::{AsBot, OnReady};
use super::respond::{Open, Responder};
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
    in_hand: Mutex<TaskTracker>,
    handover: Handover,
    followed: Followed,
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
        handover: Handover,
        followed: Followed,
        on_ready: OnReady,
    ) -> Self {
        Self {
            responder,
            membership,
            clock,
            seen: Mutex::new(Seen::new(REMEMBERED, TOKEN_LIVES)),
            in_hand: Mutex::default(),
            handover,
            followed,
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

    /// Waits until what is in hand by now is done, but no longer than `patience`. What comes in
    /// meanwhile is taken care of as well, and not waited for.
    pub(super) async fn finish(&self, patience: Duration) {
        let in_hand = std::mem::take(&mut *self.in_hand());
        in_hand.close();
        if tokio::time::timeout(patience, in_hand.wait()).await.is_err() {
            tracing::warn!(left = in_hand.len(), "requests take long");
        }
    }

    fn in_hand(&self) -> MutexGuard<'_, TaskTracker> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner)
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
        let until_done = self.in_hand().token();
        tokio::spawn(async move {
            match signed.text() {
                Some(json) => {
                    let posted = Posted { signed_at: signed.at, response };
                    self.interaction(json, received, Way::Posted(posted)).await;
                }
                None => response.end(Outcome::Unreadable),
            }
            drop(until_done);
        });
    }

    async fn interaction(&self, json: &str, received: Instant, way: Way) {
        let (replayed, posted) = match way {
            Way::Gateway { replayed } => (replayed, None),
            Way::Posted(posted) => (false, Some(posted)),
        };
        let signed_at = posted.as_ref().map(|posted| posted.signed_at);
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
                false => discord::restarted(&texts),
            });
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
                let open = match replayed || self.is_done(&request, signed_at).await {
                    true => self.responder.take_up(&request).await,
                    false => Some(Open::Fresh),
                };
                let Some(open) = open else { return ticket.end_repeated() };
                let server = request.context.server;
                if !server.is_a_members() {
                    self.membership.used_in(server).await;
                }
                self.responder.handle(request, open).await;
            };
            let handled = AssertUnwindSafe(handle).catch_unwind();
            if handled.await.is_err() {
                tracing::error!(reference, "an answer panicked");
                self.responder.apologise(&ticket, &reference, &texts).await;
            }
        };
        language.scope(handled.instrument(span)).await;
    }

    /// Whether the process before has carried a request out, even if nothing says that it is replayed.
    async fn is_done(&self, request: &Received, signed_at: Option<i64>) -> bool {
        let (id, received) = (request.context.request, request.ticket.received);
        self.followed.has_done(id, received, signed_at).await
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
        unreadable.language.scope(answer).await;
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
        let (servers, name) = (ready.guilds.len(), ready.user.username);
        let as_bot = Application { id: application, name };
        self.handover.ready(shard, servers, as_bot.clone());
        let total = ready.shard.map_or(1, |[_, total]| total);
        self.shard_ready(shard, total, servers, as_bot);
    }

    /// A shard has heard all that it missed. If the process before began its session, it says no
    /// more of who we are.
    fn resumed(&self, shard: u32, inherited: bool) {
        if !inherited {
            tracing::info!(shard, "a shard resumed");
            return;
        }
        tracing::info!(shard, "a shard resumed the session of the process before");
        let known = self.handover.sessions().servers_of(shard).zip(self.handover.application());
        if let Some(((servers, total), as_bot)) = known {
            self.shard_ready(shard, total, servers, as_bot);
        }
    }

    /// Notes that a shard is there, of so many, and tells it once when all are.
    fn shard_ready(&self, shard: u32, total: u32, servers: usize, as_bot: Application) {
        let Application { id: application, name } = as_bot;
        self.application.send_replace(Some(application));
        let mut waiting = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(shards) = waiting.as_mut() else { return };
        shards.insert(shard, servers);
        let all = self.ours.as_ref().map_or(total, Shards::count);
        if shards.len() < usize::try_from(all).unwrap_or(usize::MAX) {
            return;
        }
        let servers = shards.values().sum();
        *waiting = None;
        drop(waiting);
        self.on_ready.call(&AsBot { application, name, servers, listens: None });
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

/// How an interaction came in.
enum Way {
    Gateway {
        /// Whether Discord says that it came before this process was there.
        replayed: bool,
    },
    Posted(Posted),
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
        let Event { shard, kind, data, replayed, in_hand } = event;
        match (kind.as_str(), data) {
            ("READY", Some(data)) => self.ready_event(shard, &data),
            ("RESUMED", _) => self.resumed(shard, replayed),
            ("INTERACTION_CREATE", Some(data)) => {
                let received = Instant::now();
                // Dropped in this order: who waits for the token leaves nothing that would be replayed.
                let until_done = (in_hand, self.in_hand().token());
                tokio::spawn(async move {
                    self.interaction(data.get(), received, Way::Gateway { replayed }).await;
                    drop(until_done);
                });
            }
            _ => {}
        }
    }
}
