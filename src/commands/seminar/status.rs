//! `/seminar status`: who joined and how many answered.

use super::{at_hand, seen};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, seminar};
use domain::SeminarId;

/// Says how a seminar stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    seminar: Option<SeminarId>,
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
        let found = seen(context, services, self.seminar).await?;
        let it = at_hand(context, services, &found).await?;
        Ok(Reply::Ephemeral(seminar::status(&services.corpus, &found, it.as_ref())))
    }
}
