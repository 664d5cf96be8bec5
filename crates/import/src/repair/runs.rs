//! Words that have run together: `themid-19th`, `wouldmake`.

use super::split::{MORE, split};
use super::{Edit, RepairKind};
use crate::block::Block;
use crate::words::{Vocabulary, is_apostrophe, tier};

/// A text in which words have run together has so many places that leave no doubt, and one in so
/// many words.
const FEWEST: usize = 3;
const RARE: usize = 10_000;

/// Whether words of a text have run together at all: some are plain words side by side.
pub(super) fn happen(blocks: &[Block], vocabulary: &Vocabulary) -> bool {
    // Most texts have hardly a word that English has not.
    let strange = vocabulary.rare().filter(|word| word.chars().count() > 4 && tier(word).is_none());
    if strange.take(FEWEST).count() < FEWEST {
        return false;
    }
    let plain = blocks.iter().flat_map(|block| {
        tokens(&block.text)
            .into_iter()
            .filter(|token| {
                parts(&block.text, token, vocabulary).is_some_and(|parts| is_plain(&parts))
            })
            .collect::<Vec<_>>()
    });
    let words: usize = blocks.iter().map(|block| block.text.split_whitespace().count()).sum();
    let needed = FEWEST.max(words / RARE);
    plain.take(needed).count() >= needed
}

/// Whether each of the parts is a common word of some length.
fn is_plain(parts: &[&str]) -> bool {
    parts.iter().all(|part| part.chars().count() > 2 && tier(part).is_some_and(|tier| tier <= 3))
}

/// The changes that set words apart in a block.
pub(super) fn edits(text: &str, vocabulary: &Vocabulary) -> Vec<Edit> {
    let tokens = tokens(text);
    let mut edits = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(parts) = parts(text, token, vocabulary) else {
            continue;
        };
        // Among foreign words a strange word is one of them.
        let strange = |at: Option<usize>| {
            let other = at.and_then(|at| tokens.get(at));
            other.is_some_and(|other| {
                !is_known(other.word, vocabulary) && parts_of(other.word).is_none()
            })
        };
        let short = parts.iter().any(|part| part.chars().count() <= 2);
        if short && (strange(index.checked_sub(1)) || strange(Some(index + 1))) {
            continue;
        }
        let at = token.at..token.at + token.word.len();
        let doubtful = !is_plain(&parts);
        edits.push(Edit { doubtful, ..Edit::new(RepairKind::RunTogether, at, parts.join(" ")) });
    }
    edits
}

struct Token<'a> {
    at: usize,
    word: &'a str,
}

/// The runs of letters of a text.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        match (c.is_alphabetic(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let word = text.get(start..at).unwrap_or_default();
                tokens.push(Token { at: start, word });
                from = None;
            }
            _ => {}
        }
    }
    tokens
}

fn is_known(word: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.word(word) > 1 || tier(word).is_some()
}

fn parts_of(word: &str) -> Option<Vec<&str>> {
    word.chars().all(char::is_lowercase).then(|| split(word)).flatten()
}

/// The words that a token is, if it is more than one.
fn parts<'a>(text: &'a str, token: &Token<'a>, vocabulary: &Vocabulary) -> Option<Vec<&'a str>> {
    let word = token.word;
    if word.chars().count() < 5 || is_known(word, vocabulary) || is_shortened(text, token) {
        return None;
    }
    let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    let first = word.chars().next()?;
    match inner {
        Some((at, _)) => at_capital(word, at),
        None if first.is_lowercase() => split(word),
        None => capitalised(word),
    }
}

/// Whether letters are left out next to a word: `doin’`, `l’ordre`.
fn is_shortened(text: &str, token: &Token<'_>) -> bool {
    let before = text.get(..token.at).and_then(|text| text.chars().next_back());
    let mut after = text.get(token.at + token.word.len()..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    // A part of an address, or of something else that is written without spaces.
    let is_joint = |c: char| matches!(c, '/' | '.' | '@' | '_' | ':');
    before.is_some_and(|c| is_apostrophe(c) || c.is_numeric() || is_joint(c))
        || (next.is_some_and(is_joint) && second.is_some_and(char::is_alphanumeric))
        || (next.is_some_and(is_apostrophe) && second.is_some_and(char::is_alphabetic))
        || (next.is_some_and(is_apostrophe) && token.word.ends_with("in"))
}

/// `theState`, but not `McDonald`.
fn at_capital(word: &str, at: usize) -> Option<Vec<&str>> {
    const BEFORE: &[&str] = &[
        "the", "and", "of", "in", "to", "that", "with", "from", "for", "by", "which", "when", "as",
        "at", "under", "between", "against", "after", "before", "but", "his", "their", "this",
    ];
    let (left, right) = word.split_at_checked(at)?;
    let rest_small = right.chars().skip(1).all(char::is_lowercase) && right.chars().count() > 2;
    (BEFORE.contains(&left) && rest_small).then(|| vec![left, right])
}

/// `Nomore`, but not `Nowell` or `Atwood`.
fn capitalised(word: &str) -> Option<Vec<&str>> {
    const FIRST: &[&str] = &[
        "no", "the", "in", "it", "and", "but", "for", "this", "that", "they", "there", "what",
        "when", "if", "as", "at", "of", "to", "we", "he", "she", "with", "from",
    ];
    word.char_indices().skip(1).find_map(|(at, _)| {
        let (left, right) = word.split_at_checked(at)?;
        let left_fits = FIRST.contains(&left.to_lowercase().as_str());
        let long = right.chars().count() >= 4 && left.eq_ignore_ascii_case("the");
        let right_fits = MORE.contains(&right) || (long && tier(right).is_some_and(|t| t <= 3));
        (left_fits && right_fits).then(|| vec![left, right])
    })
}
