//! `/seminar status`: who joined and how many answered.

use super::{current_round, visible};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, seminar};
use domain::SeminarNumber;

/// Says how far a seminar is.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    seminar: Option<SeminarNumber>,
}

impl Status {
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
        let found = visible(context, services, self.seminar).await?;
        let current = current_round(context, services, &found).await?;
        Ok(Reply::Ephemeral(seminar::status(&services.corpus, &found, current.as_ref())))
    }
}
