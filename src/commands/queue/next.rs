//! `/queue next`, *Next*, *I am done*: ends a turn.

use super::{Text, done, follows, open, over};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Reply, seminar};
use domain::seminar::{Asker, Step};
use domain::{Seminar, SeminarId};

/// Ends the turn of the one who speaks. A button knows which turn it is about, so that pressing it
/// late or twice passes nobody over.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarId>,
    turn: Option<i64>,
}

impl Next {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { seminar: arguments.number("seminar")?, turn: arguments.number("turn")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let found = open(caller, world, self.seminar).await?;
        let Some(speaker) = &found.queue.speaking else {
            return Err(Trouble::refused(
                "Nobody speaks now, and nobody waits. `/queue join` asks for the turn.",
            )
            .into());
        };
        if self.turn.is_some_and(|turn| turn != speaker.turn) {
            return Ok(Reply::Ephemeral(late(&found)));
        }
        needs_the_turn(caller, &found, speaker)?;
        let corpus = world.corpus.clone();
        let effects = move |step: &Step| seminar::turned(&corpus, step);
        let (server, request, now) = (caller.server, caller.request, caller.now);
        let step =
            world.store.end_turn(server, found.id, speaker.turn, request, now, effects).await?;
        let step = step.ok_or_else(over)?;
        if !step.changed() {
            return Ok(Reply::Ephemeral(late(&step.now)));
        }
        Ok(Reply::Ephemeral(done(&step.now, follows(&step.now))))
    }
}

/// Refuses anyone but the one who speaks and the facilitator.
fn needs_the_turn(caller: &Caller, seminar: &Seminar, speaker: &Asker) -> Result<(), Trouble> {
    let member = caller.member.id;
    if speaker.member == member || seminar.facilitated_by(member) {
        return Ok(());
    }
    let name = &speaker.name;
    Err(Trouble::refused(match &seminar.facilitator {
        Some((other, facilitator)) if *other != speaker.member => {
            format!("{name} speaks now. Only they or {facilitator}, who facilitates, can end that.")
        }
        _ => format!("{name} speaks now, and only they can end that."),
    }))
}

fn late(seminar: &Seminar) -> crate::messages::Card {
    done(seminar, Text::from("That turn is over already. ").then(follows(seminar)))
}
