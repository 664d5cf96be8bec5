use std::collections::HashSet;

use tempfile::TempDir;

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::commands::fixture::BOOK;
use crate::messages::Effect;
use crate::store::{JobOutcome, NewSchedule, OutboxJob, ServerTx};
use crate::testing;
use domain::schedule::{Days, DeliveryState, Filter};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, ScheduleId, ServerId};

const HERE: ServerId = ServerId(1);

/// A database, and schedulers on it at any time.
struct SchedulerHarness {
    books: Books,
    store: Store,
    _folder: TempDir,
}

impl SchedulerHarness {
    /// With a daily at 9:00 in Paris, which is 8:00 in UTC, next on 22 November.
    async fn new() -> Self {
        let harness = Self::empty().await;
        harness.add(1, "2026-11-22T08:00:00Z").await;
        harness
    }

    async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = testing::open(&folder).await;
        let books = Books::new(BOOK.clone(), store.clone()).await.unwrap();
        Self { store, books, _folder: folder }
    }

    async fn add(&self, request: i64, next_at: &str) {
        let new = NewSchedule {
            place: ChannelId(10),
            kind: ChannelKind::Channel,
            request: RequestId(request),
            maker: MemberId(1),
            time: "9:00".parse().unwrap(),
            days: Days::ALL,
            role: None,
            thread: false,
            timezone: "Europe/Paris".to_owned(),
            filter: Filter { theme: Some("power".to_owned()), ..Filter::default() },
            next_at: next_at.parse().unwrap(),
            now: next_at.parse().unwrap(),
        };
        self.store.change(HERE, async |tx| tx.add_schedule(&new).await).await.unwrap();
    }

    fn scheduler(&self, clock: Clock) -> Scheduler {
        let (books, store) = (self.books.clone(), self.store.clone());
        Scheduler {
            books,
            store,
            clock,
            grace: SignedDuration::from_hours(3),
            seed: 1,
            metrics: Metrics::default(),
        }
    }

    /// Fires what is due at a time at which the clock stands still.
    async fn fire(&self, now: &str) {
        self.scheduler(standing(now)).fire_due().await.unwrap();
    }

    async fn schedule(&self) -> Schedule {
        self.store.read(HERE).schedules().await.unwrap().remove(0)
    }

    async fn newest(&self) -> DeliveryState {
        self.store.read(HERE).report(ScheduleId(1)).await.unwrap().newest.unwrap().state
    }

    /// The footers of what was put in the outbox.
    async fn posts(&self) -> Vec<String> {
        let mut posts = Vec::new();
        while let Some(row) = self.store.claim(Timestamp::MAX, 1).await.unwrap().pop() {
            posts.push(footer(&row));
            self.store.confirm(&row, &JobOutcome::Done(None), Timestamp::UNIX_EPOCH).await.unwrap();
        }
        posts
    }
}

fn standing(now: &str) -> Clock {
    Clock::fast(now.parse().unwrap(), 0)
}

