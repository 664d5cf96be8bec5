//! What is taken down is gone from the file, whoever wrote it, and its log stays.

use super::super::{NewTakeDown, TakenDown};
use super::erasure::holds;
use super::meeting::{CLEO, DAN};
use super::*;
use crate::messages::{Card, Effect, Subject};
use domain::TakeDownNumber;
use domain::moderation::{Appeal, Reason, Target};

fn new(round: RoundId, target: Target) -> NewTakeDown {
    NewTakeDown {
        round,
        target,
        reason: Reason::Attack,
        mute: true,
        by: (DAN, "Dan".to_owned()),
        now: at(9),
    }
}

async fn taken(harness: &StoreHarness, new: NewTakeDown) -> Option<TakenDown> {
    harness.change(HERE, async |tx| tx.take_down(&new).await).await
}

#[tokio::test]
async fn the_words_are_nowhere_in_the_file_not_even_where_they_wait_to_be_posted() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let words = "I know where Cleo lives, and so should all of you.";
    let change = harness.respond(id, ANA, words, 1).await;
    let answer = change.after.unwrap();
    let post = |text: &str| {
        let card = Card::saying(text).about(Subject::Answer(answer.id));
        Effect::Post { place: PLACE, card }
    };
    let keep = async |tx: &mut ServerTx| {
        tx.emit(|| [post(words)], at(1)).await?;
        let draft = super::super::Draft { text: words.to_owned(), anonymous: false };
        let holding = super::super::Holding { member: ANA, place: PLACE, until: at(900), seed: 3 };
        tx.hold_draft(&draft, holding).await
    };
    harness.change(HERE, keep).await;
    assert!(holds(&harness, words.as_bytes()));
    let take = async |tx: &mut ServerTx| {
        let taken = tx.take_down(&new(id, Target::Answer(answer.id))).await?;
        let card = Card::saying("gone").about(Subject::Answer(answer.id));
        tx.emit_in_place([Effect::Edit { card }], at(9)).await?;
        Ok(taken)
    };
    let taken = harness.change(HERE, take).await.unwrap();
    assert_eq!(taken.author, Some(ANA));
    assert!(!holds(&harness, words.as_bytes()));
    let jobs = harness.store.claim(at(20), 9).await.unwrap();
    assert_eq!(jobs[0].effect, post("gone"));
    assert_eq!(taken.now.round.named, 0);
    assert_eq!(taken.now.taken_down, [taken.entry]);
}

#[tokio::test]
async fn one_author_alone_is_kept_from_answering_until_an_appeal_succeeds_or_the_round_is_over() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let live = harness.respond(id, BEN, "Named.", 1).await.after.unwrap();
    taken(&harness, new(id, Target::Answer(live.id))).await.unwrap();
    assert!(taken(&harness, new(id, Target::Answer(live.id))).await.is_none(), "twice");
    let mut reads = harness.read(HERE);
    for (member, muted) in [(ANA, false), (BEN, true), (CLEO, false)] {
        assert_eq!(reads.is_muted(id, member).await.unwrap(), muted, "{member}");
    }
    for anonymous in [false, true] {
        let again = NewAnswer { anonymous, ..new_answer(id, BEN, "Again.", 10) };
        let refused = harness.change(HERE, async |tx| tx.answer(again).await).await;
        assert!(refused.is_none(), "anonymous: {anonymous}");
    }
    assert!(!harness.read(THERE).is_muted(id, BEN).await.unwrap());
    // What another server decides is nothing here.
    let one = TakeDownNumber(1);
    let appeal = async |tx: &mut ServerTx| tx.appeal(one, Appeal::Mistake).await;
    assert!(harness.change(THERE, appeal).await.is_none());
    let decided = harness.change(HERE, async |tx| tx.appeal(one, Appeal::Mistake).await).await;
    assert!(decided.unwrap().take_down.was_wrong());
    harness.respond(id, BEN, "Again.", 10).await;
    harness.close(id).await;
    assert!(reads.taken_from(id, BEN).await.unwrap().is_empty());
    assert_eq!(reads.take_downs().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_hidden_is_not_taken_down_and_the_author_of_what_is_shown_is_not_told_of() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let hidden = harness.respond_anonymously(id, CLEO, "Hidden.").await.after.unwrap();
    assert!(taken(&harness, new(id, Target::Answer(hidden.id))).await.is_none());
    harness.reveal(id).await;
    let taken = taken(&harness, new(id, Target::Answer(hidden.id))).await.unwrap();
    assert_eq!(taken.author, None);
    let mut reads = harness.read(HERE);
    assert!(reads.is_muted(id, CLEO).await.unwrap());
    assert_eq!(reads.taken_from(id, CLEO).await.unwrap(), [taken.entry]);
    assert!(reads.taken_from(id, ANA).await.unwrap().is_empty());
}
