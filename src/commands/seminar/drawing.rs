//! Draws the questions of an agenda out of the book at hand.

use crate::command::{CommandError, Context, Services};
use std::collections::HashSet;

use crate::store::NewItem;
use domain::seminar::agenda::{self, Wanted};
use domain::seminar::{Format, Item};
use domain::{Question, Seminar};

/// What an agenda is drawn from.
pub(super) async fn wanted(
    context: &Context,
    services: &Services,
    themes: Vec<String>,
    work: Option<String>,
) -> Result<Wanted, CommandError> {
    let answered = services.store.read(context.server).answered_questions().await?;
    Ok(Wanted { themes, work, answered, without: HashSet::new() })
}

/// A whole agenda.
pub(super) fn draw(
    services: &Services,
    wanted: &Wanted,
    format: Format,
    seed: u64,
) -> Vec<NewItem> {
    match format {
        Format::Plain => {
            agenda::draw(&services.corpus, wanted, seed).into_iter().map(of_book).collect()
        }
        Format::Debate => agenda::problems(&services.corpus, &wanted.themes)
            .into_iter()
            .map(|problem| NewItem {
                question: None,
                problem: Some(problem.id.clone()),
                text: problem.about.clone(),
                theme: Some(agenda::theme_of(&services.corpus, problem)),
            })
            .collect(),
    }
}

/// Another question in the place of one.
pub(super) async fn another(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    item: &Item,
) -> Result<Option<NewItem>, CommandError> {
    let Some(theme) = &item.theme else { return Ok(None) };
    let themes = vec![theme.clone()];
    let mut wanted = wanted(context, services, themes, seminar.work.clone()).await?;
    wanted.without = seminar.agenda.iter().filter_map(|item| item.question.clone()).collect();
    let other = agenda::another(&services.corpus, &wanted, theme, context.seed);
    Ok(other.map(of_book))
}

fn of_book(question: &Question) -> NewItem {
    NewItem {
        question: Some(question.id.clone()),
        problem: None,
        text: question.text.clone(),
        theme: Some(question.theme.clone()),
    }
}
