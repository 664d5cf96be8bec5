//! Sentences that have run together: `below.The`.

use super::{Edit, RepairKind};
use crate::words::{Vocabulary, is_english};

/// The changes that set sentences apart in a block.
pub(super) fn edits(text: &str, vocabulary: &Vocabulary, english: bool) -> Vec<Edit> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let mut edits = Vec::new();
    for (index, (_, c)) in chars.iter().enumerate() {
        if !matches!(c, '.' | '!' | '?' | '…' | ';' | ',') {
            continue;
        }
        // Quotation marks that close the sentence stand after its end.
        let mut next = index + 1;
        while at(next).is_some_and(|c| matches!(c, '”' | '»' | ')' | ']' | '.')) && *c != ',' {
            next += 1;
        }
        let opens = at(next).is_some_and(|c| matches!(c, '“' | '‘' | '«' | '('));
        let letter = if opens { at(next + 1) } else { at(next) };
        let Some(letter) = letter else {
            continue;
        };
        let left = word_before(&chars, index);
        let right = word_after(&chars, if opens { next + 1 } else { next });
        let joined = match c {
            ',' | ';' => {
                letter.is_lowercase()
                    && left.chars().count() > 1
                    && right.chars().count() > 1
                    && left.chars().all(char::is_alphabetic)
            }
            '…' => letter.is_uppercase() && !left.is_empty(),
            _ => letter.is_uppercase() && is_end(&left) && is_start(&right, vocabulary, english),
        };
        if joined && let Some((byte, _)) = chars.get(next) {
            edits.push(Edit::new(RepairKind::JoinedSentences, *byte..*byte, " "));
        }
    }
    edits
}

fn word_before(chars: &[(usize, char)], index: usize) -> String {
    let mut word: Vec<char> = chars
        .iter()
        .take(index)
        .rev()
        .map(|(_, c)| *c)
        .skip_while(|c| matches!(c, '”' | '’' | '»' | ')' | ']' | '.'))
        .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '.'))
        .collect();
    word.reverse();
    word.into_iter().collect()
}

fn word_after(chars: &[(usize, char)], index: usize) -> String {
    let rest = || chars.iter().skip(index).map(|(_, c)| *c);
    let is_inner = |c: &char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let word: String = rest().take_while(is_inner).collect();
    // `Example.Group.id` is one name.
    let mut after = rest().skip_while(is_inner);
    let dotted = after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    if dotted { String::new() } else { word }
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
