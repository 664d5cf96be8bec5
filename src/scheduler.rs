//! Does what is due: posts the quotes of schedules, each as a delivery and a job of the outbox in one
//! transaction, reveals the answers of rounds whose time is up, and asks questions again.

mod revisits;

use std::sync::Arc;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::messages;
use crate::messages::daily::daily;
use crate::metrics::{DeliveryState, Metrics};
use crate::server_corpora::Books;
use crate::store::{self, Delivered, Due, ServerTx, Slot, Store};
use domain::schedule::Schedule;

/// Does what is due, on all servers.
#[derive(Clone, Debug)]
pub struct Scheduler {
    /// Every server's book.
    pub books: Books,
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// How long after its time a quote is still posted.
    pub grace: SignedDuration,
    /// For how long the data of a server is kept that the bot has left.
    pub keep: SignedDuration,
    /// The seed of what it draws at random.
    pub seed: u64,
    /// Where it counts what it could not post.
    pub metrics: Metrics,
}

/// How many schedules share a transaction: few enough that a command does not wait long behind them.
const AT_ONCE: u32 = 32;
/// A post later than this says so.
pub const LATE: SignedDuration = SignedDuration::from_mins(5);
/// How many of the days missed while the program was down are recorded.
const RECORDED: usize = 31;
/// The pause after the database failed.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_secs(1);
/// A daily one is due within this, whatever the clocks do.
const DAY: SignedDuration = SignedDuration::from_hours(25);
/// How often what has expired is deleted.
const HOUSEKEEPING: SignedDuration = SignedDuration::from_mins(10);

impl Scheduler {
    /// Fires what is due until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let mut draw = ChaCha20Rng::seed_from_u64(self.seed);
        let (mut housekeeping, mut before) = (Timestamp::MIN, Timestamp::MIN);
        let mut deleting = false;
        while !stop.is_cancelled() {
            let now = self.clock.now();
            // Also if somebody has set the clock back.
            if now >= housekeeping || now < before {
                self.logged(self.bring_near().await);
                self.drop_expired(now).await;
                housekeeping = now + HOUSEKEEPING;
                deleting = true;
            }
            before = now;
            // A piece at a time, so that nothing that is due waits for it.
            deleting = deleting && self.delete_some(now).await;
            match self.do_some(&mut draw).await {
                Ok(0) if deleting => continue,
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => {
                    // What is due is tried again, but not at once.
                    tracing::error!(?error, "the scheduler failed");
                    self.clock.wait_towards(self.clock.now() + AFTER_FAILURE).await;
                    continue;
                }
            }
            let next = self.logged(self.next().await).flatten();
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.store.schedules_changed() => {}
                () = self.clock.wait_towards(next.unwrap_or(housekeeping).min(housekeeping)) => {}
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
        self.bring_near().await?;
        while self.do_some(&mut draw).await? > 0 {}
        Ok(())
    }

