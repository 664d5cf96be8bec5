//! What the worker hears of the outbox without asking.

use super::super::outbox::Entry;
use super::super::{Inbox, JobOutcome, Location, News};
use super::*;
use crate::messages::{Card, Effect, Subject};
use domain::{Address, AnswerId, MessageId};
use jiff::SignedDuration;

fn post(channel: i64, words: &str) -> Effect {
    Effect::Post { place: ChannelId(channel), card: Card::saying(words) }
}

async fn put(harness: &StoreHarness, effect: Effect, now: i64) {
    harness.change(HERE, async |tx| tx.emit(|| [effect], at(now)).await).await;
}

/// What was left in the inbox: what the handed-over jobs say, and when something else is due.
fn news(inbox: &Inbox) -> (Vec<String>, Option<Timestamp>) {
    let News { claimed, due } = inbox.take();
    let says = claimed.iter().map(|job| job.effect.card().unwrap().plain()).collect();
    (says, due)
}

async fn claim(harness: &StoreHarness, now: i64) -> usize {
    harness.store.claim(at(now), 10).await.unwrap().len()
}

#[tokio::test]
async fn what_is_due_at_once_is_claimed_with_its_change() {
    let harness = StoreHarness::new().await;
    let inbox = harness.store.inbox();
    inbox.has_room(64);
    put(&harness, post(1, "1"), 0).await;
    let News { claimed, due } = inbox.take();
    assert_eq!((claimed.len(), due, claimed[0].unsure), (1, None, false));
    assert_eq!(claim(&harness, 0).await, 0, "nobody else gets it");
    // What comes after it in its channel waits until it is confirmed.
    put(&harness, post(1, "2"), 1).await;
    assert_eq!(news(&inbox), (vec![], None));
    harness.store.confirm(&claimed[0], &JobOutcome::Done(None), at(5)).await.unwrap();
    assert_eq!(news(&inbox), (vec![], Some(at(5))));
    assert_eq!(claim(&harness, 5).await, 1);
}

#[tokio::test]
async fn what_was_handed_over_and_not_confirmed_is_unsure_after_a_restart() {
    let mut harness = StoreHarness::new().await;
    let inbox = harness.store.inbox();
    inbox.has_room(64);
    put(&harness, post(1, "1"), 0).await;
    harness.reopen().await;
    assert_eq!(harness.store.release_claims().await.unwrap(), 1);
    let claimed = harness.store.claim(at(0), 10).await.unwrap();
    assert!(claimed[0].unsure);
}

#[tokio::test]
async fn nothing_is_claimed_where_no_worker_has_room() {
    let harness = StoreHarness::new().await;
    put(&harness, post(1, "1"), 0).await;
    let inbox = harness.store.inbox();
    assert_eq!(news(&inbox), (vec![], Some(at(0))), "there was no worker");
    inbox.has_room(1);
    put(&harness, post(2, "2"), 1).await;
    put(&harness, post(3, "3"), 2).await;
    assert_eq!(news(&inbox), (vec!["2".to_owned()], Some(at(2))), "it had room for one");
    inbox.has_room(64);
    drop(inbox);
    put(&harness, post(4, "4"), 3).await;
    assert_eq!(news(&harness.store.inbox()), (vec![], Some(at(3))), "it is gone");
    assert_eq!(claim(&harness, 3).await, 3);
}

#[tokio::test]
async fn what_waits_for_its_time_is_not_handed_over() {
    let harness = StoreHarness::new().await;
    let subject = Subject::Answer(AnswerId(5));
    let there = Address { place: PLACE, message: MessageId(20) };
    harness.change(HERE, async |tx| tx.remember_message(subject, there).await).await;
    let inbox = harness.store.inbox();
    inbox.has_room(64);
    let edit = Effect::Edit { card: Card::saying("1").about(subject) };
    put(&harness, edit, 0).await;
    assert_eq!(news(&inbox), (vec![], Some(at(0) + SignedDuration::from_millis(250))));
    let daily = Entry { late_at: Some(at(300)), ..Entry::new(post(1, "daily"), at(0)) };
    harness.change(HERE, async |tx| tx.enqueue(daily).await).await;
    assert_eq!(news(&inbox), (vec![], Some(at(0))));
}

#[tokio::test]
async fn a_change_that_fails_hands_nothing_over() {
    let harness = StoreHarness::new().await;
    let inbox = harness.store.inbox();
    for location in [Location::Change, Location::Commit] {
        inbox.has_room(64);
        harness.store.failpoints().fail_nth(location, 1);
        let put = harness.store.change(HERE, async |tx| tx.emit(|| [post(1, "1")], at(0)).await);
        assert!(put.await.is_err());
        assert_eq!(news(&inbox), (vec![], None), "{location:?}");
    }
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}
