//! `/daily`: standing orders to post a quote every day.

mod add;
mod check;
mod dates;
mod list;
mod now;
mod pause;
mod preview;
mod remove;
mod rezone;
mod skip;
mod spec;
#[cfg(test)]
mod tests;
mod unconfirmed;

pub(super) use add::Add;
pub(super) use check::can_post;
pub(super) use list::List;
pub(super) use now::Now;
pub(super) use pause::{Pause, Resume};
pub(super) use preview::Preview;
pub(super) use remove::Remove;
pub(super) use rezone::Rezone;
pub(super) use skip::Skip;
pub(super) use spec::SPEC;
pub(super) use unconfirmed::{Repost, Stands};

use crate::command::{CommandError, Context, Services, UserError, lookup, permissions};
use crate::messages::daily::DailyError;
use crate::messages::permissions::FacilitatorTask;
use domain::ScheduleNumber;
use domain::schedule::Schedule;

/// The schedule that is meant: the one of that number, or the only one.
async fn which(
    context: &Context,
    services: &Services,
    given: Option<ScheduleNumber>,
) -> Result<Schedule, CommandError> {
    permissions::needs_facilitator(context, services, FacilitatorTask::ChangeDailies).await?;
    let mut schedules = lookup::schedules(context, services).await?;
    match given {
        Some(number) => {
            let found = schedules.into_iter().find(|schedule| schedule.number == number);
            Ok(found.ok_or(UserError::from(DailyError::Gone(number)))?)
        }
        None if schedules.len() > 1 => Err(UserError::from(DailyError::Several).into()),
        None => Ok(schedules.pop().ok_or(UserError::from(DailyError::NoneYet))?),
    }
}
