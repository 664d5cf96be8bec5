//! Starts the frontend, keeps it running, and stops it without cutting anything off.

mod reach;
mod way_in;

use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use rand::RngExt as _;
use reach::{confirm, too_often};
pub(super) use reach::{failed, reach};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use way_in::WayIn;

use super::event_handler::Intake;
use super::files::Files;
use super::followed::Followed;
use super::gateway::{Gateway, Login, Refused, Timings};
use super::handover::Handover;
use super::membership::Membership;
use super::platform::Places;
use super::press_tokens::PressTokens;
use super::publisher::Discord;
use super::ready::OnReady;
use super::register::{Unregistered, register};
use super::respond::Responder;
use super::rest::{ApiError, Sender};
use super::start_error::StartError;
use crate::clock::Clock;
use crate::command::{Limits, Services};
use crate::meetings::Meetings;
use crate::messages::privacy::Policies;
use crate::metrics::Metrics;
use crate::outbox;
use crate::scheduler::Scheduler;
use crate::server_corpora::Books;
use crate::store::Store;
use domain::{ServerId, Shards};

/// Where the API is, unless something stands in its place.
pub(super) const DISCORD: &str = "https://discord.com";
/// How long what is in hand may take at the end, and then what came in meanwhile.
const FINISH: Duration = Duration::from_secs(10);
const FINISH_LAST: Duration = Duration::from_secs(4);
/// How long the shards may take to leave.
const LEAVE: Duration = Duration::from_secs(3);
/// How long a question may take that no member waits for.
const ASKED_AT_LEISURE: Duration = Duration::from_secs(15);
/// The pause before commands are registered again.
const REGISTER_AGAIN: Duration = Duration::from_secs(30);

/// How to run on Discord.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token, without `Bot` in front.
    pub token: String,
    /// The base of the HTTP API, if it is not Discord's own: a rate-limit proxy, or the stand-in.
    pub proxy: Option<String>,
    /// The one server in which commands are registered, at once; all servers if `None`.
    pub guild: Option<ServerId>,
    /// Where interactions are served, if they come by HTTP and not over the gateway.
    pub listen: Option<SocketAddr>,
    /// How long after its time a daily quote is still posted.
    pub grace: SignedDuration,
    /// For how long the data of a server is kept that the bot has left.
    pub keep: SignedDuration,
    /// What the operator has published.
    pub policies: Policies,
    /// The clock of schedules and requests.
    pub clock: Clock,
    /// How long we try to reach Discord at the start.
    pub patience: Duration,
    /// How much a server may bring of its own.
    pub limits: Limits,
    /// Which part of what Discord allows the token this process may use: all of it is 1.
    pub share: f64,
    /// How soon a connection that gives no sign of life is given up, and so on.
    pub pace: Timings,
    /// Where the sessions of the shards are left to the next process, which resumes them; they end
    /// with this one if `None`. The file is as secret as the token.
    pub sessions: Option<PathBuf>,
    /// What is done once every shard is there.
    pub on_ready: OnReady,
    /// Where what happens is counted.
    pub metrics: Metrics,
}

impl Options {
    /// The usual options with a token.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self {
            token: token.into(),
            proxy: None,
            guild: None,
            listen: None,
            grace: SignedDuration::from_hours(6),
            keep: SignedDuration::from_hours(30 * 24),
            policies: Policies::default(),
            clock: Clock::System,
            patience: Duration::from_secs(20),
            limits: Limits::default(),
            share: 1.0,
            pace: Timings::default(),
            sessions: None,
            on_ready: OnReady::default(),
            metrics: Metrics::default(),
        }
    }
}

/// Runs on Discord until `shutdown`; then what is in hand is finished.
///
/// # Errors
/// A token that is missing or wrong, an API that cannot be reached, a server that does not know the
/// bot: a sentence that says what to do.
pub async fn run(
    books: Books,
    options: Options,
    shutdown: impl Future<Output = ()>,
) -> Result<(), StartError> {
    let mut shutdown = std::pin::pin!(shutdown);
    let started = tokio::select! {
        started = Bot::start(books, options) => started?,
        () = &mut shutdown => return Ok(()),
    };
    started.serve(shutdown).await
}

/// A bot that Discord knows.
struct Bot {
    options: Options,
    sender: Sender,
    way_in: WayIn,
    handover: Handover,
    books: Books,
    outlet: Arc<Discord>,
    intake: Arc<Intake>,
    membership: Arc<Membership>,
}

