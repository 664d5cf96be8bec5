//! The ends of lines: words that were split there are joined, real hyphens stay.

use super::{Edit, RepairKind};
use crate::words::{Vocabulary, is_english};

/// What is no word by itself, though lists of words may have it.
const ENDINGS: &[&str] = &[
    "ism", "isms", "ist", "ists", "ing", "ings", "ed", "er", "ers", "est", "ness", "ment", "ments",
    "tion", "tions", "sion", "able", "ible", "al", "ally", "ly", "ity", "ties", "ian", "ians",
    "ous", "ful", "less", "ship", "hood", "dom", "ward", "wards", "age", "ages", "ant", "ants",
    "ent", "ents", "ate", "ates", "den", "ten", "ter", "ters", "ion", "ions", "ling", "man", "men",
];
/// What joins other words with a hyphen in English.
const PREFIXES: &[&str] = &[
    "self", "non", "anti", "pre", "post", "neo", "pseudo", "semi", "quasi", "ex", "co", "pro",
    "pan",
];

/// The changes that put the lines of a block together.
pub(super) fn edits(text: &str, vocabulary: &Vocabulary, english: bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, _) in text.match_indices('\n') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        let Some(hyphen) = before.chars().next_back().filter(|c| is_hyphen(*c)) else {
            // A dash that is set without spaces has none at the end of a line either.
            let tight = before.ends_with('—')
                && before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
            let wide = before.chars().next_back().is_some_and(is_wide)
                && after.chars().next().is_some_and(is_wide);
            edits.push(Edit::silent(at..at + 1, if tight || wide { "" } else { " " }));
            continue;
        };
        // Two hyphens are a dash.
        if before.ends_with("--") {
            let tight = before.trim_end_matches('-').ends_with(char::is_alphanumeric);
            edits.push(Edit::silent(at..at + 1, if tight { "" } else { " " }));
            continue;
        }
        let from = at - hyphen.len_utf8();
        let left = tail(before.get(..from).unwrap_or_default());
        let right = head(after);
        if left.is_empty() || right.is_empty() {
            let spaced = before.get(..from).is_some_and(|b| b.ends_with(char::is_whitespace));
            edits.push(Edit::silent(at..at + 1, if spaced || right.is_empty() { " " } else { "" }));
            continue;
        }
        if hyphen == '\u{AD}' || joins(left, right, vocabulary, english) {
            edits.push(Edit::new(RepairKind::SplitWord, from..at + 1, ""));
        } else {
            edits.push(Edit::new(RepairKind::KeptHyphen, from..at + 1, "-"));
        }
    }
    edits
}

/// Whether a letter is of a script that is written without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{AD}' | '\u{2010}')
}

/// The letters at the end of a text, with the hyphens in them.
fn tail(text: &str) -> &str {
    let from = text.rfind(|c: char| !c.is_alphabetic() && c != '-');
    let from = from.map_or(0, |at| {
        at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    text.get(from..).unwrap_or_default()
}

/// The letters at the start of a text.
fn head(text: &str) -> &str {
    let to = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.get(..to).unwrap_or_default()
}

/// Whether two halves are one word.
fn joins(left: &str, right: &str, vocabulary: &Vocabulary, english: bool) -> bool {
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_shouted = |word: &str| word.chars().all(char::is_uppercase);
    if is_capital(right) && !(is_shouted(left) && is_shouted(right)) {
        return false;
    }
    let last = left.rsplit('-').next().unwrap_or(left);
    let whole = format!("{last}{right}");
    let compound = format!("{left}-{right}");
    let is_word = |word: &str| vocabulary.word(word) > 0 || (english && is_english(word));
    if vocabulary.compound(&compound) > 0 && vocabulary.word(&whole) == 0 {
        return false;
    }
    if is_word(&whole) {
        return true;
    }
    if ENDINGS.contains(&right.to_lowercase().as_str()) {
        return true;
    }
    if PREFIXES.contains(&last.to_lowercase().as_str()) && is_word(right) {
        return false;
    }
    // Two whole words that make no other: the hyphen is their own.
    let whole_words = right.chars().count() > 2 && last.chars().count() > 2;
    !(whole_words && is_word(last) && is_word(right))
}

/// `post- war`: a hyphen and then a space, left over from the end of some other line.
pub(super) fn loose_hyphens(text: &str, vocabulary: &Vocabulary) -> Vec<Edit> {
    // `pre- and post-war` is as it should be.
    const SUSPENDED: &[&str] = &["and", "or", "to", "nor", "but", "und", "oder", "bis", "et", "ou"];
    let mut edits = Vec::new();
    for (at, _) in text.match_indices("- ") {
        let left = tail(text.get(..at).unwrap_or_default());
        let right = head(text.get(at + 2..).unwrap_or_default());
        if left.is_empty() || right.is_empty() || SUSPENDED.contains(&right) {
            continue;
        }
        let compound = vocabulary.compound(&format!("{left}-{right}")) > 0;
        if compound || PREFIXES.contains(&left.to_lowercase().as_str()) {
            edits.push(Edit::new(RepairKind::LooseHyphen, at + 1..at + 2, ""));
        } else if is_english(&format!("{left}{right}")) && !is_english(left) {
            edits.push(Edit::new(RepairKind::SplitWord, at..at + 2, ""));
        }
    }
    edits
}
