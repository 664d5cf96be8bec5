//! Answers that take long, because the database does.

use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Executor};

use crate::discord::harness::{DiscordHarness, lenient};

/// Keeps the bot from writing.
pub(super) async fn lock(harness: &DiscordHarness) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(harness.database());
    let mut connection = options.connect().await.unwrap();
    connection.execute("begin immediate").await.unwrap();
    connection
}

#[tokio::test]
pub(super) async fn an_answer_for_all_is_deferred_and_edited_in() {
    let harness = DiscordHarness::new().await;
    let mut other = lock(&harness).await;
    let (quote, ()) = tokio::join!(harness.ana("question text:Well?"), async {
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        other.execute("rollback").await.unwrap();
    });
    assert!(quote.deferred && !quote.ephemeral);
    // Its address is known, so it can be edited.
    harness.ana("answer text:Indeed.").await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    harness.general.wait_for(counted, Duration::from_secs(10)).await;
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_pressed_message_gets_its_new_face_late() {
    let services = standin::Options { update_patience: Duration::from_secs(10), ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    let question = harness.ana("question text:Well?").await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    let mut other = lock(&harness).await;
    let (closed, ()) = tokio::join!(harness.ana.press(&sure, "Close it"), async {
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        other.execute("rollback").await.unwrap();
    });
    let closed = closed.unwrap();
    assert!(closed.deferred && closed.is_update());
    assert_ne!(closed.text(), sure.text());
    assert_eq!(harness.general.messages().len(), 1);
    harness.clean();
}

/// It was to be for all; what went wrong is for the one who asked.
#[tokio::test]
pub(super) async fn a_whisper_never_becomes_public() {
    let services = standin::Options { patience: Duration::from_secs(30), ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    let mut other = lock(&harness).await;
    let (said, ()) = tokio::join!(harness.ana("question text:Well?"), async {
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        // What the command needs is not there any more.
        other.execute("alter table rounds rename to lost").await.unwrap();
        other.execute("commit").await.unwrap();
    });
    assert!(said.deferred);
    let after = said.wait_for_follow_ups(1, Duration::from_secs(5)).await.unwrap();
    assert!(after[0].ephemeral);
    assert!(after[0].text().contains("Something went wrong"), "{}", after[0].text());
    assert!(harness.general.messages().is_empty(), "{:?}", harness.general.messages());
    harness.clean();
}
