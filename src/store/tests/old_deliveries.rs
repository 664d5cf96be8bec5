//! Deliveries are deleted when nobody asks for them any more, and nobody notices.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::super::deliveries::old::{AT_ONCE, KEPT};
use super::super::{Report, Unconfirmed};
use super::schedules::{deliver_in, due, new};
use super::*;
use domain::{DeliveryId, ScheduleId};

const TODAY: Date = date(2027, 1, 30);

/// A delivery, as it is in the database.
#[derive(Clone, Copy, Debug)]
struct Made {
    id: i64,
    day: Date,
    state: &'static str,
}

/// A schedule with deliveries of many days, the states of which chance has decided.
async fn lived(harness: &StoreHarness, seed: u64) -> (ScheduleId, Vec<Made>) {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let states: &[&'static str] = match seed % 4 {
        0 => &["posted"],
        1 => &["missed", "failed"],
        2 => &["posted", "missed", "unsure", "held", "failed"],
        _ => &["posted", "posted", "posted", "missed", "unsure"],
    };
    let quiet = chance.random_range(0..KEPT + 30) * i32::from(seed.is_multiple_of(3));
    let request = i64::try_from(seed).unwrap();
    let add = async |tx: &mut ServerTx| tx.add_schedule(&new(request, 10)).await;
    let schedule = harness.change(HERE, add).await.0;
    let mut all = Vec::new();
    for ago in (quiet..2 * KEPT).rev() {
        let day = TODAY.saturating_sub(ago.days());
        let state = *states.choose(&mut chance).unwrap();
        let make = async |tx: &mut ServerTx| {
            let id: i64 = tx
                .statement(
                    "insert into deliveries (schedule, server, place, slot, day, due_at, seed,
                                             quote, state, posted_at, problem)
                     values (?2, ?1, 10, ?3, ?3, ?4, 1, 'guerin-1', ?5, ?4, 'why') returning id",
                )
                .bind(schedule.0)
                .bind(day.to_string())
                .bind(1_000_000 - i64::from(ago))
                .bind(state)
                .value()
                .await?;
            for sql in [
                "insert into steps (server, delivery, step, state) values (?1, ?2, 'thread', 'failed')",
                "insert into messages (server, subject, place, message)
                 values (?1, 'delivery:' || ?2, 10, 100 + ?2)",
            ] {
                tx.statement(sql).bind(id).execute().await?;
            }
            Ok(id)
        };
        let id = harness.change(HERE, make).await;
        all.push(Made { id, day, state });
    }
    (schedule, all)
}

/// All that anybody can see of it.
async fn seen(
    harness: &StoreHarness,
    schedule: ScheduleId,
    all: &[Made],
) -> (Report, Vec<Option<Unconfirmed>>) {
    let mut reads = harness.store.read(HERE);
    let mut unconfirmed = Vec::new();
    for made in all {
        unconfirmed.push(reads.unconfirmed(DeliveryId(made.id)).await.unwrap());
    }
    (reads.report(schedule).await.unwrap(), unconfirmed)
}

async fn rows(harness: &StoreHarness, sql: &'static str) -> Vec<i64> {
    harness.change(HERE, async |tx: &mut ServerTx| tx.statement(sql).values().await).await
}

#[tokio::test]
async fn nobody_sees_that_old_deliveries_are_gone() {
    for seed in 0..8 {
        let harness = StoreHarness::new().await;
        let (schedule, all) = lived(&harness, seed).await;
        let before = seen(&harness, schedule, &all).await;
        let drop = async |tx: &mut ServerTx| tx.drop_old_deliveries(schedule, TODAY).await;
        harness.change(HERE, drop).await;
        assert_eq!(seen(&harness, schedule, &all).await, before, "{seed}");
        let posted = all.iter().filter(|made| made.state == "posted").map(|made| made.id).max();
        let old = |made: &&Made| {
            made.day < TODAY.saturating_sub(KEPT.days())
                && matches!(made.state, "posted" | "missed" | "failed")
                && posted.is_some_and(|posted| made.id < posted)
        };
        let many = all.iter().filter(old).count();
        let left = all.iter().filter(|made| many < AT_ONCE || !old(made)).map(|made| made.id);
        let left: Vec<i64> = left.collect();
        for sql in [
            "select id from deliveries where server = ?1 order by id",
            "select delivery from steps where server = ?1 order by delivery",
            "select message - 100 from messages where server = ?1 order by message",
        ] {
            assert_eq!(rows(&harness, sql).await, left, "{seed} {sql}");
        }
    }
}

#[tokio::test]
async fn a_daily_keeps_some_months_of_deliveries_and_no_more() {
    let harness = StoreHarness::new().await;
    let (schedule, all) = lived(&harness, 4).await;
    let deliver = async |tx: &mut ServerTx| {
        let due = super::super::Due {
            slot: super::super::Slot::Day(TODAY.saturating_add(1.day())),
            day: TODAY.saturating_add(1.day()),
            ..due(schedule, 1)
        };
        deliver_in(tx, &due, &crate::commands::fixture::BOOK).await
    };
    harness.change(HERE, deliver).await;
    let left = rows(&harness, "select id from deliveries where server = ?1").await;
    assert!(all.len() > left.len() + AT_ONCE, "{}", left.len());
    assert!(left.len() <= usize::try_from(KEPT).unwrap() + AT_ONCE);
}
