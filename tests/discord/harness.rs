//! A bot on a stand-in, with a database of its own.

mod bot;

use std::cell::Cell;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use commonplace::frontends::discord::{OnReady, Options, Timings};
use commonplace::store::{Mode, Store, beside};
use standin::{Channel, Exchange, Member, Server, Standin};
use tokio::sync::watch;

pub(crate) use self::bot::{Bot, Log};

/// Long enough for anything that is to happen soon, also on a busy machine.
pub(crate) const SOON: Duration = Duration::from_secs(30);
/// How long all that is tried again after a fault may take.
const SETTLED: Duration = Duration::from_secs(60);
/// How long Discord waits for the first answer to an interaction.
pub(crate) const DISCORD_WAITS: Duration = Duration::from_secs(3);
/// Longer than a test: the library's heartbeat comes at a moment of chance within it, and acknowledges
/// also what is still in hand.
const NO_HEARTBEAT: Duration = Duration::from_secs(24 * 60 * 60);

/// Discord's five seconds between two identifies, as the stand-in has them here.
pub(crate) const IDENTIFY_WINDOW: Duration = Duration::from_millis(200);

/// A reading club with a bot.
pub(crate) struct DiscordHarness {
    pub(crate) discord: Standin,
    pub(crate) club: Server,
    pub(crate) general: Channel,
    pub(crate) ana: Member,
    pub(crate) bot: Bot,
    folder: tempfile::TempDir,
    /// The name of its database.
    file: &'static str,
    options: Options,
    /// Where the bot listens, if interactions come by HTTP.
    listens: Option<watch::Receiver<Option<SocketAddr>>>,
}

thread_local! {
    /// Whether the bots of this thread's test get their interactions by HTTP.
    static BY_HTTP: Cell<bool> = const { Cell::new(false) };
}

/// For as long as it lives, the bots of this test get their interactions by HTTP.
pub(crate) struct ByHttp(());

impl ByHttp {
    pub(crate) fn new() -> Self {
        BY_HTTP.set(true);
        Self(())
    }

    /// Also all bots, if `BY_HTTP` says so: what tests the gateway itself fails then.
    fn is_on() -> bool {
        BY_HTTP.get() || std::env::var_os("BY_HTTP").is_some()
    }
}

impl Drop for ByHttp {
    fn drop(&mut self) {
        BY_HTTP.set(false);
    }
}

/// Has a bot listen, and tells where.
fn listen(options: &mut Options) -> watch::Receiver<Option<SocketAddr>> {
    let (heard, listens) = watch::channel(None);
    options.listen = Some(SocketAddr::from(([127, 0, 0, 1], 0)));
    options.on_ready = OnReady::new(move |as_bot| {
        heard.send_replace(as_bot.listens);
    });
    listens
}

/// Options that do not wait as long as Discord wants.
pub(crate) fn hurried(discord: &Standin) -> Options {
    let mut options = Options::new(discord.token());
    options.proxy = Some(discord.url().to_owned());
    options.pace = Timings {
        probe: Duration::from_secs(1),
        patience: Duration::from_secs(1),
        identify: Duration::from_millis(250),
        pause: Duration::from_secs(1),
    };
    options
}

/// A stand-in that does not make shards wait as long as Discord does, and has more patience with a busy
/// machine.
pub(crate) fn lenient() -> standin::Options {
    standin::Options {
        identify_window: IDENTIFY_WINDOW,
        heartbeat_interval: NO_HEARTBEAT,
        refuse_unknown_fields: true,
        answer_within: SOON,
        patience: SOON,
        update_patience: SOON,
        ..standin::Options::default()
    }
}

impl DiscordHarness {
    pub(crate) async fn new() -> Self {
        Self::with(lenient(), |_| {}).await
    }

    /// A bot with other options, on a stand-in with other options.
    pub(crate) async fn with(services: standin::Options, tune: impl FnOnce(&mut Options)) -> Self {
        Self::logged(services, tune, None).await
    }

