//! Answers that take long, because the database does.

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Executor};

use standin::Fault;

use crate::discord::harness::{DISCORD_WAITS, DiscordHarness, SOON, until};

/// Keeps the bot from writing.
pub(super) struct Lock {
    connection: SqliteConnection,
    /// How many answers were put off before.
    deferrals: usize,
}

impl Lock {
    pub(super) async fn on(harness: &DiscordHarness) -> Self {
        let options = SqliteConnectOptions::new().filename(harness.database());
        let mut connection = options.connect().await.unwrap();
        connection.execute("begin immediate").await.unwrap();
        Self { connection, deferrals: harness.deferrals() }
    }

    /// Waits until so many answers were put off, because they cannot be written.
    pub(super) async fn deferred(&self, harness: &DiscordHarness, answers: usize) {
        let wanted = self.deferrals + answers;
        until("an answer is put off", async || harness.deferrals() >= wanted).await;
    }

    /// Lets the bot write again.
    pub(super) async fn release(mut self) {
        self.connection.execute("rollback").await.unwrap();
    }

    /// Lets it write once it has put an answer off.
    pub(super) async fn until_deferred(self, harness: &DiscordHarness) {
        self.deferred(harness, 1).await;
        self.release().await;
    }
}

#[tokio::test]
pub(super) async fn an_answer_for_all_is_deferred_and_edited_in() {
    let harness = DiscordHarness::new().await;
    let lock = Lock::on(&harness).await;
    let (quote, ()) =
        tokio::join!(harness.ana("question text:Well?"), lock.until_deferred(&harness));
    assert!(quote.deferred && !quote.ephemeral);
    // Its address is known, so it can be edited.
    harness.ana("answer text:Indeed.").await;
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    harness.general.wait_for(counted, SOON).await;
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_pressed_message_gets_its_new_face_late() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    let lock = Lock::on(&harness).await;
    let (closed, ()) =
        tokio::join!(harness.ana.press(&sure, "Close it"), lock.until_deferred(&harness));
    let closed = closed.unwrap();
    assert!(closed.deferred && closed.is_update());
    assert_ne!(closed.text(), sure.text());
    assert_eq!(harness.general.messages().len(), 1);
    harness.clean();
}

/// That an answer is coming has arrived, and all that is heard of it is that nothing gets through.
#[tokio::test]
async fn an_answer_whose_deferral_was_not_heard_of_replaces_it() {
    for (line, words) in [("question text:Well?", "Well?"), ("answer text:Yes.", "is recorded")] {
        let harness = DiscordHarness::new().await;
        harness.ana("question text:First?").await;
        let lock = Lock::on(&harness).await;
        let callback = "POST /interactions/*";
        harness.discord.fail(callback, 1, Fault::DropAfter);
        harness.discord.fail(callback, 1_000, Fault::DropBefore);
        let (told, ()) = tokio::join!(harness.ana(line), async {
            lock.deferred(&harness, 1).await;
            // As long as the bot tries it.
            tokio::time::sleep(DISCORD_WAITS).await;
            harness.discord.clear_faults();
            lock.release().await;
        });
        assert!(told.deferred && told.text().contains(words), "{line}: {}", told.text());
    }
}

/// It was to be for all; what went wrong is for the one who asked.
#[tokio::test]
pub(super) async fn a_whisper_never_becomes_public() {
    let harness = DiscordHarness::new().await;
    let mut lock = Lock::on(&harness).await;
    let (said, ()) = tokio::join!(harness.ana("question text:Well?"), async {
        lock.deferred(&harness, 1).await;
        // What the command needs is not there any more.
        lock.connection.execute("alter table rounds rename to lost").await.unwrap();
        lock.connection.execute("commit").await.unwrap();
    });
    assert!(said.deferred);
    let after = said.wait_for_follow_ups(1, SOON).await.unwrap();
    assert!(after[0].ephemeral);
    assert!(after[0].text().contains("Something went wrong"), "{}", after[0].text());
    assert!(harness.general.messages().is_empty(), "{:?}", harness.general.messages());
    harness.clean();
}
