use super::super::NewConsent;
use super::erasure::holds;
use super::*;
use domain::{Address, ConsentId, MessageId};

const WORDS: &str = "I said this among ourselves.";
const SPOT: Address = Address { place: PLACE, message: MessageId(30) };

impl StoreHarness {
    /// The number of the words, and whether they are new.
    async fn ask_consent(&self, new: NewConsent) -> (ConsentId, bool) {
        let (id, waits) = self.change(HERE, async |tx| tx.ask_consent(new).await).await;
        (id, waits.is_none())
    }
}

fn asked(round: RoundId, message: i64, now: i64) -> NewConsent {
    NewConsent {
        round,
        at: Address { place: PLACE, message: MessageId(message) },
        author: BEN,
        asker: ANA,
        text: WORDS.to_owned(),
        now: at(now),
        until: at(now + 100),
    }
}

#[tokio::test]
async fn words_are_held_once_a_message_and_a_round_for_their_time() {
    let mut harness = StoreHarness::new().await;
    let (one, two) = (harness.pose(HERE, 1).await.id, harness.pose(HERE, 2).await.id);
    let ask = async |new| harness.ask_consent(new).await;
    let (first, new) = ask(asked(one, 30, 0)).await;
    assert!(new);
    assert_eq!(ask(NewConsent { text: "Else.".to_owned(), ..asked(one, 30, 5) }).await.0, first);
    for other in [asked(one, 31, 5), asked(two, 30, 5)] {
        let (id, new) = ask(other).await;
        assert!(new && id != first);
    }
    harness.reopen().await;
    let held = harness.read(HERE).consent(first, at(99)).await.unwrap().unwrap();
    assert_eq!((held.text.as_str(), held.author, held.at), (WORDS, BEN, SPOT));
    assert_eq!(harness.read(HERE).consent_about(one, SPOT, at(99)).await.unwrap(), Some(held));
    assert_eq!(harness.read(THERE).consent(first, at(99)).await.unwrap(), None);
    assert_eq!(harness.read(THERE).consent_about(one, SPOT, at(99)).await.unwrap(), None);
    assert_eq!(harness.read(HERE).consent(first, at(100)).await.unwrap(), None);
    assert_eq!(harness.read(HERE).consent_about(one, SPOT, at(100)).await.unwrap(), None);
    // What is over makes room, under a number of its own.
    let (again, new) = harness.ask_consent(asked(one, 30, 100)).await;
    assert!(new && again != first);
}

#[tokio::test]
async fn what_is_asked_again_waits_for_longer() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let (id, _) = harness.ask_consent(asked(round, 30, 0)).await;
    harness.change(THERE, async |tx| tx.renew_consent(id, BEN, at(300)).await).await;
    let waits = harness.read(HERE).consent(id, at(1)).await.unwrap().unwrap();
    assert_eq!((waits.asker, waits.until), (ANA, at(100)));
    harness.change(HERE, async |tx| tx.renew_consent(id, BEN, at(300)).await).await;
    let waits = harness.read(HERE).consent(id, at(299)).await.unwrap().unwrap();
    assert_eq!((waits.asker, waits.until, waits.text.as_str()), (BEN, at(300), WORDS));
}

#[tokio::test]
async fn on_a_no_the_words_are_gone_from_the_file() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let (id, _) = harness.ask_consent(asked(round, 30, 0)).await;
    assert!(holds(&harness, WORDS.as_bytes()));
    harness.change(THERE, async |tx| tx.end_consent(id).await).await;
    assert!(harness.read(HERE).consent(id, at(1)).await.unwrap().is_some());
    harness.change(HERE, async |tx| tx.end_consent(id).await).await;
    assert_eq!(harness.read(HERE).consent(id, at(1)).await.unwrap(), None);
    assert!(!holds(&harness, WORDS.as_bytes()));
    // No number is given twice: its button may be pressed late.
    let (next, _) = harness.ask_consent(asked(round, 30, 2)).await;
    assert_ne!(next, id);
}

#[tokio::test]
async fn after_their_time_the_words_are_gone_from_the_file_and_no_others() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    harness.ask_consent(asked(round, 30, 0)).await;
    let young = NewConsent { text: "Another word.".to_owned(), ..asked(round, 31, 50) };
    let (young, _) = harness.ask_consent(young).await;
    harness.store.drop_old_consents(at(99)).await.unwrap();
    assert!(holds(&harness, WORDS.as_bytes()));
    harness.store.drop_old_consents(at(100)).await.unwrap();
    assert!(!holds(&harness, WORDS.as_bytes()));
    assert!(harness.read(HERE).consent(young, at(100)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_message_that_is_an_answer_is_known() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let is_answer = async |server, at| harness.read(server).is_answer(round, at).await.unwrap();
    let from = |text| NewAnswer { source: Some(SPOT), ..new_answer(round, BEN, text, 1) };
    assert!(!is_answer(HERE, SPOT).await);
    harness.answer(from(WORDS)).await;
    assert!(is_answer(HERE, SPOT).await && !is_answer(THERE, SPOT).await);
    assert!(!is_answer(HERE, Address { place: PLACE, message: MessageId(31) }).await);
    harness.change(HERE, async |tx| tx.withdraw(round, BEN, at(2)).await).await;
    assert!(!is_answer(HERE, SPOT).await);
}
