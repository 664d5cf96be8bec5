use super::super::{Delivered, Due, NewSchedule};
use super::*;
use crate::domain::schedule::{DeliveryState, Filter, Schedule};
use crate::domain::{DeliveryId, ScheduleId};
use crate::reply::{Card, Effect, Subject};

fn new(server: ServerId, request: i64, next: i64) -> NewSchedule {
    NewSchedule {
        server,
        place: PLACE,
        request: RequestId(request),
        maker: ANA,
        time: "9:00".parse().unwrap(),
        timezone: "Europe/Paris".to_owned(),
        filter: Filter { theme: Some("power".to_owned()), ..Filter::default() },
        next_at: at(next),
        now: at(0),
    }
}

fn due(server: ServerId, schedule: ScheduleId, slot: &str) -> Due {
    Due {
        server,
        schedule,
        place: PLACE,
        slot: slot.to_owned(),
        due_at: at(1),
        next_at: Some(at(100)),
        seed: u64::MAX,
        now: at(2),
    }
}

fn post(delivery: DeliveryId, quote: &str) -> Option<Effect> {
    let card = Card::saying(quote).about(Subject::Delivery(delivery));
    Some(Effect::Post { place: PLACE, card })
}

async fn deliver(home: &Home, due: Due) -> Delivered {
    let matches = vec!["a-1".to_owned(), "a-2".to_owned()];
    home.store.deliver(due, matches, post).await.unwrap()
}

async fn only(home: &Home) -> Schedule {
    let schedules = home.store.schedules(HERE).await.unwrap();
    <[Schedule; 1]>::try_from(schedules).unwrap()[0].clone()
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
    assert_eq!((found.id, found.next_at, found.last.clone()), (id, at(10), None));
    assert_eq!(found.filter.theme.as_deref(), Some("power"));
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
    let first = due(HERE, id, "2027-01-15");
    let (one, two) = tokio::join!(deliver(&home, first.clone()), deliver(&home, first));
    let (noted, before) = if one == Delivered::Before { (two, one) } else { (one, two) };
    assert!(matches!(noted, Delivered::Noted(_)) && before == Delivered::Before);
    assert_eq!(home.store.outbox_size().await.unwrap(), 1);
    let found = only(&home).await;
    assert_eq!((found.next_at, found.last.unwrap().state), (at(100), DeliveryState::Due));
    // Another day brings the other quote.
    deliver(&home, due(HERE, id, "2027-01-16")).await;
    let quotes: Vec<String> = sqlx::query_scalar("select distinct quote from deliveries")
        .fetch_all(&home.store.reads)
        .await
        .unwrap();
    assert_eq!(quotes.len(), 2);
}

#[tokio::test]
async fn what_cannot_be_delivered_is_said() {
    let home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    assert_eq!(deliver(&home, due(THERE, id, "a")).await, Delivered::Gone);
    assert_eq!(only(&home).await.next_at, at(1));
    let none = home.store.deliver(due(HERE, id, "b"), Vec::new(), post).await.unwrap();
    assert_eq!(none, Delivered::NoMatch);
    assert!(matches!(only(&home).await.last.unwrap().state, DeliveryState::Failed(_)));
    home.store.miss(due(HERE, id, "c")).await.unwrap();
    assert_eq!(only(&home).await.last.unwrap().state, DeliveryState::Missed);
    home.store.postpone(THERE, id, at(500)).await.unwrap();
    assert_eq!(only(&home).await.next_at, at(100));
    home.store.postpone(HERE, id, at(500)).await.unwrap();
    assert_eq!(only(&home).await.next_at, at(500));
    home.store.remove_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(deliver(&home, due(HERE, id, "d")).await, Delivered::Gone);
    assert_eq!(home.store.outbox_size().await.unwrap(), 0);
}

#[tokio::test]
async fn removing_a_schedule_drops_what_it_has_not_posted() {
    let home = Home::new().await;
    let id = home.store.add_schedule(new(HERE, 1, 1)).await.unwrap();
    let other = home.store.add_schedule(new(HERE, 2, 1)).await.unwrap();
    deliver(&home, due(HERE, id, "a")).await;
    deliver(&home, due(HERE, other, "a")).await;
    home.store.remove_schedule(HERE, id, at(5)).await.unwrap();
    assert_eq!(home.store.outbox_size().await.unwrap(), 1);
}
