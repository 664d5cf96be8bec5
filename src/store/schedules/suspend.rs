//! Suspends a schedule while its place is closed to us, and resumes it.

use jiff::{SignedDuration, Timestamp};

use super::super::outbox::Entry;
use super::super::{JobOutcome, OutboxJob, Result, ServerTx};
use crate::messages::{Card, Effect};
use domain::{ChannelId, MemberId, ScheduleId};

/// However long a place is closed, the schedule is kept.
const FOR_EVER: SignedDuration = SignedDuration::from_hours(24 * 36_500);

impl ServerTx {
    /// Looks at once whether the closed channels of the server are open to us again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn look_again(&mut self, now: Timestamp) -> Result<()> {
        self.look_now(now).await
    }

    /// Suspends a schedule until its channel is open to us. Its facilitators are told once.
    pub(in super::super) async fn suspend(
        &mut self,
        schedule: ScheduleId,
        place: ChannelId,
        closed: Closed<'_>,
        now: Timestamp,
    ) -> Result<()> {
        let suspended = self
            .statement(
                "update schedules set suspended_at = ?3, trouble = ?4
                 where server = ?1 and id = ?2 and suspended_at is null and removed_at is null",
            )
            .bind(schedule.0)
            .bind(now.as_millisecond())
            .bind(closed.why)
            .execute()
            .await?;
        if suspended == 0 {
            return Ok(());
        }
        let look = Entry {
            schedule: Some(schedule),
            due_at: closed.look_at,
            give_up_at: now.saturating_add(FOR_EVER).unwrap_or(now),
            ..Entry::new(Effect::Look { place }, now)
        };
        self.enqueue(look).await?;
        let Some(card) = closed.notice.cloned() else { return Ok(()) };
        let Some(member) = self.maker(schedule).await? else { return Ok(()) };
        let place = self.settings().await?.channel;
        // A look can find nothing wrong where a post is refused all the same.
        self.tell_once(Effect::Notice { place, member, card }, None, now).await
    }

    /// Tells the facilitators, in their channel, or else the schedule's maker.
    pub(in super::super) async fn tell_maker(
        &mut self,
        schedule: ScheduleId,
        notice: Option<&Card>,
        now: Timestamp,
    ) -> Result<()> {
        let Some(card) = notice.cloned() else { return Ok(()) };
        let Some(member) = self.maker(schedule).await? else { return Ok(()) };
        let place = self.settings().await?.channel;
        self.emit(|| [Effect::Notice { place, member, card }], now).await
    }

    /// Who made a schedule.
    pub(in super::super) async fn maker(
        &mut self,
        schedule: ScheduleId,
    ) -> Result<Option<MemberId>> {
        let maker: Option<i64> = self
            .statement("select maker from schedules where server = ?1 and id = ?2")
            .bind(schedule.0)
            .optional_value()
            .await?;
        Ok(maker.map(MemberId))
    }

    /// Resumes a schedule whose channel is open again, or keeps the reason why it is not.
    pub(in super::super) async fn looked(
        &mut self,
        job: &OutboxJob,
        outcome: &JobOutcome,
    ) -> Result<()> {
        match (job.schedule, outcome) {
            (Some(schedule), JobOutcome::Done(_)) => self.resume(schedule).await,
            (Some(schedule), JobOutcome::Closed { why, .. }) => {
                self.statement(
                    "update schedules set trouble = ?3
                     where server = ?1 and id = ?2 and suspended_at is not null",
                )
                .bind(schedule.0)
                .bind(why)
                .execute()
                .await?;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Resumes a schedule with the delivery that was on hold.
    async fn resume(&mut self, schedule: ScheduleId) -> Result<()> {
        self.statement(
            "update schedules
             set suspended_at = null, trouble = null,
                 next_at = coalesce((select min(due_at) from deliveries
                                     where server = ?1 and schedule = ?2 and state = 'held'),
                                    next_at)
             where server = ?1 and id = ?2 and suspended_at is not null",
        )
        .bind(schedule.0)
        .execute()
        .await?;
        self.after.schedules_changed = true;
        Ok(())
    }
}

/// Why a place is closed, and what comes of it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Closed<'o> {
    /// What to do, for a facilitator.
    pub(in super::super) why: &'o str,
    /// What they are told.
    pub(in super::super) notice: Option<&'o Card>,
    /// When to look again.
    pub(in super::super) look_at: Timestamp,
}
