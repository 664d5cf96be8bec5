//! `/seminar join`: puts a member on the roster.

use super::{open, over, stances};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::{Accent, Button, Card, Reply, Text, seminar};
use crate::store::Joiner;
use domain::seminar::Format;
use domain::{Seminar, SeminarId};

/// Joins a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    seminar: Option<SeminarId>,
}

impl Join {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = open(context, services, self.seminar).await?;
        let (joined, new) = joins(context, services, &seminar).await?;
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
        let card = Card::saying(text).accent(Accent::Done).footer(format!("Seminar {}", joined.id));
        Ok(Reply::Ephemeral(card.buttons(buttons)))
    }
}

/// Puts the caller on the roster; says whether they are new there.
pub(super) async fn joins(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<(Seminar, bool), CommandError> {
    let joiner = joiner(context, services, seminar).await?;
    let corpus = services.corpus.clone();
    let effects = move |joined: &Seminar| seminar::joined(&corpus, joined);
    let joined = services.store.join_seminar(context.server, seminar.id, joiner, effects).await?;
    Ok(joined.ok_or_else(over)?)
}

/// The caller as they stand on the roster.
pub(in super::super) async fn joiner(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<Joiner, CommandError> {
    Ok(Joiner {
        member: context.member.id,
        name: context.member.name.clone(),
        eligible: permissions::may_facilitate(context, services).await?,
        anonymous: false,
        stances: stances(services, seminar),
        now: context.now,
        seed: context.seed,
    })
}
