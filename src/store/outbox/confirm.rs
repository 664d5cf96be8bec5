//! Says of a claimed job what became of it.

use jiff::Timestamp;

use super::super::{Error, Result, ServerTx};
use super::put::Entry;
use super::{JobOutcome, OutboxJob, Retry};
use crate::messages::sieve::Sieve;
use crate::messages::{Effect, Subject};
use domain::Address;
use domain::schedule::Refusal;

/// What has to follow from what became of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum JobDone {
    /// Nothing yet: it will be tried again.
    Waits,
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
        let waits = match outcome {
            JobOutcome::Retry(_) | JobOutcome::Blocked { .. } | JobOutcome::Sifted { .. } => true,
            // A look is repeated until the place is open.
            JobOutcome::Closed { .. } => matches!(job.effect, Effect::Look { .. }),
            _ => false,
        };
        if waits {
            if !self.is_claimed(job).await? {
                return Ok(None);
            }
            self.try_again(job, outcome, now).await?;
            self.schedule_next(job.queue, Some(now)).await?;
            return Ok(Some(JobDone::Waits));
        }
        if !self.finish(job, now).await? {
            return Ok(None);
        }
        self.removed(job, outcome, now).await?;
        Ok(Some(JobDone::Gone))
    }

    async fn is_claimed(&mut self, job: &OutboxJob) -> Result<bool> {
        self.statement(
            "select exists (select 1 from outbox where server = ?1 and id = ?2 and claimed = 1)",
        )
        .bind(job.id)
        .value()
        .await
    }

    /// Puts a claimed job back, to be tried again.
    async fn try_again(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        now: Timestamp,
    ) -> Result<()> {
        match outcome {
            JobOutcome::Retry(retry) => self.retry(job, *retry).await,
            JobOutcome::Blocked { retry, notice, .. } => {
                if notice.is_some() {
                    self.mark_blocked(job).await?;
                }
                self.retry(job, *retry).await
            }
            JobOutcome::Sifted { sieve, .. } => self.sift(job, outcome.address(), sieve, now).await,
            JobOutcome::Closed { look_at, refusal, .. } => {
                self.retry(job, Retry::after(*refusal, *look_at)).await
            }
            _ => Ok(()),
        }
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
        self.drop_claimed(job).await?;
        Ok(())
    }

    async fn mark_blocked(&mut self, job: &OutboxJob) -> Result<()> {
        self.statement("update outbox set blocked = 1 where server = ?1 and id = ?2")
            .bind(job.id)
            .execute()
            .await?;
        Ok(())
    }

    /// Puts a job back that is tried at once with other texts held back. Once its message is there,
    /// it goes on as an edit of it.
    async fn sift(
        &mut self,
        job: &OutboxJob,
        at: Option<Address>,
        sieve: &Sieve,
        now: Timestamp,
    ) -> Result<()> {
        let whole: String = self
            .statement("select effect from outbox where server = ?1 and id = ?2")
            .bind(job.id)
            .value()
            .await?;
        let unreadable = |error: serde_json::Error| Error::Unreadable(error.to_string());
        let whole: Effect = serde_json::from_str(&whole).map_err(unreadable)?;
        let rest = at.map_or(whole.clone(), |at| whole.once_it_is_there(at));
        // A newer edit may have come in meanwhile; then this one need not go out at all.
        self.statement(
            "update or ignore outbox
             set claimed = 0, due_at = ?3, unsure = ?4, attempts = 0, sieve = ?5, kind = ?6,
                 beside = ?7, effect = ?8
             where server = ?1 and id = ?2",
        )
        .bind(job.id)
        .bind(now.as_millisecond())
        .bind(job.unsure && at.is_none())
        .bind(serde_json::to_string(sieve).map_err(unreadable)?)
        .bind(rest.kind())
        .bind(rest.beside().map(String::from))
        .bind(serde_json::to_string(&rest).map_err(unreadable)?)
        .execute()
        .await?;
        self.drop_claimed(job).await?;
        match (job.effect.subject(), at) {
            (Some(subject), Some(at)) => self.is_there(job, subject, at).await,
            _ => Ok(()),
        }
    }

    /// Drops a job that is claimed, or could not be put back; whether there was one.
    async fn drop_claimed(&mut self, job: &OutboxJob) -> Result<bool> {
        let dropped = self
            .statement("delete from outbox where server = ?1 and id = ?2 and claimed = 1")
            .bind(job.id)
            .execute()
            .await?;
        Ok(dropped > 0)
    }

    /// Remembers where a job's message is. What waits for it joins the queue of its channel: a post
    /// in a forum is one of its own.
    async fn is_there(&mut self, job: &OutboxJob, subject: Subject, at: Address) -> Result<()> {
        if job.target == Some(at) {
            return Ok(());
        }
        self.keep_address(subject, at).await?;
        if at.place == job.queue.channel() {
            return Ok(());
        }
        let moved = self
            .statement(
                "update outbox set channel = ?3
                 where server = ?1 and coalesce(beside, subject) = ?2 and kind <> 'post'
                   and channel <> ?3 and claimed = 0",
            )
            .bind(subject.to_string())
            .bind(at.place.0)
            .execute()
            .await?;
        if moved > 0 { self.rebuild_queue().await } else { Ok(()) }
    }

    /// What follows for the messages from a job that has left the outbox.
    async fn removed(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
        now: Timestamp,
    ) -> Result<()> {
        match (&job.effect, outcome) {
            (Effect::Delete { subject }, _) => self.forget_message(*subject).await?,
            // What cannot be said in its channel is said to the member.
            (
                Effect::Notice { place: Some(_), member, card },
                JobOutcome::Closed { .. } | JobOutcome::Refused { .. },
            ) => {
                let direct = Effect::Notice { place: None, member: *member, card: card.clone() };
                self.enqueue(Entry::new(direct, now)).await?;
            }
            (effect, outcome) => {
                if let (Some(subject), Some(at)) = (effect.subject(), outcome.address()) {
                    self.is_there(job, subject, at).await?;
                }
            }
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
