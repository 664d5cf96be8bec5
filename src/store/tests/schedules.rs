use jiff::civil::{Date, date};

use super::super::{Delivered, Due, NewSchedule, Report, Slot};
use super::*;
use crate::messages::daily::Daily;
use crate::messages::{Card, Subject};
use domain::schedule::{Days, DeliveryState, Filter, Occurrence, Schedule, Skip};
use domain::{ChannelKind, RoleId, ScheduleId};

fn new(server: ServerId, request: i64, next: i64) -> NewSchedule {
    NewSchedule {
        server,
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

fn day(number: i8) -> Date {
    date(2027, 1, number)
}

fn due(schedule: ScheduleId, number: i8) -> Due {
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
    let deliver = async |tx: &mut ServerTx| {
        let delivered = tx.deliver(&due, corpus).await?;
        if let Delivered::Drawn(new) = &delivered {
            let card = Card::saying(new.quote.as_str()).about(Subject::Delivery(new.id));
            tx.post_delivery(&due, new, Daily { card, thread: None }).await?;
        }
        Ok(delivered)
    };
    harness.change(server, deliver).await
}

async fn only(harness: &StoreHarness) -> Schedule {
    let schedules = harness.store.schedules(HERE).await.unwrap();
    <[Schedule; 1]>::try_from(schedules).unwrap()[0].clone()
}

async fn report(harness: &StoreHarness, id: ScheduleId) -> Report {
    harness.store.report(HERE, id).await.unwrap()
}

async fn newest(harness: &StoreHarness, id: ScheduleId) -> DeliveryState {
    report(harness, id).await.newest.unwrap().state
}

#[tokio::test]
async fn a_schedule_is_a_servers_own() {
    let mut harness = StoreHarness::new().await;
    let id = harness.store.add_schedule(new(HERE, 1, 10)).await.unwrap();
    assert_eq!(harness.store.add_schedule(new(HERE, 1, 20)).await.unwrap(), id);
    let there = harness.store.add_schedule(new(THERE, 1, 20)).await.unwrap();
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
    assert!(!harness.store.remove_schedule(THERE, id, at(5)).await.unwrap());
    assert!(harness.store.remove_schedule(HERE, id, at(5)).await.unwrap());
    assert!(!harness.store.remove_schedule(HERE, id, at(5)).await.unwrap());
    assert_eq!(harness.store.schedules(HERE).await.unwrap(), []);
    assert_eq!(harness.store.schedules_next().await.unwrap(), Some(at(20)));
}

#[tokio::test]
async fn what_is_due_comes_the_earliest_first() {
    let harness = StoreHarness::new().await;
    assert_eq!(harness.store.schedules_next().await.unwrap(), None);
    for (request, next) in [(1, 30), (2, 10), (3, 20)] {
        harness.store.add_schedule(new(HERE, request, next)).await.unwrap();
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
    let id = harness.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
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
    let id = harness.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
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
    harness.store.remove_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(deliver(&harness, HERE, due(id, 4)).await, Delivered::Gone);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}

#[tokio::test]
async fn a_schedule_that_rests_drops_what_it_has_not_posted_and_keeps_its_quote() {
    let harness = StoreHarness::new().await;
    let id = harness.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    let other = harness.store.add_schedule(new(HERE, 2, 1)).await.unwrap();
    deliver(&harness, HERE, due(id, 1)).await;
    deliver(&harness, HERE, due(other, 1)).await;
    harness.store.pause_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(harness.store.outbox_size().await.unwrap(), 1);
    assert_eq!(newest(&harness, id).await, DeliveryState::Missed);
    assert!(report(&harness, id).await.drawn.is_empty());
    // While it rests nothing is due.
    assert_eq!(deliver(&harness, HERE, due(id, 2)).await, Delivered::Before);
    assert_eq!(harness.store.schedules_due(at(999), 9).await.unwrap().len(), 1);
    let skip = Skip { from: day(5), until: day(9) };
    harness.store.set_schedule(HERE, id, vec![skip], at(7), true).await.unwrap();
    let due: Vec<_> = harness.store.schedules_due(at(7), 9).await.unwrap();
    assert_eq!(due[0].skips, [skip]);
    assert!(harness.store.remove_schedule(HERE, other, at(5)).await.unwrap());
    assert_eq!(harness.store.outbox_size().await.unwrap(), 0);
}
