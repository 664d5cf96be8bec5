//! `/seminar status`: who joined and how many answered.

use super::super::{Arguments, Caller, Manner, Problem, Trouble, World, named};
use super::at_hand;
use crate::domain::SeminarId;
use crate::domain::seminar::SeminarState;
use crate::reply::{Answer, seminar};

/// Says how a seminar stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    seminar: Option<SeminarId>,
}

impl Status {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { seminar: arguments.number("seminar")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Answer, Problem> {
        let found = named::seminar(caller, world, self.seminar).await?;
        if found.state == SeminarState::Draft && !found.facilitated_by(caller.member.id) {
            return Err(Trouble::refused(format!("There is no seminar {} yet.", found.id)).into());
        }
        let it = at_hand(caller, world, &found).await?;
        Ok(Answer::Whisper(seminar::status(&world.corpus, &found, it.as_ref())))
    }
}