    /// The same with a log of the bot's own.
    pub(crate) async fn logged(
        services: standin::Options,
        tune: impl FnOnce(&mut Options),
        log: Log,
    ) -> Self {
        Self::on(Standin::start(services).await, tune, log).await
    }

    /// A bot on a stand-in that is there already.
    pub(crate) async fn on(discord: Standin, tune: impl FnOnce(&mut Options), log: Log) -> Self {
        log_if_asked();
        let club = discord.server("Reading club");
        let (general, ana) = (club.channel("general"), club.member("ana"));
        let mut options = hurried(&discord);
        let listens = ByHttp::is_on().then(|| listen(&mut options));
        tune(&mut options);
        let folder = powercut::folder_in_memory().unwrap();
        let file = "book.db";
        let at = folder.path().join(file);
        options.sessions = Some(beside(&at, "-sessions"));
        let bot = Bot::logged(at, options.clone(), log);
        let harness = Self { discord, club, general, ana, bot, folder, file, options, listens };
        harness.ready().await;
        harness
    }

    /// Waits until the bot is there and its commands are registered.
    pub(crate) async fn ready(&self) {
        if self.listens.is_some() {
            let url = self.url().await;
            let interactions = format!("{url}/interactions");
            self.discord.save_interactions_endpoint(&interactions).await.unwrap();
            self.discord.save_event_webhooks(&format!("{url}/events")).await.unwrap();
        }
        self.discord.ready().await;
        self.discord.command("help", SOON).await;
        if self.listens.is_none() {
            until("the sessions are left to the next process", async || self.are_left()).await;
        }
    }

    /// Whether the sessions of all shards are in the file that the next process reads.
    fn are_left(&self) -> bool {
        let shards = self.discord.gateway().sessions().len();
        let text = std::fs::read(beside(&self.database(), "-sessions")).unwrap_or_default();
        let left: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
        left["sessions"].as_array().is_some_and(|left| left.len() >= shards)
    }

    /// Where the bot listens.
    pub(crate) async fn url(&self) -> String {
        let mut listens = self.listens.clone().expect("interactions come by HTTP");
        let address = listens.wait_for(Option::is_some);
        let address = tokio::time::timeout(SOON, address).await.expect("it does not listen");
        format!("http://{}", address.unwrap().unwrap())
    }

    /// Kills the bot without grace, and starts it again on the same database.
    pub(crate) async fn kill_and_start(&mut self) {
        self.kill().await;
        self.start_on(self.file).await;
    }

    /// Starts another bot, on another database, when the one before is gone.
    pub(crate) async fn start_on(&mut self, file: &'static str) {
        self.file = file;
        self.discord.gone().await;
        // A new process does not know when the one before identified; a person starts it later.
        tokio::time::sleep(IDENTIFY_WINDOW).await;
        if self.listens.is_some() {
            self.listens = Some(listen(&mut self.options));
        }
        self.start();
        self.ready().await;
    }

    /// Kills the bot without grace.
    pub(crate) async fn kill(&mut self) {
        self.bot.kill();
        self.discord.gone().await;
    }

    /// Starts the bot on the same database.
    pub(crate) fn start(&mut self) {
        let at = self.database();
        self.options.sessions = Some(beside(&at, "-sessions"));
        self.bot = Bot::start(at, self.options.clone());
    }

    /// Asks the bot to stop, and waits until it has.
    pub(crate) async fn stop(&mut self) {
        self.bot.ask_to_stop();
        self.bot.ended().await.unwrap();
    }

    /// The same with other options from now on.
    pub(crate) async fn restart_with(&mut self, tune: impl FnOnce(&mut Options)) {
        tune(&mut self.options);
        self.kill_and_start().await;
    }

