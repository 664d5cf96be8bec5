//! The button of a meeting's announcement: the meeting as a file for calendars.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::seminar::SeminarError;
use crate::messages::seminar::meeting::calendar_file;
use domain::SeminarNumber;

/// Hands out a meeting as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    seminar: SeminarNumber,
}

impl Calendar {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let seminar = arguments.number("seminar")?;
        let seminar = seminar.ok_or_else(|| UserError::Missing { option: "seminar".to_owned() })?;
        Ok(Self { seminar })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = lookup::seminar_of(context, services, self.seminar).await?;
        let meeting = found.meeting.as_ref().ok_or(SeminarError::NoDate)?;
        let link = services.platform.link(context.server, found.place);
        let (corpus, link) = (&services.corpus, link.as_deref());
        let file = calendar_file(corpus, context.server, &found, meeting, link, context.now);
        Ok(Reply::Document(file))
    }
}
