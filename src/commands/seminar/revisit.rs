//! `/seminar revisit`: the question of a closed seminar that is asked again, and how to call that off.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::Reply;
use crate::messages::revisit::{self, RevisitError};
use crate::store::ServerTx;
use domain::revisit::{Delay, RevisitState};
use domain::{Seminar, SeminarNumber};

/// How long after the end a question is asked again, if `revisit:` says so.
pub(super) fn delay(arguments: &mut Arguments) -> Result<Option<Delay>, UserError> {
    let Some(given) = arguments.text("revisit") else { return Ok(None) };
    match given.parse() {
        Ok(delay) => Ok(Some(delay)),
        Err(error) => Err(RevisitError::Delay(error, given).into()),
    }
}

/// Shows the revisit of a seminar, or calls it off.
#[derive(Clone, Debug, PartialEq)]
pub struct Revisit {
    seminar: Option<SeminarNumber>,
    off: bool,
}

impl Revisit {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, off: arguments.flag("off")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.off { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = meant(context, services, self.seminar).await?;
        let mut reads = services.store.read(context.server);
        let found = reads.revisit_of_seminar(seminar.id).await?.ok_or(RevisitError::NoneHere)?;
        let details = reads.round_details(found.round).await?.ok_or(RevisitError::NoneHere)?;
        let leads = leads(context, services, &seminar).await?;
        if !self.off {
            let card = revisit::status(&services.corpus, &details, &found, leads);
            return Ok(Reply::Ephemeral(card));
        }
        if !leads {
            return Err(RevisitError::NotFacilitator.into());
        }
        if found.state == RevisitState::Closed {
            return Err(RevisitError::Over.into());
        }
        let call_off = async |tx: &mut ServerTx| {
            let was = tx.call_off_revisit(found.round).await?.ok_or(RevisitError::NotOpen)?;
            let effects = || revisit::called_off_effects(&details, was.state);
            tx.emit(effects, context.now).await?;
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, call_off).await?;
        Ok(Reply::Update(revisit::called_off(&details)))
    }
}

/// The seminar that is named, else the one of this place, else the only one that the caller can see, of
/// those of which a question is asked again.
async fn meant(
    context: &Context,
    services: &Services,
    given: Option<SeminarNumber>,
) -> Result<Seminar, CommandError> {
    if let Some(number) = given {
        return lookup::seminar_of(context, services, number).await;
    }
    let ahead = services.store.read(context.server).revisits_ahead().await?;
    let mut seminars = lookup::seminars(context, services).await?;
    seminars.retain(|seminar| ahead.iter().any(|it| it.seminar == seminar.id));
    let here = |seminar: &Seminar| seminar.place == context.channel.id;
    if seminars.iter().any(here) {
        seminars.retain(here);
    }
    match (seminars.pop(), seminars.len()) {
        (Some(seminar), 0) => Ok(seminar),
        (Some(_), _) => Err(RevisitError::Several.into()),
        (None, _) => Err(RevisitError::NoneHere.into()),
    }
}

/// Whether the caller facilitated the seminar, or facilitates in this server.
async fn leads(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<bool, CommandError> {
    Ok(seminar.facilitated_by(context.member.id)
        || permissions::facilitates(context, services).await?)
}
