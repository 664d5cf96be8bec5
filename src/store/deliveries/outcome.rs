//! What became of a delivery: its post is there, step by step, or it is not.

use jiff::Timestamp;

use super::super::outbox::{Entry, JobDone};
use super::super::row::instant;
use super::super::schedules::Closed;
use super::super::{JobOutcome, OutboxJob, Result, Retry, ServerTx};
use crate::messages::{Card, Effect};
use domain::schedule::Refusal;
use domain::{Address, DeliveryId, ScheduleId};

/// A delivery whose post went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Posted {
    pub(in super::super) delivery: DeliveryId,
    pub(in super::super) due_at: Timestamp,
    pub(in super::super) attempts: i64,
}

impl ServerTx {
    /// Notes that a delivery's job could not be read.
    pub(in super::super) async fn fail_unreadable(&mut self, id: DeliveryId) -> Result<()> {
        self.set_delivery_state(id, "failed", Some(UNREADABLE)).await
    }

    /// Records the outcome of a job of a delivery; gives the delivery if its post went out.
    pub(in super::super) async fn delivery_tried(
        &mut self,
        id: DeliveryId,
        job: &OutboxJob,
        outcome: &JobOutcome,
        done: JobDone,
        now: Timestamp,
    ) -> Result<Option<Posted>> {
        let step = match &job.effect {
            Effect::Post { .. } => {
                self.count_attempt(id, outcome).await?;
                None
            }
            Effect::Thread { .. } => Some("thread"),
            Effect::Announce { .. } => Some("announce"),
            _ => return Ok(None),
        };
        if let JobOutcome::Blocked { notice: Some(card), .. }
        | JobOutcome::Refused { notice: Some(card), .. } = outcome
        {
            self.tell_maker_once(job, card, now).await?;
        }
        if let Some(step) = step {
            let problem = outcome.problem();
            if done == JobDone::Gone || problem.is_some() {
                self.end_step(id, step, problem.as_deref()).await?;
            }
            return Ok(None);
        }
        if done != JobDone::Gone {
            return Ok(None);
        }
        match outcome {
            JobOutcome::Done(at) | JobOutcome::Shown { at, .. } => {
                return self.delivery_posted(id, *at, now).await.map(Some);
            }
            JobOutcome::Closed { why, notice, look_at, .. } => {
                self.set_delivery_state(id, "held", Some(why)).await?;
                let closed = Closed { why, notice: notice.as_ref(), look_at: *look_at };
                if let (Some(schedule), Effect::Post { place, .. }) = (job.schedule, &job.effect) {
                    self.suspend(schedule, *place, closed, now).await?;
                }
            }
            JobOutcome::Unconfirmed { why, notice } => {
                self.set_delivery_state(id, "unsure", Some(why)).await?;
                if let Some(schedule) = job.schedule {
                    self.tell_maker(schedule, notice.as_ref(), now).await?;
                }
            }
            JobOutcome::Missed(_) => self.delivery_missed(id).await?,
            JobOutcome::Dropped(why) | JobOutcome::Refused { why, .. } => {
                self.set_delivery_state(id, "failed", Some(why)).await?;
            }
            JobOutcome::Retry(_) | JobOutcome::Blocked { .. } | JobOutcome::Sifted { .. } => {}
        }
        Ok(None)
    }

    /// Tells the schedule's facilitators, once, what keeps one of its posts or what hangs on it.
    async fn tell_maker_once(
        &mut self,
        job: &OutboxJob,
        card: &Card,
        now: Timestamp,
    ) -> Result<()> {
        let Some(schedule) = job.schedule else { return Ok(()) };
        let Some(member) = self.maker(schedule).await? else { return Ok(()) };
        let place = self.settings().await?.channel;
        self.tell_once(Effect::Notice { place, member, card: card.clone() }, None, now).await
    }