    /// Waits until the bot has nothing left to do, and knows what it has done.
    pub(crate) async fn settled(&self) {
        let look = Store::open(&self.database(), Mode::Look).await.unwrap();
        let waits = async {
            let mut quiet = 0;
            while quiet < 3 {
                quiet = if look.outbox_size().await.unwrap() == 0 { quiet + 1 } else { 0 };
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(SETTLED, waits).await.expect("something is never done");
    }

    /// How many answers were put off so far.
    pub(crate) fn deferrals(&self) -> usize {
        let requests = self.discord.requests();
        let deferred = |it: &&standin::Request| {
            it.path.starts_with("/interactions/") && matches!(it.body["type"].as_u64(), Some(5 | 6))
        };
        requests.iter().filter(deferred).count()
    }

    /// Waits until something goes wrong as it was told to.
    pub(crate) async fn met_all_faults(&self) {
        let met = async || self.discord.faults_left().is_empty();
        until("what is to fail is called", met).await;
    }

    /// Waits until the bot knows that its commands are registered, and where.
    pub(crate) async fn registered(&self) {
        let look = Store::open(&self.database(), Mode::Look).await.unwrap();
        let in_server = self.options.guild.is_some();
        let known = async || {
            let scopes = look.registrations().await.unwrap();
            matches!(&scopes[..], [scope] if scope.contains('/') == in_server)
        };
        until("the commands are known to be registered", known).await;
    }

    /// Where its database is.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join(self.file)
    }

    /// Ana types a command in #general.
    pub(crate) async fn ana(&self, line: &str) -> Exchange {
        said(&self.ana, &self.general, line).await
    }

    /// A member who may do all in the server.
    pub(crate) fn owner(&self) -> Member {
        self.club.owner()
    }

    /// Nothing was amiss, and no message or edit could ping anybody but those whom it calls.
    #[track_caller]
    pub(crate) fn clean(&self) {
        self.discord.assert_clean();
        for request in self.discord.requests() {
            let callback = request.path.ends_with("/callback");
            let message = if callback { &request.body["data"] } else { &request.body };
            if message["components"].is_array() && request.body["type"] != 9 {
                let mentions = &message["allowed_mentions"];
                // Those whom it calls by name above its card.
                let calls = message["components"][0]["content"].as_str().unwrap_or_default();
                let called = calls.split_whitespace();
                let id = |word: &str| word.strip_prefix("<@")?.strip_suffix('>').map(str::to_owned);
                let ids: Option<Vec<String>> = called.map(id).collect();
                let wanted = match ids {
                    Some(ids) if !ids.is_empty() => {
                        serde_json::json!({"parse": [], "users": ids})
                    }
                    _ => serde_json::json!({"parse": []}),
                };
                assert_eq!(*mentions, wanted, "{request:?}");
            }
        }
    }
}

/// Waits until this is so.
#[track_caller]
pub(crate) fn until(what: &str, is_so: impl AsyncFn() -> bool) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    async move {
        let waits = async {
            while !is_so().await {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let so = tokio::time::timeout(SOON, waits).await;
        so.unwrap_or_else(|_| panic!("{caller}: it is never so that {what}"));
    }
}

/// A member types a command.
pub(crate) async fn said(who: &Member, channel: &Channel, line: &str) -> Exchange {
    match who.slash(channel, line).await {
        Ok(exchange) => exchange,
        Err(failure) => panic!("/{line}: {failure}"),
    }
}

/// Logs what the bot logs, if `COMMONPLACE_LOG` asks for it.
fn log_if_asked() {
    use tracing_subscriber::filter::Targets;
    use tracing_subscriber::prelude::*;
    let asked = std::env::var("COMMONPLACE_LOG").ok();
    if let Some(filter) = asked.and_then(|asked| asked.parse::<Targets>().ok()) {
        let lines = tracing_subscriber::fmt::layer().with_test_writer();
        let _ = tracing_subscriber::registry().with(lines.with_filter(filter)).try_init();
    }
}
