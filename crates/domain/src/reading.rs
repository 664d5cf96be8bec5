//! A reading of one server's own: a work that the server's facilitators have brought.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::corpus::Entry;
use super::{Corpus, Question, Quote, ReadingId, Work};

/// A work with everything that was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it is, with its whole text.
    pub work: Work,
    /// The quotes, all of this work.
    pub quotes: Vec<Quote>,
    /// The questions, all of this work.
    pub questions: Vec<Question>,
}

impl Reading {
    /// The same with ids under its number, which no other work of any server has.
    #[must_use]
    pub fn numbered(mut self, id: ReadingId) -> Self {
        self.work.id = work_id(id);
        let old: Vec<String> = self.quotes.iter().map(|quote| quote.id.clone()).collect();
        for (number, quote) in (1..).zip(&mut self.quotes) {
            quote.id = format!("r{id}-{number}");
            quote.work.clone_from(&self.work.id);
        }
        let new = |id: &String| {
            let place = old.iter().position(|known| known == id)?;
            self.quotes.get(place).map(|quote| quote.id.clone())
        };
        for (number, question) in (1..).zip(&mut self.questions) {
            question.id = format!("r{id}-q{number}");
            question.work.clone_from(&self.work.id);
            question.quotes = question.quotes.iter().filter_map(new).collect();
        }
        self
    }
}

impl Reading {
    /// Puts a quote among those of the reading of that number, under an id that none of them has.
    pub fn copied_out(&mut self, id: ReadingId, quote: Quote) -> Quote {
        let prefix = format!("r{id}-");
        let number = |quote: &Quote| quote.id.strip_prefix(&prefix)?.parse::<u32>().ok();
        let last = self.quotes.iter().filter_map(number).max().unwrap_or_default();
        let added =
            Quote { id: format!("{prefix}{}", last + 1), work: self.work.id.clone(), ..quote };
        self.quotes.push(added.clone());
        added
    }
}

impl Reading {
    /// The number of the reading that a work is; `None` of a work that ships.
    #[must_use]
    pub fn of_work(id: &str) -> Option<ReadingId> {
        let number = ReadingId(id.strip_prefix('r')?.parse().ok()?);
        (work_id(number) == id).then_some(number)
    }
}

/// The id of the work of a reading.
fn work_id(id: ReadingId) -> String {
    format!("r{id}")
}

impl Corpus {
    /// This book with the readings of a server beside it.
    #[must_use]
    pub fn with(&self, readings: &[Reading]) -> Self {
        // What was made of this book is none of the other's, and large.
        let mut book = Self {
            search: OnceLock::new(),
            question_list: OnceLock::new(),
            shelves: OnceLock::new(),
            themes: self.themes.clone(),
            works: self.works.clone(),
            quotes: self.quotes.clone(),
            questions: self.questions.clone(),
            problems: self.problems.clone(),
            currents: self.currents.clone(),
            prompts: self.prompts.clone(),
            pairs: self.pairs.clone(),
            plans: self.plans.clone(),
            glossary: self.glossary.clone(),
            dates: self.dates.clone(),
            by_id: self.by_id.clone(),
            names: self.names.clone(),
        };
        for reading in readings {
            book.by_id.insert(reading.work.id.clone(), Entry::Work(book.works.len()));
            book.works.push(reading.work.clone());
            for quote in &reading.quotes {
                book.by_id.insert(quote.id.clone(), Entry::Quote(book.quotes.len()));
                book.quotes.push(quote.clone());
            }
            for question in &reading.questions {
                book.by_id.insert(question.id.clone(), Entry::Question(book.questions.len()));
                book.questions.push(question.clone());
            }
        }
        book
    }
}
