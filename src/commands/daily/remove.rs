//! `/daily remove`: ends a schedule.

use super::{described, which};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Card, Reply, Text, Tone};
use domain::ScheduleId;

/// Ends a schedule. What it has posted stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    schedule: Option<ScheduleId>,
}

impl Remove {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { schedule: arguments.number("schedule")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let schedule = which(caller, world, self.schedule).await?;
        world.store.remove_schedule(caller.server, schedule.id, caller.now).await?;
        let card = Card::titled(format!("Daily {} is removed", schedule.id))
            .text(described(world, &schedule))
            .text(Text::new().soft("What it has posted stays."))
            .tone(Tone::Done);
        Ok(Reply::Ephemeral(card))
    }
}
