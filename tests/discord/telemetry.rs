//! What the program tells whoever runs it: metrics, health and a log, and what is in none of them.

use std::time::{Duration, Instant};

use serde_json::Value;
use sqlx::Connection as _;
use standin::{Fault, Standin};

use crate::discord::harness::{SOON, lenient, said};
use crate::discord::program::{Program, command};

/// A program that is watched, and where it is.
struct Watched {
    _program: Program,
    folder: tempfile::TempDir,
    at: String,
}

impl Watched {
    /// Starts the program with a log in that form, of everything.
    async fn start(discord: &Standin, format: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut program = command(discord, &folder, "run.log");
        program
            .env("COMMONPLACE_LOG", "trace")
            .env("COMMONPLACE_LOG_FORMAT", format)
            .env("COMMONPLACE_TELEMETRY_LISTEN", "127.0.0.1:0");
        let program = Program(program.spawn().unwrap());
        let at = until(|| {
            let log = std::fs::read_to_string(folder.path().join("run.log")).unwrap_or_default();
            let (_, rest) = log.split_once("metrics are served at http://")?;
            rest.split_once("/metrics").map(|(at, _)| at.to_owned())
        });
        let at = at.await;
        Self { _program: program, folder, at }
    }

    async fn get(&self, path: &str) -> (u16, String) {
        let answer = reqwest::get(format!("http://{}{path}", self.at)).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("run.log")).unwrap()
    }
}

/// Waits until there is something.
async fn until<T>(find: impl Fn() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        match find() {
            Some(found) => return found,
            None => assert!(start.elapsed() < SOON, "it does not come"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The value of a series.
fn value(page: &str, series: &str) -> Option<f64> {
    let line = page.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '))?;
    line.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_is_counted_and_holds_no_token_and_no_members_words() {
    for format in ["text", "json"] {
        let discord = Standin::start(lenient()).await;
        let club = discord.server("Reading club");
        let (general, ana, owner) = (club.channel("general"), club.member("ana"), club.owner());
        let watched = Watched::start(&discord, format).await;
        assert_eq!(watched.get("/live").await.0, 200);
        discord.ready().await;
        discord.command("help", SOON).await;

        let question = said(&ana, &general, "question text:\"Confidential question?\"").await;
        let form = ana.press(&question, "Answer").await.unwrap().modal().unwrap();
        let receipt = ana.submit(&form, &[("text", "Confidential answer")]).await.unwrap();
        said(&ana, &general, "quote search:Confidential").await;
        said(&owner, &general, "daily add time:9:00 timezone:UTC").await;
        said(&owner, &general, "daily now").await;
        discord.fail("POST /channels/*", 1, Fault::Status(503));
        said(&ana, &general, "answer text:\"Confidential too\"").await;
        let mut forged = ana.prepare(&general, "quote", &[]).unwrap();
        forged.payload["data"]["name"] = "Confidential".into();
        forged.send().await.unwrap();
        let page = until_counted(&watched).await;
        assert_eq!(watched.get("/ready").await, (200, "ready\n".to_owned()));

        for (series, least) in [
            ("commonplace_commands_total{command=\"question\",outcome=\"done\"}", 1.0),
            ("commonplace_commands_total{command=\"quote\",outcome=\"refused\"}", 1.0),
            ("commonplace_commands_total{command=\"unknown\",outcome=\"refused\"}", 1.0),
            ("commonplace_command_seconds_count{command=\"answer\"}", 2.0),
            ("commonplace_gateway_sessions_total{shard=\"0\"}", 1.0),
            ("commonplace_discord_requests_total{outcome=\"done\"}", 5.0),
            ("commonplace_schedules{state=\"active\"}", 1.0),
            ("commonplace_database_bytes{file=\"main\"}", 1.0),
        ] {
            let found = value(&page, series);
            assert!(found.is_some_and(|found| found >= least), "{series} is {found:?}:\n{page}");
        }
        let log = watched.log();
        assert!(log.contains("a shard is ready"), "{log}");
        assert!(log.contains("client_id="), "it says how to invite it: {log}");
        let (ana, club) = (ana.id.to_string(), club.id.to_string());
        for secret in [discord.token(), &question.token, &receipt.token, "onfidential"] {
            let found = log.lines().chain(page.lines()).find(|line| line.contains(secret));
            assert!(found.is_none(), "{format}: {found:?}");
        }
        for id in [ana, club] {
            assert!(!page.contains(&id), "neither a member nor a server is in the metrics: {page}");
        }
        if format == "json" {
            for line in log.lines() {
                serde_json::from_str::<Value>(line).unwrap_or_else(|why| panic!("{why}: {line}"));
            }
        }
    }
}

/// The page of metrics once a daily was posted.
async fn until_counted(watched: &Watched) -> String {
    let start = Instant::now();
    loop {
        let (status, page) = watched.get("/metrics").await;
        assert_eq!(status, 200);
        let connected = value(&page, "commonplace_gateway_shard_connected{shard=\"0\"}");
        let posted = value(&page, "commonplace_deliveries_total{state=\"posted\"}");
        // The last command is counted when it is answered, or just after.
        let unknown = "commonplace_commands_total{command=\"unknown\",outcome=\"refused\"}";
        let counted = value(&page, unknown).is_some();
        if connected == Some(1.0) && posted == Some(1.0) && counted {
            return page;
        }
        assert!(start.elapsed() < SOON, "{page}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_that_a_member_is_shown_finds_its_line() {
    let discord = Standin::start(lenient()).await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let watched = Watched::start(&discord, "json").await;
    discord.ready().await;
    discord.command("help", SOON).await;
    // Something of ours breaks.
    let path = watched.folder.path().join("book.db");
    let mut database =
        sqlx::SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    sqlx::query("drop table kept").execute(&mut database).await.unwrap();
    database.close().await.unwrap();

    // Discord shows no backslashes.
    let told = said(&ana, &general, "kept").await.text().replace('\\', "");
    let is_number = |word: &&str| {
        word.len() == 9 && word.split_once('-').is_some_and(|(a, b)| a.len() == 4 && b.len() == 4)
    };
    let mut words = told.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let number = words.find(|word| is_number(word)).unwrap_or_else(|| panic!("{told}"));

    let log = watched.log();
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &Value| line["span"]["reference"] == number)
        .collect();
    let failure = lines.iter().find(|line| line["level"] == "ERROR").unwrap();
    assert_eq!(failure["message"], "a command failed");
    assert_eq!(failure["reference"], number);
    assert_eq!(failure["span"]["command"], "kept");
    assert!(failure["error"].as_str().unwrap().contains("no such table"), "{failure}");
    // It is counted a moment after its member is told.
    let series = "commonplace_commands_total{command=\"kept\",outcome=\"failed\"}";
    let counted = async || value(&watched.get("/metrics").await.1, series) == Some(1.0);
    crate::discord::harness::until("the failure is counted", counted).await;
}
