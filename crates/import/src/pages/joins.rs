//! How well the end of one page and the start of another go together.

use crate::block::Page;
use crate::words::{Vocabulary, is_english, tier};

/// A word over two pages.
const WORD: f64 = 6.0;
/// Two halves that are no word together.
const NO_WORD: f64 = -4.0;
/// A sentence goes on, or a new one starts, as it should.
const FITS: f64 = 1.5;
/// A sentence breaks off, or starts in the middle.
const BREAKS: f64 = -3.0;
/// A word of grammar goes with what follows it, or not.
const GRAMMAR: f64 = 1.0;
/// The text has the two words side by side elsewhere.
const PAIR: f64 = 1.0;
/// The printed numbers follow each other, or not.
const NUMBER: f64 = 8.0;

/// How a page starts and ends.
#[derive(Clone, Debug)]
pub(super) struct Edges {
    first_word: String,
    starts_small: bool,
    starts_new: bool,
    last_word: String,
    hyphen: bool,
    ends_sentence: bool,
    pub(super) number: Option<u32>,
}

impl Edges {
    pub(super) fn of(page: &Page<'_>, number: Option<u32>) -> Self {
        let filled = |line: &&str| !line.trim().is_empty();
        let lines = || page.lines.iter().map(|line| &*line.text);
        let first = lines().find(filled).unwrap_or_default();
        let last = lines().rev().find(filled).unwrap_or_default().trim_end();
        let start = first.trim_start().trim_start_matches(['“', '"', '‘', '«', '(', '[']);
        let is_hyphen = |c: char| matches!(c, '-' | '\u{AD}' | '\u{2010}');
        let hyphen =
            last.ends_with(is_hyphen) && last.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        let end = last.trim_end_matches(['”', '"', '’', '»', ')', ']', ' ']);
        Self {
            first_word: start.chars().take_while(|c| c.is_alphabetic()).collect(),
            starts_small: start.starts_with(char::is_lowercase),
            starts_new: start.starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
            last_word: last_word(last.trim_end_matches(is_hyphen)),
            hyphen,
            ends_sentence: end.ends_with(['.', '!', '?', '…', ':']),
            number,
        }
    }

    /// How likely this is the first page.
    pub(super) fn opens(&self) -> f64 {
        if self.starts_small { BREAKS } else { FITS }
    }

    /// How likely this is the last page.
    pub(super) fn closes(&self) -> f64 {
        if self.ends_sentence { FITS } else { BREAKS }
    }

    /// How well `next` goes on where this page ends.
    pub(super) fn join(&self, next: &Self, vocabulary: &Vocabulary) -> f64 {
        self.words(next, vocabulary) + self.numbers(next)
    }

    /// Whether a word or a sentence of this page breaks off if `next` comes after it.
    pub(super) fn is_torn_from(&self, next: &Self, vocabulary: &Vocabulary) -> bool {
        self.words(next, vocabulary) <= BREAKS
    }

    fn numbers(&self, next: &Self) -> f64 {
        match (self.number, next.number) {
            (Some(here), Some(there)) if there == here + 1 => NUMBER,
            (Some(_), Some(_)) => -NUMBER,
            _ => 0.0,
        }
    }

    fn words(&self, next: &Self, vocabulary: &Vocabulary) -> f64 {
        if self.hyphen {
            return self.halves(next, vocabulary);
        }
        if self.ends_sentence {
            return if next.starts_small { BREAKS } else { FITS };
        }
        if next.starts_new {
            // It may be a name.
            let name = vocabulary.pair(&self.last_word, &next.first_word) > 0
                || tier(&next.first_word).is_none_or(|tier| tier == 6);
            return if name { 0.5 } else { BREAKS / 2.0 };
        }
        if !next.starts_small {
            return 0.0;
        }
        let pair = vocabulary.pair(&self.last_word, &next.first_word) > 0;
        FITS + self.grammar(next) + if pair { PAIR } else { 0.0 }
    }

    fn halves(&self, next: &Self, vocabulary: &Vocabulary) -> f64 {
        let whole = format!("{}{}", self.last_word, next.first_word);
        let compound = format!("{}-{}", self.last_word, next.first_word);
        let is_known = |word: &str| vocabulary.word(word) > 0 || is_english(word);
        if (next.starts_small && is_known(&whole)) || vocabulary.compound(&compound) > 0 {
            WORD
        } else if next.starts_small && is_known(&self.last_word) && is_known(&next.first_word) {
            // Half a word is rarely a word.
            -FITS
        } else if next.starts_small {
            NO_WORD
        } else {
            NO_WORD + BREAKS
        }
    }

    /// Articles and prepositions want a noun or the like, not a verb or another of their kind.
    fn grammar(&self, next: &Self) -> f64 {
        const ARTICLES: &[&str] = &[
            "the", "a", "an", "this", "his", "her", "their", "its", "our", "my", "every", "no",
            "of", "to", "into", "and",
        ];
        const NOT_AFTER: &[&str] = &[
            "of", "is", "are", "was", "were", "had", "has", "have", "and", "or", "but", "that",
            "which", "who", "would", "could", "may", "might", "will", "should", "be", "been",
            "than",
        ];
        let open = ARTICLES.contains(&self.last_word.to_lowercase().as_str());
        let closed = NOT_AFTER.contains(&next.first_word.as_str());
        match (open, closed) {
            (true, true) => -2.0 * GRAMMAR,
            (true, false) => GRAMMAR / 2.0,
            (false, true) => GRAMMAR / 2.0,
            (false, false) => 0.0,
        }
    }
}

fn last_word(line: &str) -> String {
    let line = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let from = line.rfind(|c: char| !c.is_alphanumeric());
    let from = from.map_or(0, |at| {
        at + line.get(at..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8)
    });
    line.get(from..).unwrap_or_default().to_owned()
}
