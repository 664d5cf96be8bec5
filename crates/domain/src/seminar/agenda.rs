//! Draws an agenda: questions that cover the themes evenly, from every author, in a good order.

use std::collections::{HashMap, HashSet};

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::free::Free;
use crate::corpus::{Problem, Stage};
use crate::{Corpus, Question};

/// The fewest questions of an agenda, if the book has enough.
const FEWEST: usize = 3;
/// The most that are drawn; a facilitator may add more.
const MOST: usize = 9;
/// Of a whole book or work, an evening's worth.
const EVENING: usize = 5;

/// What an agenda is drawn from.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The ids of its themes; none: any.
    pub themes: Vec<String>,
    /// The id of the work that it is about.
    pub work: Option<String>,
    /// The ids of questions that this group has answered: they come only where no other is left.
    pub answered: HashSet<String>,
    /// The ids of questions that are not to come at all.
    pub without: HashSet<String>,
    /// How many questions, if that was said.
    pub questions: Option<usize>,
}

/// Draws an agenda: close reading first, then comparison, then application; of close readings the
/// easier first. The same seed draws the same.
#[must_use]
pub fn draw<'c>(corpus: &'c Corpus, wanted: &Wanted, seed: u64) -> Vec<&'c Question> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut themes = themes(corpus, wanted);
    themes.shuffle(&mut chance);
    let most = if wanted.themes.is_empty() { EVENING } else { MOST };
    themes.truncate(wanted.questions.unwrap_or(most));
    let free = Free::new(corpus, wanted);
    let mut drawn: Vec<&Question> = Vec::new();
    let many = wanted.questions.unwrap_or(themes.len().max(FEWEST));
    for place in 0..many {
        let found = themes
            .get(place % themes.len().max(1))
            .and_then(|theme| free.next(theme, &drawn, &mut chance));
        drawn.extend(found);
    }
    drawn.sort_by_key(|question| (Stage::of(question.kind), question.level));
    drawn
}

/// Another question on a theme than those of the agenda; `None` if the book has no more.
#[must_use]
pub fn another<'c>(
    corpus: &'c Corpus,
    wanted: &Wanted,
    theme: &str,
    seed: u64,
) -> Option<&'c Question> {
    Free::new(corpus, wanted).next(theme, &[], &mut ChaCha8Rng::seed_from_u64(seed))
}

/// The problems that a debate goes through: those of its themes, or all.
#[must_use]
pub fn problems<'c>(corpus: &'c Corpus, themes: &[String]) -> Vec<&'c Problem> {
    let all = corpus.problems();
    let chosen: Vec<&Problem> =
        all.iter().filter(|problem| themes.contains(&theme_of(corpus, problem))).collect();
    if chosen.is_empty() { all.iter().collect() } else { chosen }
}

/// The theme that a problem is about: the one of its name, or the one that most of its quotes are
/// on.
#[must_use]
pub fn theme_of(corpus: &Corpus, problem: &Problem) -> String {
    if corpus.theme(&problem.id).is_some() {
        return problem.id.clone();
    }
    let quotes = problem.stances.iter().flat_map(|stance| &stance.quotes);
    let mut times: HashMap<&str, usize> = HashMap::new();
    for theme in quotes.filter_map(|id| corpus.quote(id)).flat_map(|quote| &quote.themes) {
        *times.entry(theme).or_default() += 1;
    }
    let most = times.into_iter().max_by_key(|(theme, times)| (*times, std::cmp::Reverse(*theme)));
    most.map(|(theme, _)| theme.to_owned()).unwrap_or_default()
}

/// The themes to draw from: those that were named, or all that the work has questions on.
fn themes<'c>(corpus: &'c Corpus, wanted: &'c Wanted) -> Vec<&'c str> {
    if !wanted.themes.is_empty() {
        return wanted.themes.iter().map(String::as_str).collect();
    }
    let free = Free::new(corpus, wanted);
    corpus.themes().iter().map(|theme| theme.id.as_str()).filter(|theme| free.asks(theme)).collect()
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
