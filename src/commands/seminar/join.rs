//! `/seminar join`: puts a member on the roster.

use super::{open, stances};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarError};
use crate::store::{Joiner, ServerTx};
use domain::{Seminar, SeminarNumber};

/// Joins a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    seminar: Option<SeminarNumber>,
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
        let (joined, new) = join(context, services, &seminar).await?;
        Ok(Reply::Ephemeral(seminar::joined(&joined, new)))
    }
}

/// Puts the caller on the roster, and says whether they are new on it.
pub(super) async fn join(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<(Seminar, bool), CommandError> {
    let joiner = joiner(context, services, seminar).await?;
    let join = async |tx: &mut ServerTx| {
        let joined = tx.join_seminar(seminar.id, &joiner).await?;
        let (joined, new) = joined.ok_or(SeminarError::Closed)?;
        if new {
            tx.emit(|| seminar::joined_effects(&services.corpus, &joined), context.now).await?;
        }
        Ok::<_, CommandError>((joined, new))
    };
    services.store.change(context.server, join).await
}

/// The caller, as they join under their name.
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
