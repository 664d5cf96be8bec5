//! A start that cannot succeed ends with one sentence; commands are registered when they change.

use std::time::Duration;

use commonplace::frontends::discord::{Options, StartError};
use standin::{Fault, Standin};

use crate::discord::harness::{Bot, DiscordHarness, SOON, hurried, lenient};

async fn fails(tune: impl FnOnce(&Standin, &mut Options)) -> StartError {
    let discord = Standin::start(lenient()).await;
    let mut options = hurried(&discord);
    tune(&discord, &mut options);
    let folder = tempfile::tempdir().unwrap();
    let mut bot = Bot::start(folder.path().join("book.db"), options);
    bot.ended().await.unwrap_err()
}

#[tokio::test]
async fn a_missing_token() {
    let error = fails(|_, options| options.token = "  ".to_owned()).await;
    assert!(matches!(error, StartError::NoToken));
}

#[tokio::test]
async fn a_wrong_token() {
    let error = fails(|_, options| options.token = "not.a.token".to_owned()).await;
    assert!(matches!(error, StartError::WrongToken), "{error}");
    assert!(!error.to_string().contains("not.a.token"));
}

#[tokio::test]
async fn a_token_that_no_header_can_hold() {
    let error = fails(|_, options| options.token = "not\na\ntoken".to_owned()).await;
    assert!(matches!(error, StartError::WrongToken), "{error}");
}

#[tokio::test]
async fn no_api_there() {
    let error = fails(|_, options| {
        options.proxy = Some("http://127.0.0.1:9".to_owned());
        options.patience = Duration::from_secs(1);
    })
    .await;
    assert!(error.to_string().contains("http://127.0.0.1:9"), "{error}");
}

#[tokio::test]
async fn a_server_without_the_bot() {
    let error = fails(|_, options| options.guild = Some("77".parse().unwrap())).await;
    assert!(matches!(error, StartError::Guild(_)), "{error}");
}

#[tokio::test]
async fn intents_that_are_refused() {
    let harness = DiscordHarness::new().await;
    harness.discord.gateway().close(Some(4014));
    let mut harness = harness;
    let error = harness.bot.ended().await.unwrap_err();
    assert!(matches!(error, StartError::Intents), "{error}");
}

#[tokio::test]
async fn a_token_that_is_withdrawn_stops_the_bot() {
    let mut harness = DiscordHarness::new().await;
    let body = r#"{"message": "401: Unauthorized", "code": 0}"#.to_owned();
    for which in ["POST /channels/*", "GET /users/@me"] {
        harness.discord.fail(which, 9, Fault::Answer { status: 401, body: body.clone() });
    }
    harness.ana("question text:Well?").await;
    harness.ana("answer text:Yes.").await;
    let error = harness.bot.ended().await.unwrap_err();
    assert!(matches!(error, StartError::WrongToken), "{error}");
    let refused = harness.discord.requests().iter().filter(|one| one.status == 401).count();
    assert!(refused <= 4, "{refused}");
}

#[tokio::test]
async fn a_token_that_the_gateway_refuses_once_is_asked_about() {
    let harness = DiscordHarness::new().await;
    harness.discord.gateway().close(Some(4004));
    harness.discord.gone().await;
    harness.discord.ready().await;
    harness.ana("quote").await;
}

/// Trap 5: serenity would turn to another address and try for ever.
#[tokio::test]
async fn an_api_that_is_not_ready_yet_is_waited_for() {
    let discord = Standin::start(lenient()).await;
    discord.fail("GET /gateway/bot", 6, Fault::Status(502));
    let folder = tempfile::tempdir().unwrap();
    let _bot = Bot::start(folder.path().join("book.db"), hurried(&discord));
    discord.ready().await;
    discord.assert_clean();
}

#[tokio::test]
async fn commands_are_registered_only_when_they_changed() {
    let mut harness = DiscordHarness::new().await;
    let puts = |harness: &DiscordHarness| {
        harness.discord.requests().iter().filter(|request| request.method == "PUT").count()
    };
    assert_eq!(puts(&harness), 1);
    harness.registered().await;
    harness.kill_and_start().await;
    harness.ana("help").await;
    assert_eq!(puts(&harness), 1);
    let help = harness.discord.command("help", SOON).await;
    assert_eq!(help["contexts"], serde_json::json!([0, 1, 2]));
    assert_eq!(help["integration_types"], serde_json::json!([0, 1]));
    let record = harness.discord.command("record", SOON).await;
    assert_eq!(record["contexts"], serde_json::json!([0]));
    assert!(help["default_member_permissions"].is_null());
    harness.clean();
}

#[tokio::test]
async fn many_shards_start_as_fast_as_they_may() {
    let services = standin::Options {
        shards: 4,
        max_concurrency: 4,
        identify_window: 10 * SOON,
        refuse_crowded_identify: true,
        ..lenient()
    };
    // If one waited for another, they would not be there in time.
    let harness = DiscordHarness::with(services, |options| options.pace.identify = 10 * SOON).await;
    for name in ["a", "b", "c", "d", "e"] {
        let server = harness.discord.server(name);
        crate::discord::harness::said(&server.member("ana"), &server.channel("hall"), "quote")
            .await;
    }
    harness.clean();
}

fn gateway(url: &str, remaining: u32) -> Fault {
    let limit = serde_json::json!({
        "total": 1000, "remaining": remaining, "reset_after": 3_600_000, "max_concurrency": 1,
    });
    let body = serde_json::json!({"url": url, "shards": 1, "session_start_limit": limit});
    Fault::Answer { status: 200, body: body.to_string() }
}

/// Discord would withdraw the token.
#[tokio::test]
async fn a_bot_that_has_logged_in_too_often_does_not_do_so_again() {
    let discord = Standin::start(lenient()).await;
    discord.fail("GET /gateway/bot", 1, gateway("ws://127.0.0.1:9", 0));
    let folder = tempfile::tempdir().unwrap();
    let mut bot = Bot::start(folder.path().join("book.db"), hurried(&discord));
    let error = bot.ended().await.unwrap_err();
    assert!(error.to_string().contains("61 minutes"), "{error}");
    assert_eq!(discord.gateway().identifies(), 0);
}

#[tokio::test]
async fn a_gateway_that_has_moved_is_found() {
    let discord = Standin::start(lenient()).await;
    discord.fail("GET /gateway/bot", 1, gateway("ws://127.0.0.1:9", 1000));
    let folder = tempfile::tempdir().unwrap();
    let mut options = hurried(&discord);
    options.pace.pause = Duration::from_millis(200);
    let _bot = Bot::start(folder.path().join("book.db"), options);
    discord.ready().await;
    discord.assert_clean();
}
