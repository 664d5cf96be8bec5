//! Draws the questions of an agenda out of the book at hand.

use crate::command::{Caller, Problem, World};
use std::collections::HashSet;

use crate::store::NewItem;
use domain::seminar::agenda::{self, Wanted};
use domain::seminar::{Format, Item};
use domain::{Question, Seminar};

/// What an agenda is drawn from.
pub(super) async fn wanted(
    caller: &Caller,
    world: &World,
    themes: Vec<String>,
    work: Option<String>,
) -> Result<Wanted, Problem> {
    let answered = world.store.answered_questions(caller.server).await?;
    Ok(Wanted { themes, work, answered, without: HashSet::new() })
}

/// A whole agenda.
pub(super) fn draw(world: &World, wanted: &Wanted, format: Format, seed: u64) -> Vec<NewItem> {
    match format {
        Format::Plain => {
            agenda::draw(&world.corpus, wanted, seed).into_iter().map(of_book).collect()
        }
        Format::Debate => agenda::problems(&world.corpus, &wanted.themes)
            .into_iter()
            .map(|problem| NewItem {
                question: None,
                problem: Some(problem.id.clone()),
                text: problem.about.clone(),
                theme: Some(agenda::theme_of(&world.corpus, problem)),
            })
            .collect(),
    }
}

/// Another question in the place of one.
pub(super) async fn another(
    caller: &Caller,
    world: &World,
    seminar: &Seminar,
    item: &Item,
) -> Result<Option<NewItem>, Problem> {
    let Some(theme) = &item.theme else { return Ok(None) };
    let themes = vec![theme.clone()];
    let mut wanted = wanted(caller, world, themes, seminar.work.clone()).await?;
    wanted.without = seminar.agenda.iter().filter_map(|item| item.question.clone()).collect();
    let other = agenda::another(&world.corpus, &wanted, theme, caller.seed);
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
