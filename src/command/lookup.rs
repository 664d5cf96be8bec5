//! Finds what a member named: by its id, its name, or the nearest to either.

use std::collections::BTreeSet;

use super::Entity;
use super::{Arguments, CommandError, Context, Services, UserError};
use crate::messages::round::RoundError;
use crate::messages::seminar::SeminarError;
use crate::messages::ui::limits::CHOICE;
use crate::messages::ui::truncate;
use domain::corpus::{Gloss, Plan};
use domain::seminar::SeminarState;
use domain::{
    Question, Quote, Round, RoundDetails, RoundId, Seminar, SeminarId, Theme, Work, fold, nearest,
};

pub(crate) fn theme<'w>(
    services: &'w Services,
    given: Option<&str>,
) -> Result<Option<&'w Theme>, UserError> {
    let Some(given) = given else { return Ok(None) };
    let themes = services.corpus.themes();
    let found = themes.iter().find(|theme| same(&theme.id, given) || same(&theme.name, given));
    found.map(Some).ok_or_else(|| {
        let names = themes.iter().flat_map(|theme| [theme.id.as_str(), theme.name.as_str()]);
        unknown(Entity::Theme, given, names)
    })
}

pub(crate) fn work<'w>(
    services: &'w Services,
    given: Option<&str>,
) -> Result<Option<&'w Work>, UserError> {
    let Some(given) = given else { return Ok(None) };
    let works = services.corpus.works();
    // Buttons carry ids.
    if let Some(work) = works.iter().find(|work| same(&work.id, given)) {
        return Ok(Some(work));
    }
    let titled: Vec<&Work> = works.iter().filter(|work| same(&work.title, given)).collect();
    match titled.as_slice() {
        [work] => Ok(Some(work)),
        [] => {
            let names = works.iter().flat_map(|work| [work.title.as_str(), work.id.as_str()]);
            Err(unknown(Entity::Work, given, names))
        }
        several => {
            let names = several.iter().map(|work| work.id.clone()).collect();
            Err(UserError::Ambiguous { what: Entity::Work, given: given.to_owned(), names })
        }
    }
}

/// An author or speaker: by full name, its words in any order, or by any part that no other has.
pub(crate) fn author<'w>(
    services: &'w Services,
    given: Option<&str>,
) -> Result<Option<&'w str>, UserError> {
    let Some(given) = given else { return Ok(None) };
    let authors = services.corpus.authors();
    let given_words = words(given);
    let exactly = |name: &str| same(name, given);
    let in_any_order = |name: &str| words(name) == given_words;
    let by_last_name = |name: &str| same(name.rsplit(' ').next().unwrap_or(name), given);
    let in_part = |name: &str| !given_words.is_empty() && given_words.is_subset(&words(name));
    let ways: [&dyn Fn(&str) -> bool; 4] = [&exactly, &in_any_order, &by_last_name, &in_part];
    for fits in ways {
        let fitting: Vec<&'w str> = authors.iter().copied().filter(|name| fits(name)).collect();
        match fitting.as_slice() {
            [] => {}
            [name] => return Ok(Some(name)),
            several => {
                let names = several.iter().map(|name| (*name).to_owned()).collect();
                let given = given.to_owned();
                return Err(UserError::Ambiguous { what: Entity::Author, given, names });
            }
        }
    }
    Err(unknown(Entity::Author, given, authors.iter().copied()))
}

/// The words of a name, in whatever order: `Guerin, Daniel`.
fn words(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

pub(crate) fn quote<'w>(services: &'w Services, given: &str) -> Result<&'w Quote, UserError> {
    services.corpus.quote(&given.to_lowercase()).ok_or_else(|| {
        unknown(
            Entity::Quote,
            given,
            services.corpus.quotes().iter().map(|quote| quote.id.as_str()),
        )
    })
}

pub(crate) fn question<'w>(services: &'w Services, given: &str) -> Result<&'w Question, UserError> {
    services.corpus.question(&given.to_lowercase()).ok_or_else(|| {
        let ids = services.corpus.questions().iter().map(|question| question.id.as_str());
        unknown(Entity::Question, given, ids)
    })
}

/// A round of this server. A number can be old, forged or mistyped.
pub(crate) async fn round(
    context: &Context,
    services: &Services,
    id: RoundId,
) -> Result<Round, CommandError> {
    let found = services.store.read(context.server).round(id).await?;
    Ok(found.ok_or(RoundError::Unknown(id))?)
}

