//! *Take it back*: a proposed response goes, with all that was said to it.

use super::{id, open, over};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, permissions};
use crate::messages::{Button, Card, Reply, Text, Tone, statement};
use domain::{Proceedings, Statement, StatementId};

/// Takes a statement back; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct Drop {
    id: StatementId,
    sure: bool,
}

impl Drop {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { sure: arguments.flag("sure")?, id: id(arguments)? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.sure { Manner::FACE } else { Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let (standing, it) = open(caller, world, self.id).await?;
        permissions::needs_proposer(caller, world, &it, &standing, "take it back").await?;
        if !self.sure {
            return Ok(Reply::Ephemeral(ask(&standing)));
        }
        let corpus = world.corpus.clone();
        let effects =
            move |was: &Proceedings, now: &Proceedings| statement::dropped(&corpus, was, now);
        let dropped =
            world.store.drop_statement(caller.server, self.id, caller.now, effects).await?;
        dropped.ok_or_else(over)?;
        let said = "Taken back: it is erased. Anyone can propose another response.";
        Ok(Reply::Update(Card::saying(said).tone(Tone::Done)))
    }
}

fn ask(standing: &Statement) -> Card {
    let sure = format!("statement drop statement:{} sure:true", standing.id);
    Card::titled("Take this response back?")
        .text(Text::new().strong(standing.text()))
        .text(format!(
            "It goes, with all its versions and all that was said to it: {}.",
            statement::counts(standing)
        ))
        .buttons([Button::danger("Take it back", sure)])
}
