//! Where the words of a search are in one text: the same words, forms and beginnings that find a
//! quote.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::query::{Query, Term};
use crate::search::{lost_ending, words};

/// Finds the terms of a query in texts.
pub struct Finder {
    terms: Vec<Vec<Wanted>>,
    stemmer: Stemmer,
}

/// What of a query is in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// How many of its terms.
    pub terms: usize,
    /// Where, as ranges of bytes: in order, and none touches another.
    pub at: Vec<Range<usize>>,
}

/// One word of a term.
struct Wanted {
    word: String,
    /// The stem of a whole word; a beginning has none.
    stem: Option<String>,
}

impl Finder {
    /// Finds the terms of a query.
    #[must_use]
    pub fn new(query: &Query) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let terms = query.terms.iter().map(|term| wanted(term, &stemmer)).collect();
        Self { terms, stemmer }
    }

    /// How many terms there are to find.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.terms.len()
    }

    /// Where the terms are in a text.
    #[must_use]
    pub fn find(&self, text: &str) -> Occurrences {
        let words = placed_words(text);
        let mut found = Occurrences::default();
        for term in &self.terms {
            let here = |window: &&[(Range<usize>, String)]| {
                window.iter().zip(term).all(|((_, word), wanted)| self.is_meant(wanted, word))
            };
            let before = found.at.len();
            let windows = words.windows(term.len().max(1)).filter(here);
            found.at.extend(
                windows.filter_map(|window| Some(window.first()?.0.start..window.last()?.0.end)),
            );
            found.terms += usize::from(found.at.len() > before);
        }
        found.at = joined(found.at);
        found
    }

    fn is_meant(&self, wanted: &Wanted, word: &str) -> bool {
        // No form of a word changes its first letter, and to stem every word would take long.
        if word.chars().next() != wanted.word.chars().next() {
            return false;
        }
        match &wanted.stem {
            Some(stem) => word == wanted.word || self.stemmer.stem(word) == *stem,
            None => {
                word.starts_with(&wanted.word)
                    || lost_ending(&self.stemmer.stem(word), &wanted.word, &self.stemmer)
            }
        }
    }
}

fn wanted(term: &Term, stemmer: &Stemmer) -> Vec<Wanted> {
    let last = term.words.len().saturating_sub(1);
    let wanted = term.words.iter().enumerate().map(|(at, word)| Wanted {
        word: word.clone(),
        stem: (!term.prefix || at != last).then(|| stemmer.stem(word).into_owned()),
    });
    wanted.collect()
}

/// The words of a text, folded, each with the place of the word that it is part of.
fn placed_words(text: &str) -> Vec<(Range<usize>, String)> {
    let whole = text.unicode_word_indices();
    let parts = whole.flat_map(|(start, word)| {
        words(word).map(move |part| (start..start + word.len(), part)).collect::<Vec<_>>()
    });
    parts.collect()
}

/// Ranges in order, where those that overlap are one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> Vec<String> {
        let finder = Finder::new(&Query::parse(typed).unwrap());
        let found = finder.find(text);
        found.at.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn words_are_found_as_people_type_them() {
        for (typed, text, at) in [
            ("councils", "A Council, no party.", &["Council"][..]),
            ("ecole", "L’École est à nous.", &["L’École"]),
            ("strasse", "Die Straße.", &["Straße"]),
            (
                "\"workers councils\"",
                "The workers’ councils, and a council of workers.",
                &["workers’ councils"],
            ),
            ("federati*", "Every federation.", &["federation"]),
            ("自由", "权力属于人民，自由。", &["自由"]),
            ("power state", "The state has power.", &["state", "power"]),
            ("party", "Nobody rules.", &[]),
        ] {
            assert_eq!(found(typed, text), at, "{typed}");
        }
    }

    #[test]
    fn every_term_is_counted_once() {
        let finder = Finder::new(&Query::parse("council party state").unwrap());
        assert_eq!(finder.terms(), 3);
        assert_eq!(finder.find("A council and a council, and a party.").terms, 2);
    }

    proptest::proptest! {
        #[test]
        fn every_word_of_a_text_is_found_in_it(text in "[a-zé自由ß’\\- ]{1,40}") {
            for word in text.split_whitespace() {
                if let Some(query) = Query::parse(word) {
                    let found = Finder::new(&query).find(&text);
                    proptest::prop_assert!(!found.at.is_empty(), "{}", word);
                    for range in &found.at {
                        proptest::prop_assert!(text.get(range.clone()).is_some());
                    }
                }
            }
        }
    }
}
