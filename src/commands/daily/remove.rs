//! `/daily remove`: ends a schedule.

use super::which;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, daily};
use crate::store::ServerTx;
use domain::ScheduleNumber;

/// Ends a schedule. What it has posted stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    schedule: Option<ScheduleNumber>,
}

impl Remove {
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
        let remove = async |tx: &mut ServerTx| tx.remove_schedule(schedule.id, context.now).await;
        services.store.change(context.server, remove).await?;
        Ok(Reply::Ephemeral(daily::removed(&services.corpus, &schedule)))
    }
}
