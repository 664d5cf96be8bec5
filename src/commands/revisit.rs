//! *Look again*: a member says, in private, whether they have changed their mind.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, lookup,
    shows_nothing,
};
use crate::messages::Reply;
use crate::messages::revisit::{self, REASON, RevisitError};
use crate::store::{NewThought, ServerTx};
use domain::revisit::{Mind, RevisitState, SecondThought};
use domain::{Part, Round, RoundNumber};
use jiff::Timestamp;

/// Shows what a member can say, or records what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Revisit {
    round: RoundNumber,
    says: Option<Says>,
}

/// What a member says.
#[derive(Clone, Debug, PartialEq)]
enum Says {
    Mind(Mind),
    /// A quote's id, or a word that is none.
    Passage(String),
    /// Nothing yet: they want to write what moved them.
    Write,
    Reason(String),
    TakeBack,
}

impl Revisit {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let round = lookup::round_in(arguments)?;
        let mind = arguments.text("mind").map(|word| Mind::named(&word));
        let action = arguments.text("do");
        let (passage, reason) = (arguments.chosen("choice")?, arguments.written("text")?);
        let says = match (mind, action.as_deref(), passage, reason) {
            (None, None, None, None) => None,
            (Some(Some(mind)), None, None, None) => Some(Says::Mind(mind)),
            (None, None, Some(passage), None) => Some(Says::Passage(passage)),
            (None, Some("write"), None, None) => Some(Says::Write),
            (None, Some("write"), None, Some(reason)) => Some(Says::Reason(reason)),
            (None, Some("back"), None, None) => Some(Says::TakeBack),
            _ => return Err(UserError::StalePress),
        };
        Ok(Self { round, says })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        match self.says {
            None => ReplyMode::EPHEMERAL,
            Some(Says::Write) => ReplyMode::FORM,
            Some(_) => ReplyMode::UPDATE,
        }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let round = lookup::round(context, services, self.round).await?;
        let until = open_until(context, services, &round).await?;
        let member = context.member.id;
        let update = self.says.is_some();
        let mut reads = services.store.read(context.server);
        let before = reads.second_thought(round.id, member).await?;
        let thought = match self.says {
            None => before,
            Some(Says::Write) => {
                let reason = before.and_then(|thought| thought.reason);
                let answer = reads.answer_of(round.id, Part::Own, member).await?;
                return Ok(Reply::Form(revisit::reason_form(&round, answer.as_ref(), reason)));
            }
            Some(Says::TakeBack) => {
                let back = async |tx: &mut ServerTx| tx.take_thought_back(round.id, member).await;
                if !services.store.change(context.server, back).await? {
                    return Err(RevisitError::Over.into());
                }
                return Ok(Reply::Update(revisit::taken_back(&round)));
            }
            Some(says) => {
                let thought = says.after(before, &round)?;
                Some(record(context, services, &round, thought).await?)
            }
        };
        let answer = reads.answer_of(round.id, Part::Own, member).await?;
        let card =
            revisit::look_again(&services.corpus, &round, answer.as_ref(), thought.as_ref(), until);
        Ok(if update { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

impl Says {
    /// What the member thinks once they have said this.
    fn after(
        self,
        before: Option<SecondThought>,
        round: &Round,
    ) -> Result<SecondThought, UserError> {
        let (passage, reason) = match &before {
            Some(thought) => (thought.passage.clone(), thought.reason.clone()),
            None => (None, None),
        };
        if let Self::Mind(mind) = self {
            // Who thinks the same has no reason for it.
            let moved = |it: &String| mind.moved().then(|| it.clone());
            let passage = passage.as_ref().and_then(moved);
            return Ok(SecondThought { mind, passage, reason: reason.as_ref().and_then(moved) });
        }
        let thought = before.filter(|thought| thought.mind.moved()).ok_or(UserError::StalePress)?;
        match self {
            Self::Passage(id) => {
                let passage = round.quotes.iter().find(|quote| **quote == id).cloned();
                Ok(SecondThought { passage, ..thought })
            }
            Self::Reason(reason) => {
                Ok(SecondThought { reason: Some(checked(&reason)?), ..thought })
            }
            Self::Mind(_) | Self::Write | Self::TakeBack => Ok(thought),
        }
    }
}

fn checked(reason: &str) -> Result<String, UserError> {
    let reason = reason.trim();
    if shows_nothing(reason) {
        return Err(UserError::Empty(Written::Reason));
    }
    if reason.chars().count() > usize::from(REASON) {
        return Err(UserError::TooLong { what: Written::Reason, most: REASON });
    }
    Ok(reason.to_owned())
}

/// Until when a question that is asked again can be answered.
async fn open_until(
    context: &Context,
    services: &Services,
    round: &Round,
) -> Result<Timestamp, CommandError> {
    let found = services.store.read(context.server).revisit(round.id).await?;
    match found.map(|it| it.state) {
        Some(RevisitState::Open(until)) => Ok(until),
        Some(RevisitState::Closed) => Err(RevisitError::Over.into()),
        Some(RevisitState::Planned(_)) | None => Err(RevisitError::NotOpen.into()),
    }
}

async fn record(
    context: &Context,
    services: &Services,
    round: &Round,
    thought: SecondThought,
) -> Result<SecondThought, CommandError> {
    let (member, seed) = (context.member.id, context.seed);
    let new = NewThought { round: round.id, member, thought: thought.clone(), seed };
    let think = async |tx: &mut ServerTx| tx.think_again(new.clone()).await;
    match services.store.change(context.server, think).await? {
        true => Ok(thought),
        false => Err(RevisitError::Over.into()),
    }
}

#[cfg(test)]
mod tests;
