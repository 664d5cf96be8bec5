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

use crate::command::{CommandError, Context, Services, UserError, lookup, permissions};
use domain::seminar::SeminarState;
use domain::{RoundDetails, Seminar, SeminarId};

/// The seminar that is meant, if it is under way.
pub(super) async fn open(
    context: &Context,
    services: &Services,
    given: Option<SeminarId>,
) -> Result<Seminar, CommandError> {
    let seminar = lookup::seminar(context, services, given).await?;
    match seminar.state {
        SeminarState::Open => Ok(seminar),
        SeminarState::Draft if seminar.facilitated_by(context.member.id) => {
            Err(UserError::refused(
                "This seminar has not begun yet. `/seminar start` invites everybody to it.",
            )
            .into())
        }
        SeminarState::Draft => {
            Err(UserError::refused(format!("There is no seminar {} yet.", seminar.id)).into())
        }
        SeminarState::Closed => Err(over().into()),
    }
}

/// The seminar that is meant; a draft only for the one who facilitates it.
async fn seen(
    context: &Context,
    services: &Services,
    given: Option<SeminarId>,
) -> Result<Seminar, CommandError> {
    let found = lookup::seminar(context, services, given).await?;
    if found.state == SeminarState::Draft && !found.facilitated_by(context.member.id) {
        return Err(UserError::refused(format!("There is no seminar {} yet.", found.id)).into());
    }
    Ok(found)
}

/// The seminar that is meant, for the one who facilitates it.
async fn facilitated(
    context: &Context,
    services: &Services,
    given: Option<SeminarId>,
    what: &str,
) -> Result<Seminar, CommandError> {
    let seminar = lookup::seminar(context, services, given).await?;
    if seminar.state == SeminarState::Closed {
        return Err(over().into());
    }
    permissions::needs_the_facilitator(context, &seminar, what)?;
    Ok(seminar)
}

/// The round that was posed last.
async fn at_hand(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<Option<RoundDetails>, CommandError> {
    match seminar.rounds().last() {
        Some(round) => Ok(services.store.read(context.server).round_details(round).await?),
        None => Ok(None),
    }
}

pub(super) fn over() -> UserError {
    UserError::refused("This seminar is closed. `/record` shows what the group answered.")
}

/// The stances that the question at hand deals out.
fn stances(services: &Services, seminar: &Seminar) -> Vec<String> {
    let problem = seminar.debated().and_then(|item| item.problem.as_deref());
    let problem = problem.and_then(|id| services.corpus.problems().iter().find(|it| it.id == id));
    problem
        .map(|it| it.stances.iter().map(|stance| stance.id.clone()).collect())
        .unwrap_or_default()
}
