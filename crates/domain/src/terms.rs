//! Which themes a passage may belong to, and the words that say so.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;
use rust_stemmers::{Algorithm, Stemmer};
use serde::Serialize;

use crate::Theme;
use crate::words::words;

/// A theme that a passage may belong to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// The theme's id.
    pub theme: String,
    /// How strongly it is suggested.
    pub score: f32,
    /// The words that suggest it.
    pub words: Vec<String>,
}

/// No passage has more themes.
const MOST: usize = 3;
/// A theme with less of the strongest one's score is not suggested.
const SHARE: f32 = 0.35;

/// The terms of all themes, by their stems.
pub struct Terms {
    stems: Stems,
    /// For each stem the terms that start with it: the theme's place and the term's. Terms are
    /// numbered first, so that the stems of texts have higher numbers.
    starts: Vec<Vec<(usize, usize)>>,
    /// Whether the terms are in another language than the text.
    foreign: bool,
    themes: Vec<(String, Vec<Term>)>,
}

/// The stems of words, each with a number; a word is stemmed once.
struct Stems {
    stemmer: Stemmer,
    words: RefCell<HashMap<String, u32, RandomState>>,
    numbers: RefCell<HashMap<String, u32, RandomState>>,
}

/// A word and the space after it have so many bytes, or more.
const LETTERS: usize = 5;
/// How many words are remembered.
const REMEMBERED: usize = 200_000;

impl Stems {
    fn new(language: &str) -> Self {
        let (words, numbers) = (RefCell::default(), RefCell::default());
        Self { stemmer: Stemmer::create(algorithm(language)), words, numbers }
    }

    fn number(&self, word: &str) -> u32 {
        if let Some(number) = self.words.borrow().get(word) {
            return *number;
        }
        // The stemmers know only the straight apostrophe.
        let stem = self.stemmer.stem(&word.to_lowercase().replace('’', "'")).into_owned();
        let mut numbers = self.numbers.borrow_mut();
        let next = numbers.len() as u32;
        if numbers.len() >= REMEMBERED {
            return numbers.get(&stem).copied().unwrap_or(u32::MAX);
        }
        let number = *numbers.entry(stem).or_insert(next);
        self.words.borrow_mut().insert(word.to_owned(), number);
        number
    }
}

/// The words of a text, looked up once for all its passages.
pub struct Words<'a> {
    words: Vec<&'a str>,
    /// Where each word starts, in bytes.
    starts: Vec<usize>,
    stems: Vec<u32>,
}

struct Term {
    stems: Vec<u32>,
    /// The words that count only as they are: a term in the plural is not meant in the singular.
    exact: Vec<Option<String>>,
    weight: f32,
}

impl Terms {
    /// The terms of the book's themes, in a language.
    #[must_use]
    pub fn new(themes: &[Theme], language: &str) -> Self {
        let numbers = Stems::new(language);
        let stems = |text: &str| -> Vec<u32> {
            words(text).map(|(_, word)| numbers.number(word)).collect()
        };
        let mut themes: Vec<(String, Vec<Term>)> = themes
            .iter()
            .map(|theme| {
                let mut terms: Vec<Term> = Vec::new();
                for term in &theme.terms {
                    let (stems, exact) = (stems(term), exact(term, &theme.terms));
                    let is_new = |known: &Term| known.stems != stems || known.exact != exact;
                    if !stems.is_empty() && terms.iter().all(is_new) {
                        terms.push(Term { weight: 0.0, stems, exact });
                    }
                }
                (theme.id.clone(), terms)
            })
            .collect();
        // A term of several themes tells them apart less; one of several words tells more.
        let all: Vec<Vec<u32>> =
            themes.iter().flat_map(|(_, terms)| terms).map(|term| term.stems.clone()).collect();
        for term in themes.iter_mut().flat_map(|(_, terms)| terms) {
            let themes = all.iter().filter(|stems| **stems == term.stems).count().max(1);
            term.weight = (1.0 + 0.6 * (term.stems.len() as f32 - 1.0)) / themes as f32;
        }
        let mut starts: Vec<Vec<(usize, usize)>> = vec![Vec::new(); numbers.numbers.borrow().len()];
        for (at, (_, terms)) in themes.iter().enumerate() {
            for (term, first) in
                terms.iter().enumerate().filter_map(|(term, all)| Some((term, *all.stems.first()?)))
            {
                if let Some(starting) = starts.get_mut(first as usize) {
                    starting.push((at, term));
                }
            }
        }
        let words = numbers.words.borrow();
        let ascii = words.keys().filter(|word| word.is_ascii()).count();
        let foreign = !language.starts_with("en") && ascii * 10 > words.len() * 9;
        drop(words);
        Self { stems: numbers, starts, foreign, themes }
    }

    /// Whether the text is in another language than the terms, so that no theme can be suggested.
    #[must_use]
    pub fn are_foreign(&self) -> bool {
        self.foreign
    }

