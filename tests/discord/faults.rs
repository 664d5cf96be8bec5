//! Discord fails, and nothing is lost or doubled.

use std::time::{Duration, Instant};

use standin::{Fault, Permission, Rates};

use crate::discord::harness::{DISCORD_WAITS, DiscordHarness, SOON, lenient, said, until};

const CALLBACK: &str = "POST /interactions/*";
const MESSAGES: &str = "POST /channels/*/messages";

/// Ana answers a question, and her answer is posted once.
async fn answered_once(harness: &DiscordHarness) {
    harness.ana("question text:Well?").await;
    harness.ana("answer text:Indeed.").await;
    let posted = |messages: &[standin::Message]| {
        messages.len() == 2 && messages[0].text().contains("1 answer.")
    };
    harness.general.wait_for(posted, Duration::from_secs(20)).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(harness.general.messages().len(), 2);
}

#[tokio::test]
async fn an_answer_survives_what_passes() {
    let harness = DiscordHarness::new().await;
    let pause = Duration::from_millis(300);
    for fault in [
        Fault::Status(500),
        Fault::Status(502),
        Fault::DropBefore,
        Fault::RateLimited { retry_after: pause, global: false },
        Fault::RateLimited { retry_after: pause, global: true },
        Fault::Delay(Duration::from_millis(700)),
    ] {
        harness.discord.fail(CALLBACK, 1, fault.clone());
        let shown = harness.ana("quote theme:power").await;
        assert!(shown.text().contains('>'), "{fault:?}");
        assert_eq!(harness.discord.faults_left(), [""; 0]);
    }
    harness.clean();
}

#[tokio::test]
async fn an_answer_whose_receipt_is_lost_is_not_given_twice() {
    let harness = DiscordHarness::new().await;
    harness.discord.fail(CALLBACK, 1, Fault::DropAfter);
    let question = harness.ana("question text:Well?").await;
    assert_eq!(harness.general.messages().len(), 1);
    // Its address is known all the same.
    harness.ana("answer text:Indeed.").await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    harness.general.wait_for(counted, SOON).await;
    assert_eq!(question.now().unwrap().id, harness.general.messages()[0].id);
    harness.clean();
}

#[tokio::test]
async fn posts_survive_429_and_500() {
    for fault in [
        Fault::Status(500),
        Fault::Status(503),
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::garbage(),
        Fault::RateLimited { retry_after: Duration::from_millis(500), global: false },
        Fault::RateLimited { retry_after: Duration::from_millis(500), global: true },
    ] {
        let harness = DiscordHarness::new().await;
        harness.discord.fail(MESSAGES, 2, fault.clone());
        answered_once(&harness).await;
        // The count does not wait for the post.
        harness.met_all_faults().await;
        harness.clean();
    }
}

#[tokio::test]
async fn a_post_whose_receipt_was_lost_with_the_bot_is_found_again() {
    let mut harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    harness.discord.fail(MESSAGES, 1, Fault::Delay(Duration::from_secs(5)));
    harness.ana("answer text:Indeed.").await;
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    harness.kill_and_start().await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    harness.general.wait_for(counted, SOON).await;
    let form = harness.ana("answer").await.modal().unwrap();
    harness.ana.submit(&form, &[("text", "Indeed not.")]).await.unwrap();
    let edited = |messages: &[standin::Message]| {
        messages.len() == 2 && messages[1].text().contains("Indeed not.")
    };
    harness.general.wait_for(edited, SOON).await;
}

#[tokio::test]
async fn discords_own_limits_are_kept() {
    let services = standin::Options { rates: Rates::like_discord(), ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    harness.ana("question text:Well?").await;
    for n in 0..12 {
        let member = harness.club.member(&format!("member{n}"));
        said(&member, &harness.general, "answer text:Here.").await;
    }
    let all = |messages: &[standin::Message]| {
        messages.len() == 13 && messages[0].text().contains("12 answers.")
    };
    harness.general.wait_for(all, Duration::from_secs(40)).await;
    let limited = harness.discord.requests().iter().filter(|one| one.status == 429).count();
    assert!(limited <= 2, "{limited} requests ran into a limit");
    harness.clean();
}

/// Trap 2: one answer does not delay another.
#[tokio::test]
async fn a_limited_answer_delays_no_other() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let fault = Fault::RateLimited { retry_after: Duration::from_millis(1500), global: false };
    harness.discord.fail(CALLBACK, 1, fault);
    let slow = async {
        harness.ana("quote").await;
        Instant::now()
    };
    let quick = async {
        harness.met_all_faults().await;
        said(&ben, &harness.general, "quote").await;
        Instant::now()
    };
    let (slow, quick) = tokio::join!(slow, quick);
    assert!(quick < slow, "it came {:?} after the one that was limited", quick - slow);
    harness.clean();
}

/// Trap 10: a request that hangs does not hang us.
#[tokio::test]
async fn a_request_that_hangs_is_given_up() {
    let services = standin::Options { answer_within: DISCORD_WAITS, ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    harness.discord.fail(CALLBACK, 1, Fault::Delay(Duration::from_secs(60)));
    // The first try hangs; the second finds that Discord has taken neither.
    let _ = harness.ana.slash(&harness.general, "quote").await;
    harness.ana("quote").await;
}

#[tokio::test]
async fn a_permission_that_is_missing_is_named() {
    let harness = DiscordHarness::new().await;
    let daily = harness.club.channel("daily");
    daily.deny_bot(Permission::SEND_MESSAGES);
    let line = "daily add time:9:00 timezone:UTC channel:#daily";
    let refused = said(&harness.owner(), &harness.general, line).await;
    assert!(refused.text().contains("Send Messages"), "{}", refused.text());
    daily.allow_bot(Permission::SEND_MESSAGES);
    tokio::time::sleep(Duration::from_secs(11)).await;
    said(&harness.owner(), &harness.general, line).await;
    daily.deny_bot(Permission::EMBED_LINKS);
    daily.deny_bot(Permission::SEND_MESSAGES);
    said(&harness.owner(), &harness.general, "daily now").await;
    let named = async || {
        let list = said(&harness.owner(), &harness.general, "daily list").await;
        list.text().contains("Send Messages")
    };
    until("the list names it", named).await;
}
