//! A strict Discord on loopback, for tests and load.
//!
//! A [`Standin`] holds servers, channels, people and messages. A bot talks to it over HTTP and the
//! gateway as it talks to Discord, and is refused what Discord refuses. A test acts for the people:
//! they type commands, press buttons, fill in forms, and see what the bot answers.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use standin::{Options, Standin};
//!
//! let discord = Standin::start(Options::default()).await;
//! // … start the bot with `discord.url()` and `discord.token()` …
//! let club = discord.server("Reading club");
//! let (general, ana) = (club.channel("general"), club.member("ana"));
//! discord.ready().await;
//! let shown = ana.slash(&general, "quote theme:power").await?;
//! assert!(shown.text().contains("power"));
//! let form = ana.press(&shown, "Answer").await?.modal()?;
//! ana.submit(&form, &[("text", "because …")]).await?;
//! discord.assert_clean();
//! # Ok(()) }
//! ```
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "this crate is only ever run by tests, which want to fail where they stand"
)]

mod clock;
mod endpoint;
mod faults;
mod gateway;
mod http;
mod id;
mod journal;
mod limiter;
mod line;
#[cfg(all(feature = "load", target_os = "linux"))]
pub mod load;
#[cfg_attr(not(feature = "openapi"), path = "openapi_absent.rs")]
mod openapi;
mod options;
mod people;
mod permissions;
mod refusal;
mod shapes;
mod world;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;

pub use crate::faults::Fault;
pub use crate::gateway::{GatewayControl, SessionInfo};
pub use crate::id::Id;
pub use crate::journal::Request;
pub use crate::options::{Options, Rate, Rates};
pub use crate::people::{
    Answer, Channel, Exchange, Failure, FormField, Member, Message, Modal, Prepared, Role,
    ScheduledEvent, Server,
};
pub use crate::permissions::Permission;
pub use crate::refusal::Refusal;
pub use crate::world::drafts::Attachment;
pub use crate::world::mentions::Pings;

use crate::endpoint::Outgoing;
use crate::faults::Faults;
use crate::gateway::Gateway;
use crate::journal::{Journal, lock};
use crate::limiter::Limiter;
use crate::line::Lines;
use crate::openapi::OpenApi;
use crate::world::World;

/// What all parts of a stand-in share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) options: Arc<Options>,
    pub(crate) url: String,
    pub(crate) token: String,
    world: Mutex<World>,
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) limiter: Limiter,
    pub(crate) faults: Faults,
    pub(crate) openapi: Option<&'static OpenApi>,
    pub(crate) refuse: Arc<AtomicBool>,
    pub(crate) outgoing: Arc<Outgoing>,
    /// Turns true when all is to end.
    pub(crate) stop: watch::Sender<bool>,
}

impl Shared {
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    pub(crate) fn gateway_url(&self) -> String {
        self.url.replacen("http", "ws", 1) + "/gateway"
    }
}

/// Whether Discord would take this as the body of a new message with files of these names.
///
/// # Errors
/// It would not.
pub fn check_message(body: &Value, files: &[&str]) -> Result<(), Refusal> {
    let mut found = shapes::messages::message(body, shapes::messages::Source::Create, 0);
    let components = body["components"].as_array().map_or(&[][..], Vec::as_slice);
    shapes::component_rules::references(components, files, &mut found);
    found.refuse_unknown();
    if found.is_clean() { Ok(()) } else { Err(found.refusal()) }
}

/// How long a bot may take to come or to go.
const PATIENCE: Duration = Duration::from_secs(60);

/// A Discord of one's own. It ends when it is dropped.
#[derive(Debug)]
pub struct Standin {
    shared: Arc<Shared>,
}

