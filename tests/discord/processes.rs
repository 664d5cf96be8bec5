//! One bot in two processes, each with some of its shards, a database of its own and its part of what
//! Discord allows.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use commonplace::clock::Clock;
use commonplace::frontends::discord::{Options, StartError};
use commonplace::store::{Mode, NewSchedule, Store};
use domain::schedule::{Days, Filter};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, ServerId};
use jiff::{SignedDuration, Timestamp};
use standin::{Channel, Fault, Rate, Rates, Server, Standin};

use crate::discord::harness::{Bot, SOON, hurried, lenient, said};

/// Long enough for a bot of eight shards to start.
const LONG: Duration = Duration::from_secs(40);

/// A bot that is divided, and its servers: the stand-in puts number n into the shard n % total.
struct Divided {
    discord: Standin,
    servers: Vec<Server>,
    channels: Vec<Channel>,
    folder: tempfile::TempDir,
}

impl Divided {
    async fn new(servers: usize, options: standin::Options) -> Self {
        let discord = Standin::start(options).await;
        let servers: Vec<Server> =
            (0..servers).map(|number| discord.server(&format!("Club {number}"))).collect();
        let channels = servers.iter().map(|server| server.channel("general")).collect();
        Self { discord, servers, channels, folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn id(&self, server: usize) -> ServerId {
        ServerId(self.servers[server].id.to_string().parse().unwrap())
    }

    /// Starts the processes, each with its file and its shards, at a time of day.
    async fn start(&self, now: &str, processes: &[(&str, &str)]) -> Vec<Bot> {
        // Who starts another process does so later than those before have identified.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let mut bots = Vec::new();
        for (file, shards) in processes {
            let mut options = hurried(&self.discord);
            options.clock = Clock::fast(now.parse().unwrap(), 60);
            options.share = 1.0 / processes.len() as f64;
            options.pace.identify = Duration::from_secs(1);
            bots.push(Bot::of_shards(self.file(file), options, shards));
        }
        self.connected(processes[0].1).await;
        self.discord.command("help", SOON).await;
        bots
    }

    /// Waits until all shards of a division are there.
    async fn connected(&self, shards: &str) {
        let total: u64 = shards.split_once('/').unwrap().1.parse().unwrap();
        let all = move |sessions: &[standin::SessionInfo]| {
            let on = sessions.iter().filter(|one| one.connected && one.shard.1 == total);
            on.count() == usize::try_from(total).unwrap()
        };
        self.discord.gateway().wait_for(all, LONG).await;
    }

    async fn stop(&self, bots: Vec<Bot>) {
        for mut bot in bots {
            bot.ask_to_stop();
            bot.ended().await.unwrap();
        }
        self.discord.gone().await;
    }

    /// How many dailies each server has had.
    fn posts(&self) -> Vec<usize> {
        let posts = |channel: &Channel| {
            channel.messages().iter().filter(|it| it.labels().contains(&"Keep".to_owned())).count()
        };
        self.channels.iter().map(posts).collect()
    }

    /// Waits until the servers have had so many dailies.
    async fn posted(&self, wanted: &[usize]) {
        let start = std::time::Instant::now();
        while self.posts() != wanted {
            assert!(start.elapsed() < LONG, "{:?}, not {wanted:?}", self.posts());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What the program says with a file as its database.
    fn program(&self, file: &str, shards: &str, words: &[&str]) -> String {
        let said = Command::new(env!("CARGO_BIN_EXE_commonplace"))
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("COMMONPLACE_DATABASE_PATH", self.file(file))
            .env("COMMONPLACE_DISCORD_SHARDS", shards)
            .output()
            .unwrap();
        let words = [said.stdout, said.stderr].concat();
        let words = String::from_utf8_lossy(&words).into_owned();
        assert!(said.status.success(), "{words}");
        words
    }

    /// Moves the servers of some shards from one file to another.
    fn move_shards(&self, from: &str, shards: &str, to: &str) {
        self.program(from, "", &["move", "--shards", shards, "--to", to]);
    }

    /// The servers whose dailies are in a file.
    async fn servers_in(&self, file: &str) -> Vec<usize> {
        let store = Store::open(&self.file(file), Mode::Look).await.unwrap();
        let mut here = Vec::new();
        for server in 0..self.servers.len() {
            if !store.read(self.id(server)).schedules().await.unwrap().is_empty() {
                here.push(server);
            }
        }
        store.close().await;
        here
    }
}

fn four_shards() -> standin::Options {
    standin::Options { shards: 4, max_concurrency: 4, ..lenient() }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_server_is_answered_by_the_process_of_its_shard() {
    let divided = Divided::new(6, four_shards()).await;
    let bots = divided.start("2026-11-23T12:00:00Z", &[("a.db", "0-1/4"), ("b.db", "2-3/4")]).await;
    for (server, channel) in divided.servers.iter().zip(&divided.channels) {
        let owner = server.owner();
        said(&owner, channel, "daily add time:9:00 timezone:UTC").await;
        let question = said(&owner, channel, "question text:\"Who decides?\"").await;
        let form = owner.press(&question, "Answer").await.unwrap().modal().unwrap();
        let receipt = owner.submit(&form, &[("text", "We do.")]).await.unwrap();
        assert!(receipt.ephemeral, "{receipt:?}");
    }
    // What comes from no server is shard 0's, and so is a member's own book.
    let away = divided.discord.server("Away");
    let (hall, zoe) = (away.channel("hall"), away.member("zoe"));
    away.remove_bot();
    let zoe = zoe.installs();
    let quote = said(&zoe, &zoe.dm(), "quote theme:power").await.message().unwrap();
    assert!(zoe.press(&quote, "Keep").await.unwrap().text().contains("Kept"));
    assert!(said(&zoe, &hall, "kept").await.text().contains("Use the command in a direct message"));
    assert!(said(&zoe, &zoe.dm(), "kept").await.text().contains("1 quote"));

    let puts = divided.discord.requests();
    let puts = puts.iter().filter(|it| it.method == "PUT" && it.path.ends_with("/commands"));
    assert_eq!(puts.count(), 1, "the commands are registered once a bot");
    divided.stop(bots).await;
    assert_eq!(divided.servers_in("a.db").await, [0, 1, 4, 5]);
    assert_eq!(divided.servers_in("b.db").await, [2, 3]);
    divided.discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_daily_is_doubled_or_missed_while_shards_are_redistributed() {
    let options = standin::Options { max_concurrency: 4, ..four_shards() };
    let divided = Divided::new(8, options).await;
    let halves = [("a.db", "0-1/4"), ("b.db", "2-3/4")];
    let bots = divided.start("2026-11-22T12:00:00Z", &halves).await;
    for (server, channel) in divided.servers.iter().zip(&divided.channels) {
        said(&server.owner(), channel, "daily add time:9:00 timezone:UTC").await;
    }
    divided.stop(bots).await;
    let bots = divided.start("2026-11-23T08:59:30Z", &halves).await;
    divided.posted(&[1; 8]).await;
    divided.stop(bots).await;

    // Shard 1 changes hands, and its servers are forgotten: nobody posts for them, and nobody twice.
    let quarter = [("a.db", "0/4"), ("b.db", "1-3/4")];
    let bots = divided.start("2026-11-24T08:59:30Z", &quarter).await;
    divided.posted(&[2, 1, 2, 2, 2, 1, 2, 2]).await;
    divided.stop(bots).await;
    let found = divided.program("a.db", "0/4", &["check"]);
    assert!(found.contains("2 of its servers are not in shards 0/4"), "{found}");
    divided.move_shards("a.db", "1/4", "b.db");
    let found = divided.program("a.db", "0/4", &["check"]);
    assert!(found.contains("all servers in it are in shards 0/4"), "{found}");
    let bots = divided.start("2026-11-24T09:30:00Z", &quarter).await;
    divided.posted(&[2; 8]).await;
    divided.stop(bots).await;

    // Twice as many shards, and every server stays where it is.
    let doubled = [("a.db", "0,4/8"), ("b.db", "1-3,5-7/8")];
    let bots = divided.start("2026-11-25T08:59:30Z", &doubled).await;
    divided.posted(&[3; 8]).await;
    divided.stop(bots).await;

    divided.move_shards("b.db", "1-3/8", "a.db");
    divided.move_shards("a.db", "4/8", "b.db");
    let halves = [("a.db", "0-3/8"), ("b.db", "4-7/8")];
    let bots = divided.start("2026-11-26T08:59:30Z", &halves).await;
    divided.posted(&[4; 8]).await;
    // The buttons of all days work.
    for (server, channel) in divided.servers.iter().zip(&divided.channels) {
        for daily in channel.messages() {
            let kept = server.owner().press(&daily, "Keep").await.unwrap();
            assert!(kept.text().contains("Kept"), "{}", kept.text());
        }
    }
    divided.stop(bots).await;
    assert_eq!(divided.posts(), [4; 8]);
    assert_eq!(divided.servers_in("a.db").await, [0, 1, 2, 3]);
    assert_eq!(divided.servers_in("b.db").await, [4, 5, 6, 7]);
    divided.discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_start_at_once_keep_discords_pace() {
    let second = Duration::from_secs(1);
    let options = standin::Options {
        max_concurrency: 1,
        identify_window: second * 3 / 10,
        refuse_crowded_identify: true,
        ..four_shards()
    };
    let divided = Divided::new(4, options).await;
    let start = |file: &str, shards: &str| {
        let mut options = hurried(&divided.discord);
        options.pace.identify = second;
        Bot::of_shards(divided.file(file), options, shards)
    };
    let _bots = [start("a.db", "0,2/4"), start("b.db", "1/4"), start("c.db", "3/4")];
    divided.connected("0-3/4").await;
    // Sessions that are gone for good are begun anew, all at once.
    divided.discord.gateway().close(Some(4009));
    divided.discord.gateway().wait_for(|all| all.iter().any(|one| !one.connected), SOON).await;
    divided.connected("0-3/4").await;
    divided.discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_keep_the_global_limit_together() {
    const EACH: usize = 60;
    let rates = Rates { global: Some(Rate::new(50, Duration::from_secs(1))), ..Rates::off() };
    let divided = Divided::new(2, standin::Options { rates, ..four_shards() }).await;
    let now: Timestamp = "2026-11-23T08:59:58Z".parse().unwrap();
    for (file, server) in [("a.db", 0), ("b.db", 1)] {
        let store = Store::open(&divided.file(file), Mode::Bot).await.unwrap();
        for number in 0..EACH {
            let place = divided.servers[server].channel(&format!("daily-{number}"));
            let new = NewSchedule {
                place: ChannelId(place.id.to_string().parse().unwrap()),
                kind: ChannelKind::Channel,
                request: RequestId(i64::try_from(number).unwrap()),
                maker: MemberId(1),
                time: "9:00".parse().unwrap(),
                days: Days::ALL,
                timezone: "UTC".to_owned(),
                filter: Filter::default(),
                role: None,
                thread: false,
                next_at: now + SignedDuration::from_secs(2),
                now,
            };
            store.change(divided.id(server), async |tx| tx.add_schedule(&new).await).await.unwrap();
        }
        store.close().await;
    }
    let bots = divided.start("2026-11-23T08:59:58Z", &[("a.db", "0,2/4"), ("b.db", "1,3/4")]).await;
    let posts = || {
        let channels = divided.servers.iter().flat_map(Server::channels);
        channels.map(|channel| channel.messages().len()).sum::<usize>()
    };
    let start = std::time::Instant::now();
    while posts() < 2 * EACH {
        assert!(start.elapsed() < LONG, "{} posts", posts());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    divided.stop(bots).await;
    let limited = divided.discord.requests().iter().filter(|it| it.status == 429).count();
    // On a busy machine some arrive closer together than they were sent. Without shares it would be 46
    // in the first second.
    assert!(limited < EACH / 4, "{limited} requests were more than 50 a second");
    assert_eq!(posts(), 2 * EACH);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_needs_as_many_logins_as_it_has_shards() {
    let divided = Divided::new(1, four_shards()).await;
    let url = divided.discord.url().replacen("http", "ws", 1);
    let left = |remaining: u32| {
        let limit = serde_json::json!({
            "total": 1000, "remaining": remaining, "reset_after": 3_600_000, "max_concurrency": 4,
        });
        let body = serde_json::json!({
            "url": format!("{url}/gateway"), "shards": 4, "session_start_limit": limit,
        });
        divided.discord.fail(
            "GET /gateway/bot",
            1,
            Fault::Answer { status: 200, body: body.to_string() },
        );
    };
    let start = || Bot::of_shards(divided.file("a.db"), hurried(&divided.discord), "0-1/4");
    left(1);
    let error = start().ended().await.unwrap_err();
    assert!(error.to_string().contains("61 minutes"), "{error}");
    left(2);
    let _bot = start();
    let both = |all: &[standin::SessionInfo]| all.iter().filter(|it| it.connected).count() == 2;
    divided.discord.gateway().wait_for(both, SOON).await;
}

async fn fails(options: standin::Options, shards: &str, tune: impl FnOnce(&mut Options)) -> String {
    let divided = Divided::new(3, options).await;
    let mut options = hurried(&divided.discord);
    tune(&mut options);
    let mut bot = Bot::of_shards(divided.file("a.db"), options, shards);
    let error: StartError = bot.ended().await.unwrap_err();
    error.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn too_few_shards_for_all_servers_are_a_sentence() {
    let options = standin::Options { shards: 4, servers_a_shard: 1, ..lenient() };
    let told = fails(options, "0-1/2", |_| {}).await;
    assert!(
        told.contains("refuses `shards = \"0-1/2\"`") && told.contains("recommends 4"),
        "{told}"
    );
}
