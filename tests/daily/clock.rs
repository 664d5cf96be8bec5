//! A clock that is ahead, or at 1970, for one start.

use crate::daily::channel::Fault;
use crate::daily::place::{Group, PLACE};

/// Each start does what is due, whatever the clock says.
async fn start_at(group: &mut Group, now: &str) {
    group.restart().await;
    group.now = now.parse().unwrap();
    group.live(usize::MAX).await;
}

#[tokio::test]
async fn a_clock_that_was_ahead_once_silences_nothing() {
    for ahead in ["2036-05-24T09:30:00Z", "2026-05-03T12:00:00Z", "2126-01-01T00:00:00Z"] {
        let mut group = Group::new("2026-05-01T08:00:00Z").await;
        let id = group.daily("9:00", "UTC", None).await;
        start_at(&mut group, ahead).await;
        let before = group.discord.keys(PLACE);
        start_at(&mut group, "2026-05-02T08:00:00Z").await;
        let next = group.schedule(id).await.next_at;
        assert_eq!(next.to_string(), "2026-05-02T09:00:00Z", "{ahead}");
        group.pass("2026-05-04T10:00:00Z".parse().unwrap()).await;
        let mut keys = group.discord.keys(PLACE);
        keys.retain(|key| !before.contains(key));
        let days = ["d1-260502", "d1-260503", "d1-260504"];
        let new: Vec<&str> =
            days.into_iter().filter(|day| !before.contains(&(*day).to_owned())).collect();
        assert_eq!(keys, new, "{ahead}");
    }
}

#[tokio::test]
async fn what_waits_in_a_time_to_come_is_tried_now() {
    let mut group = Group::new("2036-03-01T08:59:00Z").await;
    let id = group.daily("9:00", "UTC", None).await;
    group.discord.state().faults = std::iter::repeat_n(Fault::Failed, 3).collect();
    start_at(&mut group, "2036-03-01T09:00:00Z").await;
    assert!(group.discord.keys(PLACE).is_empty());
    start_at(&mut group, "2026-03-01T09:00:00Z").await;
    group.discord.state().faults.clear();
    group.pass("2026-03-01T12:00:00Z".parse().unwrap()).await;
    assert!(group.discord.keys(PLACE).contains(&"d1-360301".to_owned()));
    assert!(group.schedule(id).await.next_at.to_string().starts_with("2026-03-02"));
}

#[tokio::test]
async fn from_1970_to_today_there_is_no_flood() {
    let mut group = Group::new("1970-01-01T00:00:10Z").await;
    let id = group.daily("9:00", "UTC", None).await;
    start_at(&mut group, "1970-01-01T00:01:00Z").await;
    start_at(&mut group, "2026-05-02T08:00:00Z").await;
    assert!(group.discord.keys(PLACE).is_empty(), "{:?}", group.discord.keys(PLACE));
    group.pass("2026-05-02T10:00:00Z".parse().unwrap()).await;
    assert_eq!(group.discord.keys(PLACE), ["d1-260502"]);
    assert!(group.report(id).await.missed <= 31);
}
