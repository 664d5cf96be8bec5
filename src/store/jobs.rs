//! What the outbox's worker asks of the store: it claims jobs, and confirms what became of them.
//! What follows from that for a delivery, a schedule or a round is committed with it.

use jiff::fmt::friendly::{Spacing, SpanPrinter};
use jiff::{SignedDuration, Timestamp};

use super::deliveries::Posted;
use super::outbox::{CLAIM, DUE, EDITS_DUE, JobDone, Unreadable};
use super::{Error, JobOutcome, Location, OutboxJob, Result, ServerTx, Store, Synchronous};
use crate::messages::{Effect, Subject};

impl Store {
    /// Claims up to `most` jobs of our servers that are due, at most one of each queue, so that a channel's posts
    /// go out in order and no channel keeps the others waiting.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn claim(&self, now: Timestamp, most: u32) -> Result<Vec<OutboxJob>> {
        let (due, synchronous) = match self.what_is_due(now).await? {
            (false, _) => return Ok(Vec::new()),
            // An edit can be carried out twice, so nothing is lost with its claim.
            (true, false) => (EDITS_DUE, Synchronous::Normal),
            (true, true) => (DUE, Synchronous::Full),
        };
        let claim = self.due(&CLAIM.replace("{due}", due));
        self.change_all_servers_as(synchronous, async |tx| {
            let (jobs, unreadable) = tx.claim(claim, now, most).await?;
            for Unreadable { server, delivery } in unreadable {
                if let Some(delivery) = delivery {
                    tx.of(server).fail_unreadable(delivery).await?;
                }
            }
            self.failpoints.hit(Location::Claim)?;
            self.edit_pace.claimed(jobs.iter().map(|job| (job.server, &job.effect)), now);
            Ok(jobs)
        })
        .await
    }

    /// Says what became of a claimed job.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn confirm(
        &self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        now: Timestamp,
    ) -> Result<()> {
        let confirm = async |tx: &mut ServerTx| {
            let posted = match tx.confirm_job(job, outcome, now).await? {
                Some(done) => tx.follow(job, outcome, done, now).await?,
                None => None,
            };
            self.failpoints.hit(Location::Confirm)?;
            Ok::<_, Error>(posted)
        };
        let posted = self.change_as(job.server, synchronous(outcome), None, confirm).await?;
        if let (None, JobOutcome::Done(_)) = (&posted, outcome) {
            let (late_by, attempts) = (compact(now.duration_since(job.made_at)), job.attempts + 1);
            tracing::debug!(job = job.id, %late_by, attempts, "published");
        }
        if let Some(posted) = posted {
            let Posted { delivery, due_at, attempts } = posted;
            let late_by = compact(now.duration_since(due_at));
            tracing::info!(%delivery, due = %due_at, %late_by, attempts, "posted");
        }
        Ok(())
    }

    /// Releases the claims of an earlier run of the program: those jobs may have gone out.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn release_claims(&self) -> Result<u64> {
        self.change_all_servers(async |tx| tx.release_claims().await).await
    }
}

/// What went out, or is tried again, is looked for when a power cut has taken back what became of it.
fn synchronous(outcome: &JobOutcome) -> Synchronous {
    match outcome {
        JobOutcome::Done(_) | JobOutcome::Retry(_) => Synchronous::Normal,
        _ => Synchronous::Full,
    }
}

/// A length of time in a log line: "4m12s".
fn compact(length: SignedDuration) -> String {
    SpanPrinter::new().spacing(Spacing::None).duration_to_string(&length)
}

impl ServerTx {
    /// Changes what depends on a job by its outcome.
    async fn follow(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        done: JobDone,
        now: Timestamp,
    ) -> Result<Option<Posted>> {
        let at = outcome.address().filter(|at| job.target != Some(*at));
        if let (Some(Subject::Round(round)), Some(at)) = (job.effect.subject(), at) {
            self.move_round(round, at.place).await?;
        }
        if job.blocked && matches!(outcome, JobOutcome::Done(_) | JobOutcome::Shown { .. }) {
            self.forget_told().await?;
        }
        match (&job.effect, outcome, done) {
            (Effect::Look { .. }, ..) => self.looked(job, outcome).await?,
            (Effect::Thread { under, opened: Some(card), .. }, JobOutcome::Done(_), _) => {
                let face = Effect::Face { at: *under, card: card.as_ref().clone() };
                self.emit(|| [face], now).await?;
            }
            (Effect::Post { card, .. }, JobOutcome::Refused { .. }, _) => {
                if let Some(Subject::Round(round)) = card.subject {
                    self.take_back_round(round, now).await?;
                }
            }
            _ => {}
        }
        if let (Some(card), None) = (outcome.notice(), job.delivery) {
            self.tell_waiting(&job.effect, card, outcome.trouble_of_its_own(), now).await?;
        }
        match job.delivery {
            Some(delivery) => self.delivery_tried(delivery, job, outcome, done, now).await,
            None => Ok(None),
        }
    }
}
