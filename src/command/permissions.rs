//! Who may do what: the server's managers, and those with its facilitators' role.

use super::{CommandError, Context, Services, UserError};
use crate::messages::moderation::ModerationError;
use crate::messages::permissions::FacilitatorTask;
use crate::messages::round::{AskersAction, RoundError};
use crate::messages::seminar::{SeminarAction, SeminarError};
use crate::messages::statement::{StatementAction, StatementError};
use crate::store::Participation;
use domain::seminar::SeminarState;
use domain::{Round, RoundDetails, Seminar, Statement};

/// In which right a member leads a seminar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// They facilitate it.
    Facilitator,
    /// They manage the server.
    Manager,
}

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
    if context.member.manages_server {
        return Ok(true);
    }
    let role = services.store.read(context.server).settings().await?.facilitators;
    Ok(role.is_none_or(|role| context.member.roles.contains(&role)))
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

/// Refuses anyone but a round's asker and the facilitators; in a seminar, anyone but its own, and
/// for closing, those who manage the server.
pub(crate) async fn needs_asker(
    context: &Context,
    services: &Services,
    round: &Round,
    action: AskersAction,
) -> Result<(), CommandError> {
    if let Some(id) = round.seminar {
        let seminar = services.store.read(context.server).seminar(id).await?;
        let seminar = seminar.ok_or(SeminarError::NoneHere)?;
        match action {
            AskersAction::Edit => {
                let action = SeminarAction::EditQuestion;
                needs_the_facilitator(context, services, &seminar, action).await?;
            }
            AskersAction::Close => {
                needs_lead(context, services, &seminar, SeminarAction::CloseRound).await?;
            }
        }
        return Ok(());
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
    if changes_statement(context, services, it, statement).await? {
        return Ok(());
    }
    let by = statement.by().to_owned();
    Err(StatementError::OnlyProposer { action, by, in_seminar: it.seminar.is_some() }.into())
}

/// Whether the caller has proposed a statement, or may close its round.
pub(crate) async fn changes_statement(
    context: &Context,
    services: &Services,
    it: &RoundDetails,
    statement: &Statement,
) -> Result<bool, CommandError> {
    let member = context.member.id;
    let leads = match &it.seminar {
        Some(seminar) => seminar.facilitated_by(member),
        None => member == it.round.asker || facilitates(context, services).await?,
    };
    Ok(leads || member == statement.proposer)
}

/// Whether the caller can take down what is in a round: in an open seminar its facilitator, as long as
/// they may facilitate; otherwise the facilitators of the server; and always who manages it. To have
/// asked the question gives no right to that.
pub(crate) async fn may_moderate(
    context: &Context,
    services: &Services,
    it: &RoundDetails,
) -> Result<bool, CommandError> {
    match open_seminar(it) {
        Some(seminar) => Ok(context.member.manages_server
            || seminar.facilitated_by(context.member.id)
                && may_facilitate(context, services).await?),
        None => facilitates(context, services).await,
    }
}

/// Refuses anyone who cannot take down what is in a round.
pub(crate) async fn needs_moderator(
    context: &Context,
    services: &Services,
    it: &RoundDetails,
) -> Result<(), CommandError> {
    if may_moderate(context, services, it).await? {
        return Ok(());
    }
    Err(ModerationError::NotModerator { in_seminar: open_seminar(it).is_some() }.into())
}

fn open_seminar(it: &RoundDetails) -> Option<&Seminar> {
    it.seminar.as_ref().filter(|seminar| seminar.state == SeminarState::Open)
}

/// The caller, as one who takes part in a round.
pub(crate) async fn participation(
    context: &Context,
    services: &Services,
    round: &Round,
) -> Result<Participation, CommandError> {
    Ok(Participation {
        member: context.member.id,
        name: context.member.name.clone(),
        // It is noted on the roster of a seminar.
        eligible: round.seminar.is_some() && may_facilitate(context, services).await?,
        now: context.now,
        seed: context.seed,
    })
}

/// Refuses anyone but the facilitator of a seminar; who can take over is told so.
pub(crate) async fn needs_the_facilitator(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    action: SeminarAction,
) -> Result<(), CommandError> {
    if seminar.facilitated_by(context.member.id) {
        return Ok(());
    }
    let facilitator = seminar.facilitator.as_ref().map(|(_, name)| name.clone());
    let takes = may_take_over(context, services, seminar).await?;
    let take_over = takes.then_some(seminar.number);
    Err(SeminarError::NotFacilitator { action, facilitator, take_over }.into())
}

/// Refuses anyone but the facilitator of a seminar and those who manage the server, so that nothing
/// is stuck when the facilitator is away.
pub(crate) async fn needs_lead(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    action: SeminarAction,
) -> Result<Lead, CommandError> {
    let open = seminar.state == SeminarState::Open || seminar.is_announced();
    if context.member.manages_server && open && !seminar.facilitated_by(context.member.id) {
        return Ok(Lead::Manager);
    }
    needs_the_facilitator(context, services, seminar, action).await?;
    Ok(Lead::Facilitator)
}

/// Whether the caller can take over a seminar that is open or announced from its facilitator: managers always, those
/// with the facilitators' role when it was left.
pub(crate) async fn may_take_over(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<bool, CommandError> {
    let open = seminar.state == SeminarState::Open && seminar.facilitator.is_some();
    if !(open || seminar.is_announced()) || seminar.facilitated_by(context.member.id) {
        return Ok(false);
    }
    Ok(context.member.manages_server
        || seminar.is_left(context.now) && facilitates(context, services).await?)
}
