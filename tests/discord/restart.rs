//! One process follows another: the sessions go on, and whoever asks in between is answered once.

mod crash;
mod shards;
mod swift;

use std::time::Duration;

use standin::{Exchange, Failure, Fault, Refusal};

use crate::discord::harness::{DiscordHarness, SOON, lenient};
use crate::discord::slow::Lock;

fn resumes(harness: &DiscordHarness) -> u64 {
    harness.discord.gateway().sessions().iter().map(|session| session.resumes).sum()
}

#[tokio::test]
async fn who_asks_between_two_processes_is_answered_by_the_second() {
    let mut harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    harness.stop().await;
    let press = harness.ana.prepare(&harness.general, "quote theme:power", &[]).unwrap();
    let form = harness.ana.prepare_press(&question, "Answer").unwrap();
    let (quote, form, ()) = tokio::join!(press.send(), form.send(), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        harness.start();
    });
    assert_eq!(quote.unwrap().labels()[..3], ["Another", "Discuss", "Keep"]);
    // A form cannot follow a deferred answer.
    let form = form.unwrap().modal().unwrap();
    let told = harness.ana.submit(&form, &[("text", "Because.")]).await.unwrap();
    assert!(told.text().contains("recorded"), "{}", told.text());
    assert_eq!((harness.discord.gateway().identifies(), resumes(&harness)), (1, 1));
    harness.clean();
}

#[tokio::test]
async fn while_what_is_in_hand_is_finished_whoever_asks_is_answered() {
    let mut harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    let lock = Lock::on(&harness).await;
    let slow = harness.ana.prepare(&harness.general, "answer text:\"Just in time.\"", &[]).unwrap();
    let ben = harness.club.member("ben");
    let other = ben.prepare(&harness.general, "answer text:\"At the end.\"", &[]).unwrap();
    let slow = tokio::spawn(slow.send());
    lock.deferred(&harness, 1).await;
    harness.bot.ask_to_stop();
    let other = tokio::spawn(other.send());
    lock.deferred(&harness, 2).await;
    lock.release().await;
    let [slow, other] = [slow.await.unwrap().unwrap(), other.await.unwrap().unwrap()];
    assert!(slow.text().contains("recorded") && other.text().contains("recorded"));
    harness.bot.ended().await.unwrap();
    let refused = other.refused();
    // Nothing is replayed after an orderly end.
    harness.start();
    harness.ready().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(other.refused(), refused);
    harness.clean();
}

#[tokio::test]
async fn a_session_that_discord_has_given_up_costs_one_login() {
    for lost in ["resume", "close"] {
        let mut harness = DiscordHarness::new().await;
        harness.stop().await;
        match lost {
            "resume" => harness.discord.gateway().fail_resumes(1),
            _ => harness.discord.gateway().close(Some(4009)),
        }
        harness.start();
        harness.ready().await;
        assert_eq!((harness.discord.gateway().identifies(), resumes(&harness)), (2, 0), "{lost}");
        harness.ana("quote").await;
        harness.clean();
    }
}

#[tokio::test]
async fn with_another_number_of_shards_all_log_in_anew() {
    let mut harness = DiscordHarness::new().await;
    harness.stop().await;
    let path = harness.database().with_file_name("book.db-sessions");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replace("\"shard\":[0,1]", "\"shard\":[0,2]");
    std::fs::write(&path, text).unwrap();
    harness.start();
    harness.ready().await;
    assert_eq!((harness.discord.gateway().identifies(), resumes(&harness)), (2, 0));
    harness.clean();
}

#[tokio::test]
async fn a_resume_waits_for_nothing_that_is_asked_of_the_api() {
    let mut harness = DiscordHarness::new().await;
    harness.stop().await;
    harness.discord.fail("GET /gateway/bot", 99, Fault::Status(503));
    harness.discord.fail("GET /users/*", 99, Fault::Status(503));
    harness.start();
    harness.discord.ready().await;
    harness.ana("quote").await;
    harness.discord.clear_faults();
    harness.clean();
}

/// A token that was replaced while no process was there.
#[tokio::test]
async fn a_wrong_token_is_still_one_sentence() {
    let mut harness = DiscordHarness::new().await;
    harness.stop().await;
    harness.discord.fail("GET /gateway/bot", 99, Fault::refusal(&Refusal::UNAUTHORIZED));
    harness.discord.fail("GET /users/@me", 99, Fault::refusal(&Refusal::UNAUTHORIZED));
    harness.start();
    let ended = harness.bot.ended().await;
    assert!(ended.unwrap_err().to_string().contains("does not accept the token"));
}

/// A form that was sent while no process was there for long: Discord takes no answer any more.
#[tokio::test]
async fn a_text_that_came_too_late_is_given_back_where_nobody_else_reads_it() {
    let services = standin::Options { answer_within: Duration::from_millis(300), ..lenient() };
    let mut harness = DiscordHarness::with(services, |_| {}).await;
    let question = harness.ana("question text:Well?").await;
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    harness.stop().await;
    let told: Result<Exchange, Failure> = harness.ana.submit(&form, &[("text", "Mine.")]).await;
    assert!(matches!(told, Err(Failure::NoAnswer(_))), "{told:?}");
    harness.start();
    harness.ready().await;
    let given_back = |messages: &[standin::Message]| messages.len() == 1;
    let messages = harness.ana.dm().wait_for(given_back, SOON).await;
    let text = messages[0].text();
    assert!(text.contains("nothing was changed") && text.contains("Mine."), "{text}");
    // Nothing was recorded of which its member was told that it had failed.
    let shown = harness.general.messages();
    assert!(shown[0].text().contains("No answers yet") || !shown[0].text().contains("1 answer"));
    harness.clean();
}
