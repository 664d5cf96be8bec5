//! Where the words of a text are.

use unicode_segmentation::UnicodeSegmentation;

use crate::fold;

/// What is between the parts of a word that are found by themselves: `l’État` is found by `État`.
const JOINTS: [char; 8] = ['\'', '’', 'ʼ', '.', '_', ':', '·', '・'];

/// Goes through the words of a text, folded. In scripts without spaces each letter is a word of its own,
/// so that any part of a sentence is found.
pub(super) fn each_word(text: &str, take: impl FnMut(&str)) {
    let folded = fold(text);
    if folded.is_ascii() || folded.chars().all(is_plain) {
        plain_words(&folded).for_each(take);
    } else {
        words_by_rule(&folded).for_each(take);
    }
}

/// The words by Unicode's rules (UAX 29), in parts.
fn words_by_rule(folded: &str) -> impl Iterator<Item = &str> {
    folded.unicode_words().flat_map(|word| word.split(JOINTS)).filter(|word| !word.is_empty())
}

/// Plain letters, and signs that no word has inside.
fn is_plain(c: char) -> bool {
    c.is_ascii() || matches!(c, '’' | '“' | '”' | '–' | '—' | '«' | '»')
}

/// The same of plain text, several times faster: letters and digits in a row.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_alphanumeric)?;
        at = end_of_row(bytes, start);
        while joins_digits(bytes, at) {
            at = end_of_row(bytes, at + 1);
        }
        text.get(start..at)
    })
}

fn end_of_row(bytes: &[u8], start: usize) -> usize {
    let row = bytes.get(start..).unwrap_or_default();
    let length = row.iter().position(|byte| !byte.is_ascii_alphanumeric());
    start + length.unwrap_or(row.len())
}

/// Whether a word goes on after this byte: `10,000` is one.
fn joins_digits(bytes: &[u8], at: usize) -> bool {
    let is_digit =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    matches!(bytes.get(at), Some(b',' | b';'))
        && is_digit(at.checked_sub(1))
        && is_digit(at.checked_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_rule(text: &str) -> Vec<String> {
        words_by_rule(&fold(text)).map(str::to_owned).collect()
    }

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn each_part_of_a_word_is_one() {
        for (text, found) in [
            ("L’État, c’est moi.", &["l", "etat", "c", "est", "moi"][..]),
            (
                "10,000 men; 3.5 a_b x:y “so” 1,a 1;2",
                &["10,000", "men", "3", "5", "a", "b", "x", "y", "so", "1", "a", "1;2"],
            ),
            ("rock'n'roll — ok", &["rock", "n", "roll", "ok"]),
            ("自由 now", &["自", "由", "now"]),
            ("…", &[]),
        ] {
            assert_eq!(words(text), found, "{text}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2000))]
        #[test]
        fn plain_text_has_the_words_that_the_rule_finds(text in "[ -~\\n\\r\\t’“”–—«»…é]{0,24}") {
            proptest::prop_assert_eq!(words(&text), by_rule(&text));
        }

        #[test]
        fn numbers_and_joints_are_as_the_rule_has_them(text in "[01a_:;,.'’\" -]{0,16}") {
            proptest::prop_assert_eq!(words(&text), by_rule(&text));
        }
    }
}