    /// Marks a delivery as posted, and queues its next steps.
    pub(in super::super) async fn delivery_posted(
        &mut self,
        id: DeliveryId,
        at: Option<Address>,
        now: Timestamp,
    ) -> Result<Posted> {
        let (due_at, attempts, schedule): (i64, i64, i64) = self
            .statement(
                "update deliveries set state = 'posted', posted_at = ?3, problem = null
                 where server = ?1 and id = ?2
                 returning due_at, attempts, schedule",
            )
            .bind(id.0)
            .bind(now.as_millisecond())
            .one()
            .await?;
        self.end_step(id, "message", None).await?;
        if let Some(at) = at {
            self.take_next_steps(id, ScheduleId(schedule), at, now).await?;
        }
        Ok(Posted { delivery: id, due_at: instant(due_at)?, attempts })
    }

    async fn take_next_steps(
        &mut self,
        id: DeliveryId,
        schedule: ScheduleId,
        at: Address,
        now: Timestamp,
    ) -> Result<()> {
        let steps: Vec<(String, Option<String>)> = self
            .statement(
                "select step, detail from steps
                 where server = ?1 and delivery = ?2 and state = 'due'",
            )
            .bind(id.0)
            .all()
            .await?;
        for (step, detail) in steps {
            let effect = match step.as_str() {
                "thread" => {
                    let name = detail.unwrap_or_default();
                    Effect::Thread { under: at, name, asker: None, opened: None }
                }
                "announce" => Effect::Announce { at },
                _ => continue,
            };
            let (schedule, delivery) = (Some(schedule), Some(id));
            let entry = Entry { schedule, delivery, ..Entry::new(effect, now) };
            self.enqueue(entry).await?;
        }
        Ok(())
    }

    /// Counts an attempt to post, what refused it, and how long it waits for a rate limit.
    async fn count_attempt(&mut self, id: DeliveryId, outcome: &JobOutcome) -> Result<()> {
        let (refusal, limited) = match outcome {
            // It was not tried.
            JobOutcome::Retry(Retry { refusal: None, .. })
            | JobOutcome::Missed(None)
            | JobOutcome::Sifted { .. } => return Ok(()),
            JobOutcome::Retry(retry) | JobOutcome::Blocked { retry, .. } => {
                (retry.refusal, retry.limited.as_millis())
            }
            JobOutcome::Closed { refusal, .. } => (Some(*refusal), 0),
            JobOutcome::Unconfirmed { .. } => (Some(Refusal::Unknown), 0),
            JobOutcome::Dropped(_) | JobOutcome::Refused { .. } => (Some(Refusal::Invalid), 0),
            JobOutcome::Missed(refusal) => (*refusal, 0),
            JobOutcome::Done(_) | JobOutcome::Shown { .. } => (None, 0),
        };
        self.statement(
            "update deliveries
             set attempts = attempts + 1, refusal = coalesce(?3, refusal),
                 limited_ms = limited_ms + ?4
             where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(refusal.map(Refusal::word))
        .bind(i64::try_from(limited).unwrap_or(i64::MAX))
        .execute()
        .await?;
        Ok(())
    }

    /// Notes that a step is done, or why it could not be.
    async fn end_step(&mut self, id: DeliveryId, step: &str, problem: Option<&str>) -> Result<()> {
        self.statement(
            "update steps set state = ?4, problem = ?5
             where server = ?1 and delivery = ?2 and step = ?3",
        )
        .bind(id.0)
        .bind(step)
        .bind(if problem.is_some() { "failed" } else { "done" })
        .bind(problem)
        .execute()
        .await?;
        Ok(())
    }

    /// Marks a delivery that surely did not go out as missed: its quote goes back in the deck.
    pub(in super::super) async fn delivery_missed(&mut self, id: DeliveryId) -> Result<()> {
        self.put_back(id).await?;
        self.set_delivery_state(id, "missed", None).await
    }

    /// Sets what became of a delivery. One on hold that nobody scheduled is simply not posted.
    pub(in super::super) async fn set_delivery_state(
        &mut self,
        id: DeliveryId,
        state: &str,
        problem: Option<&str>,
    ) -> Result<()> {
        self.statement(
            "update deliveries
             set state = case when ?3 = 'held' and slot like 'now:%' then 'failed' else ?3 end,
                 problem = ?4
             where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(state)
        .bind(problem)
        .execute()
        .await?;
        Ok(())
    }
}

const UNREADABLE: &str = "unreadable";
