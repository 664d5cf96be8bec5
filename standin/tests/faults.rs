//! What goes wrong on the way: on the gateway, and over HTTP.

use std::time::{Duration, Instant};

use crate::api::{Club, text_body};
use serde_json::json;
use standin::{Failure, Fault, Member, Options, Standin};

const SOON: Duration = Duration::from_secs(30);

/// Whether the bot answers now.
async fn answers(discord: &Standin, ana: &Member) -> bool {
    let general = discord.server("Reading club").channel("general");
    ana.slash(&general, "quote").await.is_ok()
}

async fn started() -> (Standin, crate::support::Bot, Member) {
    let (discord, bot) = crate::support::start().await;
    let ana = discord.server("Reading club").member("ana");
    (discord, bot, ana)
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_replayed() {
    let (discord, _bot, ana) = started().await;
    discord.gateway().drop_connections();
    assert!(answers(&discord, &ana).await, "sent while nobody was connected, and replayed");
    let resumed = |sessions: &[standin::SessionInfo]| sessions.iter().any(|s| s.resumes == 1);
    discord.gateway().wait_for(resumed, SOON).await;
    assert_eq!(discord.gateway().identifies(), 1);
    discord.assert_clean();
}

#[tokio::test]
async fn closes_and_requests_to_reconnect() {
    let (discord, _bot, ana) = started().await;
    let control = discord.gateway();
    for (n, act) in [
        &(|| control.close(Some(4000))) as &dyn Fn(),
        &|| control.close(Some(1001)),
        &|| control.ask_to_reconnect(),
        &|| control.invalidate(true),
    ]
    .into_iter()
    .enumerate()
    {
        act();
        let resumed = move |sessions: &[standin::SessionInfo]| {
            sessions.iter().any(|s| s.connected && s.resumes == n as u64 + 1)
        };
        control.wait_for(resumed, SOON).await;
        assert!(answers(&discord, &ana).await);
    }
    assert_eq!(control.identifies(), 1);
}

#[tokio::test]
async fn a_session_that_cannot_be_resumed() {
    let (discord, _bot, ana) = started().await;
    discord.gateway().fail_resumes(1);
    discord.gateway().close(Some(4000));
    let identified = |_: &[standin::SessionInfo]| discord.gateway().identifies() == 2;
    discord.gateway().wait_for(identified, SOON).await;
    discord.ready().await;
    assert!(answers(&discord, &ana).await);
}

#[tokio::test]
async fn heartbeats_that_are_not_acknowledged() {
    let options = Options { heartbeat_interval: Duration::from_millis(300), ..Options::default() };
    let discord = Standin::start(options).await;
    let _bot = crate::support::bot(&discord).await;
    discord.gateway().acknowledge_heartbeats(false);
    let again = |_: &[standin::SessionInfo]| discord.gateway().identifies() > 1;
    discord.gateway().wait_for(again, SOON).await;
}

#[tokio::test]
async fn an_intent_that_was_not_granted() {
    use serenity::all::{ClientBuilder, GatewayIntents, HttpBuilder};
    let discord = Standin::start(Options::default()).await;
    let http = HttpBuilder::new(discord.token()).proxy(discord.url()).ratelimiter_disabled(true);
    let intents = GatewayIntents::GUILD_MEMBERS;
    let client = ClientBuilder::new_with_http(http.build(), intents).await;
    let error = client.expect("a client").start().await.expect_err("refused");
    assert!(format!("{error:?}").contains("Disallowed"), "{error:?}");
}

#[tokio::test]
async fn the_same_interaction_twice() {
    let (discord, _bot, ana) = started().await;
    let general = discord.server("Reading club").channel("general");
    discord.gateway().duplicate_next(1);
    let shown = ana.slash(&general, "quote").await.expect("an answer");
    let start = Instant::now();
    while shown.refused().is_empty() && start.elapsed() < SOON {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(shown.refused()[0].code, 40060);
    assert_eq!(general.messages().len(), 1);
}

#[tokio::test]
async fn an_interaction_that_cannot_be_decoded() {
    let (discord, _bot, ana) = started().await;
    discord.gateway().dispatch_raw("INTERACTION_CREATE", &json!({ "type": 99 }));
    discord.gateway().dispatch_raw("SOMETHING_NEW", &json!({}));
    assert!(answers(&discord, &ana).await);
}

#[tokio::test]
async fn many_at_once() {
    let discord = Standin::start(Options { answer_within: SOON, ..Options::default() }).await;
    let _bot = crate::support::bot(&discord).await;
    let club = discord.server("Reading club");
    let general = club.channel("general");
    let tasks: Vec<_> = (0..64)
        .map(|n| {
            let (ana, general) = (club.member(&format!("m{n}")), general.clone());
            tokio::spawn(async move { ana.slash(&general, "quote").await.map(|shown| shown.id) })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("an answer");
    }
    assert_eq!(general.messages().len(), 64);
    discord.assert_clean();
}

#[tokio::test]
async fn shards_get_what_is_theirs() {
    let options = Options { shards: 2, max_concurrency: 2, ..Options::default() };
    let club = Club::with(options).await;
    let other = club.discord.server("Another");
    let shard = |id: standin::Id| (id.0 >> 22) % 2;
    assert_ne!(shard(club.club.id), shard(other.id));
    assert!(matches!(club.quote().send().await, Err(Failure::NoBot)));
}

#[tokio::test]
async fn http_faults() {
    let club = Club::new().await;
    let token = format!("Bot {}", club.discord.token());
    let fail = |fault| club.discord.fail("POST /channels/*/messages", 1, fault);
    let path = club.messages();

    fail(Fault::Status(502));
    assert_eq!(club.call("POST", &path, text_body("a")).await.0, 502);
    fail(Fault::RateLimited { retry_after: Duration::from_millis(1500), global: true });
    let answer = club.raw("POST", &path, text_body("a"), &token).await;
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["retry-after"]),
        (429, &"2".parse().expect("a header"))
    );
    fail(Fault::garbage());
    assert_eq!(club.call("POST", &path, text_body("a")).await, (200, json!(null)));
    assert!(club.general.messages().is_empty(), "none of these did anything");

    let send = |text: &str| {
        let url = format!("{}/api/v10{path}", club.discord.url());
        let request = reqwest::Client::new().post(url).header("Authorization", token.clone());
        request.header("User-Agent", "x").json(&text_body(text)).send()
    };
    fail(Fault::DropBefore);
    assert!(send("before").await.is_err());
    assert!(club.general.messages().is_empty());
    fail(Fault::DropAfter);
    assert!(send("after").await.is_err());
    assert_eq!(club.general.last().expect("it was posted").content, "after");
    fail(Fault::Delay(Duration::from_millis(200)));
    let start = Instant::now();
    assert_eq!(club.call("POST", &path, text_body("late")).await.0, 200);
    assert!(start.elapsed() >= Duration::from_millis(200));
    assert_eq!(club.discord.faults_left(), [""; 0]);
    club.discord.refuse_connections(true);
    assert!(send("nobody listens").await.is_err());
    club.discord.refuse_connections(false);
    assert_eq!(send("again").await.expect("an answer").status(), 200);
    let statuses: Vec<u16> = club.discord.requests().iter().skip(1).map(|r| r.status).collect();
    assert_eq!(statuses, [502, 429, 200, 0, 0, 200, 200]);
    club.discord.assert_clean();
}
