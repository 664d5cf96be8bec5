//! A server moves to another database, and a bot goes on there: the buttons that hang on Discord work,
//! and what is due goes out once.

use std::time::Duration;

use commonplace::clock::Clock;
use commonplace::store::{Move, Which};
use domain::ServerId;

use crate::discord::harness::{DiscordHarness, lenient, said};
use crate::discord::outbox::number;

/// Ten minutes before nine, at some hundred times the usual speed.
fn soon_nine() -> Clock {
    Clock::fast("2026-11-23T08:40:00Z".parse().unwrap(), 60)
}

#[tokio::test]
async fn a_bot_goes_on_in_the_database_that_the_server_has_moved_to() {
    let mut harness = DiscordHarness::with(lenient(), |options| options.clock = soon_nine()).await;
    let daily = harness.club.channel("daily");
    let ben = harness.club.member("ben");
    said(&harness.owner(), &harness.general, "daily add time:9:00 timezone:UTC channel:#daily")
        .await;
    let question = harness.ana("question text:\"Who rules?\"").await;
    said(&ben, &harness.general, "answer text:\"All do.\" anonymous:true").await;
    said(&ben, &harness.general, "statement propose text:\"All of us.\"").await;
    let offers = |message: &&standin::Message| message.button("Agree").is_some();
    let proposed = |messages: &[standin::Message]| messages.iter().any(|it| offers(&it));
    let messages = harness.general.wait_for(proposed, Duration::from_secs(20)).await;
    let proposed = messages.iter().find(offers).unwrap().clone();
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();

    let server = ServerId(number(harness.club.id));
    let from = harness.database();
    harness.bot.ask_to_stop();
    harness.bot.ended().await.unwrap();
    let (which, now) = (Which::Server(server), soon_nine().now());
    let mut moving =
        Move::open((&from, &from.with_file_name("other.db")), &which, now, 1).await.unwrap();
    assert_eq!(moving.servers(), [server]);
    moving.take(server).await.unwrap();
    moving.close().await;
    harness.start_on("other.db").await;

    // Ben still is the author of what has no name, and the forms and buttons are those of before.
    let changed = ben.submit(&form, &[("text", "None does.")]).await.unwrap();
    assert!(changed.text().contains("changed"), "{}", changed.text());
    let agreed = harness.ana.press(&proposed, "Agree").await.unwrap();
    assert!(!agreed.text().contains("There is no"), "{}", agreed.text());
    let store = harness.bot.store();
    let rounds = store.read(server).rounds_on(None).await.unwrap();
    let answers = store.read(server).answers(rounds[0].id).await.unwrap();
    let texts: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(texts, ["None does."], "it was changed, and no second one was given");
    // The daily comes once, from there.
    let posted = daily.wait_for(|messages| messages.len() == 1, Duration::from_secs(60)).await;
    harness.ana.press(&posted[0], "Keep").await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(daily.messages().len(), 1);
    harness.clean();
}
