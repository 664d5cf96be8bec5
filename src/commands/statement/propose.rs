//! `/statement propose` and *Propose a statement*.

use super::{checked, form, kept};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, lookup, permissions,
};
use crate::messages::ui::{limits, truncate};
use crate::messages::{Accent, Button, Card, Reply, Text, statement};
use crate::store::Proposal;
use domain::statement::LENGTH;
use domain::{Round, RoundDetails, RoundId, RoundState, Statement};

/// Proposes the group's response to a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Propose {
    round: Option<RoundId>,
    text: Option<String>,
}

impl Propose {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            round: arguments.number("round")?,
            text: arguments.field("text").or_else(|| arguments.text("text")),
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let round = match self.round {
            Some(id) => lookup::round(context, services, id).await?,
            None => lookup::open_here(context, services).await?,
        };
        let text = self.text.map(|text| checked(&text, Written::Statement, LENGTH)).transpose()?;
        let it = services.store.read(context.server).round_details(round.id).await?;
        let it = it.ok_or(crate::messages::round::RoundError::Unknown(round.id))?;
        if !it.takes_statement() {
            return Err(refused(&round).into());
        }
        let Some(text) = text else {
            return Ok(match &it.statement {
                Some(standing) => Reply::Ephemeral(taken(context, standing)),
                None => ask(&round),
            });
        };
        let proposal = Proposal {
            speaker: permissions::speaker(context, services).await?,
            round: round.id,
            text: text.clone(),
        };
        let corpus = services.corpus.clone();
        let effects =
            move |was: &RoundDetails, now: &RoundDetails| statement::proposed(&corpus, was, now);
        let proposed = services.store.propose(proposal, effects).await?;
        let standing = proposed.and_then(|it| it.statement).ok_or_else(|| refused(&round))?;
        // The same words of the same member are the same request again.
        let own = standing.proposer == context.member.id && standing.text() == text;
        Ok(Reply::Ephemeral(if own {
            receipt(&standing)
        } else {
            refusal(context, &standing, &text)
        }))
    }
}

fn ask(round: &Round) -> Reply {
    let submit = format!("statement propose round:{}", round.id);
    form("The group's response", submit, &truncate(&round.text, limits::FIELD_LABEL), None, LENGTH)
}

fn receipt(standing: &Statement) -> Card {
    Card::saying(Text::new().strong("Proposed: everybody here can agree, stand aside or object."))
        .text(
            "You count as one who agrees. Until the round is closed you can edit it or take it \
             back, on its message.",
        )
        .accent(Accent::Done)
        .footer(format!("Round {}", standing.round))
}

/// What is said to whom proposes a second response while one stands.
fn taken(context: &Context, standing: &Statement) -> Card {
    let (id, version) = (standing.id, standing.newest());
    let card = Card::default().accent(Accent::Problem).footer(format!("Round {}", standing.round));
    if standing.proposer == context.member.id {
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

fn refusal(context: &Context, standing: &Statement, text: &str) -> Card {
    let mut card = taken(context, standing);
    card.blocks.extend(kept("", text).blocks.into_iter().skip(1));
    card
}

fn refused(round: &Round) -> UserError {
    UserError::refused(match round.state {
        RoundState::Closed => "This round is closed. `/record` shows what the group answered.",
        RoundState::Open | RoundState::Revealed => {
            "The answers are not revealed yet. When everybody has read them, propose a response."
        }
    })
}
