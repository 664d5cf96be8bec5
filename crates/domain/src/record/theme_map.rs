//! A theme or a seminar at a glance: what was asked, where minds met and parted, and which passages
//! were read. It holds sums and nothing else.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Entry, Standing};
use crate::rating::Leaning;
use crate::{Corpus, Quote, Seminar, Theme};

/// What was asked and read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeMap {
    /// The questions, in the order of the entries.
    pub questions: Vec<MappedQuestion>,
    /// The works that have passages on it: first those that were read from, then in the order of the
    /// book. If nothing was read, none.
    pub works: Vec<MappedWork>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedQuestion {
    /// What was asked.
    pub text: String,
    /// How many answers it has, hidden ones too.
    pub answers: usize,
    /// On how many of them most agree.
    pub met: usize,
    /// On how many opinions differ.
    pub parted: usize,
    /// What became of it.
    pub standing: Standing,
}

/// A work, as far as it is about the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedWork {
    /// Who wrote it.
    pub author: String,
    /// What it is called.
    pub title: String,
    /// Its passages in their order, and what was done with each.
    pub passages: Vec<Touch>,
}

/// What was done with a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Touch {
    /// Nothing.
    Untouched,
    /// A question was posed with it.
    Read,
    /// Such a question was answered.
    Argued,
}

impl ThemeMap {
    /// The map of a theme, or of what is about none.
    #[must_use]
    pub fn of_theme(corpus: &Corpus, theme: Option<&Theme>, entries: &[Entry<'_>]) -> Self {
        let id = theme.map(|theme| &theme.id);
        Self::new(corpus, entries, |quote| id.is_some_and(|id| quote.themes.contains(id)))
    }

    /// The map of a seminar: of the themes and the work that it is about.
    #[must_use]
    pub fn of_seminar(corpus: &Corpus, seminar: &Seminar, entries: &[Entry<'_>]) -> Self {
        Self::new(corpus, entries, |quote| {
            let of_work = seminar.work.as_ref().is_none_or(|work| *work == quote.work);
            of_work && seminar.themes.iter().any(|theme| quote.themes.contains(theme))
        })
    }

    /// The map of some entries. Beside the passages with which they were posed it has those that are
    /// `about` the same.
    fn new(corpus: &Corpus, entries: &[Entry<'_>], about: impl Fn(&Quote) -> bool) -> Self {
        let question = |entry: &Entry<'_>| MappedQuestion {
            text: entry.round.text.clone(),
            answers: entry.answers(),
            met: entry.leaning(Leaning::Agreed),
            parted: entry.leaning(Leaning::Split),
            standing: entry.standing(),
        };
        let touched = touched(entries);
        let mut works: Vec<MappedWork> = Vec::new();
        for work in corpus.works() {
            let mut quotes: Vec<&Quote> = corpus
                .quotes()
                .iter()
                .filter(|quote| quote.work == work.id)
                .filter(|quote| about(quote) || touched.contains_key(quote.id.as_str()))
                .collect();
            quotes.sort_by_key(|quote| quote.paragraph);
            let touch = |quote: &&Quote| {
                touched.get(quote.id.as_str()).copied().unwrap_or(Touch::Untouched)
            };
            if !quotes.is_empty() {
                let (author, title) = (work.author.clone(), work.title.clone());
                let passages = quotes.iter().map(touch).collect();
                works.push(MappedWork { author, title, passages });
            }
        }
        works.sort_by_key(|work| !work.is_touched());
        if works.first().is_none_or(|work| !work.is_touched()) {
            // Nothing was read: to list all that was not says nothing.
            works.clear();
        }
        Self { questions: entries.iter().map(question).collect(), works }
    }
}

impl MappedWork {
    /// How many of its passages have had this done with them.
    #[must_use]
    pub fn count(&self, touch: Touch) -> usize {
        self.passages.iter().filter(|it| **it == touch).count()
    }

    /// Whether anything of it was read.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.passages.iter().any(|touch| *touch != Touch::Untouched)
    }
}

/// The quotes with which questions were posed.
fn touched<'a>(entries: &'a [Entry<'_>]) -> HashMap<&'a str, Touch> {
    let mut touched: HashMap<&str, Touch> = HashMap::new();
    for entry in entries {
        let touch = if entry.answers() > 0 { Touch::Argued } else { Touch::Read };
        for quote in &entry.round.quotes {
            let before = touched.entry(quote).or_insert(touch);
            *before = touch.max(*before);
        }
    }
    touched
}
