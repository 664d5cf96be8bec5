//! Discord fails, and nothing is lost or doubled.

use std::time::{Duration, Instant};

use standin::{Fault, Permission, Rates};

use crate::stage::{SOON, Stage, lenient, said};

const CALLBACK: &str = "POST /interactions/*";
const MESSAGES: &str = "POST /channels/*/messages";

/// Ana answers a question, and her answer is posted once.
async fn answered_once(stage: &Stage) {
    stage.ana("question text:Well?").await;
    stage.ana("answer text:Indeed.").await;
    let posted = |messages: &[standin::Message]| {
        messages.len() == 2 && messages[0].text().contains("1 answer.")
    };
    stage.general.wait_for(posted, Duration::from_secs(20)).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.general.messages().len(), 2);
}

#[tokio::test]
async fn an_answer_survives_what_passes() {
    let stage = Stage::new().await;
    let pause = Duration::from_millis(300);
    for fault in [
        Fault::Status(500),
        Fault::Status(502),
        Fault::DropBefore,
        Fault::RateLimited { retry_after: pause, global: false },
        Fault::RateLimited { retry_after: pause, global: true },
        Fault::Delay(Duration::from_millis(700)),
    ] {
        stage.discord.fail(CALLBACK, 1, fault.clone());
        let shown = stage.ana("quote theme:power").await;
        assert!(shown.text().contains('>'), "{fault:?}");
        assert_eq!(stage.discord.faults_left(), 0);
    }
    stage.clean();
}

#[tokio::test]
async fn an_answer_whose_receipt_is_lost_is_not_given_twice() {
    let stage = Stage::new().await;
    stage.discord.fail(CALLBACK, 1, Fault::DropAfter);
    let question = stage.ana("question text:Well?").await;
    assert_eq!(stage.general.messages().len(), 1);
    // Its address is known all the same.
    stage.ana("answer text:Indeed.").await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    stage.general.wait_for(counted, SOON).await;
    assert_eq!(question.now().unwrap().id, stage.general.messages()[0].id);
    stage.clean();
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
        let stage = Stage::new().await;
        stage.discord.fail(MESSAGES, 2, fault.clone());
        answered_once(&stage).await;
        assert_eq!(stage.discord.faults_left(), 0, "{fault:?}");
        stage.clean();
    }
}

#[tokio::test]
async fn a_post_whose_receipt_was_lost_with_the_bot_is_found_again() {
    let mut stage = Stage::new().await;
    stage.ana("question text:Well?").await;
    stage.discord.fail(MESSAGES, 1, Fault::Delay(Duration::from_secs(5)));
    stage.ana("answer text:Indeed.").await;
    stage.general.wait_for(|messages| messages.len() == 2, SOON).await;
    stage.kill_and_start().await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    stage.general.wait_for(counted, SOON).await;
    let form = stage.ana("answer").await.modal().unwrap();
    stage.ana.submit(&form, &[("text", "Indeed not.")]).await.unwrap();
    let edited = |messages: &[standin::Message]| {
        messages.len() == 2 && messages[1].text().contains("Indeed not.")
    };
    stage.general.wait_for(edited, SOON).await;
}

#[tokio::test]
async fn discords_own_limits_are_kept() {
    let services = standin::Options { rates: Rates::like_discord(), ..lenient() };
    let stage = Stage::with(services, |_| {}).await;
    stage.ana("question text:Well?").await;
    for n in 0..12 {
        let member = stage.club.member(&format!("member{n}"));
        said(&member, &stage.general, "answer text:Here.").await;
    }
    let all = |messages: &[standin::Message]| {
        messages.len() == 13 && messages[0].text().contains("12 answers.")
    };
    stage.general.wait_for(all, Duration::from_secs(40)).await;
    let limited = stage.discord.requests().iter().filter(|one| one.status == 429).count();
    assert!(limited <= 2, "{limited} requests ran into a limit");
    stage.clean();
}

/// Trap 2: one answer does not delay another.
#[tokio::test]
async fn a_limited_answer_delays_no_other() {
    let stage = Stage::new().await;
    let ben = stage.club.member("ben");
    let fault = Fault::RateLimited { retry_after: Duration::from_millis(1500), global: false };
    stage.discord.fail(CALLBACK, 1, fault);
    let slow = stage.ana("quote");
    let quick = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let start = Instant::now();
        said(&ben, &stage.general, "quote").await;
        start.elapsed()
    };
    let (_, quick) = tokio::join!(slow, quick);
    assert!(quick < Duration::from_millis(1000), "{quick:?}");
    stage.clean();
}

/// Trap 10: a request that hangs does not hang us.
#[tokio::test]
async fn a_request_that_hangs_is_given_up() {
    let stage = Stage::new().await;
    stage.discord.fail(CALLBACK, 1, Fault::Delay(Duration::from_secs(60)));
    // The first try hangs; the second finds that Discord has taken neither.
    let _ = stage.ana.slash(&stage.general, "quote").await;
    stage.ana("quote").await;
}

#[tokio::test]
async fn a_permission_that_is_missing_is_named() {
    let stage = Stage::new().await;
    let daily = stage.club.channel("daily");
    daily.deny_bot(Permission::SEND_MESSAGES);
    let line = "daily add time:9:00 timezone:UTC channel:#daily";
    let refused = said(&stage.owner(), &stage.general, line).await;
    assert!(refused.text().contains("Send Messages"), "{}", refused.text());
    daily.allow_bot(Permission::SEND_MESSAGES);
    tokio::time::sleep(Duration::from_secs(11)).await;
    said(&stage.owner(), &stage.general, line).await;
    daily.deny_bot(Permission::EMBED_LINKS);
    daily.deny_bot(Permission::SEND_MESSAGES);
    said(&stage.owner(), &stage.general, "daily now").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let list = said(&stage.owner(), &stage.general, "daily list").await;
    assert!(list.text().contains("Send Messages"), "{}", list.text());
}
