//! The program itself with `[discord] listen`, and what `check` says of the ways in.

use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

use commonplace::frontends::discord::StartError;
use standin::Standin;

use crate::discord::harness::{Bot, SOON, hurried, lenient, said};
use crate::discord::program::{Program, command};

/// What follows a text in the log, up to the next blank.
async fn logged(folder: &tempfile::TempDir, before: &str) -> String {
    let start = Instant::now();
    loop {
        let log = std::fs::read_to_string(folder.path().join("run.log")).unwrap();
        if let Some((_, rest)) = log.split_once(before) {
            return rest.split_whitespace().next().unwrap_or_default().to_owned();
        }
        assert!(start.elapsed() < SOON, "{before} is not logged: {log}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_serves_interactions_without_a_gateway_and_says_how_it_is() {
    let discord = Standin::start(lenient()).await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let folder = tempfile::tempdir().unwrap();
    let mut program = command(&discord, &folder, "run.log");
    program
        .env("COMMONPLACE_DISCORD_LISTEN", "127.0.0.1:0")
        .env("COMMONPLACE_TELEMETRY_LISTEN", "127.0.0.1:0");
    let _program = Program(program.spawn().unwrap());
    let interactions = logged(&folder, "interactions are served at ").await;
    let metrics = logged(&folder, "metrics are served at ").await;
    discord.command("help", SOON).await;
    logged(&folder, "Discord sends interactions over the gateway, and this bot listens").await;
    discord.save_interactions_endpoint(&interactions).await.unwrap();
    said(&ana, &general, "quote").await;
    let ready = reqwest::get(metrics.replace("/metrics", "/ready")).await.unwrap();
    assert_eq!(ready.text().await.unwrap(), "ready\n");
    let page = reqwest::get(&metrics).await.unwrap().text().await.unwrap();
    for line in [
        "commonplace_endpoint_requests_total{outcome=\"answered\"} 1",
        "commonplace_endpoint_requests_total{outcome=\"ping\"} 1",
        "commonplace_endpoint_requests_total{outcome=\"bad_signature\"} 1",
        "commonplace_commands_total{command=\"quote\",outcome=\"done\"} 1",
    ] {
        assert!(page.contains(line), "{line}:\n{page}");
    }
    assert_eq!(discord.gateway().identifies(), 0);
    discord.assert_clean();
}

#[tokio::test]
async fn an_address_that_is_taken_is_one_sentence() {
    let discord = Standin::start(lenient()).await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = hurried(&discord);
    options.listen = Some(taken.local_addr().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let error = Bot::start(folder.path().join("book.db"), options).ended().await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }), "{error}");
    assert!(error.to_string().contains("address already in use"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_process_has_all_servers_that_come_by_http() {
    let discord = Standin::start(lenient()).await;
    let folder = tempfile::tempdir().unwrap();
    let mut program = command(&discord, &folder, "run.log");
    program.env("COMMONPLACE_DISCORD_LISTEN", "127.0.0.1:0");
    program.env("COMMONPLACE_DISCORD_SHARDS", "0-1/4");
    let ended = program.status().unwrap();
    assert_eq!(ended.code(), Some(78));
    logged(&folder, "unset `shards` or `listen`").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn check_tells_when_interactions_come_by_the_other_way() {
    for (url, listen, level) in [
        (None, None, "ok"),
        (Some("https://example.org/interactions"), None, "error"),
        (None, Some("8080"), "error"),
        (Some("https://example.org/interactions"), Some("8080"), "ok"),
    ] {
        let services =
            standin::Options { interactions_endpoint_url: url.map(str::to_owned), ..lenient() };
        let discord = Standin::start(services).await;
        let folder = tempfile::tempdir().unwrap();
        let mut check = Command::new(env!("CARGO_BIN_EXE_commonplace"));
        check.arg("check").current_dir(folder.path()).env_clear();
        check.env("DISCORD_TOKEN", discord.token());
        check.env("COMMONPLACE_DISCORD_PROXY", discord.url());
        if let Some(listen) = listen {
            check.env("COMMONPLACE_DISCORD_LISTEN", listen);
        }
        let shown = String::from_utf8(check.output().unwrap().stdout).unwrap();
        let line = shown.lines().find(|line| line[9..].starts_with("endpoint")).unwrap();
        assert!(line.starts_with(level), "{url:?} {listen:?}: {line}");
        assert_eq!(line.contains("nobody is answered"), level == "error", "{line}");
        assert!(url.is_none_or(|url| line.contains(url)), "{line}");
    }
}
