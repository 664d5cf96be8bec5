//! `commonplace check` with a token: what it finds on Discord, and what `/settings` shows of it.

use std::process::{Command, Output};

use serde_json::Value;
use standin::{Fault, Permission, Standin};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

/// Runs `check` on the database of a bot.
fn check(discord: &Standin, database: &std::path::Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_commonplace"))
        .arg("check")
        .args(arguments)
        .current_dir(database.parent().unwrap())
        .env_clear()
        .env("DISCORD_TOKEN", discord.token())
        .env("COMMONPLACE_DISCORD_PROXY", discord.url())
        .env("COMMONPLACE_DATABASE_PATH", database)
        .output()
        .unwrap()
}

/// The findings on some subjects, without ids and addresses that differ from run to run.
fn about(harness: &DiscordHarness, subjects: &[&str]) -> String {
    let output = check(&harness.discord, &harness.database(), &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    let ids = [
        (harness.discord.bot_id().to_string(), "BOT"),
        (harness.club.id.to_string(), "CLUB"),
        (harness.general.id.to_string(), "GENERAL"),
    ];
    let told = |line: &&str| subjects.iter().any(|subject| line[9..].starts_with(subject));
    let lines: Vec<&str> = text.lines().filter(told).collect();
    ids.iter().fold(lines.join("\n"), |text, (id, name)| text.replace(id, name))
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_token_it_looks_at_everything_on_discord() {
    let harness = DiscordHarness::new().await;
    let shown = about(&harness, &["discord", "intents", "commands", "links", "invite"]);
    insta::assert_snapshot!(shown, @"
    ok       discord        the token is that of Commonplace (application BOT), in 1 server.
    ok       intents        no privileged intent is on, and none is needed.
    ok       commands       all 24 are registered.
    warning  links          the application has no link to a privacy policy or terms of service, which Discord asks for. Publish them (PRIVACY.md and TERMS.md are templates), and enter the addresses on the General Information page at https://discord.com/developers/applications.
    ok       invite         members can also add it to their own account.
    ok       invite         https://discord.com/oauth2/authorize?client_id=BOT&scope=bot+applications.commands&permissions=2269701238541312 asks for exactly what it needs.
    ");
    let output = check(&harness.discord, &harness.database(), &[]);
    assert_eq!(output.status.code(), Some(0), "warnings are no failure");
    harness.clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn intents_that_are_not_needed_links_and_commands_are_told() {
    let services = standin::Options {
        privileged_intents: 1 << 15,
        privacy_policy_url: Some("https://example.org/privacy".to_owned()),
        terms_of_service_url: Some("https://example.org/terms".to_owned()),
        ..lenient()
    };
    let discord = Standin::start(services).await;
    discord.server("Reading club");
    let folder = tempfile::tempdir().unwrap();
    let output = check(&discord, &folder.path().join("book.db"), &["--json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["version"], &report["level"]), (&1.into(), &"warning".into()));
    let finding = |subject: &str| {
        let all = report["findings"].as_array().unwrap();
        let found = all.iter().find(|finding| finding["subject"] == subject);
        let found = found.unwrap_or_else(|| panic!("nothing on {subject}: {report:#}"));
        format!("{}: {}", found["level"].as_str().unwrap(), found["finding"].as_str().unwrap())
    };
    assert_eq!(finding("intents"), "warning: Message Content Intent is on, and not needed");
    assert_eq!(finding("links"), "ok: the application links to its privacy policy and its terms");
    assert_eq!(finding("commands"), "warning: none is registered yet");
    assert!(discord.gateway().identifies() == 0, "it does not log in");
    discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_in_a_channel_is_told_by_name_there_and_in_settings() {
    let mut harness = DiscordHarness::new().await;
    let owner = harness.owner();
    said(&owner, &harness.general, "daily add time:9:00 timezone:UTC").await;
    said(&owner, &harness.general, "settings channel:#general").await;
    assert!(about(&harness, &["channel"]).starts_with("ok "), "{}", about(&harness, &["channel"]));

    harness.general.deny_bot(Permission::EMBED_LINKS);
    insta::assert_snapshot!(about(&harness, &["channel", "time zones"]), @"
    ok       time zones     that of 1 daily is known.
    error    channel        server CLUB: channel GENERAL: for daily 1, messages about problems: I need Embed Links in that channel. Allow it in the channel's settings, then try again.
    ");
    let output = check(&harness.discord, &harness.database(), &[]);
    assert_eq!(output.status.code(), Some(1));
    // What a bot knows of a channel can be ten seconds old.
    harness.kill_and_start().await;
    let shown = said(&owner, &harness.general, "settings").await;
    assert!(shown.ephemeral);
    assert!(shown.text().contains("I need Embed Links in that channel"), "{}", shown.text());
    let refused = harness.ana("settings").await;
    assert!(!refused.text().contains("Embed Links"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forum_that_wants_tags_is_told() {
    let harness = DiscordHarness::new().await;
    let forum = harness.club.forum("books", &["Power", "Liberty"], true);
    let owner = harness.owner();
    let line = "daily add time:9:00 timezone:UTC theme:power channel:#books";
    said(&owner, &harness.general, line).await;
    forum.remove_tag("Power");
    forum.remove_tag("Liberty");
    let shown = about(&harness, &["channel"]);
    assert!(shown.contains("That forum takes no post without a tag, and has none for "), "{shown}");
    harness.discord.command("help", SOON).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_and_a_discord_that_is_away_are_one_line() {
    let discord = Standin::start(lenient()).await;
    let folder = tempfile::tempdir().unwrap();
    let run = |token: &str, url: &str| {
        Command::new(env!("CARGO_BIN_EXE_commonplace"))
            .arg("check")
            .current_dir(folder.path())
            .env_clear()
            .env("DISCORD_TOKEN", token)
            .env("COMMONPLACE_DISCORD_PROXY", url)
            .output()
            .unwrap()
    };
    let output = run("MTIz.wrong.token", discord.url());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let line = text.lines().find(|line| line.contains("does not accept the token")).unwrap();
    assert!(line.starts_with("error    discord "), "{line}");
    assert!(!text.contains("wrong.token"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_discord_does_not_say_is_not_taken_for_well() {
    let harness = DiscordHarness::new().await;
    said(&harness.owner(), &harness.general, "daily add time:9:00 timezone:UTC").await;
    harness.discord.fail("GET /guilds/*/roles", 20, Fault::Status(500));
    let shown = about(&harness, &["server"]);
    assert!(shown.contains("Discord did not say everything about this server."), "{shown}");
    harness.discord.clear_faults();
    assert_eq!(about(&harness, &["server"]), "");
}
