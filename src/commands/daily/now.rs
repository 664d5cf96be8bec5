//! `/daily now`: posts one right away, besides the daily ones.

use super::super::{Arguments, Manner};
use super::{Caller, Problem, Trouble, World, can_post, gone, which};
use crate::domain::ScheduleId;
use crate::reply::{self, Answer, Card, Text, Tone};
use crate::store::{Delivered, Due};

/// Posts a quote of a schedule right now.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    schedule: Option<ScheduleId>,
}

impl Now {
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
    ) -> Result<Answer, Problem> {
        let schedule = which(caller, world, self.schedule).await?;
        can_post(caller, world, schedule.place).await?;
        let due = Due {
            server: caller.server,
            schedule: schedule.id,
            place: schedule.place,
            slot: format!("now:{}", caller.request),
            due_at: caller.now,
            next_at: None,
            seed: caller.seed,
            now: caller.now,
        };
        let matches = schedule.filter.ids(&world.corpus);
        let effect = reply::daily(world.corpus.clone(), schedule.place, false);
        match world.store.deliver(due, matches, effect).await? {
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
        Ok(Answer::Whisper(Card::saying(text).tone(Tone::Done)))
    }
}
