use jiff::SignedDuration;
use jiff::civil::{Date, date};

use super::super::{Delivered, Due, JobOutcome, NewSchedule, Report, Retry, Slot};
use super::*;
use crate::messages::daily::Daily;
use crate::messages::{Card, Subject};
use crate::testing::Log;
use domain::schedule::{Days, DeliveryState, Fared, Filter, Occurrence, Refusal, Schedule, Skip};
use domain::{Address, ChannelKind, MessageId, RoleId, ScheduleId};

pub(super) fn new(request: i64, next: i64) -> NewSchedule {
    NewSchedule {
        place: PLACE,
        kind: ChannelKind::Channel,
        request: RequestId(request),
        maker: ANA,
        time: "9:00".parse().unwrap(),
        days: "mon,wed".parse().unwrap(),
        timezone: "Europe/Paris".to_owned(),
        filter: Filter { theme: Some("power".to_owned()), ..Filter::default() },
        role: Some(RoleId(7)),
        thread: true,
        next_at: at(next),
        now: at(0),
    }
}

async fn add(harness: &StoreHarness, server: ServerId, new: NewSchedule) -> ScheduleId {
    harness.change(server, async |tx| tx.add_schedule(&new).await).await.0
}

fn day(number: i8) -> Date {
    date(2027, 1, number)
}

pub(super) fn due(schedule: ScheduleId, number: i8) -> Due {
    Due {
        schedule,
        place: PLACE,
        slot: Slot::Day(day(number)),
        day: day(number),
        due_at: at(1),
        next_at: Some(at(100)),
        late_at: None,
        give_up_at: at(1_000),
        seed: u64::MAX,
        now: at(2),
    }
}

/// Delivers from the book, as the scheduler does.
async fn deliver(harness: &StoreHarness, server: ServerId, due: Due) -> Delivered {
    deliver_from(harness, server, due, &crate::commands::fixture::BOOK).await
}

async fn deliver_from(
    harness: &StoreHarness,
    server: ServerId,
    due: Due,
    corpus: &Corpus,
) -> Delivered {
    harness.change(server, async |tx| deliver_in(tx, &due, corpus).await).await
}

/// Delivers within a transaction.
pub(super) async fn deliver_in(
    tx: &mut ServerTx,
    due: &Due,
    corpus: &Corpus,
) -> crate::store::Result<Delivered> {
    let delivered = tx.deliver(due, corpus).await?;
    if let Delivered::Drawn(new) = &delivered {
        let card = Card::saying(new.quote.as_str()).about(Subject::Delivery(new.id));
        tx.post_delivery(due, new, Daily { card, thread: None }).await?;
    }
    Ok(delivered)
}

async fn only(harness: &StoreHarness) -> Schedule {
    let schedules = harness.store.read(HERE).schedules().await.unwrap();
    <[Schedule; 1]>::try_from(schedules).unwrap()[0].clone()
}

async fn report(harness: &StoreHarness, id: ScheduleId) -> Report {
    harness.store.read(HERE).report(id).await.unwrap()
}

async fn newest(harness: &StoreHarness, id: ScheduleId) -> DeliveryState {
    report(harness, id).await.newest.unwrap().state
}

#[tokio::test]
async fn a_schedule_is_a_servers_own() {
    let mut harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 10)).await;
    assert_eq!(add(&harness, HERE, new(1, 20)).await, id);
    let there = add(&harness, THERE, new(1, 20)).await;
    assert_ne!(there, id);
    harness.reopen().await;
    let found = only(&harness).await;
    assert_eq!((found.id, found.next_at), (id, at(10)));
    assert_eq!(
        (found.role, found.thread, found.kind),
        (Some(RoleId(7)), true, ChannelKind::Channel)
    );
    assert_eq!(found.days, "mon,wed".parse::<Days>().unwrap());
    assert_eq!(found.filter.theme.as_deref(), Some("power"));
    assert_eq!(report(&harness, id).await, Report::default());
    assert!(!harness.change(THERE, async |tx| tx.remove_schedule(id, at(5)).await).await);
    assert!(harness.change(HERE, async |tx| tx.remove_schedule(id, at(5)).await).await);
    assert!(!harness.change(HERE, async |tx| tx.remove_schedule(id, at(5)).await).await);
    assert_eq!(harness.store.read(HERE).schedules().await.unwrap(), []);
    assert_eq!(harness.store.schedules_next().await.unwrap(), Some(at(20)));
}

#[tokio::test]
async fn what_is_due_comes_the_earliest_first() {
    let harness = StoreHarness::new().await;
    assert_eq!(harness.store.schedules_next().await.unwrap(), None);
    for (request, next) in [(1, 30), (2, 10), (3, 20)] {
        add(&harness, HERE, new(request, next)).await;
    }
    let times = async |now, most| -> Vec<Timestamp> {
        let due = harness.store.schedules_due(at(now), most).await.unwrap();
        due.into_iter().map(|schedule| schedule.next_at).collect()
    };
    assert_eq!(times(9, 9).await, []);
    assert_eq!(times(20, 9).await, [at(10), at(20)]);
    assert_eq!(times(99, 1).await, [at(10)]);
}

