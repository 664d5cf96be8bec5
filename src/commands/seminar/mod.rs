//! `/seminar`: a meeting with an agenda, from its draft to what came of it.

mod agenda;
mod card;
mod close;
mod drawing;
mod facilitator;
mod join;
mod next;
mod open;
mod place;
mod recall;
mod reveal;
mod spec;
mod start;
mod status;
#[cfg(test)]
mod tests;

pub(super) use agenda::{Add, Agenda};
pub(super) use card::Card;
pub(super) use close::Close;
pub(super) use facilitator::Facilitator;
pub(super) use join::{Join, joiner};
pub(super) use next::Next;
pub(super) use open::Open;
pub(super) use recall::Recall;
pub(super) use reveal::Reveal;
pub(super) use spec::{SPEC, WHICH};
pub(super) use start::Start;
pub(super) use status::Status;

use crate::command::{Caller, Problem, Trouble, World, lookup, permissions};
use domain::seminar::SeminarState;
use domain::{Proceedings, Seminar, SeminarId};

/// The seminar that is meant, if it is under way.
pub(super) async fn open(
    caller: &Caller,
    world: &World,
    given: Option<SeminarId>,
) -> Result<Seminar, Problem> {
    let seminar = lookup::seminar(caller, world, given).await?;
    match seminar.state {
        SeminarState::Open => Ok(seminar),
        SeminarState::Draft if seminar.facilitated_by(caller.member.id) => Err(Trouble::refused(
            "This seminar has not begun yet. `/seminar start` invites everybody to it.",
        )
        .into()),
        SeminarState::Draft => {
            Err(Trouble::refused(format!("There is no seminar {} yet.", seminar.id)).into())
        }
        SeminarState::Closed => Err(over().into()),
    }
}

/// The seminar that is meant; a draft only for the one who facilitates it.
async fn seen(
    caller: &Caller,
    world: &World,
    given: Option<SeminarId>,
) -> Result<Seminar, Problem> {
    let found = lookup::seminar(caller, world, given).await?;
    if found.state == SeminarState::Draft && !found.facilitated_by(caller.member.id) {
        return Err(Trouble::refused(format!("There is no seminar {} yet.", found.id)).into());
    }
    Ok(found)
}

/// The seminar that is meant, for the one who facilitates it.
async fn facilitated(
    caller: &Caller,
    world: &World,
    given: Option<SeminarId>,
    what: &str,
) -> Result<Seminar, Problem> {
    let seminar = lookup::seminar(caller, world, given).await?;
    if seminar.state == SeminarState::Closed {
        return Err(over().into());
    }
    permissions::needs_the_facilitator(caller, &seminar, what)?;
    Ok(seminar)
}

/// The round that was posed last.
async fn at_hand(
    caller: &Caller,
    world: &World,
    seminar: &Seminar,
) -> Result<Option<Proceedings>, Problem> {
    match seminar.rounds().last() {
        Some(round) => Ok(world.store.proceedings(caller.server, round).await?),
        None => Ok(None),
    }
}

pub(super) fn over() -> Trouble {
    Trouble::refused("This seminar is closed. `/record` shows what the group answered.")
}

/// The stances that the question at hand deals out.
fn stances(world: &World, seminar: &Seminar) -> Vec<String> {
    let problem = seminar.debated().and_then(|item| item.problem.as_deref());
    let problem = problem.and_then(|id| world.corpus.problems().iter().find(|it| it.id == id));
    problem
        .map(|it| it.stances.iter().map(|stance| stance.id.clone()).collect())
        .unwrap_or_default()
}