    /// When something is due next, if anything is to come.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn next(&self) -> store::Result<Option<Timestamp>> {
        let (daily, reveal) =
            (self.store.schedules_next().await?, self.store.reveals_next().await?);
        let revisit = self.store.revisits_next().await?;
        Ok(daily.into_iter().chain(reveal).chain(revisit).min())
    }

    /// Brings near what a clock that was ahead has put off: no schedule is due later than its next
    /// time.
    async fn bring_near(&self) -> store::Result<()> {
        let now = self.clock.now();
        self.store.clock_turned_back(now).await?;
        let far = now.saturating_add(DAY).unwrap_or(now);
        for schedule in self.store.schedules_after(far).await? {
            let Some(next) = schedule.calendar().after(now).next() else { continue };
            if next.at < schedule.next_at {
                tracing::warn!(server = %schedule.server, schedule = %schedule.number, was = %schedule.next_at, "it was put off");
                let reschedule =
                    async |tx: &mut ServerTx| tx.reschedule(schedule.id, next.at).await;
                self.store.change(schedule.server, reschedule).await?;
            }
        }
        Ok(())
    }

    /// Drops what is kept for a while only.
    async fn drop_expired(&self, now: Timestamp) {
        self.logged(self.store.drop_old_drafts(now).await);
        self.logged(self.store.drop_old_consents(now).await);
        self.logged(self.store.drop_old_findings(now).await);
        self.logged(self.store.drop_old_filters(now).await);
        self.logged(self.store.drop_old_told(now).await);
    }

    /// Deletes a piece of the data of a server that the bot has left long ago; says whether there may
    /// be more.
    async fn delete_some(&self, now: Timestamp) -> bool {
        let deleted = self.logged(self.store.delete_left(now, self.keep).await).flatten();
        if let Some(server) = deleted {
            self.books.changed(server);
            tracing::debug!(%server, "data of a server that the bot has left is deleted");
        }
        deleted.is_some()
    }

    /// Logs a failure.
    fn logged<T>(&self, result: store::Result<T>) -> Option<T> {
        result.inspect_err(|error| tracing::error!(?error, "the scheduler failed")).ok()
    }

    /// Does some of what is due, and says how much.
    async fn do_some(&self, draw: &mut ChaCha20Rng) -> store::Result<usize> {
        let revisits = self.revisit_some().await?;
        Ok(revisits + self.reveal_some().await? + self.fire_some(draw).await?)
    }

    /// Reveals some of the rounds whose time is up, and says how many.
    async fn reveal_some(&self) -> store::Result<usize> {
        let now = self.clock.now();
        let due = self.store.reveals_due(now, AT_ONCE).await?;
        for (server, round) in &due {
            let corpus = self.books.of(*server).await?;
            let reveal = async |tx: &mut ServerTx| {
                let found = tx.round_details(*round).await?;
                let due = found.filter(|details| details.round.reveal_is_due(now));
                let Some(was) = due else { return Ok(()) };
                let revealed = tx.reveal(&was, now).await?;
                tx.emit(|| messages::round::revealed(&corpus, &was, &revealed), now).await
            };
            self.store.change(*server, reveal).await?;
        }
        Ok(due.len())
    }

    /// Fires some of the schedules that are due, and says how many. They share a trip to the disk.
    async fn fire_some(&self, draw: &mut ChaCha20Rng) -> store::Result<usize> {
        let due = self.store.schedules_due(self.clock.now(), AT_ONCE).await?;
        let fired = join_all(due.iter().map(|schedule| self.fire(schedule, draw.next_u64()))).await;
        fired.into_iter().collect::<store::Result<()>>()?;
        Ok(due.len())
    }

    async fn fire(&self, schedule: &Schedule, seed: u64) -> store::Result<()> {
        let Schedule { id, server, place, .. } = *schedule;
        let now = self.clock.now();
        let calendar = schedule.calendar();
        let mut missed = calendar.between(schedule.next_at, now);
        let next_at = calendar.after(now).next().map_or(Timestamp::MAX, |next| next.at);
        // Of several missed times only the latest is caught up with, if it is within the grace.
        let latest = missed.pop_if(|latest| now.duration_since(latest.at) <= self.grace);
        missed.drain(..missed.len().saturating_sub(RECORDED));
        let Some(latest) = latest else {
            // None at all if the rules of its time zone have changed since the next time was stored.
            let miss = async |tx: &mut ServerTx| tx.miss(id, &missed, Some(next_at)).await;
            self.store.change(server, miss).await?;
            self.metrics.deliveries(DeliveryState::Missed, missed.len());
            return Ok(());
        };
        let due = Due {
            schedule: id,
            place,
            slot: Slot::Day(latest.date),
            day: latest.date,
            due_at: latest.at,
            next_at: Some(next_at),
            late_at: Some(latest.at.saturating_add(LATE).unwrap_or(latest.at)),
            give_up_at: latest.at.saturating_add(self.grace).unwrap_or(latest.at),
            seed,
            now,
        };
        let corpus = self.books.of(server).await?;
        let post = daily(Arc::clone(&corpus), schedule);
        let deliver = async |tx: &mut ServerTx| {
            tx.miss(id, &missed, None).await?;
            let delivered = tx.deliver(&due, &corpus).await?;
            if let Delivered::Drawn(new) = &delivered
                && let Some(daily) = tx.language().await?.sync_scope(|| post(new.id, &new.quote))
            {
                tx.post_delivery(&due, new, daily).await?;
            }
            Ok::<_, store::Error>(delivered)
        };
        let delivered = self.store.change(server, deliver).await?;
        self.metrics.deliveries(DeliveryState::Missed, missed.len());
        if delivered == Delivered::NoMatch {
            self.metrics.deliveries(DeliveryState::Failed, 1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
