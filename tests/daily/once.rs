//! Each day exactly one post, whatever is lost and whenever the program dies.

use jiff::civil::date;

use crate::daily::channel::Fault;
use crate::daily::place::{Group, PLACE, hours};

/// The keys of so many days from 1 March 2027 on.
fn days(count: usize) -> Vec<String> {
    let mut date = date(2027, 3, 1);
    let mut keys = Vec::new();
    for _ in 0..count {
        keys.push(format!("d1-{}", date.strftime("%y%m%d")));
        date = date.tomorrow().unwrap();
    }
    keys
}

async fn group() -> Group {
    // Over a change of the clocks in March, and another in October.
    let group = Group::new("2027-03-01T05:00:00Z").await;
    group.daily("9:00", "Europe/Paris", None).await;
    group
}

#[track_caller]
fn assert_once(group: &Group, count: usize) {
    assert_eq!(group.discord.keys(PLACE), days(count));
    let threads = &group.discord.state().threads;
    assert_eq!((threads.len(), threads.values().sum::<usize>()), (count, count));
}

#[tokio::test]
async fn killed_at_every_step() {
    const DAYS: usize = 250;
    let mut group = group().await;
    let (mut polls, mut longest, mut kills) = (0, 0, 0);
    for day in 0..DAYS {
        let next = group.store.schedules_next().await.unwrap().unwrap();
        group.pass(next - hours(1)).await;
        group.now = next;
        let (ended, took) = group.live(polls).await;
        longest = longest.max(took);
        kills += usize::from(!ended);
        // The next day it lives one step longer; when it has lived through a day, it begins anew.
        polls = if ended { 0 } else { polls + 1 };
        group.restart().await;
        group.pass(next + hours(3)).await;
        assert_once(&group, day + 1);
    }
    assert!(kills > DAYS / 2 && longest > 10, "{kills} kills, {longest} steps");
}

#[tokio::test]
async fn killed_at_every_step_of_taking_it_up_again() {
    const DAYS: usize = 120;
    let mut group = group().await;
    let mut polls = 0;
    for day in 0..DAYS {
        let next = group.store.schedules_next().await.unwrap().unwrap();
        group.pass(next - hours(1)).await;
        group.now = next;
        // The answer to the post is lost, and then the program dies again and again.
        group.discord.state().faults.extend([Fault::LostAfter]);
        let mut lives = 0;
        while !group.live(polls).await.0 && lives < 6 {
            group.restart().await;
            polls += 1;
            lives += 1;
        }
        polls = if lives == 0 { 0 } else { polls.saturating_sub(4) };
        group.restart().await;
        group.pass(next + hours(3)).await;
        group.discord.state().faults.clear();
        assert_once(&group, day + 1);
    }
}

#[tokio::test]
async fn every_answer_is_dropped_in_turn() {
    let mut group = group().await;
    let faults =
        [Fault::LostAfter, Fault::LostBefore, Fault::Failed, Fault::Panics, Fault::Limited(30)];
    let mut day = 0;
    for first in faults {
        for second in faults {
            // In the first, second … request of the day; then in several in a row.
            for (before, again) in [(0, 1), (1, 1), (2, 1), (0, 2), (0, 4), (1, 3)] {
                let next = group.store.schedules_next().await.unwrap().unwrap();
                group.pass(next - hours(1)).await;
                {
                    let mut state = group.discord.state();
                    state.faults = std::iter::repeat_n(Fault::None, before).collect();
                    state.faults.extend(std::iter::repeat_n([first, second], again).flatten());
                }
                group.pass(next + hours(3)).await;
                group.discord.state().faults.clear();
                day += 1;
                assert_once(&group, day);
            }
        }
    }
    assert_eq!(day, 150);
}

#[tokio::test]
async fn chance_decides_what_goes_wrong() {
    use rand::{RngExt, SeedableRng};
    const DAYS: usize = 250;
    let mut chance = rand_chacha::ChaCha8Rng::seed_from_u64(7);
    let faults = [Fault::None, Fault::LostAfter, Fault::LostBefore, Fault::Failed, Fault::Panics];
    let mut group = group().await;
    for day in 0..DAYS {
        let next = group.store.schedules_next().await.unwrap().unwrap();
        group.pass(next - hours(1)).await;
        group.now = next;
        for _ in 0..chance.random_range(0..4) {
            let some = (0..chance.random_range(0..5)).map(|_| faults[chance.random_range(0..5)]);
            let some: Vec<Fault> = some.collect();
            group.discord.state().faults.extend(some);
            group.live(chance.random_range(0..40)).await;
            group.restart().await;
            group.now += jiff::SignedDuration::from_mins(chance.random_range(0..40));
        }
        group.pass(next + hours(5)).await;
        group.discord.state().faults.clear();
        assert_once(&group, day + 1);
    }
}
