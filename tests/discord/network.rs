//! Answers that are not Discord's last word: one 401, a page of the network in front, an outage, a
//! channel that is slow.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use commonplace::clock::Clock;
use commonplace::messages::{Card, Effect};
use domain::{ChannelId, ServerId};
use standin::{Channel, Fault, Message, Permission, Refusal};

use tracing_subscriber::util::SubscriberInitExt;

use crate::discord::harness::{DiscordHarness, SOON, lenient, said, until};
use crate::discord::outbox::{OutboxHarness, about, number, says};

const LONG: Duration = Duration::from_secs(30);
const MESSAGES: &str = "POST /channels/*/messages";

fn fast() -> Clock {
    Clock::fast("2026-11-23T12:00:00Z".parse().unwrap(), 600)
}

fn place(of: &Channel) -> ChannelId {
    ChannelId(number(of.id))
}

#[tokio::test]
async fn one_401_is_asked_about_once_more() {
    for fault in [Fault::refusal(&Refusal::UNAUTHORIZED), Fault::page(401)] {
        for (which, times) in [
            ("GET /gateway/bot", 1),
            ("GET /users/@me", 1),
            ("PUT /applications/*", 1),
            (MESSAGES, 1),
            // That Discord knows the token is what it says when it is asked.
            (MESSAGES, 7),
            ("GET /channels/*", 1),
        ] {
            let discord = standin::Standin::start(lenient()).await;
            discord.fail(which, times, fault.clone());
            let harness = DiscordHarness::on(discord, |_| {}, None).await;
            harness.ana("question text:Well?").await;
            harness.ana("answer text:Indeed.").await;
            // After each of seven the pause is longer.
            harness.general.wait_for(says("Indeed."), 3 * SOON).await;
            let line = "daily add time:9:00 timezone:UTC thread:true";
            said(&harness.owner(), &harness.general, line).await;
            assert_eq!(harness.discord.faults_left(), [""; 0], "{which}");
        }
    }
}

#[tokio::test]
async fn a_page_of_the_network_in_front_is_no_verdict() {
    let intercepted = r#"{"message": "internal network error", "code": 40333}"#.to_owned();
    for fault in
        [Fault::page(403), Fault::Answer { status: 403, body: intercepted }, Fault::page(404)]
    {
        let harness = DiscordHarness::with(lenient(), |options| options.clock = fast()).await;
        let (owner, word) = (harness.owner(), harness.club.channel("word"));
        let daily = harness.club.channel("daily");
        for line in [
            "settings channel:#word",
            "daily add time:9:00 timezone:UTC days:sun channel:#daily",
            "seminar open themes:power channel:#general",
        ] {
            said(&owner, &harness.general, line).await;
        }
        said(&owner, &harness.general, "seminar start").await;
        said(&owner, &harness.general, "seminar next").await;
        harness.general.wait_for(says("hidden until"), SOON).await;
        harness.ana("answer text:Nobody.").await;
        for which in ["POST /channels/*", "PATCH /channels/*", "GET /channels/*/messages*"] {
            harness.discord.fail(which, 10_000, fault.clone());
        }
        said(&owner, &harness.general, "daily now").await;
        said(&owner, &harness.general, "seminar reveal").await;
        let list = async || said(&owner, &harness.general, "daily list").await.text();
        let told = async || list().await.contains("cannot be reached at the moment");
        until("the list tells of it", told).await;
        let list = list().await;
        assert!(!list.contains("Waits") && !list.contains("40333"), "{list}");
        harness.discord.clear_faults();
        daily.wait_for(|messages| messages.len() == 1, LONG).await;
        harness.general.wait_for(says("Nobody."), LONG).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(daily.messages().len(), 1);
        assert!(word.messages().is_empty(), "{:#?}", word.messages());
    }
}

/// Keeps what a bot logs.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn an_outage_is_logged_when_it_begins_and_when_it_ends() {
    let written = Written::default();
    let writer = written.clone();
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // With one subscriber only, `tracing` remembers that some other test's thread wanted nothing.
    let _ = tracing_subscriber::registry().try_init();
    let harness =
        DiscordHarness::logged(lenient(), |_| {}, Some(tracing::Dispatch::new(log))).await;
    harness.ana("question text:Well?").await;
    for which in ["POST /channels/*", "PATCH /channels/*", "GET *"] {
        harness.discord.fail(which, 1_000, Fault::Status(503));
    }
    harness.ana("answer text:Indeed.").await;
    let tries = || harness.discord.requests().iter().filter(|one| one.status == 503).count();
    let (tried_again, _) = tokio::join!(
        until("it is tried again", async || tries() >= 4),
        tokio::time::sleep(Duration::from_secs(12)),
    );
    let () = tried_again;
    assert!(tries() < 15, "{} tries in twelve seconds", tries());
    harness.discord.clear_faults();
    // As soon as anything gets through, what waits is tried, however long its pause has grown.
    harness.ana("quote").await;
    harness.general.wait_for(says("Indeed."), SOON).await;
    // Its edits come a moment later.
    harness.settled().await;
    let log = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    for line in ["Discord does not answer", "Discord answers again"] {
        assert_eq!(log.matches(line).count(), 1, "{line}:\n{log}");
    }
    assert!(!log.contains("refused job"), "{log}");
}

