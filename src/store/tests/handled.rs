use super::super::{Error, Result};
use super::*;
use crate::store::Location;
use domain::RequestId;

const KEY: [u8; 32] = [7; 32];
const FIRST: RequestId = RequestId(1_443_000_000_000_000_000);
const SECOND: RequestId = RequestId(1_443_000_000_000_000_001);

/// Carries out a request that changes something.
async fn carry_out(store: &Store, request: RequestId) -> Result<()> {
    let change = store.change(HERE, async |tx| tx.keep(ANA, "marx-1", at(0)).await);
    store.carry_out(request, change).await.map(drop)
}

async fn is_done(store: &Store, request: RequestId) -> bool {
    store.has_carried_out(request).await.unwrap()
}

#[tokio::test]
async fn a_request_is_done_once_its_change_is_on_the_disk() {
    let harness = StoreHarness::new().await;
    let store = &harness.store;
    store.mark_requests(KEY);
    let before = store.marked().await.unwrap();
    assert!(!is_done(store, FIRST).await && !store.is_among(&before, FIRST));
    carry_out(store, FIRST).await.unwrap();
    let after = store.marked().await.unwrap();
    assert!(is_done(store, FIRST).await && !is_done(store, SECOND).await);
    assert!(store.is_among(&after, FIRST) && !store.is_among(&after, SECOND));
    assert!(!store.is_among(&before, FIRST), "it was marked later");
    // The same once more is no failure.
    carry_out(store, FIRST).await.unwrap();
}

#[tokio::test]
async fn a_request_whose_change_failed_is_not_done() {
    let harness = StoreHarness::new().await;
    let store = &harness.store;
    store.mark_requests(KEY);
    for location in [Location::Statement, Location::Begin, Location::Change, Location::Commit] {
        store.failpoints().fail_nth(location, 1);
        carry_out(store, FIRST).await.unwrap_err();
        assert!(!is_done(store, FIRST).await, "{location:?}");
    }
    carry_out(store, FIRST).await.unwrap();
    assert!(is_done(store, FIRST).await);
}

#[tokio::test]
async fn what_a_request_only_reads_or_notes_does_not_make_it_done() {
    let harness = StoreHarness::new().await;
    let store = &harness.store;
    store.mark_requests(KEY);
    let note = async {
        store.read(HERE).settings().await.unwrap();
        store.note(HERE, async |tx| tx.keep(ANA, "marx-1", at(0)).await).await.unwrap();
    };
    store.carry_out(FIRST, note).await;
    // Nor does what is changed for nobody's request.
    store.change(HERE, async |tx| tx.keep(BEN, "marx-1", at(0)).await).await.unwrap();
    assert!(!is_done(store, FIRST).await);
}

#[tokio::test]
async fn of_many_at_once_each_is_done_or_not() {
    let harness = StoreHarness::new().await;
    let store = &harness.store;
    store.mark_requests(KEY);
    let requests = (0..200).map(async |number| {
        let change = store.change(HERE, async |tx| {
            tx.keep(ANA, "marx-1", at(0)).await?;
            if number % 3 == 0 { Err(Error::Panicked) } else { Ok(()) }
        });
        store.carry_out(RequestId(number), change).await.is_ok()
    });
    let done = futures_util::future::join_all(requests).await;
    for (number, done) in (0..).zip(done) {
        assert_eq!(is_done(store, RequestId(number)).await, done, "{number}");
        assert_eq!(done, number % 3 != 0);
    }
}

#[tokio::test]
async fn a_mark_is_kept_for_a_turn_and_goes_in_the_next_but_one() {
    let harness = StoreHarness::new().await;
    let store = &harness.store;
    store.mark_requests(KEY);
    carry_out(store, FIRST).await.unwrap();
    store.forget_requests().await.unwrap();
    carry_out(store, SECOND).await.unwrap();
    assert!(is_done(store, FIRST).await && is_done(store, SECOND).await);
    store.forget_requests().await.unwrap();
    assert!(!is_done(store, FIRST).await && is_done(store, SECOND).await);
}

/// Whoever has the database and knows what somebody did on Discord, and when, learns nothing more.
#[tokio::test]
async fn without_the_key_no_mark_tells_of_its_request() {
    let harness = StoreHarness::new().await;
    harness.store.mark_requests(KEY);
    carry_out(&harness.store, FIRST).await.unwrap();
    let marks: Vec<i64> = sqlx::query_scalar("select mark from handled")
        .fetch_all(&harness.store.reads)
        .await
        .unwrap();
    assert_eq!(marks.len(), 1);
    assert!(!marks.contains(&FIRST.0));
    let other = StoreHarness::new().await;
    other.store.mark_requests([8; 32]);
    carry_out(&other.store, FIRST).await.unwrap();
    let others: Vec<i64> =
        sqlx::query_scalar("select mark from handled").fetch_all(&other.store.reads).await.unwrap();
    assert_ne!(marks, others);
}
