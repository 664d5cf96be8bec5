//! `/daily skip`: leaves dates out, for holidays.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use jiff::civil::Date;

use super::pause::before;
use super::{dates, which};
use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::store::ServerTx;
use domain::ScheduleNumber;
use domain::schedule;

/// Leaves out the next date, one date, or a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Skip {
    schedule: Option<ScheduleNumber>,
    from: Option<Date>,
    until: Option<Date>,
}

/// The longest range, in days: what rests longer is better paused.
const LONGEST: i32 = 366;
/// The most ranges a schedule keeps.
const MOST: usize = 50;

impl Skip {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            schedule: arguments.number("schedule")?,
            from: dates::given(arguments, "from")?,
            until: dates::given(arguments, "until")?,
        })
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
        let calendar = schedule.calendar();
        let today = calendar.zone.to_datetime(context.now).date();
        let from = before(&schedule, context);
        let skip = self.range(today, calendar.after(from).next().map(|next| next.date))?;
        schedule.skips.retain(|skip| skip.until >= today);
        if schedule.skips.len() >= MOST {
            return Err(UserError::from(DailyError::TooManySkips(MOST)).into());
        }
        schedule.skips.push(skip);
        let next: Vec<_> = schedule.calendar().after(from).take(3).collect();
        let first = next.first().ok_or(UserError::from(DailyError::Never))?.at;
        let skips = schedule.skips.clone();
        let skip_dates =
            async |tx: &mut ServerTx| tx.set_schedule(schedule.id, &skips, first, false).await;
        services.store.change(context.server, skip_dates).await?;
        Ok(Reply::Ephemeral(daily::skipped(&schedule, skip, &next)))
    }

    fn range(&self, today: Date, next: Option<Date>) -> Result<schedule::Skip, UserError> {
        let from = self.from.or(next).unwrap_or(today);
        let until = self.until.unwrap_or(from);
        if until < from {
            return Err(DailyError::RangeTurned { from, until }.into());
        }
        if until < today {
            return Err(DailyError::RangeOver { from, until }.into());
        }
        if from.until(until).map_or(i32::MAX, |span| span.get_days()) >= LONGEST {
            return Err(DailyError::RangeTooLong.into());
        }
        Ok(schedule::Skip { from, until })
    }
}
