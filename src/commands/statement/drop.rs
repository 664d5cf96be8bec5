//! *Take it back*: a proposed response goes, with all that was said to it.

use super::{id, open, over};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::{Accent, Button, Card, Reply, Text, statement};
use domain::{RoundDetails, Statement, StatementId};

/// Takes a statement back; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct Drop {
    id: StatementId,
    sure: bool,
}

impl Drop {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { sure: arguments.flag("sure")?, id: id(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (standing, it) = open(context, services, self.id).await?;
        permissions::needs_proposer(context, services, &it, &standing, "take it back").await?;
        if !self.sure {
            return Ok(Reply::Ephemeral(ask(&standing)));
        }
        let corpus = services.corpus.clone();
        let effects =
            move |was: &RoundDetails, now: &RoundDetails| statement::dropped(&corpus, was, now);
        let dropped =
            services.store.drop_statement(context.server, self.id, context.now, effects).await?;
        dropped.ok_or_else(over)?;
        let said = "Taken back: it is erased. Anyone can propose another response.";
        Ok(Reply::Update(Card::saying(said).accent(Accent::Done)))
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
