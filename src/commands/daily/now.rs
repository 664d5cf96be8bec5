//! `/daily now`: posts one right away, besides the daily ones.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use std::sync::Arc;

use jiff::SignedDuration;

use super::{check, which};
use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::store::{Delivered, Due, ServerTx, Slot};
use domain::ScheduleNumber;

/// Posts a quote of a schedule right now.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    schedule: Option<ScheduleNumber>,
}

/// After this long, what was wanted right now is not wanted any more.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

impl Now {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { schedule: arguments.number("schedule")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        // Discord is asked about the channel.
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let schedule = which(context, services, self.schedule).await?;
        check::place(context, services, schedule.place, schedule.thread).await?;
        let due = Due {
            schedule: schedule.id,
            place: schedule.place,
            slot: Slot::Now(context.request),
            day: schedule.calendar().zone.to_datetime(context.now).date(),
            due_at: context.now,
            next_at: None,
            late_at: None,
            give_up_at: context.now.saturating_add(PATIENCE).unwrap_or(context.now),
            seed: context.seed,
            now: context.now,
        };
        let post = daily::daily(Arc::clone(&services.corpus), &schedule);
        let deliver = async |tx: &mut ServerTx| {
            let delivered = tx.deliver(&due, &services.corpus).await?;
            if let Delivered::Drawn(new) = &delivered
                && let Some(daily) = tx.language().await?.sync_scope(|| post(new.id, &new.quote))
            {
                tx.post_delivery(&due, new, daily).await?;
            }
            Ok::<_, CommandError>(delivered)
        };
        match services.store.change(context.server, deliver).await? {
            Delivered::Drawn(_) | Delivered::Before => {}
            Delivered::NoMatch => return Err(UserError::from(DailyError::MatchesNoMore).into()),
            Delivered::Gone => {
                return Err(UserError::from(DailyError::Gone(schedule.number)).into());
            }
        }
        Ok(Reply::Ephemeral(daily::on_its_way(schedule.place)))
    }
}
