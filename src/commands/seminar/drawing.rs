//! Draws the questions of an agenda out of the book at hand.

use crate::command::{CommandError, Context, Services};
use std::collections::HashSet;

use crate::store::NewItem;
use domain::corpus::{PlanStep, Problem, Subject};
use domain::seminar::agenda::{self, Wanted};
use domain::seminar::{Format, Item, session};
use domain::{Corpus, Question, Seminar};

/// How long a session takes if nobody says.
pub(super) const HOUR: u16 = 60;

/// What an agenda is drawn from.
pub(super) async fn wanted(
    context: &Context,
    services: &Services,
    themes: Vec<String>,
    work: Option<String>,
) -> Result<Wanted, CommandError> {
    let answered = services.store.read(context.server).answered_questions().await?;
    Ok(Wanted { themes, work, answered, without: HashSet::new(), questions: None })
}

/// A whole agenda of `length` minutes; empty if the book has no question for it.
pub(super) fn draw(
    services: &Services,
    wanted: &Wanted,
    format: Format,
    length: u16,
    seed: u64,
) -> Vec<NewItem> {
    let corpus = &services.corpus;
    match format {
        Format::Plain => {
            let steps = session::draw(corpus, wanted, length, seed).steps;
            let asks = |step: &PlanStep| matches!(step.subject, Subject::Question(_));
            // An opener and a closer alone are no session.
            if steps.iter().any(asks) { planned(corpus, &steps) } else { Vec::new() }
        }
        Format::Debate => {
            let problems = agenda::problems(corpus, &wanted.themes);
            let most = wanted.questions.unwrap_or(problems.len());
            problems.into_iter().take(most).map(|problem| debate(corpus, problem, None)).collect()
        }
    }
}

/// The agenda of a plan; what has left the book is left out.
pub(super) fn planned(corpus: &Corpus, steps: &[PlanStep]) -> Vec<NewItem> {
    steps.iter().filter_map(|step| item(corpus, step)).collect()
}

fn item(corpus: &Corpus, step: &PlanStep) -> Option<NewItem> {
    let minutes = Some(step.minutes);
    match &step.subject {
        Subject::Prompt(id) => corpus.prompt(id).map(|prompt| NewItem {
            question: Some(prompt.id.clone()),
            problem: None,
            text: prompt.text.clone(),
            theme: None,
            minutes,
        }),
        Subject::Question(id) => corpus.question(id).map(|it| of_book(it, minutes)),
        Subject::Problem(id) => {
            let problem = corpus.problems().iter().find(|problem| problem.id == *id)?;
            Some(debate(corpus, problem, minutes))
        }
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
    Ok(other.map(|question| of_book(question, item.minutes)))
}

fn of_book(question: &Question, minutes: Option<u16>) -> NewItem {
    NewItem {
        question: Some(question.id.clone()),
        problem: None,
        text: question.text.clone(),
        theme: Some(question.theme.clone()),
        minutes,
    }
}

fn debate(corpus: &Corpus, problem: &Problem, minutes: Option<u16>) -> NewItem {
    NewItem {
        question: None,
        problem: Some(problem.id.clone()),
        text: problem.about.clone(),
        theme: Some(agenda::theme_of(corpus, problem)),
        minutes,
    }
}
