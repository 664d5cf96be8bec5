//! `/seminar facilitator`: who facilitates, who would, and what the one who does decides.

use super::{joiner, over, seen};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::seminar::{Asking, Passed};
use crate::messages::{Accent, Card, Reply, seminar};
use crate::store::{Decision, Facilitation};
use domain::seminar::{SeminarChange, SeminarState};
use domain::{MemberId, Seminar, SeminarId};

/// Shows who facilitates, or changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facilitator {
    seminar: Option<SeminarId>,
    deeds: Vec<Deed>,
    /// Whether a button of the card itself was pressed, which then shows how it is now.
    turns: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Deed {
    Volunteer(bool),
    Lot(bool),
    HandOver(MemberId, Option<String>),
}

impl Facilitator {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let pressed = arguments.text("do").map(|word| match word.as_str() {
            "volunteer" => Ok(Deed::Volunteer(true)),
            "not" => Ok(Deed::Volunteer(false)),
            "lot" => Ok(Deed::Lot(true)),
            "stay" => Ok(Deed::Lot(false)),
            _ => Err(UserError::StalePress),
        });
        let pressed = pressed.transpose()?;
        let turns = pressed.is_some();
        let heir = arguments.member("member")?.map(|(member, name)| Deed::HandOver(member, name));
        let lot = arguments.choice("lot")?.map(Deed::Lot);
        let volunteer = arguments.choice("volunteer")?.map(Deed::Volunteer);
        let deeds = [pressed, heir, lot, volunteer].into_iter().flatten().collect();
        Ok(Self { seminar: arguments.number("seminar")?, deeds, turns })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.turns { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        mut self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = seen(context, services, self.seminar).await?;
        if self.deeds.len() > 1 {
            return Err(UserError::refused(
                "One thing at a time: give `lot:`, `volunteer:` or `member:`.",
            )
            .into());
        }
        let now = match self.deeds.pop() {
            None => found,
            Some(_) if found.state == SeminarState::Closed => return Err(over().into()),
            Some(Deed::Volunteer(would)) => volunteer(context, services, found, would).await?,
            Some(Deed::Lot(true)) => by_lot(context, services, &found, Facilitation::ByLot).await?,
            Some(Deed::Lot(false)) => by_lot(context, services, &found, Facilitation::Kept).await?,
            Some(Deed::HandOver(heir, name)) => {
                return hand_over(context, services, &found, heir, name).await;
            }
        };
        let asking = Asking {
            member: context.member.id,
            eligible: permissions::may_facilitate(context, services).await?,
            recalls: services
                .store
                .wishes_recall(context.server, now.id, context.member.id)
                .await?,
        };
        let card = seminar::facilitation(&now, asking);
        Ok(if self.turns { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

async fn volunteer(
    context: &Context,
    services: &Services,
    found: Seminar,
    would: bool,
) -> Result<Seminar, CommandError> {
    if found.state == SeminarState::Draft {
        return Err(UserError::refused(
            "This seminar has not begun yet. `/seminar start` invites everybody to it.",
        )
        .into());
    }
    let free = found.facilitator.is_none();
    let joiner = joiner(context, services, &found).await?;
    if would && !joiner.eligible {
        return Err(UserError::refused(
            "In this server only members with the facilitators' role facilitate seminars.",
        )
        .into());
    }
    let corpus = services.corpus.clone();
    let effects = move |step: &SeminarChange| seminar::passed(&corpus, step, Passed::TakenUp);
    let step = services.store.volunteer(context.server, found.id, joiner, would, effects).await?;
    let now = step.ok_or_else(over)?.now;
    if would && !now.participant(context.member.id).is_some_and(|it| it.volunteers) {
        return Err(UserError::refused(
            "The group asked for another facilitator than you, so you cannot take it up again \
             yourself. Who facilitates can hand over to you.",
        )
        .into());
    }
    if would && free && !now.facilitated_by(context.member.id) {
        return Err(UserError::refused(
            "Somebody else was quicker, and facilitates now. Thank you!",
        )
        .into());
    }
    Ok(now)
}

async fn by_lot(
    context: &Context,
    services: &Services,
    found: &Seminar,
    what: Facilitation,
) -> Result<Seminar, CommandError> {
    permissions::needs_the_facilitator(context, found, "decide that")?;
    decide(context, services, found, what, Passed::ByLot).await
}

async fn hand_over(
    context: &Context,
    services: &Services,
    found: &Seminar,
    heir: MemberId,
    name: Option<String>,
) -> Result<Reply, CommandError> {
    permissions::needs_the_facilitator(context, found, "hand over")?;
    let said = |words: String| {
        Ok(Reply::Ephemeral(
            Card::saying(words).accent(Accent::Done).footer(format!("Seminar {}", found.id)),
        ))
    };
    if heir == context.member.id {
        return said("You facilitate already.".to_owned());
    }
    let named = name.unwrap_or_else(|| "That member".to_owned());
    let Some(participant) = found.participant(heir) else {
        return Err(UserError::refused(format!(
            "{named} does not take part by name yet. Once they have pressed *Join*, you can hand \
             over to them."
        ))
        .into());
    };
    let name = &participant.name;
    if !participant.eligible {
        return Err(UserError::refused(format!(
            "As far as I know {name} may not facilitate: this server keeps that to a role. If they \
             have it, let them press *Join* once more."
        ))
        .into());
    }
    let now =
        decide(context, services, found, Facilitation::HandedTo(heir), Passed::HandedOver).await?;
    if !now.facilitated_by(heir) {
        return Err(UserError::refused("Somebody else facilitates by now.").into());
    }
    said(format!("{name} facilitates now. Thank you for your part!"))
}

async fn decide(
    context: &Context,
    services: &Services,
    found: &Seminar,
    what: Facilitation,
    how: Passed,
) -> Result<Seminar, CommandError> {
    let decision = Decision { by: context.member.id, what, now: context.now, seed: context.seed };
    let corpus = services.corpus.clone();
    let effects = move |step: &SeminarChange| seminar::passed(&corpus, step, how);
    let step =
        services.store.decide_facilitator(context.server, found.id, decision, effects).await?;
    Ok(step.ok_or_else(over)?.now)
}

#[cfg(test)]
pub(super) mod tests;
