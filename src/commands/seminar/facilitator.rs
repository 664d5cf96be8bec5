//! `/seminar facilitator`: who facilitates, who volunteers, and what the facilitator decides.

use super::{joiner, visible};
use crate::command::permissions::Lead;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{
    self, Appointment, FacilitationError, SeminarAction, SeminarError, Viewer,
};
use crate::store::{Decision, Facilitation, ServerTx};
use domain::seminar::{SeminarChange, SeminarState};
use domain::{MemberId, Seminar, SeminarNumber};

/// Shows who facilitates, or changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facilitator {
    seminar: Option<SeminarNumber>,
    actions: Vec<Action>,
    /// Whether a button of the card itself was pressed, which is then updated.
    update: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Volunteer(bool),
    Lot(bool),
    HandOver(MemberId, Option<String>),
    TakeOver,
}

impl Facilitator {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let pressed = arguments.text("do").map(|word| match word.as_str() {
            "volunteer" => Ok(Action::Volunteer(true)),
            "not" => Ok(Action::Volunteer(false)),
            "lot" => Ok(Action::Lot(true)),
            "stay" => Ok(Action::Lot(false)),
            "take" => Ok(Action::TakeOver),
            _ => Err(UserError::StalePress),
        });
        let pressed = pressed.transpose()?;
        let update = pressed.is_some();
        let heir = arguments.member("member")?.map(|(member, name)| Action::HandOver(member, name));
        let lot = arguments.choice("lot")?.map(Action::Lot);
        let volunteer = arguments.choice("volunteer")?.map(Action::Volunteer);
        let actions = [pressed, heir, lot, volunteer].into_iter().flatten().collect();
        Ok(Self { seminar: arguments.number("seminar")?, actions, update })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.update { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        mut self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = visible(context, services, self.seminar).await?;
        if self.actions.len() > 1 {
            return Err(FacilitationError::SeveralDecisions.into());
        }
        let now = match self.actions.pop() {
            None => found,
            Some(_) if found.state == SeminarState::Closed => {
                return Err(SeminarError::Closed.into());
            }
            Some(Action::Volunteer(volunteers)) => {
                volunteer(context, services, found, volunteers).await?
            }
            Some(Action::Lot(true)) => {
                by_lot(context, services, &found, Facilitation::ByLot).await?
            }
            Some(Action::Lot(false)) => {
                by_lot(context, services, &found, Facilitation::Kept).await?
            }
            Some(Action::TakeOver) => take_over(context, services, &found).await?,
            Some(Action::HandOver(heir, name)) => {
                return hand_over(context, services, &found, heir, name).await;
            }
        };
        let viewer = Viewer {
            member: context.member.id,
            eligible: permissions::may_facilitate(context, services).await?,
            recalls: services.store.read(context.server).recalls(now.id, context.member.id).await?,
            takes_over: permissions::may_take_over(context, services, &now).await?,
        };
        let card = seminar::facilitation(&now, viewer);
        Ok(if self.update { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

async fn volunteer(
    context: &Context,
    services: &Services,
    found: Seminar,
    volunteers: bool,
) -> Result<Seminar, CommandError> {
    if found.state == SeminarState::Draft {
        return Err(SeminarError::NotStarted.into());
    }
    let joiner = joiner(context, services, &found).await?;
    if volunteers && !joiner.eligible {
        return Err(FacilitationError::VolunteerNotEligible.into());
    }
    let note = async |tx: &mut ServerTx| {
        let change = tx.volunteer(found.id, &joiner, volunteers).await?;
        let change = change.ok_or(SeminarError::Closed)?;
        let how = Appointment::TakenUp;
        note_step(tx, context, &change).await?;
        let effects = || seminar::facilitation_effects(&services.corpus, &change, how);
        tx.emit(effects, context.now).await?;
        Ok::<_, CommandError>(change.now)
    };
    let now = services.store.change(context.server, note).await?;
    if !volunteers {
        return Ok(now);
    }
    let member = context.member.id;
    if !now.participant(member).is_some_and(|it| it.volunteers) {
        return Err(FacilitationError::Recalled.into());
    }
    if found.facilitator.is_none() && !now.facilitated_by(member) {
        return Err(FacilitationError::TakenUp.into());
    }
    Ok(now)
}

async fn by_lot(
    context: &Context,
    services: &Services,
    found: &Seminar,
    what: Facilitation,
) -> Result<Seminar, CommandError> {
    let action = SeminarAction::Decide;
    permissions::needs_the_facilitator(context, services, found, action).await?;
    decide(context, services, found, (Lead::Facilitator, what), Appointment::ByLot).await
}

async fn hand_over(
    context: &Context,
    services: &Services,
    found: &Seminar,
    heir: MemberId,
    name: Option<String>,
) -> Result<Reply, CommandError> {
    let action = SeminarAction::HandOver;
    let lead = permissions::needs_lead(context, services, found, action).await?;
    if found.facilitated_by(heir) {
        let own = heir == context.member.id;
        return Ok(Reply::Ephemeral(seminar::facilitates_already(found, own)));
    }
    let participant = found.participant(heir).ok_or(FacilitationError::HeirAbsent(name))?;
    let name = &participant.name;
    if !participant.eligible {
        return Err(FacilitationError::HeirNotEligible(name.clone()).into());
    }
    let what = Facilitation::HandedTo(heir);
    let how = match lead {
        Lead::Facilitator => Appointment::HandedOver,
        Lead::Manager => Appointment::Appointed,
    };
    let now = decide(context, services, found, (lead, what), how).await?;
    if !now.facilitated_by(heir) {
        return Err(FacilitationError::SomebodyElse.into());
    }
    Ok(Reply::Ephemeral(seminar::handed_over(&now, name)))
}

/// The caller facilitates in the place of somebody who may be away.
async fn take_over(
    context: &Context,
    services: &Services,
    found: &Seminar,
) -> Result<Seminar, CommandError> {
    if found.facilitated_by(context.member.id) {
        return Ok(found.clone());
    }
    if !permissions::may_take_over(context, services, found).await? {
        let action = SeminarAction::TakeOver;
        permissions::needs_the_facilitator(context, services, found, action).await?;
    }
    let joiner = joiner(context, services, found).await?;
    let from = found.facilitator.as_ref().map(|(member, _)| *member);
    let manages = context.member.manages_server;
    let take = async |tx: &mut ServerTx| {
        if !manages && tx.was_recalled(found.id, joiner.member).await? {
            return Err(FacilitationError::Recalled.into());
        }
        let change = tx.take_over(found.id, &joiner, from).await?.ok_or(SeminarError::Closed)?;
        note_step(tx, context, &change).await?;
        let how = Appointment::TakenOver;
        let effects = || seminar::facilitation_effects(&services.corpus, &change, how);
        tx.emit(effects, context.now).await?;
        if change.now.is_announced() {
            let effects = || seminar::meeting::attendance_effects(&services.corpus, &change.now);
            tx.emit(effects, context.now).await?;
        }
        Ok::<_, CommandError>(change.now)
    };
    let now = services.store.change(context.server, take).await?;
    if !now.facilitated_by(context.member.id) {
        return Err(FacilitationError::SomebodyElse.into());
    }
    Ok(now)
}

/// Another facilitator is a step, from which on they have a day.
async fn note_step(
    tx: &mut ServerTx,
    context: &Context,
    change: &SeminarChange,
) -> Result<(), CommandError> {
    if change.passed_on() {
        tx.note_step(change.now.id, context.now).await?;
    }
    Ok(())
}

async fn decide(
    context: &Context,
    services: &Services,
    found: &Seminar,
    (lead, what): (Lead, Facilitation),
    how: Appointment,
) -> Result<Seminar, CommandError> {
    let by = (lead == Lead::Facilitator).then_some(context.member.id);
    let decision = Decision { by, what, seed: context.seed };
    let decide = async |tx: &mut ServerTx| {
        let change = tx.decide_facilitator(found.id, decision).await?;
        let change = change.ok_or(SeminarError::Closed)?;
        note_step(tx, context, &change).await?;
        let effects = || seminar::facilitation_effects(&services.corpus, &change, how);
        tx.emit(effects, context.now).await?;
        Ok::<_, CommandError>(change.now)
    };
    services.store.change(context.server, decide).await
}

#[cfg(test)]
pub(super) mod tests;
