//! `/seminar status`: who joined and how many answered.

use super::{at_hand, seen};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Reply, seminar};
use domain::SeminarId;

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
    ) -> Result<Reply, Problem> {
        let found = seen(caller, world, self.seminar).await?;
        let it = at_hand(caller, world, &found).await?;
        Ok(Reply::Ephemeral(seminar::status(&world.corpus, &found, it.as_ref())))
    }
}
