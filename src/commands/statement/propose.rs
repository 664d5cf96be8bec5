//! `/statement propose` and *Propose a response*.

use super::{checked, form, kept};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup, permissions};
use crate::messages::{Button, Card, Reply, Text, Tone, clipped, statement};
use crate::store::Proposal;
use domain::statement::LENGTH;
use domain::{Proceedings, Round, RoundId, RoundState, Statement};

/// Proposes the group's response to a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Propose {
    round: Option<RoundId>,
    text: Option<String>,
}

impl Propose {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self {
            round: arguments.number("round")?,
            text: arguments.field("text").or_else(|| arguments.text("text")),
        })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.text.is_some() { Manner::ONE } else { Manner::FORM }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let round = match self.round {
            Some(id) => lookup::round(caller, world, id).await?,
            None => lookup::open_here(caller, world).await?,
        };
        let text = self.text.map(|text| checked(&text, "response", LENGTH)).transpose()?;
        let it = world.store.proceedings(caller.server, round.id).await?;
        let it = it.ok_or_else(|| lookup::no_round(round.id))?;
        if !it.takes_statement() {
            return Err(refused(&round).into());
        }
        let Some(text) = text else {
            return Ok(match &it.statement {
                Some(standing) => Reply::Ephemeral(taken(caller, standing)),
                None => ask(&round),
            });
        };
        let proposal = Proposal {
            speaker: permissions::speaker(caller, world).await?,
            round: round.id,
            text: text.clone(),
        };
        let corpus = world.corpus.clone();
        let effects =
            move |was: &Proceedings, now: &Proceedings| statement::proposed(&corpus, was, now);
        let proposed = world.store.propose(proposal, effects).await?;
        let standing = proposed.and_then(|it| it.statement).ok_or_else(|| refused(&round))?;
        // The same words of the same member are the same request again.
        let own = standing.proposer == caller.member.id && standing.text() == text;
        Ok(Reply::Ephemeral(if own {
            receipt(&standing)
        } else {
            refusal(caller, &standing, &text)
        }))
    }
}

fn ask(round: &Round) -> Reply {
    let submit = format!("statement propose round:{}", round.id);
    form("The group's response", submit, &clipped(&round.text, 45), None, LENGTH)
}

fn receipt(standing: &Statement) -> Card {
    Card::saying(Text::new().strong("Proposed: everybody here can agree, stand aside or object."))
        .text(
            "You count as one who agrees. Until the round is closed you can edit it or take it \
             back, on its message.",
        )
        .tone(Tone::Done)
        .footer(format!("Round {}", standing.round))
}

/// What is said to whom proposes a second response while one stands.
fn taken(caller: &Caller, standing: &Statement) -> Card {
    let (id, version) = (standing.id, standing.newest());
    let card = Card::default().tone(Tone::Trouble).footer(format!("Round {}", standing.round));
    if standing.proposer == caller.member.id {
        let edit = format!("statement edit statement:{id} version:{version}");
        return card
            .text("Your response is proposed already. Edit it if you want other words.")
            .buttons([Button::main("Edit", edit)]);
    }
    card.text(format!(
        "{} has proposed a response already, and there is one at a time. If you want other words, \
         object and say which.",
        standing.by()
    ))
    .buttons([
        Button::main("Show it", format!("statement show statement:{id}")),
        Button::side("Object", format!("statement object statement:{id} version:{version}")),
    ])
}

fn refusal(caller: &Caller, standing: &Statement, text: &str) -> Card {
    let mut card = taken(caller, standing);
    card.blocks.extend(kept("", text).blocks.into_iter().skip(1));
    card
}

fn refused(round: &Round) -> Trouble {
    Trouble::refused(match round.state {
        RoundState::Settled => "This round is closed. `/record` shows what the group answered.",
        RoundState::Open | RoundState::Revealed => {
            "The answers are not revealed yet. When everybody has read them, propose a response."
        }
    })
}
