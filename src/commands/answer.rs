//! `/answer` and *Answer*: a member's answer to an open round.

use super::moderate::{self, refuse_muted};
use super::seminar::dealt;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, Written, lookup, permissions,
};
use jiff::ToSpan;

use crate::messages::answer::{self, AnswerError, LENGTH};
use crate::messages::privacy::{self, Limited};
use crate::messages::round::{AnswerDraft, RoundError};
use crate::messages::seminar::SeminarError;
use crate::messages::{Card, Reply, moderation, round, seminar};
use crate::store::{Draft, Holding, NewAnswer, ServerTx};
use domain::{AnswerChange, MemberId, Part, Round, RoundNumber, RoundState};

pub(super) static SPEC: Spec = Spec {
    name: "answer",
    body: Body::Options(&[
        OptionSpec::optional("text", OptionKind::Prose(LENGTH)),
        OptionSpec::optional("anonymous", OptionKind::Flag),
        OptionSpec::optional("round", OptionKind::Suggested(Suggested::Round)),
    ]),
};

/// How long an answer is held while its member chooses the round.
const HOLD_MINUTES: i64 = 15;

/// Answers a round, or changes the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct GiveAnswer {
    round: Option<RoundNumber>,
    anonymous: bool,
    text: Option<String>,
    /// Whether the text comes from a form, which has warned already.
    filled_in: bool,
    draft: Option<i64>,
    /// The member takes their name off, whatever others have seen.
    sure: bool,
    /// The member has read why their answer before was taken down.
    told: bool,
}

