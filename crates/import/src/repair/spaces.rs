//! Sentences that have run together: `below.The`.

use super::{Edit, RepairKind};
use crate::words::{Vocabulary, is_english};

/// No word is so long, in bytes.
const FAR: usize = 200;

/// The changes that set sentences apart in a block.
pub(super) fn edits(text: &str, vocabulary: &Vocabulary, english: bool) -> Vec<Edit> {
    const CLOSING: [char; 5] = ['”', '»', ')', ']', '.'];
    let mut edits = Vec::new();
    for (at, sign) in text.match_indices(['.', '!', '?', '…', ';', ',']) {
        let end = at + sign.len();
        // As nearly all do; and of several full stops the last is the end.
        let next = text.as_bytes().get(end);
        if next.is_none_or(|next| next.is_ascii_whitespace() || *next == b'.' && sign == ".") {
            continue;
        }
        let before = text.get(text.ceil_char_boundary(at.saturating_sub(FAR))..at);
        let rest = text.get(end..text.floor_char_boundary(end.saturating_add(FAR)));
        let (before, rest) = (before.unwrap_or_default(), rest.unwrap_or_default());
        // Quotation marks that close the sentence stand after its end.
        let after = if sign == "," { rest } else { rest.trim_start_matches(CLOSING) };
        let word = after.strip_prefix(['“', '‘', '«', '(']).unwrap_or(after);
        let Some(letter) = word.chars().next().filter(|c| c.is_alphabetic()) else {
            continue;
        };
        let joined = match sign {
            "," | ";" => {
                let (left, right) = (word_before(before), word_after(word));
                letter.is_lowercase()
                    && left.chars().count() > 1
                    && right.chars().count() > 1
                    && left.chars().all(char::is_alphabetic)
            }
            "…" => letter.is_uppercase() && !word_before(before).is_empty(),
            _ => {
                letter.is_uppercase()
                    && is_end(word_before(before))
                    && is_start(word_after(word), vocabulary, english)
            }
        };
        if joined {
            let start = end + rest.len() - after.len();
            edits.push(Edit::new(RepairKind::JoinedSentences, start..start, " "));
        }
    }
    edits
}

fn word_before(text: &str) -> &str {
    let text = text.trim_end_matches(['”', '’', '»', ')', ']', '.']);
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '.');
    let before = text.trim_end_matches(is_inner);
    text.get(before.len()..).unwrap_or_default()
}

fn word_after(text: &str) -> &str {
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let after = text.trim_start_matches(is_inner);
    // `Example.Group.id` is one name.
    let dotted =
        after.strip_prefix('.').is_some_and(|name| name.starts_with(char::is_alphanumeric));
    let word = text.get(..text.len() - after.len()).unwrap_or_default();
    if dotted { "" } else { word }
}

/// Whether a sentence can end with a word: it is no initial and no part of an abbreviation.
fn is_end(word: &str) -> bool {
    word.chars().count() > 1
        && !word.contains('.')
        && word.chars().next_back().is_some_and(|c| c.is_lowercase() || c.is_numeric())
        && word.chars().skip(1).all(|c| !c.is_uppercase())
        && !matches!(
            word,
            "e.g" | "i.e" | "www" | "Ph" | "vs" | "cf" | "pp" | "vol" | "St" | "Mr" | "Dr" | "Mrs"
        )
}

fn is_start(word: &str, vocabulary: &Vocabulary, english: bool) -> bool {
    let rest_small = word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '’' | '\''));
    let known = vocabulary.word(word) > 1 || is_english(word);
    // A site's name, a file's name: `Mail.Ru`, `page.Html`.
    let word_like = word.chars().count() > 1 || matches!(word, "A" | "I");
    rest_small && word_like && (known || (!english && word.chars().count() > 3))
}
