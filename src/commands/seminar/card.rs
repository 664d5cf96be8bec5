//! `/seminar card`: the side that a member argues in a debate.

use super::{join, open};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup};
use crate::messages::{Card as MessageCard, Reply, Text, Tone, passage};
use domain::corpus::{Problem as Debated, Stance};
use domain::seminar::Format;
use domain::{RoundId, SeminarId};

/// Shows a member their card, and deals it to them if they have none yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    seminar: Option<SeminarId>,
    round: Option<RoundId>,
}

impl Card {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { seminar: arguments.number("seminar")?, round: arguments.number("round")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let seminar = match self.round {
            Some(round) => lookup::round(caller, world, round).await?.seminar,
            None => self.seminar,
        };
        let seminar = open(caller, world, seminar).await?;
        if seminar.format != Format::Debate {
            return Err(Trouble::refused(
                "This seminar is no debate: everybody answers for themselves, without cards.",
            )
            .into());
        }
        // Who asks for a card takes part.
        let (seminar, _) = join::joins(caller, world, &seminar).await?;
        let none =
            || Trouble::refused("You have no card now. The next question of the debate deals it.");
        let item = seminar.debated().ok_or_else(none)?;
        let held = world.store.card_of(caller.server, item.id, caller.member.id).await?;
        let held = held.ok_or_else(none)?;
        let (problem, stance) = find(world, &held).ok_or_else(none)?;
        Ok(Reply::Ephemeral(face(world, problem, stance)))
    }
}

/// A stance of the book and the problem that it answers.
pub(super) fn find<'w>(world: &'w World, id: &str) -> Option<(&'w Debated, &'w Stance)> {
    let of = |problem: &'w Debated| {
        let stance = problem.stances.iter().find(|stance| stance.id == id)?;
        Some((problem, stance))
    };
    world.corpus.problems().iter().find_map(of)
}

fn face(world: &World, problem: &Debated, stance: &Stance) -> MessageCard {
    let card = MessageCard::titled(format!("Your side: {}", stance.current.name()))
        .tone(Tone::Question)
        .text(Text::new().strong(&problem.about))
        .text(stance.text.as_str());
    let quotes = stance.quotes.iter().filter_map(|id| world.corpus.quote(id));
    let card = quotes.fold(card, |card, quote| card.block(passage(&world.corpus, quote)));
    card.text(
        "Argue for this side as well as you can, whatever you think yourself: your own answer \
               comes after.",
    )
    .footer("Only you see this card.")
}