    /// The themes of a passage, the likeliest first.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        self.suggest_in(&self.look_up(text), 0..text.len())
    }

    /// Looks up the words of a text.
    #[must_use]
    pub fn look_up<'a>(&self, text: &'a str) -> Words<'a> {
        let room = text.len() / LETTERS;
        let mut starts = Vec::with_capacity(room);
        let mut all = Vec::with_capacity(room);
        for (at, word) in words(text) {
            starts.push(at);
            all.push(word);
        }
        let stems = all.iter().map(|word| self.stems.number(word)).collect();
        Words { words: all, starts, stems }
    }

    /// The themes of a passage of a text, the likeliest first; `passage` is in bytes.
    #[must_use]
    pub fn suggest_in(&self, text: &Words<'_>, passage: Range<usize>) -> Vec<Suggestion> {
        // The stems of two languages are alike by accident: `commune` is common in French.
        if self.foreign {
            return Vec::new();
        }
        let from = text.starts.partition_point(|at| *at < passage.start);
        let to = text.starts.partition_point(|at| *at < passage.end);
        let words = text.words.get(from..to).unwrap_or_default();
        let stems = text.stems.get(from..to).unwrap_or_default();
        let mut matches: Vec<(usize, usize, usize)> = Vec::new();
        for (at, stem) in stems.iter().enumerate() {
            for (theme, term) in self.starts.get(*stem as usize).into_iter().flatten() {
                matches.push((*theme, *term, at));
            }
        }
        matches.sort_unstable();
        let mut found: Vec<Suggestion> = Vec::new();
        for (theme, term, at) in matches {
            let Some((name, terms)) = self.themes.get(theme) else { continue };
            let Some(said) = terms.get(term).and_then(|term| term.said(words, stems, at)) else {
                continue;
            };
            let weight = terms.get(term).map_or(0.0, |term| term.weight);
            if found.last().is_none_or(|last| last.theme != *name) {
                found.push(Suggestion { theme: name.clone(), score: 0.0, words: Vec::new() });
            }
            if let Some(suggestion) = found.last_mut() {
                // The second time says less.
                let again = suggestion.words.contains(&said);
                suggestion.score += if again { weight * 0.3 } else { weight };
                if !again {
                    suggestion.words.push(said);
                }
            }
        }
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        let least = found.first().map_or(0.0, |first| first.score * SHARE);
        found.retain(|suggestion| suggestion.score >= least);
        found.truncate(MOST);
        found
    }
}

impl Term {
    /// The words of a text that are the term, if they start at a place.
    fn said(&self, words: &[&str], stems: &[u32], at: usize) -> Option<String> {
        let length = self.stems.len();
        let said = words
            .get(at..at + length)
            .filter(|_| stems.get(at..at + length) == Some(&self.stems))?;
        let is_meant = |(word, exact): (&&str, &Option<String>)| {
            exact.as_ref().is_none_or(|exact| word.to_lowercase() == *exact)
        };
        said.iter().zip(&self.exact).all(is_meant).then(|| said.join(" ").to_lowercase())
    }
}

/// For each word of a term how it has to read, if its singular means something else: `orders` is
/// not meant where a text says `in order to`. Where both are terms, either is meant.
fn exact(term: &str, all: &[String]) -> Vec<Option<String>> {
    let is_plural = |word: &str| {
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("is") && word.len() > 3
    };
    let singular = |word: &str| word.strip_suffix('s').map(str::to_owned);
    words(term)
        .map(|(_, word)| {
            let lower = word.to_lowercase();
            let both = singular(&lower).is_some_and(|one| all.contains(&one));
            (is_plural(&lower) && !both).then_some(lower)
        })
        .collect()
}

fn algorithm(language: &str) -> Algorithm {
    match language.split('-').next().unwrap_or_default() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => Algorithm::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(id: &str, terms: &[&str]) -> Theme {
        Theme {
            id: id.into(),
            name: id.into(),
            about: String::new(),
            terms: terms.iter().map(|term| (*term).to_owned()).collect(),
        }
    }

    #[test]
    fn suggestions_tell_their_words() {
        let themes = [theme("power", &["power", "the state", "police"]), theme("roads", &["road"])];
        let terms = Terms::new(&themes, "en");
        let found = terms.suggest("The State’s powers end where the roads end.");
        let themes: Vec<&str> = found.iter().map(|found| found.theme.as_str()).collect();
        assert_eq!(themes, ["power", "roads"]);
        assert_eq!(found[0].words, ["powers", "the state’s"]);
        assert!(terms.suggest("Nothing of the kind.").is_empty());
    }

    #[test]
    fn a_passage_of_a_text_has_the_themes_of_its_own_words() {
        let themes = [theme("power", &["the state"]), theme("roads", &["road"])];
        let terms = Terms::new(&themes, "en");
        let text = "—Keep the ‘state’ out. All roads end, and the state with them.";
        let read = terms.look_up(text);
        for (first, last) in
            [("—Keep", "out."), ("All roads", "end,"), ("and the", "them."), ("the ‘", "the state")]
        {
            let from = text.find(first).unwrap();
            let to = text.find(last).unwrap() + last.len();
            assert_eq!(
                terms.suggest_in(&read, from..to),
                terms.suggest(&text[from..to]),
                "{first}"
            );
        }
        // A term that is only half in a passage is not in it.
        let half = text.find("and the").unwrap()..text.find(" state with").unwrap();
        assert!(terms.suggest_in(&read, half).is_empty());
    }

    #[test]
    fn a_plural_is_not_its_singular() {
        let themes =
            [theme("offices", &["orders", "officials"]), theme("towns", &["commune", "communes"])];
        let terms = Terms::new(&themes, "en");
        assert!(terms.suggest("In order to know, one asks an official question.").is_empty());
        assert_eq!(terms.suggest("The officials gave orders.")[0].words, ["orders", "officials"]);
        assert_eq!(terms.suggest("A commune joins other communes.")[0].theme, "towns");
    }
}
