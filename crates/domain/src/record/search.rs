//! Finds words in what a group was asked and answered, as far as it may be read.

use jiff::Timestamp;

use super::{Entry, Excerpt};
use crate::RoundNumber;
use crate::occurrences::Finder;

/// Something in which words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of its round.
    pub round: RoundNumber,
    /// What was asked there.
    pub question: String,
    /// When.
    pub posed_at: Timestamp,
    /// What it is.
    pub passage: Passage,
    /// The words around what was found.
    pub excerpt: Excerpt,
    /// How many of the terms are in it.
    terms: usize,
}

/// What words were found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// The question.
    Question,
    /// The group's statement.
    Statement,
    /// The reason of an objection, with the name of who objects if they gave it.
    Objection(Option<String>),
    /// An answer, with the name of who gave it unless it is anonymous.
    Answer(Option<String>),
}

/// What a search of the record found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best first, then the newest.
    pub all: Vec<Hit>,
    /// Whether each of them holds all the words.
    pub exact: bool,
}

impl Hits {
    /// The hits that hold all the terms, or if none does, all of them.
    #[must_use]
    pub fn best(mut all: Vec<Hit>, finder: &Finder) -> Self {
        let exact = all.iter().any(|hit| hit.terms == finder.terms());
        if exact {
            all.retain(|hit| hit.terms == finder.terms());
        }
        let newest = |hit: &Hit| (hit.posed_at, hit.round);
        all.sort_by(|a, b| b.terms.cmp(&a.terms).then_with(|| newest(b).cmp(&newest(a))));
        Self { all, exact }
    }
}

impl Entry<'_> {
    /// What of this entry holds any of the words. Answers that are hidden as yet are not searched:
    /// a search would tell what is in them. `readable` gives the words of a text that may be shown
    /// in part.
    #[must_use]
    pub fn hits(&self, finder: &Finder, readable: impl Fn(&str) -> String) -> Vec<Hit> {
        let mut passages = vec![(Passage::Question, self.round.text.as_str())];
        if let Some(statement) = self.statement() {
            passages.push((Passage::Statement, statement.text()));
            let reasons = statement.objections.iter();
            passages.extend(
                reasons.map(|it| (Passage::Objection(it.name.clone()), it.reason.as_str())),
            );
        }
        let name = |answer: &crate::Answer| answer.by.as_ref().map(|(_, name)| name.clone());
        let answers = self.shown.iter();
        passages.extend(answers.map(|it| (Passage::Answer(name(it)), it.text.as_str())));
        let hit = |(passage, text): (Passage, &str)| {
            let text = readable(text);
            let found = finder.find(&text);
            (found.terms > 0).then(|| Hit {
                round: self.round.number,
                question: self.round.text.clone(),
                posed_at: self.round.posed_at,
                passage,
                excerpt: Excerpt::around(&text, &found.at),
                terms: found.terms,
            })
        };
        passages.into_iter().filter_map(hit).collect()
    }
}
