//! `/daily now`: posts one right away, besides the daily ones.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use std::sync::Arc;

use jiff::SignedDuration;

use super::{check, gone, which};
use crate::messages::{self, Card, Reply, Text, Tone};
use crate::store::{Delivered, Due, Slot};
use domain::ScheduleId;

/// Posts a quote of a schedule right now.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    schedule: Option<ScheduleId>,
}

/// After this long, what was wanted right now is not wanted any more.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

impl Now {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { schedule: arguments.number("schedule")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        // Discord is asked about the channel.
        Manner { slow: true, ..Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let schedule = which(caller, world, self.schedule).await?;
        check::place(caller, world, schedule.place, schedule.thread).await?;
        let due = Due {
            server: caller.server,
            schedule: schedule.id,
            place: schedule.place,
            slot: Slot::Now(caller.request),
            day: schedule.calendar().zone.to_datetime(caller.now).date(),
            due_at: caller.now,
            next_at: None,
            late_at: None,
            give_up_at: caller.now.saturating_add(PATIENCE).unwrap_or(caller.now),
            seed: caller.seed,
            now: caller.now,
        };
        let corpus = Arc::clone(&world.corpus);
        let post = messages::daily(Arc::clone(&world.corpus), &schedule);
        match world.store.deliver(due, move |filter| filter.ids(&corpus), post).await? {
            Delivered::Noted(_) | Delivered::Before => {}
            Delivered::NoMatch => {
                return Err(Trouble::refused(
                    "No quote in the book matches this daily any more. Remove it, and add another.",
                )
                .into());
            }
            Delivered::Gone => return Err(gone(schedule.id).into()),
        }
        let text = Text::new().plain("On its way to ").place(schedule.place).plain(".");
        Ok(Reply::Ephemeral(Card::saying(text).tone(Tone::Done)))
    }
}