/// Everything that is to be shown of a round of this server.
pub(crate) async fn round_details(
    context: &Context,
    services: &Services,
    id: RoundId,
) -> Result<RoundDetails, CommandError> {
    let found = services.store.read(context.server).round_details(id).await?;
    Ok(found.ok_or(RoundError::Unknown(id))?)
}

/// The round that a button's line names.
pub(crate) fn round_in(arguments: &mut Arguments) -> Result<RoundId, UserError> {
    let round = arguments.number("round")?;
    round.ok_or_else(|| UserError::Missing { option: "round".to_owned() })
}

/// The newest round of this channel that is not closed.
pub(crate) async fn open_here(
    context: &Context,
    services: &Services,
) -> Result<Round, CommandError> {
    let open = services.store.read(context.server).open_rounds(context.channel.id).await?;
    Ok(open.into_iter().next().ok_or(RoundError::NoneOpen)?)
}

/// The only round of this channel that is not closed; of several, the member has to say which.
pub(crate) async fn only_open_here(
    context: &Context,
    services: &Services,
) -> Result<Round, CommandError> {
    let mut open = services.store.read(context.server).open_rounds(context.channel.id).await?;
    match (open.pop(), open.len()) {
        (Some(round), 0) => Ok(round),
        (Some(_), _) => Err(RoundError::Several.into()),
        (None, _) => Err(RoundError::NoneOpen.into()),
    }
}

/// A seminar of this server, by its number.
pub(crate) async fn seminar_of(
    context: &Context,
    services: &Services,
    id: SeminarId,
) -> Result<Seminar, CommandError> {
    let found = services.store.read(context.server).seminar(id).await?;
    Ok(found.ok_or(SeminarError::NotFound(id))?)
}

/// The seminar that a command is about: the one it names, else the one that meets in this place,
/// else the only one in this server.
pub(crate) async fn seminar(
    context: &Context,
    services: &Services,
    given: Option<SeminarId>,
) -> Result<Seminar, CommandError> {
    if let Some(id) = given {
        return seminar_of(context, services, id).await;
    }
    let visible = |seminar: &Seminar| visible(context, seminar);
    let mut reads = services.store.read(context.server);
    let mut here = reads.seminars_here(context.channel.id).await?;
    here.retain(visible);
    let open = here.iter().find(|seminar| seminar.state == SeminarState::Open);
    if let Some(seminar) = open.or_else(|| here.first()) {
        return Ok(seminar.clone());
    }
    let mut all = reads.seminars().await?;
    all.retain(visible);
    match (all.pop(), all.len()) {
        (Some(seminar), 0) => Ok(seminar),
        (Some(_), _) => Err(SeminarError::Several.into()),
        (None, _) => Err(SeminarError::NoneHere.into()),
    }
}

/// Whether a seminar is open, or drafted by the caller: only its facilitator sees a draft.
pub(crate) fn visible(context: &Context, seminar: &Seminar) -> bool {
    match seminar.state {
        SeminarState::Draft => seminar.facilitated_by(context.member.id),
        SeminarState::Open => true,
        SeminarState::Closed => false,
    }
}

/// A person or a word of the glossary, by its id or any of its names.
pub(crate) fn gloss<'w>(services: &'w Services, given: &str) -> Result<&'w Gloss, UserError> {
    let glossary = services.corpus.glossary();
    let named = |gloss: &&Gloss| gloss.names().any(|name| same(name, given));
    let found = glossary.iter().find(|gloss| same(&gloss.id, given) || named(gloss));
    found.ok_or_else(|| {
        unknown(Entity::Gloss, given, glossary.iter().flat_map(|gloss| gloss.names()))
    })
}

/// A session plan, by its id or its title.
pub(crate) fn plan<'w>(
    services: &'w Services,
    given: Option<&str>,
) -> Result<Option<&'w Plan>, UserError> {
    let Some(given) = given else { return Ok(None) };
    let plans = services.corpus.plans();
    let found = plans.iter().find(|plan| same(&plan.id, given) || same(&plan.title, given));
    found.map(Some).ok_or_else(|| {
        let names = plans.iter().flat_map(|plan| [plan.title.as_str(), plan.id.as_str()]);
        unknown(Entity::Plan, given, names)
    })
}

/// Whether a name was given, as a keyboard allows or as a suggestion shows it.
fn same(name: &str, given: &str) -> bool {
    fold(name) == fold(given) || truncate(name, CHOICE) == given
}

fn unknown<'a>(what: Entity, given: &str, names: impl IntoIterator<Item = &'a str>) -> UserError {
    let given = given.to_owned();
    let near = nearest(&given, names).map(str::to_owned);
    UserError::Unknown { what, given, near }
}
