//! `/seminar join`: puts a member on the roster.

use super::{open, over, stances};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, permissions};
use crate::messages::{Button, Card, Reply, Text, Tone, seminar};
use crate::store::Joiner;
use domain::seminar::Format;
use domain::{Seminar, SeminarId};

/// Joins a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    seminar: Option<SeminarId>,
}

impl Join {
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
        let seminar = open(caller, world, self.seminar).await?;
        let (joined, new) = joins(caller, world, &seminar).await?;
        let said = if new { "You are in." } else { "You are in already." };
        let mut text = Text::new().strong(said).plain(match joined.rounds().last() {
            None => " The first question comes soon.",
            Some(_) => " A question is open: answer when you are ready.",
        });
        let mut buttons = Vec::new();
        if joined.format == Format::Debate && joined.debated().is_some() {
            text = text.plain(" You have been dealt a side.");
            buttons
                .push(Button::main("Show my card", format!("seminar card seminar:{}", joined.id)));
        }
        let card = Card::saying(text).tone(Tone::Done).footer(format!("Seminar {}", joined.id));
        Ok(Reply::Ephemeral(card.buttons(buttons)))
    }
}

/// Puts the caller on the roster; says whether they are new there.
pub(super) async fn joins(
    caller: &Caller,
    world: &World,
    seminar: &Seminar,
) -> Result<(Seminar, bool), Problem> {
    let joiner = joiner(caller, world, seminar).await?;
    let corpus = world.corpus.clone();
    let effects = move |joined: &Seminar| seminar::joined(&corpus, joined);
    let joined = world.store.join_seminar(caller.server, seminar.id, joiner, effects).await?;
    Ok(joined.ok_or_else(over)?)
}

/// The caller as they stand on the roster.
pub(in super::super) async fn joiner(
    caller: &Caller,
    world: &World,
    seminar: &Seminar,
) -> Result<Joiner, Problem> {
    Ok(Joiner {
        member: caller.member.id,
        name: caller.member.name.clone(),
        eligible: permissions::may_facilitate(caller, world).await?,
        anonymous: false,
        stances: stances(world, seminar),
        now: caller.now,
        seed: caller.seed,
    })
}
