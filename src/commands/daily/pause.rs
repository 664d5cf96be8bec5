//! `/daily pause` and `/daily resume`.

use super::which;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::store::ServerTx;
use domain::ScheduleNumber;
use domain::schedule::Schedule;

/// Lets a schedule rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    schedule: Option<ScheduleNumber>,
}

impl Pause {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { schedule: arguments.number("schedule")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let schedule = which(context, services, self.schedule).await?;
        let pause = async |tx: &mut ServerTx| tx.pause_schedule(schedule.id, context.now).await;
        services.store.change(context.server, pause).await?;
        Ok(Reply::Ephemeral(daily::paused(&services.corpus, &schedule)))
    }
}

/// Lets a paused schedule go on; one that is not paused forgets the dates it was to skip.
#[derive(Clone, Debug, PartialEq)]
pub struct Resume {
    schedule: Option<ScheduleNumber>,
}

impl Resume {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { schedule: arguments.number("schedule")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let mut schedule = which(context, services, self.schedule).await?;
        let paused = schedule.paused_at.is_some();
        let from = if paused {
            context.now
        } else if schedule.skips.is_empty() {
            return Err(UserError::from(DailyError::NotPaused).into());
        } else {
            schedule.skips.clear();
            before(&schedule, context)
        };
        let next: Vec<_> = schedule.calendar().after(from).take(3).collect();
        let first = next.first().ok_or(UserError::from(DailyError::Never))?.at;
        let skips = schedule.skips.clone();
        let resume =
            async |tx: &mut ServerTx| tx.set_schedule(schedule.id, &skips, first, true).await;
        services.store.change(context.server, resume).await?;
        let corpus = &services.corpus;
        Ok(Reply::Ephemeral(if paused {
            daily::resumed(corpus, &schedule, &next)
        } else {
            daily::unskipped(corpus, &schedule, &next)
        }))
    }
}

/// From when on the next time is looked for: what is due this very moment still counts.
pub(super) fn before(schedule: &Schedule, context: &Context) -> jiff::Timestamp {
    let due = schedule.next_at.checked_sub(jiff::SignedDuration::from_millis(1));
    due.unwrap_or(context.now).min(context.now)
}
