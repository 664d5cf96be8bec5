//! `/seminar move`: gives a draft a date, or another one.

use super::date::{self, GivenDate};
use super::facilitated;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::seminar::meeting::{date_form, dated, moved_effects, planned_effects};
use crate::messages::seminar::{SeminarAction, SeminarError};
use crate::store::ServerTx;
use domain::SeminarNumber;
use domain::seminar::SeminarState;

/// Sets or changes the date of a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    seminar: Option<SeminarNumber>,
    date: GivenDate,
}

impl Move {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, date: GivenDate::parse(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.date.is_given() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let action = SeminarAction::SetDate;
        let found = facilitated(context, services, self.seminar, action).await?;
        if found.state != SeminarState::Draft {
            return Err(SeminarError::Started.into());
        }
        let zone = found.meeting.as_ref().map(|meeting| meeting.at.timezone.as_str());
        let new = self.date.meeting(context, services, zone, None).await?;
        let Some(new) = new else {
            let zone = date::zone_of(context, services, zone).await?;
            return Ok(Reply::Form(date_form(&found, &zone)));
        };
        let set = async |tx: &mut ServerTx| {
            let was = tx.seminar(found.id).await?.ok_or(SeminarError::NoneHere)?;
            let same = was.meeting.as_ref().is_some_and(|it| {
                it.at == new.at && it.is_ahead() && new.opening.is_none_or(|way| way == it.opening)
            });
            // The same request twice moves it once.
            if same {
                return Ok(Some(was));
            }
            let moved = tx.set_meeting(found.id, &new, context.now).await?;
            if let Some(moved) = &moved {
                let effects = || match was.meeting {
                    Some(_) => moved_effects(&services.corpus, &was, moved, false),
                    None => planned_effects(&services.corpus, moved),
                };
                tx.emit(effects, context.now).await?;
            }
            Ok::<_, CommandError>(moved)
        };
        let moved = services.store.change(context.server, set).await?;
        let moved = moved.ok_or(SeminarError::Started)?;
        let meeting = moved.meeting.as_ref().ok_or(SeminarError::NoDate)?;
        let note = date::notes(context, services, moved.place).await;
        let notes: Vec<_> = note.into_iter().collect();
        Ok(Reply::Ephemeral(dated(&moved, meeting, &notes)))
    }
}
