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
async fn deliver(home: &Home, server: ServerId, due: Due) -> Delivered {
    deliver_from(home, server, due, &crate::commands::fixture::BOOK).await
}

async fn deliver_from(home: &Home, server: ServerId, due: Due, corpus: &Corpus) -> Delivered {
    let deliver = async |tx: &mut ServerTx| {
        let delivered = tx.deliver(&due, corpus).await?;
        if let Delivered::Drawn(new) = &delivered {
            let card = Card::saying(new.quote.as_str()).about(Subject::Delivery(new.id));
            tx.post_delivery(&due, new, Daily { card, thread: None }).await?;
        }
        Ok(delivered)
    };
    home.change(server, deliver).await
}

async fn only(home: &Home) -> Schedule {
    let schedules = home.store.schedules(HERE).await.unwrap();
    <[Schedule; 1]>::try_from(schedules).unwrap()[0].clone()
}

async fn report(home: &Home, id: ScheduleId) -> Report {
    home.store.report(HERE, id).await.unwrap()
}

async fn newest(home: &Home, id: ScheduleId) -> DeliveryState {
    report(home, id).await.newest.unwrap().state
}

#[tokio::test]
async fn a_schedule_is_a_servers_own() {
    let mut home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 10)).await.unwrap();
    assert_eq!(home.store.add_schedule(new(HERE, 1, 20)).await.unwrap(), id);
    let there = home.store.add_schedule(new(THERE, 1, 20)).await.unwrap();
    assert_ne!(there, id);
    home.reopen().await;
    let found = only(&home).await;
    assert_eq!((found.id, found.next_at), (id, at(10)));
    assert_eq!(
        (found.role, found.thread, found.kind),
        (Some(RoleId(7)), true, ChannelKind::Channel)
    );
    assert_eq!(found.days, "mon,wed".parse::<Days>().unwrap());
    assert_eq!(found.filter.theme.as_deref(), Some("power"));
    assert_eq!(report(&home, id).await, Report::default());
    assert!(!home.store.remove_schedule(THERE, id, at(5)).await.unwrap());
    assert!(home.store.remove_schedule(HERE, id, at(5)).await.unwrap());
    assert!(!home.store.remove_schedule(HERE, id, at(5)).await.unwrap());
    assert_eq!(home.store.schedules(HERE).await.unwrap(), []);
    assert_eq!(home.store.schedules_next().await.unwrap(), Some(at(20)));
}

#[tokio::test]
async fn what_is_due_comes_the_earliest_first() {
    let home = Home::new().await;
    assert_eq!(home.store.schedules_next().await.unwrap(), None);
    for (request, next) in [(1, 30), (2, 10), (3, 20)] {
        home.store.add_schedule(new(HERE, request, next)).await.unwrap();
    }
    let times = async |now, most| -> Vec<Timestamp> {
        let due = home.store.schedules_due(at(now), most).await.unwrap();
        due.into_iter().map(|schedule| schedule.next_at).collect()
    };
    assert_eq!(times(9, 9).await, []);
    assert_eq!(times(20, 9).await, [at(10), at(20)]);
    assert_eq!(times(99, 1).await, [at(10)]);
}

#[tokio::test]
async fn a_slot_is_delivered_once() {
    let home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    let first = due(id, 15);
    let (one, two) = tokio::join!(deliver(&home, HERE, first.clone()), deliver(&home, HERE, first));
    let (noted, before) = if one == Delivered::Before { (two, one) } else { (one, two) };
    assert!(matches!(noted, Delivered::Drawn(_)) && before == Delivered::Before);
    assert_eq!(home.store.outbox_size().await.unwrap(), 1);
    assert_eq!(only(&home).await.next_at, at(100));
    assert_eq!(newest(&home, id).await, DeliveryState::Due);
    // Another day brings the other quote.
    deliver(&home, HERE, due(id, 16)).await;
    assert_eq!(report(&home, id).await.drawn.len(), 2);
}

#[tokio::test]
async fn what_cannot_be_delivered_is_said() {
    let home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    assert_eq!(deliver(&home, THERE, due(id, 1)).await, Delivered::Gone);
    assert_eq!(only(&home).await.next_at, at(1));
    let none = deliver_from(&home, HERE, due(id, 2), &Corpus::default()).await;
    assert_eq!(none, Delivered::NoMatch);
    assert!(matches!(newest(&home, id).await, DeliveryState::Failed(_)));
    let still = domain::schedule::Clocks::Still;
    let missed = Occurrence { date: day(3), at: at(1), clocks: still };
    home.change(HERE, async |tx| tx.miss(id, &[missed], Some(at(500))).await).await;
    assert_eq!(newest(&home, id).await, DeliveryState::Missed);
    assert_eq!((only(&home).await.next_at, report(&home, id).await.missed), (at(500), 1));
    home.change(THERE, async |tx| tx.miss(id, &[missed], Some(at(900))).await).await;
    assert_eq!(only(&home).await.next_at, at(500));
    home.store.remove_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(deliver(&home, HERE, due(id, 4)).await, Delivered::Gone);
    assert_eq!(home.store.outbox_size().await.unwrap(), 0);
}

#[tokio::test]
async fn a_schedule_that_rests_drops_what_it_has_not_posted_and_keeps_its_quote() {
    let home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    let other = home.store.add_schedule(new(HERE, 2, 1)).await.unwrap();
    deliver(&home, HERE, due(id, 1)).await;
    deliver(&home, HERE, due(other, 1)).await;
    home.store.pause_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(home.store.outbox_size().await.unwrap(), 1);
    assert_eq!(newest(&home, id).await, DeliveryState::Missed);
    assert!(report(&home, id).await.drawn.is_empty());
    // While it rests nothing is due.
    assert_eq!(deliver(&home, HERE, due(id, 2)).await, Delivered::Before);
    assert_eq!(home.store.schedules_due(at(999), 9).await.unwrap().len(), 1);
    let skip = Skip { from: day(5), until: day(9) };
    home.store.set_schedule(HERE, id, vec![skip], at(7), true).await.unwrap();
    let due: Vec<_> = home.store.schedules_due(at(7), 9).await.unwrap();
    assert_eq!(due[0].skips, [skip]);
    assert!(home.store.remove_schedule(HERE, other, at(5)).await.unwrap());
    assert_eq!(home.store.outbox_size().await.unwrap(), 0);
}
