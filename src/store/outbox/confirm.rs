//! Says of a claimed job what became of it.

use jiff::Timestamp;

use super::super::{Result, ServerTx};
use super::put::Entry;
use super::{JobOutcome, OutboxJob, Retry};
use crate::messages::Effect;
use domain::schedule::Refusal;

/// What has to follow from what became of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum JobDone {
    /// Nothing yet: it will be tried again.
    Waits,
    /// It is the first of its server that waits for a permission: somebody has to be told.
    Blocked,
    /// It has left the outbox, done or not.
    Gone,
}

impl ServerTx {
    /// Puts a claimed job back, or takes it out of the outbox. `None` if that was done before: a
    /// confirmation is repeated when nobody knows whether it was committed.
    pub(in super::super) async fn confirm_job(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        now: Timestamp,
    ) -> Result<Option<JobDone>> {
        let claimed: bool = self
            .statement(
                "select exists (select 1 from outbox
                                where server = ?1 and id = ?2 and claimed = 1)",
            )
            .bind(job.id)
            .value()
            .await?;
        if !claimed {
            return Ok(None);
        }
        let done = match outcome {
            JobOutcome::Retry(retry) => {
                self.retry(job, *retry).await?;
                JobDone::Waits
            }
            JobOutcome::Blocked { retry, notice } => {
                let first = self.block(job, notice.is_some()).await?;
                self.retry(job, *retry).await?;
                if first { JobDone::Blocked } else { JobDone::Waits }
            }
            // A look is repeated until the place is open.
            JobOutcome::Closed { look_at, refusal, .. }
                if matches!(job.effect, Effect::Look { .. }) =>
            {
                self.retry(job, Retry::after(*refusal, *look_at)).await?;
                JobDone::Waits
            }
            outcome => {
                self.remove(job, outcome, now).await?;
                JobDone::Gone
            }
        };
        // The worker waits for what is due next.
        self.after.outbox_changed = true;
        self.schedule_next(Some(now)).await?;
        Ok(Some(done))
    }

    async fn retry(&mut self, job: &OutboxJob, retry: Retry) -> Result<()> {
        // A newer edit may have come in meanwhile; then this one need not go out at all.
        self.statement(
            "update or ignore outbox
             set claimed = 0, due_at = ?3, unsure = ?4, attempts = attempts + (?5 is not null),
                 refusal = coalesce(?5, refusal), limited_ms = limited_ms + ?6
             where server = ?1 and id = ?2",
        )
        .bind(job.id)
        .bind(retry.at.as_millisecond())
        .bind(retry.unsure)
        .bind(retry.refusal.map(Refusal::word))
        .bind(i64::try_from(retry.limited.as_millis()).unwrap_or(i64::MAX))
        .execute()
        .await?;
        self.statement("delete from outbox where server = ?1 and id = ?2 and claimed = 1")
            .bind(job.id)
            .execute()
            .await?;
        Ok(())
    }

    /// Says whether nothing else of the server was blocked before. `told`: somebody hears of it.
    async fn block(&mut self, job: &OutboxJob, told: bool) -> Result<bool> {
        let known: bool = self
            .statement("select exists (select 1 from outbox where server = ?1 and blocked = 1)")
            .value()
            .await?;
        if told {
            self.statement("update outbox set blocked = 1 where server = ?1 and id = ?2")
                .bind(job.id)
                .execute()
                .await?;
        }
        Ok(!known)
    }

    async fn remove(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        now: Timestamp,
    ) -> Result<()> {
        self.drop_job(job.id).await?;
        match (&job.effect, outcome) {
            (Effect::Delete { subject }, _) => self.forget_message(*subject).await?,
            // What cannot be said in its channel is said to the member.
            (Effect::Notice { place: Some(_), member, card }, JobOutcome::Closed { .. }) => {
                let direct = Effect::Notice { place: None, member: *member, card: card.clone() };
                self.enqueue(Entry::new(direct, now)).await?;
            }
            (effect, JobOutcome::Done(Some(at))) => {
                if let Some(subject) = effect.subject() {
                    self.remember_message(subject, *at).await?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Retry {
    /// Another attempt at a time, of what surely did not go out.
    #[must_use]
    pub fn after(refusal: Refusal, at: Timestamp) -> Self {
        Self { at, unsure: false, refusal: Some(refusal), limited: jiff::SignedDuration::ZERO }
    }
}
