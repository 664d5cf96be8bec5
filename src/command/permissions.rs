//! Who may do what: the server's managers, and those with its facilitators' role.

use super::{CommandError, Context, Services, UserError};
use crate::messages::permissions::FacilitatorTask;
use crate::messages::round::{AskersAction, RoundError};
use crate::messages::seminar::{SeminarAction, SeminarError};
use crate::messages::statement::{StatementAction, StatementError};
use crate::store::Participation;
use domain::{Round, RoundDetails, Seminar, Statement};

/// Whether the caller facilitates this server.
pub(crate) async fn facilitates(
    context: &Context,
    services: &Services,
) -> Result<bool, CommandError> {
    if context.member.manages_server {
        return Ok(true);
    }
    let role = services.store.read(context.server).settings().await?.facilitators;
    Ok(role.is_some_and(|role| context.member.roles.contains(&role)))
}

/// Refuses anyone who does not facilitate this server.
pub(crate) async fn needs_facilitator(
    context: &Context,
    services: &Services,
    task: FacilitatorTask,
) -> Result<(), CommandError> {
    if facilitates(context, services).await? {
        return Ok(());
    }
    Err(UserError::from(task).into())
}

/// Whether the caller may facilitate a seminar: everybody may, unless the server keeps that to a
/// role.
pub(crate) async fn may_facilitate(
    context: &Context,
    services: &Services,
) -> Result<bool, CommandError> {
    let role = services.store.read(context.server).settings().await?.facilitators;
    Ok(context.member.manages_server
        || role.is_none_or(|role| context.member.roles.contains(&role)))
}

/// Refuses anyone who may not facilitate a seminar.
pub(crate) async fn needs_eligible(
    context: &Context,
    services: &Services,
) -> Result<(), CommandError> {
    if may_facilitate(context, services).await? {
        return Ok(());
    }
    Err(SeminarError::NotEligible.into())
}

/// Refuses anyone but a round's asker and the facilitators; in a seminar, anyone but its own.
pub(crate) async fn needs_asker(
    context: &Context,
    services: &Services,
    round: &Round,
    action: AskersAction,
) -> Result<(), CommandError> {
    if let Some(id) = round.seminar {
        let seminar = services.store.read(context.server).seminar(id).await?;
        let seminar = seminar.ok_or(SeminarError::NoneHere)?;
        let action = match action {
            AskersAction::Edit => SeminarAction::EditQuestion,
            AskersAction::Close => SeminarAction::CloseRound,
        };
        return Ok(needs_the_facilitator(context, &seminar, action)?);
    }
    if context.member.id == round.asker || facilitates(context, services).await? {
        return Ok(());
    }
    Err(RoundError::NotAsker(action).into())
}

/// Refuses anyone but a statement's proposer and those who may close its round.
pub(crate) async fn needs_proposer(
    context: &Context,
    services: &Services,
    it: &RoundDetails,
    statement: &Statement,
    action: StatementAction,
) -> Result<(), CommandError> {
    let member = context.member.id;
    let leads = match &it.seminar {
        Some(seminar) => seminar.facilitated_by(member),
        None => member == it.round.asker || facilitates(context, services).await?,
    };
    if leads || member == statement.proposer {
        return Ok(());
    }
    let by = statement.by().to_owned();
    Err(StatementError::OnlyProposer { action, by, in_seminar: it.seminar.is_some() }.into())
}

/// The caller, as one who takes part in a round.
pub(crate) async fn participation(
    context: &Context,
    services: &Services,
) -> Result<Participation, CommandError> {
    Ok(Participation {
        member: context.member.id,
        name: context.member.name.clone(),
        eligible: may_facilitate(context, services).await?,
        now: context.now,
        seed: context.seed,
    })
}

/// Refuses anyone but the facilitator of a seminar.
pub(crate) fn needs_the_facilitator(
    context: &Context,
    seminar: &Seminar,
    action: SeminarAction,
) -> Result<(), SeminarError> {
    if seminar.facilitated_by(context.member.id) {
        return Ok(());
    }
    let facilitator = seminar.facilitator.as_ref().map(|(_, name)| name.clone());
    Err(SeminarError::NotFacilitator { action, facilitator })
}
