//! What is in the book: themes, works, authors, quotes, questions, plans, words.

use std::collections::BTreeSet;

use super::super::{Entity, Services, UserError};
use crate::messages::ui::limits::CHOICE;
use crate::messages::ui::{Language, theme_name, truncate};
use domain::corpus::{Gloss, Plan};
use domain::{Question, Quote, Theme, Work, fold, nearest};

pub(crate) fn theme<'w>(
    services: &'w Services,
    given: Option<&str>,
) -> Result<Option<&'w Theme>, UserError> {
    let Some(given) = given else { return Ok(None) };
    // Choices and buttons carry ids.
    if let Some(theme) = services.corpus.theme(given) {
        return Ok(Some(theme));
    }
    let themes = services.corpus.themes();
    let found = themes.iter().find(|theme| named(theme, given));
    found.map(Some).ok_or_else(|| {
        let names: Vec<String> =
            themes.iter().flat_map(|it| [it.id.clone(), it.name.clone(), theme_name(it)]).collect();
        unknown(Entity::Theme, given, names.iter().map(String::as_str))
    })
}

/// Whether a theme is meant, by its id or by a name in any language.
fn named(theme: &Theme, given: &str) -> bool {
    let in_language = |language: Language| language.sync_scope(|| theme_name(theme));
    same(&theme.id, given)
        || same(&theme.name, given)
        || Language::ALL.into_iter().any(|language| same(&in_language(language), given))
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

/// Quotes by their ids, with commas.
pub(crate) fn quotes<'w>(services: &'w Services, given: &str) -> Result<Vec<&'w Quote>, UserError> {
    given.split(',').map(|id| quote(services, id.trim())).collect()
}

pub(crate) fn question<'w>(services: &'w Services, given: &str) -> Result<&'w Question, UserError> {
    services.corpus.question(&given.to_lowercase()).ok_or_else(|| {
        let ids = services.corpus.questions().iter().map(|question| question.id.as_str());
        unknown(Entity::Question, given, ids)
    })
}

/// A person or a word of the glossary, by its id or any of its names.
pub(crate) fn gloss<'w>(services: &'w Services, given: &str) -> Result<&'w Gloss, UserError> {
    let glossary = services.corpus.glossary();
    let given_words = words(given);
    let named =
        |gloss: &&Gloss| gloss.names().any(|name| same(name, given) || words(name) == given_words);
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
pub(super) fn same(name: &str, given: &str) -> bool {
    fold(name) == fold(given) || truncate(name, CHOICE) == given
}

pub(super) fn unknown<'a>(
    what: Entity,
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> UserError {
    let given = given.to_owned();
    let near = nearest(&given, names).map(str::to_owned);
    UserError::Unknown { what, given, near }
}
