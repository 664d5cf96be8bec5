use super::super::NewConsent;
use super::erasure::holds;
use super::*;
use crate::messages::{Card, Effect, Subject};
use domain::{Address, ConsentId, MessageId};

const WORDS: &str = "I said this among ourselves.";
const SPOT: Address = Address { place: PLACE, message: MessageId(30) };

fn asked(round: RoundId, message: i64, now: i64) -> NewConsent {
    NewConsent {
        server: HERE,
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
    let hold = async |new| harness.store.hold_consent(new).await.unwrap();
    let (first, new) = hold(asked(one, 30, 0)).await;
    assert!(new);
    assert_eq!(hold(NewConsent { text: "Else.".to_owned(), ..asked(one, 30, 5) }).await.0, first);
    for other in [asked(one, 31, 5), asked(two, 30, 5)] {
        let (id, new) = hold(other).await;
        assert!(new && id != first);
    }
    harness.reopen().await;
    let held = harness.store.consent(HERE, first, at(99)).await.unwrap().unwrap();
    assert_eq!((held.text.as_str(), held.author, held.at), (WORDS, BEN, SPOT));
    assert_eq!(harness.store.consent_about(HERE, one, SPOT, at(99)).await.unwrap(), Some(held));
    assert_eq!(harness.store.consent(THERE, first, at(99)).await.unwrap(), None);
    assert_eq!(harness.store.consent_about(THERE, one, SPOT, at(99)).await.unwrap(), None);
    assert_eq!(harness.store.consent(HERE, first, at(100)).await.unwrap(), None);
    assert_eq!(harness.store.consent_about(HERE, one, SPOT, at(100)).await.unwrap(), None);
    // What is over makes room, under a number of its own.
    let (again, new) = harness.store.hold_consent(asked(one, 30, 100)).await.unwrap();
    assert!(new && again != first);
}

#[tokio::test]
async fn on_a_no_the_words_are_gone_from_the_file() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let (id, _) = harness.store.hold_consent(asked(round, 30, 0)).await.unwrap();
    assert!(holds(&harness, WORDS.as_bytes()));
    harness.store.end_consent(THERE, id, Vec::new(), at(1)).await.unwrap();
    assert!(harness.store.consent(HERE, id, at(1)).await.unwrap().is_some());
    harness.store.end_consent(HERE, id, Vec::new(), at(1)).await.unwrap();
    assert_eq!(harness.store.consent(HERE, id, at(1)).await.unwrap(), None);
    assert!(!holds(&harness, WORDS.as_bytes()));
    // No number is given twice: its button may be pressed late.
    let (next, _) = harness.store.hold_consent(asked(round, 30, 2)).await.unwrap();
    assert_ne!(next, id);
}

#[tokio::test]
async fn after_their_time_the_words_are_gone_from_the_file_and_no_others() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    harness.store.hold_consent(asked(round, 30, 0)).await.unwrap();
    let young = NewConsent { text: "Another word.".to_owned(), ..asked(round, 31, 50) };
    let (young, _) = harness.store.hold_consent(young).await.unwrap();
    harness.store.drop_old_consents(at(99)).await.unwrap();
    assert!(holds(&harness, WORDS.as_bytes()));
    harness.store.drop_old_consents(at(100)).await.unwrap();
    assert!(!holds(&harness, WORDS.as_bytes()));
    assert!(harness.store.consent(HERE, young, at(100)).await.unwrap().is_some());
}

#[tokio::test]
async fn what_an_answer_calls_for_is_put_out_with_it() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let (id, _) = harness.store.hold_consent(asked(round, 30, 0)).await.unwrap();
    let card = Card::saying("Yes.").about(Subject::Consent(id));
    harness.store.end_consent(HERE, id, vec![Effect::Edit { card }], at(1)).await.unwrap();
    assert_eq!(harness.store.outbox_size().await.unwrap(), 1);
    assert_eq!(id, ConsentId(1));
}

#[tokio::test]
async fn a_message_that_stands_as_a_response_is_known() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let stands = async |server, at| harness.store.stands_from(server, round, at).await.unwrap();
    let from = |text| Given { source: Some(SPOT), ..given(round, BEN, text, 1) };
    assert!(!stands(HERE, SPOT).await);
    harness.change(HERE, async |tx| tx.respond(from(WORDS)).await).await.unwrap();
    assert!(stands(HERE, SPOT).await && !stands(THERE, SPOT).await);
    assert!(!stands(HERE, Address { place: PLACE, message: MessageId(31) }).await);
    harness.change(HERE, async |tx| tx.withdraw(round, BEN, at(2)).await).await;
    assert!(!stands(HERE, SPOT).await);
}
