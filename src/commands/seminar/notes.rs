//! *My notes for this round*: what the book suggests to its facilitator.

use super::{current_round, open};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use domain::SeminarNumber;

/// Shows the facilitator the notes for the current round.
#[derive(Clone, Debug, PartialEq)]
pub struct Notes {
    seminar: Option<SeminarNumber>,
}

impl Notes {
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
        let found = open(context, services, self.seminar).await?;
        let action = SeminarAction::ReadNotes;
        permissions::needs_the_facilitator(context, services, &found, action).await?;
        let it = current_round(context, services, &found).await?.ok_or(SeminarError::NonePosed)?;
        Ok(Reply::Ephemeral(seminar::notes(&services.corpus, &it)))
    }
}
