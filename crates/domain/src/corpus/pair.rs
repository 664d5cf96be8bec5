//! Pairs of quotes that quarrel.

use std::collections::HashSet;

use super::build::values;
use super::check::{Check, LONGEST_TEXT, Sort};
use super::read::{At, Field, Fields};
use super::{Corpus, Question, Quote};

/// Two quotes that dispute something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its id; never reused.
    pub id: String,
    /// The ids of the two.
    pub quotes: [String; 2],
    /// What they dispute, in one line of ours.
    pub dispute: String,
}

impl Corpus {
    /// The pairs, in the order of their files.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// The pair of that id.
    #[must_use]
    pub fn pair(&self, id: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.id == id)
    }

    /// The two quotes of a pair.
    #[must_use]
    pub fn quotes_of(&self, pair: &Pair) -> Option<[&Quote; 2]> {
        let [one, other] = &pair.quotes;
        Some([self.quote(one)?, self.quote(other)?])
    }

    /// The pair that a question sets against each other, if it has one among its quotes.
    #[must_use]
    pub fn pair_in(&self, question: &Question) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.quotes.iter().all(|id| question.quotes.contains(id)))
    }
}

impl Corpus {
    /// The pairs that no question of the book sets against each other.
    pub fn unasked_pairs(&self) -> impl Iterator<Item = &Pair> {
        let asked = |pair: &Pair| {
            let sets =
                |question: &Question| self.pair_in(question).is_some_and(|it| it.id == pair.id);
            self.questions.iter().any(sets)
        };
        self.pairs.iter().filter(move |pair| !asked(pair))
    }

    /// The themes of a pair: what both quotes are about comes first.
    #[must_use]
    pub fn themes_of(&self, pair: &Pair) -> Vec<&str> {
        let Some([one, other]) = self.quotes_of(pair) else { return Vec::new() };
        let (both, only): (Vec<&str>, Vec<&str>) = one
            .themes
            .iter()
            .map(String::as_str)
            .partition(|theme| other.themes.iter().any(|it| it == theme));
        let rest = other.themes.iter().map(String::as_str).filter(|it| !both.contains(it));
        let rest: Vec<&str> = rest.collect();
        [both, only, rest].concat()
    }
}

#[derive(Debug)]
pub(super) struct PairDraft {
    pub(super) id: Field<String>,
    quotes: Field<Vec<At<String>>>,
    dispute: Field<String>,
}

pub(super) fn read(file: &mut Fields<'_>) -> Vec<PairDraft> {
    file.tables("pair", |pair| PairDraft {
        id: pair.text("id"),
        quotes: pair.texts("quotes"),
        dispute: pair.text("dispute"),
    })
}

pub(super) fn check(check: &mut Check<'_>) {
    let draft = check.draft;
    let mut seen = HashSet::new();
    for pair in &draft.pairs {
        check.text("the dispute", &pair.dispute, LONGEST_TEXT);
        check.count("quotes", &pair.quotes, 2, 2);
        check.references(&pair.quotes, Sort::Quote);
        let Some(quotes) = &pair.quotes else { continue };
        let mut ids: Vec<&str> = quotes.value.iter().map(|id| id.value.as_str()).collect();
        ids.sort_unstable();
        if !seen.insert(ids) {
            check.say(quotes.spot, "these two are a pair already");
        }
    }
}

impl PairDraft {
    pub(super) fn build(self) -> Option<Pair> {
        Some(Pair {
            id: self.id?.value,
            quotes: values(self.quotes)?.try_into().ok()?,
            dispute: self.dispute?.value,
        })
    }
}
