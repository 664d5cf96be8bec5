//! Many shards at once: resumes wait for nobody, and what cannot be resumed logs in one by one.

use std::time::Instant;

use commonplace::frontends::discord::Options;
use commonplace::store::{Mode, Store};
use standin::Standin;

use super::resumes;
use crate::discord::harness::{Bot, DiscordHarness, IDENTIFY_WINDOW, SOON, hurried, lenient};

/// So many shards, of which so many may log in at once.
fn many(shards: u64, max_concurrency: u64) -> standin::Options {
    standin::Options { shards, max_concurrency, refuse_crowded_identify: true, ..lenient() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_shards_resume_at_once_and_miss_nothing() {
    const SHARDS: u64 = 100;
    let discord = Standin::start(many(SHARDS, SHARDS)).await;
    let clubs: Vec<_> = (0..SHARDS).map(|club| discord.server(&format!("Club {club}"))).collect();
    let mut harness = DiscordHarness::on(discord, |_| {}, None).await;
    let logins = harness.discord.gateway().identifies();
    assert_eq!(logins, SHARDS);
    let before: u64 = harness.discord.gateway().sessions().iter().map(|it| it.seq).sum();
    harness.stop().await;

    let start = Instant::now();
    let presses = clubs.iter().map(async |club| {
        let (member, general) = (club.member("ana"), club.channel("general"));
        let quote = member.slash(&general, "quote").await.unwrap();
        assert!(!quote.text().is_empty());
        quote.took
    });
    let (took, ()) = tokio::join!(futures_util::future::join_all(presses), async {
        harness.start();
        harness.discord.ready().await;
    });
    let slowest = took.iter().max().copied().unwrap_or_default();
    let (ready, resumed) = (start.elapsed(), resumes(&harness));
    assert_eq!((harness.discord.gateway().identifies(), resumed), (logins, SHARDS));
    // Each shard has heard of its press and that it has resumed.
    let after: u64 = harness.discord.gateway().sessions().iter().map(|it| it.seq).sum();
    assert_eq!(after - before, 2 * SHARDS);
    println!(
        "{SHARDS} shards: {resumed} resumed, 0 logged in, 0 of {} presses missed; the slowest took \
         {slowest:.0?}, all were answered after {ready:.0?}",
        took.len(),
    );
    harness.clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn those_that_cannot_resume_log_in_within_the_limits() {
    const SHARDS: u64 = 24;
    // On a busy machine some arrive closer together than they were sent.
    let pace = |options: &mut Options| {
        options.pace.identify = 12 * IDENTIFY_WINDOW;
        options.pace.patience = SOON;
    };
    let mut harness = DiscordHarness::with(many(SHARDS, 8), pace).await;
    let logins = harness.discord.gateway().identifies();
    harness.stop().await;
    // A new process does not know when the one before identified.
    tokio::time::sleep(IDENTIFY_WINDOW).await;
    harness.discord.gateway().fail_resumes(16);
    harness.start();
    harness.ready().await;
    assert_eq!(harness.discord.gateway().identifies() - logins, 16);
    assert_eq!(resumes(&harness), SHARDS - 16);
    harness.clean();
}

/// A new version brings the database up to date, then resumes.
#[tokio::test]
async fn a_database_of_an_older_version_is_brought_up_to_date_first() {
    let discord = Standin::start(lenient()).await;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut options = hurried(&discord);
    options.sessions = Some(at("book.db-sessions"));
    let mut first = Bot::start(at("first.db"), options.clone());
    discord.ready().await;
    discord.command("help", SOON).await;
    first.ask_to_stop();
    first.ended().await.unwrap();

    std::fs::copy("tests/releases/0.1.0.db", at("book.db")).unwrap();
    let mut second = Bot::start(at("book.db"), options);
    discord.ready().await;
    assert_eq!(discord.gateway().identifies(), 1);
    second.ask_to_stop();
    second.ended().await.unwrap();
    Store::open(&at("book.db"), Mode::Look).await.unwrap();
    discord.assert_clean();
}