#[tokio::test]
async fn a_channel_that_is_away_or_slow_delays_no_other() {
    for fault in [
        Fault::Status(503),
        Fault::Delay(2 * SOON),
        Fault::RateLimited { retry_after: 2 * SOON, global: false },
    ] {
        let outbox = OutboxHarness::new().await;
        let (general, club) = (&outbox.harness.general, &outbox.harness.club);
        let which = format!("POST /channels/{}/messages", general.id);
        outbox.harness.discord.fail(&which, 1_000, fault.clone());
        for round in 1..=9 {
            let card = about(round, "Slow.");
            outbox.put(Effect::Post { place: place(general), card }).await;
        }
        let others = ["one", "two", "three"].map(|name| club.channel(name));
        for channel in &others {
            for words in ["First.", "Second."] {
                let card = Card::saying(words);
                outbox.put(Effect::Post { place: place(channel), card }).await;
            }
        }
        for channel in &others {
            let messages = channel.wait_for(|messages| messages.len() == 2, SOON).await;
            // Within a channel they keep their order.
            assert!(messages[0].text().contains("First."), "{messages:#?}");
        }
        assert!(general.messages().len() < 9, "{fault:?}");
    }
}

#[tokio::test]
async fn who_may_not_read_the_past_posts_nothing_twice() {
    let outbox = OutboxHarness::at(fast()).await;
    let (general, ana) = (&outbox.harness.general, &outbox.harness.ana);
    outbox.harness.ana("question text:Well?").await;
    general.wait_for(says("Well?"), SOON).await;
    general.deny_bot(Permission::READ_MESSAGE_HISTORY);
    outbox.harness.discord.fail(MESSAGES, 5, Fault::DropAfter);
    said(&outbox.harness.club.member("ben"), general, "answer text:Indeed.").await;
    let told = ana.dm().wait_for(|messages| !messages.is_empty(), LONG).await;
    assert!(told[0].text().contains("Read Message History"), "{}", told[0].text());
    let count = || {
        let messages = general.messages();
        messages.iter().filter(|one: &&Message| one.text().contains("Indeed.")).count()
    };
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(count(), 1);
    general.allow_bot(Permission::READ_MESSAGE_HISTORY);
    outbox.harness.settled().await;
    assert_eq!(count(), 1);
}

#[tokio::test]
async fn a_post_is_found_behind_many_newer_messages() {
    for newer in [160, 2_500] {
        let outbox = OutboxHarness::at(fast()).await;
        let general = &outbox.harness.general;
        outbox.harness.discord.fail(MESSAGES, 5, Fault::DropAfter);
        outbox.put(Effect::Post { place: place(general), card: about(7, "Here.") }).await;
        general.wait_for(says("Here."), SOON).await;
        for _ in 0..newer {
            outbox.harness.ana.says(general, "So it is.");
        }
        outbox.harness.settled().await;
        let ours = general.messages().iter().filter(|one| one.text().contains("Here.")).count();
        assert_eq!(ours, 1, "behind {newer} messages");
        outbox.put(Effect::Edit { card: about(7, "There.") }).await;
        general.wait_for(says("There."), SOON).await;
    }
}

#[tokio::test]
async fn no_command_is_there_twice_whichever_scope_came_first() {
    let mut harness = DiscordHarness::new().await;
    let all = harness.discord.global_commands().len();
    let club = ServerId(number(harness.club.id));
    for guild in [Some(club), None, Some(club)] {
        harness.registered().await;
        harness.restart_with(|options| options.guild = guild).await;
        let moved = async {
            loop {
                let lists = [harness.discord.global_commands(), harness.club.own_commands()];
                let [global, own] = lists.map(|list| list.len());
                if (global, own) == if guild.is_some() { (0, all) } else { (all, 0) } {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(SOON, moved).await.expect("a command is there twice, or not at all");
        harness.ana("help").await;
    }
}