fn footer(row: &OutboxJob) -> String {
    match &row.effect {
        Effect::Post { card, .. } => card.footer.clone().unwrap(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_due_goes_out_once() {
    let harness = SchedulerHarness::new().await;
    harness.fire("2026-11-22T07:59:59Z").await;
    assert!(harness.posts().await.is_empty());
    let before = harness.schedule().await;
    harness.fire("2026-11-22T08:00:00Z").await;
    harness.fire("2026-11-22T08:00:30Z").await;
    // A second scheduler that has read it before the first fired.
    let second = harness.scheduler(standing("2026-11-22T08:00:31Z"));
    second.fire(&before, 7).await.unwrap();
    let posts = harness.posts().await;
    assert_eq!(posts.len(), 1);
    assert!(!posts[0].contains("late"), "{posts:?}");
    let next = harness.schedule().await.next_at;
    assert_eq!(next.to_string(), "2026-11-23T08:00:00Z");
}

#[tokio::test]
async fn what_comes_late_is_to_say_so() {
    let harness = SchedulerHarness::new().await;
    harness.fire("2026-11-22T08:06:00Z").await;
    let row = harness.store.claim(Timestamp::MAX, 1).await.unwrap().remove(0);
    assert_eq!(row.late_at.unwrap().to_string(), "2026-11-22T08:05:00Z");
}

#[tokio::test]
async fn what_comes_too_late_is_missed() {
    let harness = SchedulerHarness::new().await;
    harness.fire("2026-11-22T11:00:01Z").await;
    assert!(harness.posts().await.is_empty());
    let schedule = harness.schedule().await;
    assert_eq!(harness.newest().await, DeliveryState::Missed);
    assert_eq!(schedule.next_at.to_string(), "2026-11-23T08:00:00Z");
}

#[tokio::test]
async fn of_days_slept_through_only_the_latest_counts() {
    for (now, posts, next) in [
        ("2026-11-25T09:00:00Z", 1, "2026-11-26T08:00:00Z"),
        ("2026-11-25T07:59:59Z", 0, "2026-11-25T08:00:00Z"),
        // Summer time has begun meanwhile.
        ("2027-04-01T08:00:00Z", 1, "2027-04-02T07:00:00Z"),
    ] {
        let harness = SchedulerHarness::new().await;
        harness.fire(now).await;
        assert_eq!(harness.posts().await.len(), posts, "{now}");
        assert_eq!(harness.schedule().await.next_at.to_string(), next, "{now}");
    }
}

#[tokio::test]
async fn what_is_removed_meanwhile_does_not_go_out() {
    let harness = SchedulerHarness::new().await;
    let read = harness.schedule().await;
    let remove = async |tx: &mut ServerTx| tx.remove_schedule(ScheduleId(1), read.next_at).await;
    harness.store.change(HERE, remove).await.unwrap();
    let scheduler = harness.scheduler(standing("2026-11-22T08:00:00Z"));
    scheduler.fire(&read, 7).await.unwrap();
    scheduler.fire_due().await.unwrap();
    assert!(harness.posts().await.is_empty());
}

#[tokio::test]
async fn when_the_rules_of_a_zone_change_it_goes_out_at_its_new_time() {
    let harness = SchedulerHarness::empty().await;
    harness.add(1, "2026-11-22T07:00:00Z").await;
    harness.fire("2026-11-22T07:30:00Z").await;
    assert!(harness.posts().await.is_empty());
    harness.fire("2026-11-22T08:00:00Z").await;
    assert_eq!(harness.posts().await.len(), 1);
}

#[tokio::test]
async fn a_schedule_that_nothing_matches_does_not_hold_up_the_rest() {
    let harness = SchedulerHarness::new().await;
    let empty = Scheduler {
        books: Books::new(Arc::default(), harness.store.clone()).await.unwrap(),
        ..harness.scheduler(standing("2026-11-22T08:00:00Z"))
    };
    empty.fire_due().await.unwrap();
    let schedule = harness.schedule().await;
    assert!(matches!(harness.newest().await, DeliveryState::Failed(_)));
    assert_eq!(schedule.next_at.to_string(), "2026-11-23T08:00:00Z");
}

#[tokio::test]
async fn day_by_day_across_restarts_each_has_its_post() {
    let harness = SchedulerHarness::new().await;
    let mut from: Timestamp = "2026-11-22T07:00:00Z".parse().unwrap();
    let mut posts = Vec::new();
    while posts.len() < 6 {
        // Half a day in less than a second.
        let clock = Clock::fast(from, 100_000);
        let stop = CancellationToken::new();
        let running = tokio::spawn(harness.scheduler(clock).run(stop.clone()));
        tokio::time::timeout(Duration::from_secs(60), harness.store.outbox_changed())
            .await
            .unwrap();
        stop.cancel();
        running.await.unwrap();
        posts.extend(harness.posts().await);
        from = clock.now();
    }
    let different: HashSet<&String> = posts.iter().collect();
    assert_eq!(different.len(), posts.len(), "{posts:?}");
}

#[tokio::test]
async fn a_schedule_made_while_it_waits_is_heeded() {
    let harness = SchedulerHarness::empty().await;
    let stop = CancellationToken::new();
    let clock = standing("2026-11-22T08:00:00Z");
    let running = tokio::spawn(harness.scheduler(clock).run(stop.clone()));
    tokio::task::yield_now().await;
    harness.add(1, "2026-11-22T08:00:00Z").await;
    tokio::time::timeout(Duration::from_secs(60), harness.store.outbox_changed()).await.unwrap();
    stop.cancel();
    running.await.unwrap();
    assert_eq!(harness.posts().await.len(), 1);
}

#[tokio::test]
async fn drafts_whose_time_is_up_are_dropped() {
    let harness = SchedulerHarness::empty().await;
    let draft = crate::store::Draft { text: "Perhaps.".to_owned(), anonymous: true };
    let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
    let hold = async |tx: &mut ServerTx| tx.hold_draft(ChannelId(10), &draft, now, 1).await;
    let id = harness.store.change(HERE, hold).await.unwrap();
    let stop = CancellationToken::new();
    let running = tokio::spawn(harness.scheduler(Clock::fast(now, 1)).run(stop.clone()));
    let gone = async {
        while harness.store.read(HERE).draft(id, Timestamp::UNIX_EPOCH).await.unwrap().is_some() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), gone).await.unwrap();
    stop.cancel();
    running.await.unwrap();
}
