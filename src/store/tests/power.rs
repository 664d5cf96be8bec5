//! The power is cut, and what was acknowledged is there. A kill would not show it: what was written
//! is in the system's cache then, and reaches the disk whether or not it was synced.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sqlx::sqlite::SqliteSynchronous;

use super::history::{Found, History};

/// Where the power is cut: around every sync, and at moments of chance.
fn points(tape: &powercut::Tape, chances: usize, chance: &mut ChaCha8Rng) -> Vec<usize> {
    let mut points = tape.sync_points();
    points.extend((0..chances).map(|_| chance.random_range(0..=tape.len())));
    points
}

/// Cuts the power at so many points, and counts what is found.
async fn cuts(
    history: &History,
    points: &[usize],
    chance: &mut ChaCha8Rng,
) -> Vec<(usize, u64, Found)> {
    let tape = history.disk.tape();
    let mut found = Vec::with_capacity(points.len());
    for at in points {
        let seed = chance.random();
        found.push((*at, seed, history.cut(&tape, *at, seed).await));
    }
    found
}

#[track_caller]
fn assert_whole(found: &[(usize, u64, Found)]) {
    let wrong: Vec<_> = found.iter().filter(|(.., found)| *found != Found::Whole).collect();
    assert!(wrong.is_empty(), "cut at a point of the tape, with a seed: {wrong:#?}");
}

#[tokio::test]
async fn nothing_acknowledged_goes_when_the_power_is_cut() {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let mut history = History::new().await;
    history.days(1..4).await;
    let points = points(&history.disk.tape(), 60, &mut chance);
    assert!(points.len() > 150, "{}", points.len());
    assert_whole(&cuts(&history, &points, &mut chance).await);
}

#[tokio::test]
async fn nothing_acknowledged_goes_when_the_power_is_cut_again_and_again() {
    again_and_again(2, 8, 6).await;
}

/// Goes on with what a cut has left, so many times, and tries as many cuts of each life.
async fn again_and_again(seed: u64, lives: i64, each: usize) -> usize {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut history = History::new().await;
    let mut tried = 0;
    for life in 0..lives {
        history.days(10 * life + 1..10 * life + 2).await;
        let tape = history.disk.tape();
        let some: Vec<usize> = (0..each).map(|_| chance.random_range(0..=tape.len())).collect();
        assert_whole(&cuts(&history, &some, &mut chance).await);
        tried += each;
        let folder = crate::testing::folder();
        tape.cut(chance.random_range(0..=tape.len()), chance.random())
            .write_to(folder.path())
            .unwrap();
        history = History::on(folder, SqliteSynchronous::Full).await;
    }
    tried
}

/// The same with less care loses what was acknowledged; so the tests above would see it.
#[tokio::test]
async fn with_less_care_what_was_acknowledged_would_go() {
    for (care, can_break) in [(SqliteSynchronous::Normal, false), (SqliteSynchronous::Off, true)] {
        let mut chance = ChaCha8Rng::seed_from_u64(3);
        let mut history = History::with(care).await;
        history.days(1..4).await;
        let len = history.disk.tape().len();
        let points: Vec<usize> = (0..60).map(|_| chance.random_range(0..=len)).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (.., found) in cuts(&history, &points, &mut chance).await {
            let word = match found {
                Found::Whole => "whole",
                Found::Lost { .. } => "lost",
                Found::Half => "half",
                Found::Broken(_) => "broken",
            };
            *counts.entry(word).or_default() += 1;
        }
        let count = |word| counts.get(word).copied().unwrap_or_default();
        assert!(count("lost") > 10, "{care:?}: {counts:?}");
        // SQLite promises as much for `normal`.
        assert!(can_break || count("half") + count("broken") == 0, "{care:?}: {counts:?}");
    }
}

#[tokio::test]
#[ignore = "needs a minute; CUTS says how many"]
async fn many_power_cuts() {
    let wanted: usize = std::env::var("CUTS").map_or(1_500, |cuts| cuts.parse().unwrap());
    let (mut cut, mut seed) = (0, 100);
    while cut < wanted {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut history = History::new().await;
        history.days(1..5).await;
        let points = points(&history.disk.tape(), 300, &mut chance);
        assert_whole(&cuts(&history, &points, &mut chance).await);
        cut += points.len() + again_and_again(seed, 10, 20).await;
        seed += 1;
    }
    println!("{cut} power cuts, nothing lost");
}
