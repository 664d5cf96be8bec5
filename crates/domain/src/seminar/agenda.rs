//! Draws an agenda: questions that cover the themes evenly, from every author, in a good order.

use std::collections::{HashMap, HashSet};

use rand::seq::SliceRandom;
use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::corpus::{Level, Problem, Stage};
use crate::{Corpus, Kind, Question};

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
    let mut drawn: Vec<&Question> = Vec::new();
    let many = wanted.questions.unwrap_or(themes.len().max(FEWEST));
    for place in 0..many {
        let found = themes
            .get(place % themes.len().max(1))
            .and_then(|theme| next(corpus, wanted, theme, &drawn, &mut chance));
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
    next(corpus, wanted, theme, &[], &mut ChaCha8Rng::seed_from_u64(seed))
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
    let asked = |theme: &&str| corpus.questions_on(theme).any(|question| fits(question, wanted));
    corpus.themes().iter().map(|theme| theme.id.as_str()).filter(asked).collect()
}

fn fits(question: &Question, wanted: &Wanted) -> bool {
    wanted.work.as_ref().is_none_or(|work| question.work == *work)
}

/// The question on a theme that suits best what was drawn so far: new to the group, of the kind and
/// of the work that are rarest in it, and fit for its stage.
fn next<'c>(
    corpus: &'c Corpus,
    wanted: &Wanted,
    theme: &str,
    drawn: &[&Question],
    chance: &mut impl Rng,
) -> Option<&'c Question> {
    let free = corpus.questions_on(theme).filter(|question| {
        fits(question, wanted)
            && !wanted.without.contains(&question.id)
            && !drawn.iter().any(|other| other.id == question.id)
    });
    let kinds = |question: &Question| {
        drawn.iter().filter(|other| Stage::of(other.kind) == Stage::of(question.kind)).count()
    };
    let works =
        |question: &Question| drawn.iter().filter(|other| other.work == question.work).count();
    free.min_by_key(|question| {
        let answered = wanted.answered.contains(&question.id);
        let unfit = !fits_stage(corpus, question);
        (answered, kinds(question), works(question), unfit, chance.random::<u32>())
    })
}

/// Whether a question does what its stage is for: one reads closely what needs a closer look,
/// compares what quarrels, and ends with what everybody can speak to.
fn fits_stage(corpus: &Corpus, question: &Question) -> bool {
    match question.kind {
        Kind::Close | Kind::Author => question.level != Some(Level::Easy),
        Kind::Comparison => corpus.pair_in(question).is_some(),
        Kind::Application => matches!(question.level, Some(Level::Easy) | None),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static BOOK: LazyLock<Corpus> = LazyLock::new(crate::corpus::tests::shipped);

    fn on(themes: &[&str]) -> Wanted {
        Wanted { themes: themes.iter().map(|it| (*it).to_owned()).collect(), ..Wanted::default() }
    }

    #[test]
    fn the_themes_are_covered_evenly_and_in_order() {
        for seed in 0..200 {
            let drawn = draw(&BOOK, &on(&["power", "liberty"]), seed);
            assert_eq!(drawn.len(), 3);
            let on = |theme: &str| drawn.iter().filter(|question| question.theme == theme).count();
            assert!(on("power").abs_diff(on("liberty")) == 1);
            assert!(drawn.is_sorted_by_key(|question| Stage::of(question.kind)));
            let kinds: HashSet<Stage> =
                drawn.iter().map(|question| Stage::of(question.kind)).collect();
            assert_eq!(kinds.len(), 3, "{drawn:?}");
            let works: HashSet<&str> =
                drawn.iter().map(|question| question.work.as_str()).collect();
            assert_eq!(works.len(), 2, "{drawn:?}");
        }
    }

    #[test]
    fn a_comparison_sets_a_pair_against_each_other_where_there_is_one() {
        for seed in 0..50 {
            let drawn = draw(&BOOK, &on(&["planning"]), seed);
            let comparison =
                drawn.iter().find(|question| question.kind == Kind::Comparison).unwrap();
            assert!(BOOK.pair_in(comparison).is_some(), "{}", comparison.id);
            let easy = drawn.iter().find(|question| question.kind == Kind::Application).unwrap();
            assert_eq!(easy.level, Some(Level::Easy));
        }
    }

    #[test]
    fn one_theme_gives_three_different_questions() {
        let drawn = draw(&BOOK, &on(&["power"]), 1);
        let ids: HashSet<&str> = drawn.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(ids.len(), 3);
    }

    #[test]
    fn of_the_whole_book_no_theme_comes_twice() {
        let drawn = draw(&BOOK, &Wanted::default(), 1);
        let themes: HashSet<&str> = drawn.iter().map(|question| question.theme.as_str()).collect();
        assert_eq!((drawn.len(), themes.len()), (EVENING, EVENING));
    }

    #[test]
    fn a_work_gives_its_own_questions() {
        let wanted =
            Wanted { work: Some("guerin-three-problems".to_owned()), ..on(&["power", "liberty"]) };
        let drawn = draw(&BOOK, &wanted, 1);
        assert!(!drawn.is_empty());
        assert!(drawn.iter().all(|question| question.work == "guerin-three-problems"));
    }

    #[test]
    fn what_was_answered_comes_only_where_no_other_is_left() {
        let all: Vec<&Question> =
            BOOK.questions().iter().filter(|question| question.theme == "power").collect();
        let (new, old) = all.split_at(2);
        let answered = old.iter().map(|question| question.id.clone()).collect();
        let drawn = draw(&BOOK, &Wanted { answered, ..on(&["power"]) }, 1);
        for question in new {
            assert!(drawn.contains(question));
        }
        assert_eq!(drawn.len(), 3);
        let without = all.iter().map(|question| question.id.clone()).collect();
        assert!(another(&BOOK, &Wanted { without, ..on(&["power"]) }, "power", 1).is_none());
    }

    #[test]
    fn a_debate_goes_through_the_problems_of_its_themes() {
        assert_eq!(problems(&BOOK, &[]).len(), 3);
        let one = problems(&BOOK, &["power".to_owned()]);
        assert_eq!(one.iter().map(|problem| problem.id.as_str()).collect::<Vec<_>>(), ["power"]);
        for problem in BOOK.problems() {
            assert!(BOOK.theme(&theme_of(&BOOK, problem)).is_some(), "{}", problem.id);
        }
    }
}
