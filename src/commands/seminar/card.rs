//! `/seminar card`: the side that a member argues in a debate.

use super::{join, open};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::quote::passage;
use crate::messages::{Accent, Card as MessageCard, Reply, Text};
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
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, round: arguments.number("round")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = match self.round {
            Some(round) => lookup::round(context, services, round).await?.seminar,
            None => self.seminar,
        };
        let seminar = open(context, services, seminar).await?;
        if seminar.format != Format::Debate {
            return Err(UserError::refused(
                "This seminar is no debate: everybody answers for themselves, without cards.",
            )
            .into());
        }
        // Who asks for a card takes part.
        let (seminar, _) = join::joins(context, services, &seminar).await?;
        let none = || {
            UserError::refused("You have no card now. The next question of the debate deals it.")
        };
        let item = seminar.debated().ok_or_else(none)?;
        let held = services.store.card_of(context.server, item.id, context.member.id).await?;
        let held = held.ok_or_else(none)?;
        let (problem, stance) = find(services, &held).ok_or_else(none)?;
        Ok(Reply::Ephemeral(face(services, problem, stance)))
    }
}

/// A stance of the book and the problem that it answers.
pub(super) fn find<'w>(services: &'w Services, id: &str) -> Option<(&'w Debated, &'w Stance)> {
    let of = |problem: &'w Debated| {
        let stance = problem.stances.iter().find(|stance| stance.id == id)?;
        Some((problem, stance))
    };
    services.corpus.problems().iter().find_map(of)
}

fn face(services: &Services, problem: &Debated, stance: &Stance) -> MessageCard {
    let card = MessageCard::titled(format!("Your side: {}", stance.current.name()))
        .accent(Accent::Question)
        .text(Text::new().strong(&problem.about))
        .text(stance.text.as_str());
    let quotes = stance.quotes.iter().filter_map(|id| services.corpus.quote(id));
    let card = quotes.fold(card, |card, quote| card.block(passage(&services.corpus, quote)));
    card.text(
        "Argue for this side as well as you can, whatever you think yourself: your own answer \
               comes after.",
    )
    .footer("Only you see this card.")
}
