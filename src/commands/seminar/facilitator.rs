//! `/seminar facilitator`: who facilitates, who would, and what the one who does decides.

use super::{joiner, over, seen};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, permissions};
use crate::messages::seminar::{Asking, Passed};
use crate::messages::{Card, Reply, Tone, seminar};
use crate::store::{Decision, Facilitation};
use domain::seminar::{SeminarState, Step};
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
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let pressed = arguments.text("do").map(|word| match word.as_str() {
            "volunteer" => Ok(Deed::Volunteer(true)),
            "not" => Ok(Deed::Volunteer(false)),
            "lot" => Ok(Deed::Lot(true)),
            "stay" => Ok(Deed::Lot(false)),
            _ => Err(Trouble::StalePress),
        });
        let pressed = pressed.transpose()?;
        let turns = pressed.is_some();
        let heir = arguments.member("member")?.map(|(member, name)| Deed::HandOver(member, name));
        let lot = arguments.choice("lot")?.map(Deed::Lot);
        let volunteer = arguments.choice("volunteer")?.map(Deed::Volunteer);
        let deeds = [pressed, heir, lot, volunteer].into_iter().flatten().collect();
        Ok(Self { seminar: arguments.number("seminar")?, deeds, turns })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.turns { Manner::FACE } else { Manner::ONE }
    }

    pub(in super::super) async fn run(
        mut self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let found = seen(caller, world, self.seminar).await?;
        if self.deeds.len() > 1 {
            return Err(Trouble::refused(
                "One thing at a time: give `lot:`, `volunteer:` or `member:`.",
            )
            .into());
        }
        let now = match self.deeds.pop() {
            None => found,
            Some(_) if found.state == SeminarState::Closed => return Err(over().into()),
            Some(Deed::Volunteer(would)) => volunteer(caller, world, found, would).await?,
            Some(Deed::Lot(true)) => by_lot(caller, world, &found, Facilitation::ByLot).await?,
            Some(Deed::Lot(false)) => by_lot(caller, world, &found, Facilitation::Kept).await?,
            Some(Deed::HandOver(heir, name)) => {
                return hand_over(caller, world, &found, heir, name).await;
            }
        };
        let asking = Asking {
            member: caller.member.id,
            eligible: permissions::may_facilitate(caller, world).await?,
            recalls: world.store.wishes_recall(caller.server, now.id, caller.member.id).await?,
        };
        let card = seminar::facilitation(&now, asking);
        Ok(if self.turns { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

async fn volunteer(
    caller: &Caller,
    world: &World,
    found: Seminar,
    would: bool,
) -> Result<Seminar, Problem> {
    if found.state == SeminarState::Draft {
        return Err(Trouble::refused(
            "This seminar has not begun yet. `/seminar start` invites everybody to it.",
        )
        .into());
    }
    let free = found.facilitator.is_none();
    let joiner = joiner(caller, world, &found).await?;
    if would && !joiner.eligible {
        return Err(Trouble::refused(
            "In this server only members with the facilitators' role facilitate seminars.",
        )
        .into());
    }
    let corpus = world.corpus.clone();
    let effects = move |step: &Step| seminar::passed(&corpus, step, Passed::TakenUp);
    let step = world.store.volunteer(caller.server, found.id, joiner, would, effects).await?;
    let now = step.ok_or_else(over)?.now;
    if would && !now.participant(caller.member.id).is_some_and(|it| it.volunteers) {
        return Err(Trouble::refused(
            "The group asked for another facilitator than you, so you cannot take it up again \
             yourself. Who facilitates can hand over to you.",
        )
        .into());
    }
    if would && free && !now.facilitated_by(caller.member.id) {
        return Err(
            Trouble::refused("Somebody else was quicker, and facilitates now. Thank you!").into()
        );
    }
    Ok(now)
}

async fn by_lot(
    caller: &Caller,
    world: &World,
    found: &Seminar,
    what: Facilitation,
) -> Result<Seminar, Problem> {
    permissions::needs_the_facilitator(caller, found, "decide that")?;
    decide(caller, world, found, what, Passed::ByLot).await
}

async fn hand_over(
    caller: &Caller,
    world: &World,
    found: &Seminar,
    heir: MemberId,
    name: Option<String>,
) -> Result<Reply, Problem> {
    permissions::needs_the_facilitator(caller, found, "hand over")?;
    let said = |words: String| {
        Ok(Reply::Ephemeral(
            Card::saying(words).tone(Tone::Done).footer(format!("Seminar {}", found.id)),
        ))
    };
    if heir == caller.member.id {
        return said("You facilitate already.".to_owned());
    }
    let named = name.unwrap_or_else(|| "That member".to_owned());
    let Some(participant) = found.participant(heir) else {
        return Err(Trouble::refused(format!(
            "{named} does not take part by name yet. Once they have pressed *Join*, you can hand \
             over to them."
        ))
        .into());
    };
    let name = &participant.name;
    if !participant.eligible {
        return Err(Trouble::refused(format!(
            "As far as I know {name} may not facilitate: this server keeps that to a role. If they \
             have it, let them press *Join* once more."
        ))
        .into());
    }
    let now =
        decide(caller, world, found, Facilitation::HandedTo(heir), Passed::HandedOver).await?;
    if !now.facilitated_by(heir) {
        return Err(Trouble::refused("Somebody else facilitates by now.").into());
    }
    said(format!("{name} facilitates now. Thank you for your part!"))
}

async fn decide(
    caller: &Caller,
    world: &World,
    found: &Seminar,
    what: Facilitation,
    how: Passed,
) -> Result<Seminar, Problem> {
    let decision = Decision { by: caller.member.id, what, now: caller.now, seed: caller.seed };
    let corpus = world.corpus.clone();
    let effects = move |step: &Step| seminar::passed(&corpus, step, how);
    let step = world.store.decide_facilitator(caller.server, found.id, decision, effects).await?;
    Ok(step.ok_or_else(over)?.now)
}

#[cfg(test)]
pub(super) mod tests;
