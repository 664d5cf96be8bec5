//! What the bot survives without a person: an hour without Discord, limits without numbers, an answer
//! that comes too late, no file descriptor left.

use std::time::Duration;

use commonplace::clock::Clock;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use standin::{Channel, Fault, Message, Standin};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said, until};
use crate::discord::outbox::says;
use crate::discord::slow::Lock;

const LONG: Duration = Duration::from_secs(60);

/// How often words stand in a channel.
fn count(channel: &Channel, words: &str) -> usize {
    channel.messages().iter().filter(|message| message.text().contains(words)).count()
}

#[tokio::test]
async fn an_hour_without_discord_loses_and_doubles_nothing() {
    // A minute is a tenth of a second.
    let clock = Clock::fast("2026-11-23T08:20:00Z".parse().unwrap(), 600);
    let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let daily = harness.club.channel("daily");
    harness.ana("question text:Well?").await;
    harness.general.wait_for(says("Well?"), SOON).await;
    // What is posted from now on meets the outage.
    harness.discord.fail("POST /channels/*", 10_000, Fault::Status(503));
    let due = clock.now() + SignedDuration::from_mins(50);
    let time = due.to_zoned(TimeZone::UTC).strftime("%H:%M");
    let add = format!("daily add time:{time} timezone:UTC channel:#daily");
    said(&harness.owner(), &harness.general, &add).await;
    harness.ana("answer text:Indeed.").await;
    harness.discord.fail("*", 1_000_000, Fault::DropBefore);
    harness.discord.refuse_connections(true);
    harness.discord.gateway().drop_connections();
    while clock.now() < due + SignedDuration::from_mins(20) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(daily.messages().is_empty());
    harness.discord.clear_faults();
    harness.discord.refuse_connections(false);
    harness.general.wait_for(says("Indeed."), LONG).await;
    daily.wait_for(|messages: &[Message]| messages.len() == 1, LONG).await;
    harness.discord.ready().await;
    harness.ana("quote").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!((count(&harness.general, "Indeed."), daily.messages().len()), (1, 1));
}

#[tokio::test]
async fn a_storm_of_limits_without_numbers_is_waited_out() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    harness.ana("question text:Well?").await;
    let storm = Fault::Answer { status: 429, body: "<html>slow down</html>".to_owned() };
    harness.discord.fail("* /channels/*", 10_000, storm.clone());
    for method in ["POST", "PATCH", "GET"] {
        harness.discord.fail(&format!("{method} /channels/*"), 10_000, storm.clone());
    }
    harness.discord.fail("POST /interactions/*", 1, storm);
    for (member, words) in [(&harness.ana, "Indeed."), (&ben, "Not at all.")] {
        let receipt = said(member, &harness.general, &format!("answer text:\"{words}\"")).await;
        assert!(receipt.text().contains("is recorded"), "{}", receipt.text());
    }
    until("it is tried again", async || harness.discord.invalid_requests() >= 3).await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    let refused = harness.discord.invalid_requests();
    // Discord bans an address after 10,000 in ten minutes.
    assert!(refused < 40, "{refused} in some seconds");
    assert_eq!(count(&harness.general, "Indeed."), 0);
    harness.discord.clear_faults();
    for words in ["Indeed.", "Not at all."] {
        harness.general.wait_for(says(words), LONG).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(count(&harness.general, "Indeed.") + count(&harness.general, "Not at all."), 2);
}

#[tokio::test]
async fn an_answer_that_was_said_to_be_coming_comes_after_the_outage() {
    let services = standin::Options { patience: 2 * SOON, ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    harness.ana("question text:Well?").await;
    harness.discord.fail("PATCH /webhooks/*", 6, Fault::Status(503));
    let lock = Lock::on(&harness).await;
    let (receipt, ()) =
        tokio::join!(harness.ana("answer text:Indeed."), lock.until_deferred(&harness));
    assert!(receipt.deferred && receipt.text().contains("is recorded"), "{}", receipt.text());
    assert_eq!(harness.discord.faults_left(), [""; 0]);
}

#[tokio::test]
async fn a_card_whose_answer_comes_too_late_is_posted_all_the_same() {
    // Whoever asks has no long patience with what never comes.
    let services = standin::Options { patience: Duration::from_secs(10), ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    let lock = Lock::on(&harness).await;
    let asks = harness.ana.slash(&harness.general, "question text:Well?");
    let (asked, ()) = tokio::join!(asks, async {
        lock.deferred(&harness, 1).await;
        // Fifteen minutes are over.
        harness.discord.expire_tokens();
        lock.release().await;
    });
    assert!(asked.is_err(), "{asked:?}");
    let questions = |messages: &[Message]| {
        messages.iter().filter(|it| it.text().contains("Well?")).count() == 1
    };
    harness.general.wait_for(questions, SOON).await;
    harness.ana("answer text:Indeed.").await;
    harness.general.wait_for(says("1 answer."), SOON).await;
    assert_eq!(count(&harness.general, "Well?"), 1);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn without_a_file_descriptor_left_it_goes_on_as_soon_as_there_is_one() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};

    use crate::discord::program::{Program, command};

    let discord = Standin::start(lenient()).await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program(command(&discord, &folder, "run.log").spawn().unwrap());
    discord.ready().await;
    discord.command("question", SOON).await;
    said(&ana, &general, "question text:Well?").await;
    general.wait_for(says("Well?"), SOON).await;
    // All that an answer needs is open after the first.
    said(&club.member("ben"), &general, "answer text:Perhaps.").await;
    general.wait_for(says("Perhaps."), SOON).await;

    let id = Pid::from_raw(i32::try_from(program.0.id()).unwrap());
    let limit = |current| {
        let limit = Rlimit { current: Some(current), maximum: Some(4_096) };
        prlimit(id, Resource::Nofile, limit).unwrap();
    };
    limit(4_096);
    // What it has open it keeps; nothing new can be opened.
    limit(3);
    discord.fail("POST /channels/*", 10_000, Fault::DropBefore);
    let receipt = said(&ana, &general, "answer text:Indeed.").await;
    let log = std::fs::read_to_string(folder.path().join("run.log")).unwrap();
    assert!(receipt.text().contains("is recorded"), "{}\n{log}", receipt.text());
    // Every connection it had is gone.
    discord.fail("*", 20, Fault::DropBefore);
    discord.gateway().drop_connections();
    tokio::time::sleep(Duration::from_secs(4)).await;
    discord.clear_faults();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(count(&general, "Indeed."), 0, "it had a connection left");
    assert!(program.0.try_wait().unwrap().is_none(), "it has ended");

    limit(4_096);
    general.wait_for(says("Indeed."), LONG).await;
    discord.ready().await;
    said(&ana, &general, "quote").await;
    assert_eq!(count(&general, "Indeed."), 1);
}
