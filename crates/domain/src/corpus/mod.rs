//! The book: works, themes, quotes, questions and stances, held in memory and never changed.

mod build;
mod check;
mod draft;
mod glossary;
pub mod likeness;
mod load;
mod mistake;
mod named;
mod pair;
mod passages;
mod plan;
mod prompt;
mod question;
mod read;
mod sections;
mod shelves;
mod stance;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod whole;

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::named::Names;
use self::shelves::Shelves;
pub(crate) use self::shelves::{Asked, Edition};
use crate::search::{List, SearchIndex};
use crate::terms::Terms;

pub use glossary::{Date, Gloss, GlossKind};
pub use mistake::{Mistake, Mistakes};
pub use pair::Pair;
pub use passages::LONGEST_QUOTE;
pub use plan::{Assignment, Plan, PlanStep, Stage, Subject};
pub use prompt::{Moment, Prompt};
pub use question::{Kind, Level, Question};
pub use stance::{Current, CurrentName, Position, Problem, Stance};
pub use whole::{Note, Text};

/// Everything the book holds, with the indexes that commands need.
///
/// Quotes, questions and themes are kept in the order of their files; an index into
/// [`Corpus::quotes`] is good for the life of the corpus, an id for ever.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    pub(super) themes: Vec<Theme>,
    pub(super) works: Vec<Work>,
    pub(super) quotes: Vec<Quote>,
    pub(super) questions: Vec<Question>,
    pub(super) problems: Vec<Problem>,
    pub(super) currents: Vec<CurrentName>,
    pub(super) prompts: Vec<Prompt>,
    pub(super) pairs: Vec<Pair>,
    pub(super) plans: Vec<Plan>,
    pub(super) glossary: Vec<Gloss>,
    pub(super) dates: Vec<Date>,
    pub(super) by_id: HashMap<String, Entry>,
    /// Made when something is searched for.
    pub(super) search: OnceLock<SearchIndex>,
    /// Made when a question is looked for among many.
    pub(crate) question_list: OnceLock<List>,
    /// Made when something is drawn.
    pub(super) shelves: OnceLock<Shelves>,
    /// Made when it is asked whom a text names.
    pub(super) names: OnceLock<Names>,
}

/// Where an id leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Theme(usize),
    Work(usize),
    Quote(usize),
    Question(usize),
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The stem of its file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// When it was written or first came out; 0 if that is not known.
    pub year: i16,
    /// Its date as it should be read, where the year alone would mislead; see [`Work::date`].
    pub dated: Option<String>,
    /// Who translated it, if it is a translation and that is known.
    pub translator: Option<String>,
    /// The language of this text, as an IETF tag.
    pub language: String,
    /// Where it was published.
    pub source: String,
    /// Who holds the rights, and why we quote.
    pub rights: String,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
    /// Its whole text, if the operator imported it.
    pub text: Text,
}

/// A part of a work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its number, from 1.
    pub number: u16,
    /// Its heading.
    pub title: String,
    /// Whose words it holds.
    pub kind: SectionKind,
    /// Its first paragraph, numbered through the whole work in reading order from 1.
    pub first: u16,
    /// Its last paragraph.
    pub last: u16,
}

/// Whose words a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The author's text.
    Body,
    /// Somebody else's introduction: never quoted from.
    Introduction,
    /// Notes.
    Notes,
}

/// One head of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about, in two sentences of ours.
    pub about: String,
    /// Words that point to it.
    pub terms: Vec<String>,
}

/// A passage copied word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Its id; never reused.
    pub id: String,
    /// The id of its work.
    pub work: String,
    /// The words.
    pub text: String,
    /// The number of its section.
    pub section: u16,
    /// Its paragraph, numbered through the work.
    pub paragraph: u16,
    /// The ids of its themes, the nearest first.
    pub themes: Vec<String>,
    /// Whose words they are, if not the work's author's.
    pub speaker: Option<String>,
    /// Whose view the author reports here in the author's own words.
    pub reported: Option<String>,
    /// One sentence of ours: who speaks to whom, what comes before and after, whether the author
    /// agrees.
    pub context: Option<String>,
    /// The same in plain words of ours.
    pub paraphrase: Option<String>,
}

impl Corpus {
    /// The themes, in the order of the book.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// Makes now what a search, a draw or a completion would make at its first use.
    pub fn prepare(&self) {
        self.shelves();
        self.prepare_search();
        let _ = self.questions_completing("", 1);
    }

    /// The works.
    #[must_use]
    pub fn works(&self) -> &[Work] {
        &self.works
    }

    /// The quotes.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The questions.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The problems, each with its stances.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The theme of that id.
    #[must_use]
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        match self.by_id.get(id)? {
            Entry::Theme(index) => self.themes.get(*index),
            _ => None,
        }
    }

    /// The work of that id.
    #[must_use]
    pub fn work(&self, id: &str) -> Option<&Work> {
        match self.by_id.get(id)? {
            Entry::Work(index) => self.works.get(*index),
            _ => None,
        }
    }

    /// The quote of that id.
    #[must_use]
    pub fn quote(&self, id: &str) -> Option<&Quote> {
        match self.by_id.get(id)? {
            Entry::Quote(index) => self.quotes.get(*index),
            _ => None,
        }
    }

    /// The whole paragraph of a quote, where the text of its work is here.
    #[must_use]
    pub fn paragraph_of(&self, quote: &Quote) -> Option<&str> {
        self.work(&quote.work)?.text.paragraphs.get(&quote.paragraph).map(String::as_str)
    }

    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        match self.by_id.get(id)? {
            Entry::Question(index) => self.questions.get(*index),
            _ => None,
        }
    }

    /// The theme that the words of a text point to most, if they point to any.
    #[must_use]
    pub fn theme_of(&self, text: &str) -> Option<&Theme> {
        let language = self.works.first().map_or("en", |work| work.language.as_str());
        let suggested = Terms::new(&self.themes, language).suggest(text);
        self.theme(&suggested.first()?.theme)
    }

    /// Whose words a quote is: its speaker's, else its author's.
    #[must_use]
    pub fn voice<'a>(&'a self, quote: &'a Quote) -> &'a str {
        quote
            .speaker
            .as_deref()
            .or_else(|| self.work(&quote.work).map(|work| work.author.as_str()))
            .unwrap_or_default()
    }
}

impl Work {
    /// When it was written, as it should be read; `None` if that is not known.
    #[must_use]
    pub fn date(&self) -> Option<String> {
        match (&self.dated, self.year) {
            (Some(dated), _) => Some(dated.clone()),
            (None, 0) => None,
            (None, year) if year < 0 => Some(format!("{} BC", -i32::from(year))),
            (None, year) => Some(year.to_string()),
        }
    }

    /// The section of that number.
    #[must_use]
    pub fn section(&self, number: u16) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }
}
