//! `/daily remove`: ends a schedule.

use super::which;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, daily};
use crate::store::ServerTx;
use domain::ScheduleNumber;

/// Ends a schedule, once that was confirmed. What it has posted stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    schedule: Option<ScheduleNumber>,
    sure: bool,
}

impl Remove {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { schedule: arguments.number("schedule")?, sure: arguments.flag("sure")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let schedule = which(context, services, self.schedule).await?;
        if !self.sure {
            return Ok(Reply::Ephemeral(daily::ask_to_remove(&services.corpus, &schedule)));
        }
        let remove = async |tx: &mut ServerTx| tx.remove_schedule(schedule.id, context.now).await;
        services.store.change(context.server, remove).await?;
        Ok(Reply::Update(daily::removed(&services.corpus, &schedule)))
    }
}
