//! `/seminar`: a meeting with an agenda, from its draft to its summary.

mod agenda;
mod calendar;
mod close;
mod come;
mod date;
mod drawing;
mod facilitator;
mod join;
mod moving;
mod next;
mod notes;
mod open;
mod recall;
mod reveal;
mod revisit;
mod side;
mod spec;
mod start;
mod status;
#[cfg(test)]
mod tests;
mod venue;

pub(super) use agenda::{Add, Agenda};
pub(super) use calendar::Calendar;
pub(super) use close::Close;
pub(super) use come::Come;
pub(super) use date::understood;
pub(super) use facilitator::Facilitator;
pub(super) use join::{Join, joiner};
pub(super) use moving::Move;
pub(super) use next::Next;
pub(super) use notes::Notes;
pub(super) use open::Open;
pub(super) use recall::Recall;
pub(super) use reveal::Reveal;
pub(super) use revisit::Revisit;
pub(super) use side::{Side, dealt};
pub(super) use spec::{SPEC, WHICH};
pub(super) use start::Start;
pub(super) use status::Status;

use crate::command::{CommandError, Context, Services, lookup, permissions};
use crate::messages::seminar::{SeminarAction, SeminarError};
use crate::messages::ui::theme_name;
use domain::seminar::SeminarState;
use domain::{RoundDetails, RoundNumber, Seminar, SeminarNumber};

/// The seminar that is meant, if it is open.
pub(super) async fn open(
    context: &Context,
    services: &Services,
    given: Option<SeminarNumber>,
) -> Result<Seminar, CommandError> {
    let seminar = visible(context, services, given).await?;
    match seminar.state {
        SeminarState::Open => Ok(seminar),
        SeminarState::Draft => Err(SeminarError::NotStarted.into()),
        SeminarState::Closed => Err(SeminarError::Closed.into()),
    }
}

/// The seminar that is meant; a draft only for its facilitator, unless its date is announced.
async fn visible(
    context: &Context,
    services: &Services,
    given: Option<SeminarNumber>,
) -> Result<Seminar, CommandError> {
    let found = lookup::seminar(context, services, given).await?;
    let hidden = found.state == SeminarState::Draft && !found.is_announced();
    if hidden && !found.facilitated_by(context.member.id) {
        return Err(SeminarError::SomebodysDraft(found.number).into());
    }
    Ok(found)
}

/// The seminar that is meant, for its facilitator.
async fn facilitated(
    context: &Context,
    services: &Services,
    given: Option<SeminarNumber>,
    action: SeminarAction,
) -> Result<Seminar, CommandError> {
    let seminar = lookup::seminar(context, services, given).await?;
    if seminar.state == SeminarState::Closed {
        return Err(SeminarError::Closed.into());
    }
    permissions::needs_the_facilitator(context, services, &seminar, action).await?;
    Ok(seminar)
}

/// The seminar of a round that a button names.
async fn of_round(
    context: &Context,
    services: &Services,
    round: RoundNumber,
) -> Result<Option<SeminarNumber>, CommandError> {
    let details = lookup::round_details(context, services, round).await?;
    Ok(details.seminar.map(|seminar| seminar.number))
}

/// The round that was posed last.
async fn current_round(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<Option<RoundDetails>, CommandError> {
    match seminar.rounds().last() {
        Some(round) => Ok(services.store.read(context.server).round_details(round).await?),
        None => Ok(None),
    }
}

/// The names of the themes on an agenda, whose tags the posts of a forum would have.
async fn theme_names<'t>(
    context: &Context,
    services: &Services,
    themes: impl IntoIterator<Item = Option<&'t str>>,
) -> Result<Vec<String>, CommandError> {
    let language = services.store.language(context.server).await?;
    let themes = themes.into_iter().flatten().filter_map(|id| services.corpus.theme(id));
    Ok(language.sync_scope(|| themes.map(theme_name).collect()))
}

/// The stances that the current question deals out.
fn stances(services: &Services, seminar: &Seminar) -> Vec<String> {
    let problem = seminar.debated().and_then(|item| item.problem.as_deref());
    let problem = problem.and_then(|id| services.corpus.problems().iter().find(|it| it.id == id));
    problem
        .map(|it| it.stances.iter().map(|stance| stance.id.clone()).collect())
        .unwrap_or_default()
}
