//! A question whose first reply is lost, refused or cut off is seen all the same, once.

use std::time::Duration;

use standin::{Failure, Fault, Message, Refusal};

use crate::discord::harness::{DISCORD_WAITS, DiscordHarness, SOON, lenient, said, until};
use crate::discord::outbox::says;

const CALLBACK: &str = "POST /interactions/*";

impl DiscordHarness {
    /// Ana poses a question whose reply she never sees.
    async fn posed_unseen(&self) {
        let posed = self.ana.slash(&self.general, "question text:Well?").await;
        assert!(matches!(posed, Err(Failure::NoAnswer(_))), "{posed:?}");
    }

    /// The question is there once, counts its answer, and can be closed.
    async fn is_seen_once(&self) {
        let cards = self.general.wait_for(says("Well?"), SOON).await;
        assert_eq!(cards.len(), 1, "{cards:#?}");
        let form = self.ana.press(&cards[0], "Answer").await.unwrap().modal().unwrap();
        self.ana.submit(&form, &[("text", "Indeed.")]).await.unwrap();
        let counted =
            |messages: &[Message]| messages.len() == 2 && messages[0].text().contains("1 answer.");
        self.general.wait_for(counted, SOON).await;
        let ask = self.ana.press(&cards[0], "Close").await.unwrap();
        self.ana.press(&ask, "Close it").await.unwrap();
        self.general.wait_for(says("This round is closed."), SOON).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(self.general.messages().len(), 2);
    }
}

#[tokio::test]
async fn a_question_whose_reply_is_refused_is_posted_by_itself() {
    for fault in [
        Fault::refusal(&Refusal::UNKNOWN_INTERACTION),
        Fault::refusal(&Refusal::INVALID_JSON),
        Fault::Status(503),
        Fault::DropBefore,
    ] {
        let services = standin::Options { answer_within: DISCORD_WAITS, ..lenient() };
        let harness = DiscordHarness::with(services, |_| {}).await;
        harness.discord.fail(CALLBACK, 30, fault);
        harness.posed_unseen().await;
        harness.discord.clear_faults();
        harness.is_seen_once().await;
    }
}

#[tokio::test]
async fn a_question_whose_bot_is_killed_before_the_reply_is_posted_at_the_next_start() {
    let mut harness = DiscordHarness::new().await;
    harness.discord.fail(CALLBACK, 1, Fault::Delay(Duration::from_secs(60)));
    let (ana, general) = (harness.ana.clone(), harness.general.clone());
    let posing = tokio::spawn(async move { ana.slash(&general, "question text:Well?").await });
    let store = harness.bot.store();
    until("the question is posed", async || store.outbox_size().await.unwrap() > 0).await;
    drop(store);
    harness.kill_and_start().await;
    let told = posing.await.unwrap().unwrap();
    assert!(told.ephemeral && told.text().contains("It is done"), "{}", told.text());
    harness.is_seen_once().await;
}

#[tokio::test]
async fn a_question_whose_receipt_is_lost_with_the_bot_is_found_again() {
    let mut harness = DiscordHarness::new().await;
    // All is done, and the bot dies before it hears of it.
    harness.discord.fail("GET /webhooks/*", 9, Fault::Delay(Duration::from_secs(60)));
    harness.discord.fail(CALLBACK, 1, Fault::DropAfter);
    said(&harness.ana, &harness.general, "question text:Well?").await;
    harness.kill_and_start().await;
    harness.discord.clear_faults();
    harness.is_seen_once().await;
}

#[tokio::test]
async fn a_question_that_was_seen_is_not_posted_again() {
    let mut harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    harness.settled().await;
    harness.kill_and_start().await;
    harness.is_seen_once().await;
    harness.clean();
}
