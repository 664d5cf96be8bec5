//! `/answer`, *Answer* and *Answer anonymously*: a member's response to an open round.

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, Written, lookup, permissions,
};
use jiff::ToSpan;

use crate::messages::ui::{limits, truncate};
use crate::messages::{Accent, Button, Card, Field, Form, Menu, MenuEntry, Reply, Text, round};
use crate::store::{Draft, Given, ServerTx};
use domain::seminar::Reveal;
use domain::{Answer, AnswerChange, Round, RoundId, RoundState};

pub(super) static SPEC: Spec = Spec {
    name: "answer",
    body: Body::Options(&[
        OptionSpec::optional("text", OptionKind::Text(LENGTH)),
        OptionSpec::optional("anonymous", OptionKind::Flag),
        OptionSpec::optional("round", OptionKind::Suggested(Suggested::Round)),
    ]),
};

/// The most characters of an answer.
const LENGTH: u16 = limits::FIELD_VALUE;
/// How long an answer is held while its member chooses the round.
const HOLD_MINUTES: i64 = 15;
/// Answers a round, or changes the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct GiveAnswer {
    round: Option<RoundId>,
    anonymous: bool,
    text: Option<String>,
    draft: Option<i64>,
}

impl GiveAnswer {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let round = match arguments.field("choice") {
            Some(choice) => Some(choice.parse().map_err(|_| UserError::StalePress)?),
            None => arguments.number("round")?,
        };
        Ok(Self {
            round,
            anonymous: arguments.flag("anonymous")?,
            text: arguments.field("text").or_else(|| arguments.text("text")),
            draft: arguments.number("draft")?,
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
                let mut open =
                    services.store.open_rounds(context.server, context.channel.id).await?;
                if open.len() > 1 {
                    return self.ask_which(context, services, &open).await;
                }
                open.pop().ok_or_else(|| {
                    UserError::refused("No question is open here. `/question` poses one.")
                })?
            }
        };
        if round.state == RoundState::Closed {
            return Err(over().into());
        }
        match self.text(context, services).await? {
            Some(Draft { text, anonymous }) => {
                record(context, services, round.id, checked(&text)?, anonymous).await
            }
            None => {
                let before = services
                    .store
                    .read(context.server)
                    .response_of(round.id, round.part, context.member.id)
                    .await?;
                Ok(Reply::Form(form(&round, self.anonymous, before)))
            }
        }
    }

    /// What is to be recorded, if it is there already.
    async fn text(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<Option<Draft>, CommandError> {
        if let Some(id) = self.draft {
            let held = services.store.read(context.server).draft(id, context.now).await?;
            let gone = || {
                UserError::refused(
                    "Your answer was held for 15 minutes and is gone now; it was not recorded. \
                     Please send it once more.",
                )
            };
            return Ok(Some(held.ok_or_else(gone)?));
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
        let press = match self.text(context, services).await? {
            Some(draft) => {
                checked(&draft.text)?;
                let until = context.now + HOLD_MINUTES.minutes();
                let (place, seed) = (context.channel.id, context.seed);
                let id = services
                    .store
                    .change(context.server, async |tx| {
                        tx.hold_draft(place, &draft, until, seed).await
                    })
                    .await?;
                format!("answer draft:{id}")
            }
            None if self.anonymous => "answer anonymous:true".to_owned(),
            None => "answer".to_owned(),
        };
        let entries = open.iter().take(limits::SELECT_OPTIONS).map(|round| MenuEntry {
            label: truncate(&round.text, limits::SELECT_OPTION),
            about: Some(format!("Round {}", round.id)),
            value: round.id.to_string(),
        });
        let mut card = Card::saying("Several questions are open here. Which one do you answer?");
        card.menu =
            Some(Menu { press, hint: "Choose a question".to_owned(), entries: entries.collect() });
        Ok(Reply::Ephemeral(card))
    }
}

async fn record(
    context: &Context,
    services: &Services,
    round: RoundId,
    text: String,
    anonymous: bool,
) -> Result<Reply, CommandError> {
    let given = Given {
        round,
        member: context.member.id,
        name: context.member.name.clone(),
        anonymous,
        text,
        now: context.now,
        seed: context.seed,
        eligible: permissions::may_facilitate(context, services).await?,
        source: None,
    };
    let change = async |tx: &mut ServerTx| {
        let change = tx.respond(given).await?.ok_or_else(over)?;
        tx.emit(round::answered(&services.corpus, &change), context.now).await?;
        Ok::<_, CommandError>(change)
    };
    let change = services.store.change(context.server, change).await?;
    Ok(Reply::Ephemeral(receipt(&change)))
}

/// What the member reads, with the buttons to change it.
fn receipt(standing: &AnswerChange) -> Card {
    let round = &standing.round;
    let anonymous = standing.after.as_ref().is_some_and(|response| response.by.is_none());
    let was_anonymous = standing.before.as_ref().map(|response| response.by.is_none());
    let hidden = round.reveal == Reveal::Sealed
        && (standing.was.round.part, round.state) == (round.part, RoundState::Open);
    let first = match (was_anonymous, anonymous) {
        _ if !standing.changed() => "Your answer stands as it was.",
        (None, false) if hidden => "Your answer is recorded.",
        (None, false) => "Your answer is recorded, and stands here under your name.",
        (None, true) => "Your answer is recorded without your name.",
        (Some(true), false) if hidden => "Your answer now bears your name.",
        (Some(true), false) => "Your answer now stands here under your name.",
        (Some(false), true) => "Your answer now stands without your name; the named one is erased.",
        (Some(_), _) => "Your answer is changed.",
    };
    let text = Text::new().strong(first);
    let text = match (hidden, anonymous) {
        (true, false) => text.plain(" Nobody sees it before all answers are revealed."),
        (true, true) => text.plain(
            " Nobody sees it before all answers are revealed. You can change it until the round is \
             closed; after that nothing ties it to you.",
        ),
        (false, true) if round.seminar.is_some() && round.state == RoundState::Open => text.plain(
            " It is shown when the facilitator reveals the answers. You can change it until the \
             round is closed; after that nothing ties it to you.",
        ),
        (false, true) => text.plain(
            " It is shown when the round is closed. Until then you can change it; after that \
             nothing ties it to you.",
        ),
        (false, false) => text,
    };
    let same = if anonymous { " anonymous:true" } else { "" };
    Card::saying(text).accent(Accent::Done).footer(format!("Round {}", round.id)).buttons([
        Button::side("Change", format!("answer round:{}{same}", round.id)),
        Button::side("Withdraw", format!("withdraw round:{}", round.id)),
    ])
}

fn checked(text: &str) -> Result<String, UserError> {
    let text = text.trim();
    if crate::command::shows_nothing(text) {
        return Err(UserError::refused(
            "Your answer is empty. Write a word or more; nothing was changed.",
        ));
    }
    if text.chars().count() > usize::from(LENGTH) {
        return Err(UserError::TooLong { what: Written::Answer, most: LENGTH });
    }
    Ok(text.to_owned())
}

fn over() -> UserError {
    UserError::refused(
        "This round is closed: its answers stand as they are, and yours was not recorded. \
         `/record` shows them.",
    )
}

fn form(round: &Round, anonymous: bool, before: Option<Answer>) -> Form {
    let was_anonymous = before.as_ref().map(|response| response.by.is_none());
    let title = match (was_anonymous, anonymous) {
        (None, false) => "Your answer",
        (None, true) => "Your answer, without your name",
        (Some(false), false) => "Change your answer",
        (Some(true), true) => "Change your answer, without your name",
        // Nobody is to give their name away unawares.
        (Some(true), false) => "Put your name to your answer",
        (Some(false), true) => "Take your name off your answer",
    };
    let same = if anonymous { " anonymous:true" } else { "" };
    Form {
        title: title.to_owned(),
        submit: format!("answer round:{}{same}", round.id),
        fields: vec![Field {
            id: "text".to_owned(),
            label: truncate(&round.text, limits::FIELD_LABEL),
            hint: Some(
                "A paragraph is enough. You can change it until the round is closed.".to_owned(),
            ),
            value: before.map(|response| response.text),
            length: (1, LENGTH),
            long: true,
            required: true,
        }],
    }
}

#[cfg(test)]
mod tests;
