//! A disk that is full, read-only, or fails to sync, once or for a while: each step is done or is
//! not, is tried again, and in the end all is as if nothing had been.

use powercut::Failure;

use super::history::{Found, History, Step};
use crate::store::Error;

const FAILURES: [Failure; 3] = [Failure::Full, Failure::ReadOnly, Failure::Unsynced];

/// A day on a disk that fails from its `nth` call on, for so many calls; how often a step failed.
/// `None` if the day has fewer calls.
async fn a_day_with(failure: Failure, nth: usize, times: usize) -> Option<usize> {
    let mut history = History::begun().await;
    history.disk.fail(failure, nth, times);
    let mut refused = 0;
    for step in Step::ALL {
        let before = history.states.last().cloned().unwrap();
        while let Err(error) = history.does(step, 1).await {
            let expected = match failure {
                Failure::Full => matches!(error, Error::Full),
                _ => matches!(error, Error::Database(_)),
            };
            assert!(expected, "{failure:?} {nth}, {step:?}: {error:?}");
            let now = super::dump::rows(&history.store).await;
            assert_eq!(before, now, "{failure:?} {nth}: {step:?} failed, and is half done");
            refused += 1;
        }
        history.done().await;
    }
    if !history.disk.mend() {
        return None;
    }
    // It closes and opens, and a power cut takes nothing of it.
    let last = history.states.len() - 1;
    let tape = history.disk.tape();
    for seed in 0..2 {
        let found = history.cut(&tape, tape.len(), seed).await;
        assert_eq!(found, Found::Whole, "{failure:?} {nth} {times}, seed {seed}");
    }
    history.reopen().await.unwrap();
    let now = super::dump::rows(&history.store).await;
    assert_eq!(history.states[last], now, "{failure:?} {nth}");
    Some(refused)
}

/// Every `stride`th call of a day fails, once and then many times in a row.
async fn calls_fail(stride: usize) -> usize {
    let mut tried = 0;
    for (number, failure) in FAILURES.into_iter().enumerate() {
        for times in [1, 40] {
            let mut refused = 0;
            let mut nth = 1 + number;
            loop {
                let Some(some) = a_day_with(failure, nth, times).await else { break };
                refused += some;
                tried += 1;
                nth += stride;
            }
            assert!(refused > 0, "{failure:?} is never met");
        }
    }
    tried
}

#[tokio::test]
async fn a_disk_that_fails_for_a_while_costs_nothing() {
    calls_fail(31).await;
}

#[tokio::test]
#[ignore = "needs a minute, and STRIDE=1 ten: every so many calls fail in turn"]
async fn whichever_call_of_the_disk_fails_it_costs_nothing() {
    let stride = std::env::var("STRIDE").map_or(7, |stride| stride.parse().unwrap());
    let tried = calls_fail(stride).await;
    println!("{tried} times a disk failed");
}