impl Standin {
    /// Starts one on a port of 127.0.0.1.
    ///
    /// # Panics
    /// If there is no port to be had, or if `COMMONPLACE_OPENAPI` names a file that is not there, or is
    /// set without the feature `openapi`.
    pub async fn start(options: Options) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", options.port)).await;
        let listener = listener.expect("a port of 127.0.0.1 is free");
        let address = listener.local_addr().expect("a bound listener has an address");
        let url = format!("http://{address}");
        let options = Arc::new(options);
        let journal = Arc::new(Journal::default());
        let gateway = Arc::new(Gateway::new(Arc::clone(&options), Arc::clone(&journal)));
        let outgoing = Arc::new(Outgoing::default());
        let mut world = World::new(
            Arc::clone(&options),
            Arc::clone(&gateway),
            Arc::clone(&journal),
            url.clone(),
        );
        world.verify_key = outgoing.verify_key();
        // A token's first part is the application's id in base 64; some clients read it.
        let token = format!("{}.stand.in", base64(world.app.to_string().as_bytes()));
        let refuse = Arc::new(AtomicBool::new(false));
        let shared = Arc::new(Shared {
            limiter: Limiter::new(options.rates.clone()),
            options,
            url,
            token,
            world: Mutex::new(world),
            gateway,
            journal,
            faults: Faults::default(),
            openapi: OpenApi::from_environment(),
            refuse: Arc::clone(&refuse),
            outgoing,
            stop: watch::Sender::new(false),
        });
        let lines = Lines { listener, refuse };
        let service = http::service(Arc::clone(&shared));
        let service = service.into_make_service_with_connect_info::<line::Cut>();
        let (mut stopped, mut stopping) = (shared.stop.subscribe(), shared.stop.subscribe());
        tokio::spawn(async move {
            let stop = async move {
                let _ = stopped.changed().await;
            };
            let serving = axum::serve(lines, service).with_graceful_shutdown(stop);
            let serving = std::future::IntoFuture::into_future(serving);
            tokio::select! {
                _ = serving => {}
                _ = stopping.wait_for(|stop| *stop) => {}
            }
        });
        tokio::spawn(forget(Arc::downgrade(&shared)));
        Self { shared }
    }

    /// `http://127.0.0.1:PORT`, the base of the HTTP API without `/api/v10`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.shared.url
    }

    /// The bot's token, without `Bot `.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// The application's id, which is its bot's too.
    #[must_use]
    pub fn bot_id(&self) -> Id {
        self.shared.world().app
    }

    /// The hold on the gateway.
    #[must_use]
    pub fn gateway(&self) -> GatewayControl<'_> {
        GatewayControl(&self.shared.gateway)
    }

    /// Waits until every recommended shard is connected, or does not wait where interactions go to an
    /// endpoint.
    ///
    /// # Panics
    /// If that takes more than a minute.
    pub async fn ready(&self) {
        if self.shared.world().interactions_endpoint_url.is_some() {
            return;
        }
        let wanted = self.shared.options.shards;
        let all = move |sessions: &[SessionInfo]| {
            let on = sessions.iter().filter(|session| session.connected);
            let mut shards: Vec<u64> = on.map(|session| session.shard.0).collect();
            shards.sort_unstable();
            shards.dedup();
            u64::try_from(shards.len()).is_ok_and(|count| count >= wanted)
        };
        self.gateway().wait_for(all, PATIENCE).await;
    }

    /// Waits until no shard is connected, as after the bot's end.
    ///
    /// # Panics
    /// If that takes more than a minute.
    pub async fn gone(&self) {
        let none = |sessions: &[SessionInfo]| !sessions.iter().any(|session| session.connected);
        self.gateway().wait_for(none, PATIENCE).await;
    }

    /// A channel or thread, by its id.
    #[must_use]
    pub fn channel(&self, id: Id) -> Option<Channel> {
        let there = self.shared.world().channels.contains_key(&id);
        there.then(|| Channel { shared: Arc::clone(&self.shared), id })
    }

    /// A message as it stands now, by its id; also one that only one person sees.
    #[must_use]
    pub fn message(&self, id: Id) -> Option<Message> {
        Message::of(&self.shared, &self.shared.world(), id)
    }

    /// Waits until a command of this name is registered, anywhere, and gives it back as Discord
    /// holds it.
    ///
    /// # Panics
    /// If that takes more than `patience`.
    pub async fn command(&self, name: &str, patience: Duration) -> Value {
        let find = || {
            let world = self.shared.world();
            let found = world.commands.iter().find(|command| command.name == name);
            found.map(|command| command.body.clone())
        };
        match people::wait(&self.shared, patience, find).await {
            Some(command) => command,
            None => panic!("no command {name:?} was registered; there are {:?}", self.commands()),
        }
    }

    /// The names of all registered commands.
    #[must_use]
    pub fn commands(&self) -> Vec<String> {
        self.shared.world().commands.iter().map(|command| command.name.clone()).collect()
    }

    /// The names of the commands that are registered everywhere.
    #[must_use]
    pub fn global_commands(&self) -> Vec<String> {
        let world = self.shared.world();
        let global = world.commands.iter().filter(|command| command.guild.is_none());
        global.map(|command| command.name.clone()).collect()
    }

    /// Every request seen, in order of answering.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.shared.journal.requests()
    }

    /// Forgets the requests seen so far.
    pub fn clear_requests(&self) {
        self.shared.journal.clear_requests();
    }

    /// How many requests were answered, also when they are not kept.
    #[must_use]
    pub fn served(&self) -> u64 {
        self.shared.journal.served.load(Ordering::Relaxed)
    }

    /// How many answers were 401, 403 or 429. At 10,000 in 10 minutes Discord bans the address.
    #[must_use]
    pub fn invalid_requests(&self) -> u64 {
        self.shared.journal.invalid.load(Ordering::Relaxed)
    }

    /// What the bot did that Discord lets pass, or answers with silence, and that it should not do.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.shared.journal.violations()
    }

    /// Forgets the violations seen so far.
    pub fn forgive(&self) {
        self.shared.journal.forgive();
    }

    /// Fails if there was any violation.
    ///
    /// # Panics
    /// If there was.
    #[track_caller]
    pub fn assert_clean(&self) {
        let violations = self.violations();
        assert!(violations.is_empty(), "violations:\n  {}", violations.join("\n  "));
    }

    /// Drops every new connection, HTTP and gateway, until it is told otherwise.
    pub fn refuse_connections(&self, yes: bool) {
        self.shared.refuse.store(yes, Ordering::Relaxed);
    }

    /// Puts other rate limits in place.
    pub fn set_rates(&self, rates: Rates) {
        self.shared.limiter.set(rates);
    }

    /// Lets the tokens of all interactions so far run out now.
    pub fn expire_tokens(&self) {
        for interaction in self.shared.world().interactions.values_mut() {
            interaction.expired = true;
        }
    }
}

impl Drop for Standin {
    fn drop(&mut self) {
        self.shared.stop.send_replace(true);
    }
}

/// Clears away old interactions for as long as the stand-in lives.
async fn forget(shared: std::sync::Weak<Shared>) {
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        match shared.upgrade() {
            Some(shared) if !*shared.stop.borrow() => shared.world().forget_old_interactions(),
            _ => return,
        }
    }
}

/// Base 64 without padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |bits: u32| char::from(DIGITS[usize::try_from(bits & 63).unwrap_or(0)]);
    bytes
        .chunks(3)
        .flat_map(|chunk| {
            let bits = (0..3).fold(0, |bits, n| bits << 8 | u32::from(*chunk.get(n).unwrap_or(&0)));
            (0..=chunk.len()).map(move |n| digit(bits >> (18 - 6 * n)))
        })
        .collect()
}