impl Bot {
    async fn start(books: Books, options: Options) -> Result<Self, StartError> {
        let token = options.token.trim().trim_start_matches("Bot ").trim();
        if token.is_empty() {
            return Err(StartError::NoToken);
        }
        let address = options.proxy.clone().unwrap_or_else(|| DISCORD.to_owned());
        let sender = Sender::new(&address, token, options.share, options.metrics.clone())
            .map_err(|fault| failed(&address, fault))?;
        let handover = Handover::take_up(options.sessions.clone(), &address, token);
        if let Some(key) = handover.key() {
            books.store().mark_requests(key);
        }
        let ours = books.store().shards();
        let (way_in, me) = WayIn::find(&sender, &address, &options, ours, &handover).await?;
        let files = Files::new(options.proxy.as_deref());
        let places = Places::new(sender.clone(), me, files);
        let services = Services::new(books.clone(), Arc::new(places.clone()), options.limits)
            .with_policies(options.policies.clone());
        let presses = PressTokens::default();
        let responder =
            Responder::new(sender.clone(), services.clone(), places.clone(), presses.clone());
        let outlet = Arc::new(Discord { sender: sender.clone(), places, presses, me });
        let on_ready = options.on_ready.clone();
        if books.store().shards().is_some() {
            // Its servers may move to the file of another process.
            let counts = books.store().count_apart(options.clock.now(), rand::rng().random()).await;
            if let Err(error) = counts {
                tracing::error!(?error, "the database gives ids that another may give as well");
            }
        }
        let membership = Membership::known(books.store().clone(), options.clock).await;
        let membership = Arc::new(membership);
        let (members, ours, clock) = (Arc::clone(&membership), ours.cloned(), options.clock);
        let (left, followed) = (handover.clone(), Followed::find(books.store()).await);
        let intake = Intake::new(responder, members, ours, clock, left, followed, on_ready);
        let intake = Arc::new(intake);
        let options = Options { token: token.to_owned(), ..options };
        Ok(Self { options, sender, way_in, handover, books, outlet, intake, membership })
    }

    async fn serve(self, shutdown: impl Future<Output = ()>) -> Result<(), StartError> {
        let work = CancellationToken::new();
        let shards = CancellationToken::new();
        let tasks = self.tasks(&work);
        let mut keep = std::pin::pin!(self.keep(&shards));
        let ended = tokio::select! {
            () = shutdown => Ok(()),
            ended = &mut keep => ended,
            () = self.sender.refused() => Err(StartError::WrongToken),
            wrong = self.registered() => Err(wrong),
            wrong = self.confirmed() => Err(wrong),
        };
        let mut finished = std::pin::pin!(self.finish(work, tasks));
        let open = ended.is_ok()
            && tokio::select! {
                _ = &mut keep => false,
                () = &mut finished => true,
            };
        if open {
            shards.cancel();
            let _ = tokio::time::timeout(LEAVE, keep).await;
            self.intake.finish(FINISH_LAST).await;
        } else {
            finished.await;
        }
        self.handover.write();
        ended
    }

    /// Finishes what is in hand. Whoever asks meanwhile is answered as well; what comes after that, the
    /// next process hears.
    async fn finish(&self, work: CancellationToken, tasks: TaskTracker) {
        tracing::info!("stopping; what is in hand is finished first");
        work.cancel();
        tasks.close();
        let stopped = tokio::time::timeout(FINISH, tasks.wait());
        let (_, stopped) = tokio::join!(self.intake.finish(FINISH), stopped);
        if stopped.is_err() {
            tracing::warn!("posts were cut off; they are looked for at the next start");
        }
    }

    /// Asks Discord for what only the process before has said. Ends only if it does not accept us.
    async fn confirmed(&self) -> StartError {
        let WayIn::Gateway(gateway) = &self.way_in else { return std::future::pending().await };
        let ours = self.books.store().shards();
        confirm(&self.sender, &self.options, gateway, ours, &self.handover).await
    }

    /// Keeps the way in open until `stop`.
    async fn keep(&self, stop: &CancellationToken) -> Result<(), StartError> {
        match &self.way_in {
            WayIn::Gateway(gateway) => self.keep_shards(gateway.clone(), stop).await,
            WayIn::Endpoint(endpoint) => {
                let (intake, membership) = (Arc::clone(&self.intake), Arc::clone(&self.membership));
                let metrics = self.options.metrics.clone();
                endpoint.serve(intake, membership, metrics, stop.clone()).await;
                Ok(())
            }
        }
    }