#[tokio::test]
async fn a_slot_is_delivered_once() {
    let harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    let first = due(id, 15);
    let (one, two) =
        tokio::join!(deliver(&harness, HERE, first.clone()), deliver(&harness, HERE, first));
    let (noted, before) = if one == Delivered::Before { (two, one) } else { (one, two) };
    assert!(matches!(noted, Delivered::Drawn(_)) && before == Delivered::Before);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 1);
    assert_eq!(only(&harness).await.next_at, at(100));
    assert_eq!(newest(&harness, id).await, DeliveryState::Due);
    // Another day brings the other quote.
    deliver(&harness, HERE, due(id, 16)).await;
    assert_eq!(report(&harness, id).await.drawn.len(), 2);
}

#[tokio::test]
async fn what_cannot_be_delivered_is_said() {
    let harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    assert_eq!(deliver(&harness, THERE, due(id, 1)).await, Delivered::Gone);
    assert_eq!(only(&harness).await.next_at, at(1));
    let none = deliver_from(&harness, HERE, due(id, 2), &Corpus::default()).await;
    assert_eq!(none, Delivered::NoMatch);
    assert!(matches!(newest(&harness, id).await, DeliveryState::Failed(_)));
    let still = domain::schedule::Clocks::Still;
    let missed = Occurrence { date: day(3), at: at(1), clocks: still };
    harness.change(HERE, async |tx| tx.miss(id, &[missed], Some(at(500))).await).await;
    assert_eq!(newest(&harness, id).await, DeliveryState::Missed);
    assert_eq!((only(&harness).await.next_at, report(&harness, id).await.missed), (at(500), 1));
    harness.change(THERE, async |tx| tx.miss(id, &[missed], Some(at(900))).await).await;
    assert_eq!(only(&harness).await.next_at, at(500));
    harness.change(HERE, async |tx| tx.remove_schedule(id, at(5)).await).await;
    assert_eq!(deliver(&harness, HERE, due(id, 4)).await, Delivered::Gone);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}

#[tokio::test]
async fn a_schedule_that_rests_drops_what_it_has_not_posted_and_keeps_its_quote() {
    let harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    let other = add(&harness, HERE, new(2, 1)).await;
    deliver(&harness, HERE, due(id, 1)).await;
    deliver(&harness, HERE, due(other, 1)).await;
    harness.change(HERE, async |tx| tx.pause_schedule(id, at(5)).await).await;
    assert_eq!(harness.store.outbox_size().await.unwrap(), 1);
    assert_eq!(newest(&harness, id).await, DeliveryState::Missed);
    assert!(report(&harness, id).await.drawn.is_empty());
    // While it rests nothing is due.
    assert_eq!(deliver(&harness, HERE, due(id, 2)).await, Delivered::Before);
    assert_eq!(harness.store.schedules_due(at(999), 9).await.unwrap().len(), 1);
    let skip = Skip { from: day(5), until: day(9) };
    harness.change(HERE, async |tx| tx.set_schedule(id, &[skip], at(7), true).await).await;
    let due: Vec<_> = harness.store.schedules_due(at(7), 9).await.unwrap();
    assert_eq!(due[0].skips, [skip]);
    assert!(harness.change(HERE, async |tx| tx.remove_schedule(other, at(5)).await).await);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}

#[tokio::test]
async fn a_delivery_keeps_how_its_post_has_fared() {
    let mut harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    deliver(&harness, HERE, due(id, 1)).await;
    let after = |refusal| Retry::after(refusal, at(3));
    let limited = Retry { limited: SignedDuration::from_secs(30), ..after(Refusal::RateLimit) };
    // What only waits for another job was not tried.
    let waited = Retry { refusal: None, ..after(Refusal::Unknown) };
    for outcome in [
        JobOutcome::Retry(limited),
        JobOutcome::Retry(waited),
        JobOutcome::Retry(limited),
        JobOutcome::Retry(after(Refusal::Unavailable)),
        JobOutcome::Done(None),
    ] {
        let job = harness.store.claim(at(9), 1).await.unwrap().remove(0);
        harness.store.confirm(&job, &outcome, at(9)).await.unwrap();
    }
    harness.reopen().await;
    let newest = report(&harness, id).await.newest.unwrap();
    assert_eq!(newest.state, DeliveryState::Posted(at(9)));
    let limited = SignedDuration::from_secs(60);
    let refusal = Some(Refusal::Unavailable);
    assert_eq!(newest.fared, Fared { attempts: 4, refusal, limited });
}

#[tokio::test]
async fn the_log_says_how_late_a_post_was_and_how_often_it_was_tried() {
    let harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    deliver(&harness, HERE, due(id, 1)).await;
    let log = Log::start();
    let limited = JobOutcome::Retry(Retry::after(Refusal::RateLimit, at(3)));
    for outcome in [limited, JobOutcome::Done(None)] {
        let job = harness.store.claim(at(253), 1).await.unwrap().remove(0);
        harness.store.confirm(&job, &outcome, at(253)).await.unwrap();
    }
    insta::assert_snapshot!(log.lines_with("posted"), @"INFO posted delivery=1 due=2027-01-15T08:00:01Z late_by=4m12s attempts=2");
}

#[tokio::test]
async fn a_confirmation_that_comes_twice_counts_once() {
    let harness = StoreHarness::new().await;
    let id = add(&harness, HERE, new(1, 1)).await;
    deliver(&harness, HERE, due(id, 1)).await;
    let job = harness.store.claim(at(9), 1).await.unwrap().remove(0);
    let done = JobOutcome::Done(Some(Address { place: PLACE, message: MessageId(20) }));
    for _ in 0..2 {
        harness.store.confirm(&job, &done, at(9)).await.unwrap();
    }
    assert_eq!(report(&harness, id).await.newest.unwrap().fared.attempts, 1);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}
