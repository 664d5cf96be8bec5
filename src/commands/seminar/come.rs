//! The button of a meeting's announcement: says that one will come, or will not.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::seminar::SeminarError;
use crate::messages::seminar::meeting::{attendance_effects, expected};
use crate::store::ServerTx;
use domain::SeminarNumber;

/// Says whether the caller will come.
#[derive(Clone, Debug, PartialEq)]
pub struct Come {
    seminar: SeminarNumber,
    comes: bool,
}

impl Come {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let seminar = arguments.number("seminar")?;
        let seminar = seminar.ok_or_else(|| UserError::Missing { option: "seminar".to_owned() })?;
        Ok(Self { seminar, comes: !arguments.flag("not")? })
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
        if found.meeting.is_none() {
            return Err(SeminarError::NoDate.into());
        }
        let who = (context.member.id, context.member.name.as_str());
        let note = async |tx: &mut ServerTx| {
            let noted = tx.expect_member(found.id, who, self.comes).await?;
            let (seminar, new) = noted.ok_or(SeminarError::NotAhead)?;
            if new {
                tx.emit(|| attendance_effects(&services.corpus, &seminar), context.now).await?;
            }
            Ok::<_, CommandError>(seminar)
        };
        let seminar = services.store.change(context.server, note).await?;
        let meeting = seminar.meeting.as_ref().ok_or(SeminarError::NoDate)?;
        Ok(Reply::Ephemeral(expected(&seminar, meeting, self.comes)))
    }
}
