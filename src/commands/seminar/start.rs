//! `/seminar start`: invites everybody.

use super::{facilitated, theme_names, venue};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::store::ServerTx;
use domain::SeminarNumber;
use domain::seminar::SeminarState;

/// Opens a draft to all.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    seminar: Option<SeminarNumber>,
    pressed: bool,
}

impl Start {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let pressed = arguments.text("from").is_some();
        Ok(Self { seminar: arguments.number("seminar")?, pressed })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.pressed { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = match self.seminar {
            Some(_) => facilitated(context, services, self.seminar, SeminarAction::Start).await?,
            None => lookup::own_draft(context, services).await?,
        };
        if found.state != SeminarState::Draft {
            return Err(SeminarError::Started.into());
        }
        if found.agenda.is_empty() {
            return Err(SeminarError::EmptyAgenda.into());
        }
        let here = services.store.read(context.server).seminars_here(found.place).await?;
        if here.iter().any(|other| other.state == SeminarState::Open) {
            return Err(SeminarError::AnotherOpen.into());
        }
        // What has changed since it was drafted is said now, not in the middle.
        let names = found.agenda.iter().map(|item| item.theme.as_deref());
        let names = theme_names(context, services, names).await?;
        let venue = venue::look(context, services, found.place, &names).await?;
        let start = async |tx: &mut ServerTx| {
            let started = tx.start_seminar(found.id, context.now).await?;
            if let Some(started) = &started {
                let effects = || seminar::started_effects(&services.corpus, &found, started);
                tx.emit(effects, context.now).await?;
            }
            Ok::<_, CommandError>(started)
        };
        let started = match services.store.change(context.server, start).await? {
            Some(started) => started,
            None => lookup::seminar_of(context, services, found.number).await?,
        };
        let card = seminar::started(&started, &venue.notes);
        Ok(if self.pressed { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}
