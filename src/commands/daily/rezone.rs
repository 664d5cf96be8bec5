//! *Move all to …*: dailies of other time zones come at their time in this one.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
    time_zone,
};
use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::messages::permissions::FacilitatorTask;
use crate::store::ServerTx;
use domain::schedule::Schedule;

/// Moves the server's dailies to a time zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Rezone {
    timezone: String,
}

impl Rezone {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { timezone: arguments.needed("timezone")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        permissions::needs_facilitator(context, services, FacilitatorTask::ChangeDailies).await?;
        let zone = time_zone::named(&self.timezone, context.now)?;
        let mut moved = lookup::schedules(context, services).await?;
        moved.retain(|schedule| schedule.timezone != zone);
        for schedule in &mut moved {
            *schedule = there(schedule, &zone, context)?;
        }
        let move_all = async |tx: &mut ServerTx| {
            for schedule in &moved {
                tx.move_schedule(schedule.id, &zone, schedule.next_at).await?;
            }
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, move_all).await?;
        Ok(Reply::Update(daily::moved(&zone, &moved)))
    }
}

/// The schedule in another time zone. A day that it has posted on does not come again.
fn there(schedule: &Schedule, zone: &str, context: &Context) -> Result<Schedule, UserError> {
    let next_day = schedule.calendar().zone.to_datetime(schedule.next_at).date();
    let mut moved = Schedule { timezone: zone.to_owned(), ..schedule.clone() };
    let next = moved.calendar().after(context.now).find(|next| next.date >= next_day);
    moved.next_at = next.ok_or(UserError::from(DailyError::Never))?.at;
    Ok(moved)
}
