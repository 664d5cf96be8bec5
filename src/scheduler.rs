//! What is due: each schedule's time → a delivery and a row in the outbox, in one transaction.

use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::domain::Corpus;
use crate::domain::schedule::{self, Occurrence, Schedule};
use crate::reply;
use crate::store::{self, Due, Store};

/// What the scheduler works by.
#[derive(Clone, Debug)]
pub struct Scheduler {
    /// The book.
    pub corpus: Arc<Corpus>,
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// How long after its time a quote is still posted.
    pub grace: SignedDuration,
    /// The seed of what it draws at random.
    pub seed: u64,
}

/// How many schedules are taken up in one go.
const AT_ONCE: u32 = 100;
/// A post later than this says so.
const LATE: SignedDuration = SignedDuration::from_mins(5);
/// The pause after the database failed.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
/// How often drafts whose time is up are looked for.
const HOUSEKEEPING: SignedDuration = SignedDuration::from_mins(10);

impl Scheduler {
    /// Fires what is due until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let mut draw = ChaCha20Rng::seed_from_u64(self.seed);
        let mut housekeeping = Timestamp::MIN;
        while !stop.is_cancelled() {
            let now = self.clock.now();
            if now >= housekeeping {
                self.note(self.store.drop_old_drafts(now).await);
                housekeeping = now + HOUSEKEEPING;
            }
            let due = self.note(self.store.schedules_due(now, AT_ONCE).await).unwrap_or_default();
            let mut fired = !due.is_empty();
            for schedule in &due {
                fired &= self.note(self.fire(schedule, draw.next_u64()).await).is_some();
            }
            if fired {
                continue;
            }
            let next = self.note(self.store.schedules_next().await).flatten();
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.store.schedules_changed() => {}
                () = self.clock.wait_towards(next.unwrap_or(housekeeping).min(housekeeping)) => {
                    if !due.is_empty() {
                        // The database failed: what is due is tried again, but not at once.
                        tokio::time::sleep(AFTER_FAILURE).await;
                    }
                }
            }
        }
    }

    /// Fires what is due now, and ends. It is [`Scheduler::run`] for a clock that somebody sets by
    /// hand.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn fire_due(&self) -> store::Result<()> {
        let mut draw = ChaCha20Rng::seed_from_u64(self.seed);
        loop {
            let due = self.store.schedules_due(self.clock.now(), AT_ONCE).await?;
            if due.is_empty() {
                return Ok(());
            }
            for schedule in &due {
                self.fire(schedule, draw.next_u64()).await?;
            }
        }
    }

    /// Logs a failure; what was due stays due.
    fn note<T>(&self, result: store::Result<T>) -> Option<T> {
        result.inspect_err(|error| tracing::error!(?error, "the scheduler failed")).ok()
    }

    async fn fire(&self, schedule: &Schedule, seed: u64) -> store::Result<()> {
        let now = self.clock.now();
        let (latest, next_at) = around(schedule, now);
        let Some(latest) = latest else {
            // The rules of its time zone have changed since its next time was noted.
            return self.store.postpone(schedule.server, schedule.id, next_at).await;
        };
        let due = Due {
            server: schedule.server,
            schedule: schedule.id,
            place: schedule.place,
            slot: latest.date.to_string(),
            due_at: latest.at,
            next_at: Some(next_at),
            seed,
            now,
        };
        let behind = now.duration_since(latest.at);
        if behind > self.grace {
            return self.store.miss(due).await;
        }
        let matches = schedule.filter.ids(&self.corpus);
        let effect = reply::daily(self.corpus.clone(), schedule.place, behind > LATE);
        self.store.deliver(due, matches, effect).await.map(drop)
    }
}

/// The latest time of a schedule that has come, and the next one. Of several that were slept
/// through only the latest counts.
fn around(schedule: &Schedule, now: Timestamp) -> (Option<Occurrence>, Timestamp) {
    let zone = TimeZone::get(&schedule.timezone).unwrap_or(TimeZone::UTC);
    let before = schedule.next_at - SignedDuration::from_millis(1);
    let mut latest = None;
    for occurrence in schedule::after(before, schedule.time, &zone) {
        if occurrence.at > now {
            return (latest, occurrence.at);
        }
        latest = Some(occurrence);
    }
    (latest, Timestamp::MAX)
}

#[cfg(test)]
mod tests;