impl GiveAnswer {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let round = match arguments.chosen("choice")? {
            Some(choice) => Some(choice.parse().map_err(|_| UserError::StalePress)?),
            None => arguments.number("round")?,
        };
        let field = arguments.written("text")?;
        // The button or the option says what the form begins with; the form has the last word.
        let pressed = arguments.flag("anonymous")?;
        let chosen = arguments.chosen_as(answer::NAME, unnamed)?;
        Ok(Self {
            round,
            anonymous: chosen.unwrap_or(pressed),
            filled_in: field.is_some(),
            text: field.or_else(|| arguments.text("text")),
            draft: arguments.number("draft")?,
            sure: arguments.flag("sure")?,
            told: arguments.flag("told")?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() || self.draft.is_some() {
            ReplyMode::EPHEMERAL
        } else {
            ReplyMode::FORM
        }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let round = match self.round {
            Some(id) => lookup::round(context, services, id).await?,
            None => {
                let mut open = lookup::open_rounds(context, services).await?;
                if open.len() > 1 {
                    return self.ask_which(context, services, &open).await;
                }
                open.pop().ok_or(RoundError::NoneOpen)?
            }
        };
        if round.state == RoundState::Closed {
            return Err(AnswerError::Closed.into());
        }
        let draft = self.text(context, services).await?;
        let anonymous = draft.as_ref().map_or(self.anonymous, |draft| draft.anonymous);
        if anonymous && !round.takes_anonymous {
            return Err(AnswerError::NamesOnly.into());
        }
        match draft {
            Some(draft) => {
                let text = checked(&draft.text)?;
                let warned = self.sure || self.filled_in;
                if draft.anonymous && !warned && seen(context, services, &round).await? {
                    let mut reads = services.store.read(context.server);
                    refuse_muted(&mut reads, round.id, context.member.id).await?;
                    let draft = hold(context, services, &draft).await?;
                    return Ok(Reply::Ephemeral(answer::ask_to_unsign(&round, draft, text)));
                }
                let told = self.told || self.filled_in;
                let receipt = record(context, services, &round, text, draft.anonymous, told);
                Ok(Reply::Ephemeral(receipt.await?))
            }
            None => {
                let mut reads = services.store.read(context.server);
                refuse_muted(&mut reads, round.id, context.member.id).await?;
                if !self.told
                    && let Some(card) = moderate::notice(context, services, round.id).await?
                {
                    return Ok(Reply::Ephemeral(card));
                }
                self.form(context, services, &round).await
            }
        }
    }

    /// The form. Nothing is written before it is sent: if it comes too late for Discord, nothing is
    /// lost but a press.
    async fn form(
        &self,
        context: &Context,
        services: &Services,
        round: &Round,
    ) -> Result<Reply, CommandError> {
        let mut reads = services.store.read(context.server);
        let before = reads.answer_of(round.id, round.part, context.member.id).await?;
        let side = match round.part {
            Part::Card => {
                let details = reads.round_details(round.id).await?;
                let seminar = details.and_then(|details| details.seminar);
                let seminar = seminar.ok_or(SeminarError::NoSide)?;
                let dealt = dealt(context, services, &seminar).await?;
                let Some(side) = dealt else {
                    return Ok(Reply::Ephemeral(seminar::side_first(round.number)));
                };
                Some(side)
            }
            Part::Own => None,
        };
        let (unnamed, unsure) = (self.anonymous, self.told);
        let draft = AnswerDraft { side, unnamed, before, unsure };
        Ok(Reply::Form(round::answer_form(&services.corpus, round, draft)))
    }

    /// What is to be recorded, if it is there already.
    async fn text(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<Option<Draft>, CommandError> {
        if let Some(id) = self.draft {
            let held = services.store.read(context.server).draft(id, context.now).await?;
            return Ok(Some(held.ok_or(AnswerError::DraftGone)?));
        }
        let anonymous = self.anonymous;
        Ok(self.text.clone().map(|text| Draft { text, anonymous }))
    }

    async fn ask_which(
        self,
        context: &Context,
        services: &Services,
        open: &[Round],
    ) -> Result<Reply, CommandError> {
        let draft = self.text(context, services).await?;
        let press = match &draft {
            Some(draft) => {
                checked(&draft.text)?;
                format!("answer draft:{}", hold(context, services, draft).await?)
            }
            None if self.anonymous => "answer anonymous:true".to_owned(),
            None => "answer".to_owned(),
        };
        let text = draft.map(|draft| draft.text);
        Ok(Reply::Ephemeral(answer::which(open, &press, text)))
    }
}

/// Whether an option of the form takes the name off.
fn unnamed(option: &str) -> Option<bool> {
    match option {
        answer::NAMED => Some(false),
        answer::UNNAMED => Some(true),
        _ => None,
    }
}

/// Keeps an answer while its member decides, and hands back the number that only they are told.
async fn hold(context: &Context, services: &Services, draft: &Draft) -> Result<i64, CommandError> {
    let holding = Holding {
        member: context.member.id,
        place: context.channel.id,
        until: context.now + HOLD_MINUTES.minutes(),
        seed: context.seed,
    };
    let hold = async |tx: &mut ServerTx| tx.hold_draft(draft, holding).await;
    Ok(services.store.note(context.server, hold).await?)
}

/// Whether others have seen what the member answered with their name.
async fn seen(context: &Context, services: &Services, round: &Round) -> Result<bool, CommandError> {
    let mut reads = services.store.read(context.server);
    let before = reads.answer_of(round.id, round.part, context.member.id).await?;
    Ok(before.is_some_and(|before| before.by.is_some() && round.shows(&before)))
}

/// Records the answer. Unless the member was told before, the receipt also tells them what was taken
/// from them.
async fn record(
    context: &Context,
    services: &Services,
    round: &Round,
    text: String,
    anonymous: bool,
    told: bool,
) -> Result<Card, CommandError> {
    services.rates.count(context, Limited::Answers)?;
    let by = permissions::participation(context, services, round).await?;
    let round = round.id;
    let new = NewAnswer { round, by, anonymous, text, source: None };
    let change = async |tx: &mut ServerTx| {
        let Some(change) = tx.answer(new.clone()).await? else {
            refuse_muted(tx, round, context.member.id).await?;
            return Err(AnswerError::Closed.into());
        };
        tx.emit(|| round::answered(&services.corpus, &change), context.now).await?;
        let receipt = answer::receipt(&change);
        let receipt = with_notice(tx, &change, receipt, context.member.id).await?;
        if told {
            return Ok(receipt);
        }
        let again = change.before.is_some();
        let taken = moderate::taken(tx, &change.was, again, context.member.id).await?;
        Ok(match taken.is_empty() {
            true => receipt,
            false => moderation::notices(receipt, &change.was, &taken),
        })
    };
    services.store.change(context.server, change).await
}

/// Says with a member's first answer what is kept. That they were told is noted by their name alone;
/// who has only answered without it is told with each question.
pub(super) async fn with_notice(
    tx: &mut ServerTx,
    change: &AnswerChange,
    receipt: Card,
    member: MemberId,
) -> Result<Card, CommandError> {
    let anonymous = change.after.as_ref().is_some_and(|answer| answer.by.is_none());
    let first = match anonymous {
        true => change.before.is_none() && !tx.is_informed(member).await?,
        false => tx.inform(member).await?,
    };
    Ok(if first { privacy::on_first_answer(receipt, anonymous) } else { receipt })
}

fn checked(text: &str) -> Result<String, UserError> {
    let text = text.trim();
    if crate::command::shows_nothing(text) {
        return Err(UserError::Empty(Written::Answer));
    }
    if text.chars().count() > usize::from(LENGTH) {
        return Err(UserError::TooLong { what: Written::Answer, most: LENGTH });
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests;
