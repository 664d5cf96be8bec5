//! `/daily pause` and `/daily resume`.

use super::{described, times, which};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Card, Reply, Text, Tone};
use domain::ScheduleId;
use domain::schedule::Schedule;

/// Lets a schedule rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    schedule: Option<ScheduleId>,
}

impl Pause {
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
        world.store.pause_schedule(caller.server, schedule.id, caller.now).await?;
        let card = Card::titled(format!("Daily {} is paused", schedule.id))
            .text(described(world, &schedule))
            .text(Text::new().code("/daily resume").plain(" lets it go on where its deck is."))
            .tone(Tone::Done);
        Ok(Reply::Ephemeral(card))
    }
}

/// Lets a paused schedule go on; one that is not paused forgets the dates it was to skip.
#[derive(Clone, Debug, PartialEq)]
pub struct Resume {
    schedule: Option<ScheduleId>,
}

impl Resume {
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
        let mut schedule = which(caller, world, self.schedule).await?;
        let (title, from) = if schedule.paused_at.is_some() {
            ("goes on", caller.now)
        } else if schedule.skips.is_empty() {
            return Err(Trouble::refused("That daily is not paused, and skips no date.").into());
        } else {
            schedule.skips.clear();
            ("skips no date any more", before(&schedule, caller))
        };
        let next: Vec<_> = schedule.calendar().after(from).take(3).collect();
        let first = next.first().ok_or_else(|| Trouble::refused("That time never comes."))?.at;
        let skips = schedule.skips.clone();
        world.store.set_schedule(caller.server, schedule.id, skips, first, true).await?;
        let card = Card::titled(format!("Daily {} {title}", schedule.id))
            .text(described(world, &schedule))
            .text("The next three:")
            .block(times(&next))
            .tone(Tone::Done);
        Ok(Reply::Ephemeral(card))
    }
}

/// From when on the next time is looked for: what is due this very moment still counts.
pub(super) fn before(schedule: &Schedule, caller: &Caller) -> jiff::Timestamp {
    let due = schedule.next_at.checked_sub(jiff::SignedDuration::from_millis(1));
    due.unwrap_or(caller.now).min(caller.now)
}
