//! What goes out by itself: posts, also in forums, threads, edits of archived threads.

use commonplace::clock::Clock;
use commonplace::messages::{Block, Button, Card, Effect, Subject};
use domain::{Address, ChannelId, MessageId, RoundId, ServerId};
use standin::{Fault, Id, Message};

use crate::discord::harness::{DiscordHarness, SOON, lenient};

pub(crate) fn number(id: Id) -> i64 {
    id.0.try_into().unwrap()
}

pub(crate) fn about(round: i64, words: &str) -> Card {
    Card::titled("A *title*")
        .text(words)
        .buttons([Button::main("Answer", format!("answer round:{round}"))])
        .about(Subject::Round(RoundId(round)))
}

/// A harness with a way to put things in its outbox.
pub(crate) struct OutboxHarness {
    pub(crate) harness: DiscordHarness,
    store: commonplace::store::Store,
    server: ServerId,
    clock: Clock,
}

impl OutboxHarness {
    pub(crate) async fn new() -> Self {
        Self::at(Clock::System).await
    }

    /// With a clock of its own.
    pub(crate) async fn at(clock: Clock) -> Self {
        let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
        let (store, server) = (harness.bot.store(), ServerId(number(harness.club.id)));
        Self { harness, store, server, clock }
    }

    pub(crate) async fn put(&self, effect: Effect) {
        let now = self.clock.now();
        self.store.change(self.server, async |tx| tx.emit(|| [effect], now).await).await.unwrap();
    }
}

pub(crate) fn says(words: &'static str) -> impl Fn(&[Message]) -> bool {
    move |messages| messages.iter().any(|message| message.text().contains(words))
}

#[tokio::test]
async fn in_a_forum_a_post_is_a_thread_of_its_own() {
    let outbox = OutboxHarness::new().await;
    let forum = outbox.harness.club.forum("rounds", &[], false);
    let place = ChannelId(number(forum.id));
    // The receipt of the first try is lost, so the post is looked for.
    outbox.harness.discord.fail("POST /channels/*/threads", 1, Fault::DropAfter);
    outbox.put(Effect::Post { place, card: about(7, "First.") }).await;
    let posts = forum.wait_for_threads(|posts| posts.len() == 1, SOON).await;
    assert_eq!(posts[0].name(), "A *title*");
    outbox.put(Effect::Edit { card: about(7, "Second.") }).await;
    posts[0].wait_for(says("Second."), SOON).await;
    // An archived thread is opened for the edit.
    posts[0].set_archived(true);
    outbox.put(Effect::Edit { card: about(7, "Third.") }).await;
    posts[0].wait_for(says("Third."), SOON).await;
    assert_eq!(forum.threads().len(), 1);
    outbox.harness.settled().await;
    assert!(posts[0].is_archived());
    outbox.harness.clean();
}

#[tokio::test]
async fn a_message_is_found_edited_and_deleted() {
    let outbox = OutboxHarness::new().await;
    let general = &outbox.harness.general;
    let place = ChannelId(number(general.id));
    outbox.put(Effect::Post { place, card: about(8, "Here.") }).await;
    let message = general.wait_for(says("Here."), SOON).await[0].clone();
    assert_eq!(message.nonce, Some("cp-1".into()));
    let under = Address { place, message: MessageId(number(message.id)) };
    let thread = |name| Effect::Thread { under, name, asker: None, opened: None };
    let name = "A very long name of a thread. ".repeat(9);
    outbox.put(thread(name.clone())).await;
    outbox.put(thread(name)).await;
    general.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    outbox.put(Effect::Delete { subject: Subject::Round(RoundId(8)) }).await;
    general.wait_for(|messages| messages.is_empty(), SOON).await;
    // What is gone is not waited for for ever.
    outbox.put(Effect::Edit { card: about(8, "Too late.") }).await;
    outbox.put(Effect::Post { place: ChannelId(4), card: Card::saying("Nowhere.") }).await;
    outbox.put(Effect::Post { place, card: Card::saying("After.") }).await;
    general.wait_for(says("After."), SOON).await;
}

#[tokio::test]
async fn what_is_too_long_goes_into_a_file_and_out_of_it_again() {
    let outbox = OutboxHarness::new().await;
    let general = &outbox.harness.general;
    let place = ChannelId(number(general.id));
    let long = Block::Said { by: "Ana".into(), text: "`".repeat(4000) };
    let card = about(9, "Long.").block(long);
    outbox.put(Effect::Post { place, card }).await;
    let posted = general.wait_for(says("attached file"), SOON).await;
    assert_eq!(posted[0].attachments.len(), 1);
    outbox.put(Effect::Edit { card: about(9, "Short.") }).await;
    let edited = general.wait_for(says("Short."), SOON).await;
    assert!(edited[0].attachments.is_empty());
    outbox.harness.clean();
}