    /// Keeps the shards alive. If they fail again and again, asks where the gateway is by now.
    async fn keep_shards(
        &self,
        mut gateway: Gateway,
        stop: &CancellationToken,
    ) -> Result<(), StartError> {
        let ours = self.books.store().shards();
        let sessions = self.handover.sessions();
        let mut doubted = false;
        loop {
            let intake = Arc::clone(&self.intake);
            let Options { token, pace, metrics, .. } = &self.options;
            let login = Login { token, ours };
            match gateway.keep(login, intake, sessions, *pace, metrics, stop.clone()).await {
                Ok(()) => return Ok(()),
                Err(Refused::Token) if doubted => return Err(StartError::WrongToken),
                // One refusal may be a mistake of the gateway's: the API is asked.
                Err(Refused::Token) => {
                    tracing::warn!("the gateway refuses the token");
                    doubted = true;
                }
                Err(Refused::Intents) => return Err(StartError::Intents),
                Err(Refused::Shards) => {
                    let recommended = gateway.recommended;
                    let shards = ours.map(Shards::to_string).unwrap_or_default();
                    return Err(StartError::Shards { shards, recommended });
                }
                Err(Refused::Stale) => {
                    tracing::warn!("the shards fail; asking for the gateway");
                    doubted = false;
                    tokio::select! {
                        () = tokio::time::sleep(pace.pause) => {}
                        () = stop.cancelled() => return Ok(()),
                    }
                }
            }
            match Gateway::ask(&self.sender, self.options.patience, ours).await {
                Ok(Gateway { shut_for: Some(time), .. }) => {
                    return Err(too_often(time));
                }
                Ok(now) => {
                    self.handover.found(&now, self.outlet.me);
                    gateway = now;
                }
                Err(ApiError::Unauthorized) => return Err(StartError::WrongToken),
                Err(fault) => tracing::warn!(%fault, "the gateway is not to be found"),
            }
        }
    }

    /// The outbox, the scheduler, and the look where we are.
    fn tasks(&self, stop: &CancellationToken) -> TaskTracker {
        let tasks = TaskTracker::new();
        let (store, clock) = (self.books.store().clone(), self.options.clock);
        tasks.spawn(outbox::run(store.clone(), self.outlet.clone(), clock, stop.clone()));
        let scheduler = Scheduler {
            books: self.books.clone(),
            store,
            clock,
            grace: self.options.grace,
            keep: self.options.keep,
            seed: rand::rng().random(),
            metrics: self.options.metrics.clone(),
        };
        tasks.spawn(scheduler.run(stop.clone()));
        let meetings = Meetings {
            books: self.books.clone(),
            store: self.books.store().clone(),
            clock,
            // Nobody waits at a button for what it asks.
            platform: Arc::new(self.outlet.places.clone().patient(ASKED_AT_LEISURE)),
        };
        tasks.spawn(meetings.run(stop.clone()));
        tasks.spawn(self.handover.clone().keep(self.books.store().clone(), stop.clone()));
        let (intake, membership) = (Arc::clone(&self.intake), Arc::clone(&self.membership));
        let (sender, stopped) = (self.sender.clone(), stop.clone());
        tasks.spawn(stopped.run_until_cancelled_owned(async move {
            intake.ready().await;
            membership.keep(&sender).await;
        }));
        tasks.spawn(after_outages(
            self.sender.clone(),
            self.books.store().clone(),
            clock,
            stop.clone(),
        ));
        tasks
    }

    /// Registers the commands once a shard is ready, if shard 0 is ours: they are the whole bot's.
    /// Ends only if that cannot be done.
    async fn registered(&self) -> StartError {
        if self.books.store().shards().is_some_and(|shards| !shards.contains(0)) {
            return std::future::pending().await;
        }
        let application = self.intake.ready().await;
        loop {
            let Options { guild, listen, .. } = self.options;
            let store = self.books.store();
            match register(&self.sender, store, application, guild, listen.is_some()).await {
                Ok(()) => return std::future::pending().await,
                Err(Unregistered::Discord(fault)) if matches!(fault.status(), Some(403 | 404)) => {
                    if let Some(guild) = guild {
                        return StartError::Guild(guild);
                    }
                    tracing::error!(%fault, "Discord refuses the commands");
                }
                Err(error) => tracing::error!(%error, "the commands are not registered yet"),
            }
            tokio::time::sleep(REGISTER_AGAIN).await;
        }
    }
}

/// Tries what waits for Discord as soon as it answers again, and not at the end of a long pause.
async fn after_outages(sender: Sender, store: Store, clock: Clock, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = sender.is_back() => {}
            () = stop.cancelled() => return,
        }
        if let Err(error) = store.outbox_after_outage(clock.now()).await {
            tracing::error!(?error, "what waited for Discord goes on waiting");
        }
    }
}

#[cfg(test)]
mod tests;
