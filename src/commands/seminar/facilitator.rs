//! `/seminar facilitator`: who facilitates, who volunteers, and what the facilitator decides.

use super::{joiner, visible};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{
    self, Appointment, FacilitationError, SeminarAction, SeminarError, Viewer,
};
use crate::store::{Decision, Facilitation, ServerTx};
use domain::seminar::SeminarState;
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
}

impl Facilitator {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let pressed = arguments.text("do").map(|word| match word.as_str() {
            "volunteer" => Ok(Action::Volunteer(true)),
            "not" => Ok(Action::Volunteer(false)),
            "lot" => Ok(Action::Lot(true)),
            "stay" => Ok(Action::Lot(false)),
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
            Some(Action::HandOver(heir, name)) => {
                return hand_over(context, services, &found, heir, name).await;
            }
        };
        let viewer = Viewer {
            member: context.member.id,
            eligible: permissions::may_facilitate(context, services).await?,
            recalls: services.store.read(context.server).recalls(now.id, context.member.id).await?,
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
        let effects = seminar::facilitation_effects(&services.corpus, &change, how);
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
    permissions::needs_the_facilitator(context, found, SeminarAction::Decide)?;
    decide(context, services, found, what, Appointment::ByLot).await
}

async fn hand_over(
    context: &Context,
    services: &Services,
    found: &Seminar,
    heir: MemberId,
    name: Option<String>,
) -> Result<Reply, CommandError> {
    permissions::needs_the_facilitator(context, found, SeminarAction::HandOver)?;
    if heir == context.member.id {
        return Ok(Reply::Ephemeral(seminar::facilitates_already(found)));
    }
    let participant = found.participant(heir).ok_or(FacilitationError::HeirAbsent(name))?;
    let name = &participant.name;
    if !participant.eligible {
        return Err(FacilitationError::HeirNotEligible(name.clone()).into());
    }
    let what = Facilitation::HandedTo(heir);
    let now = decide(context, services, found, what, Appointment::HandedOver).await?;
    if !now.facilitated_by(heir) {
        return Err(FacilitationError::SomebodyElse.into());
    }
    Ok(Reply::Ephemeral(seminar::handed_over(&now, name)))
}

async fn decide(
    context: &Context,
    services: &Services,
    found: &Seminar,
    what: Facilitation,
    how: Appointment,
) -> Result<Seminar, CommandError> {
    let decision = Decision { by: context.member.id, what, seed: context.seed };
    let decide = async |tx: &mut ServerTx| {
        let change = tx.decide_facilitator(found.id, decision).await?;
        let change = change.ok_or(SeminarError::Closed)?;
        let effects = seminar::facilitation_effects(&services.corpus, &change, how);
        tx.emit(effects, context.now).await?;
        Ok::<_, CommandError>(change.now)
    };
    services.store.change(context.server, decide).await
}

#[cfg(test)]
pub(super) mod tests;
