//! Which words there are: in English, and in the text itself.
//!
//! `english.txt` is made of SCOWL, the word lists that spelling checkers are built from, through
//! size 70, in American and British spelling. Each line has the number of letters that a word
//! shares with the one before (0–9, a–z), the rest of it, and how common it is: 1 the most common
//! four thousand, 2 common, 3 usual, 4 learned, 5 rare, 6 names.

mod vocabulary;

use std::sync::LazyLock;

pub(crate) use vocabulary::{Vocabulary, is_apostrophe, lower, words};

static LIST: &str = include_str!("english.txt");
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(LIST));

/// The words of English, in order.
pub(crate) struct Lexicon {
    text: String,
    starts: Vec<u32>,
    tiers: Vec<u8>,
}

impl Lexicon {
    fn read(list: &str) -> Self {
        let mut lexicon = Self { text: String::new(), starts: vec![0], tiers: Vec::new() };
        let mut word = String::new();
        for line in list.lines() {
            let mut chars = line.chars();
            let shared = chars.next().and_then(|c| c.to_digit(36)).unwrap_or_default() as usize;
            let tier = chars.next_back().and_then(|c| c.to_digit(10)).unwrap_or_default();
            let kept = word.char_indices().nth(shared).map_or(word.len(), |(at, _)| at);
            word.truncate(kept);
            word.push_str(chars.as_str());
            lexicon.text.push_str(&word);
            lexicon.starts.push(u32::try_from(lexicon.text.len()).unwrap_or(u32::MAX));
            lexicon.tiers.push(u8::try_from(tier).unwrap_or(9));
        }
        lexicon
    }

    fn word(&self, index: usize) -> &str {
        let from = self.starts.get(index).map_or(0, |at| *at as usize);
        let to = self.starts.get(index + 1).map_or(from, |at| *at as usize);
        self.text.get(from..to).unwrap_or_default()
    }

    fn tier(&self, word: &str) -> Option<u8> {
        let (mut from, mut to) = (0, self.tiers.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return self.tiers.get(middle).copied(),
            }
        }
        None
    }
}

/// How common an English word is, from 1 to 6, if it is one.
pub(crate) fn tier(word: &str) -> Option<u8> {
    if word.is_empty() || word.len() > 40 {
        return None;
    }
    ENGLISH.tier(&lower(word))
}

/// Whether a word is English, or English with an ending.
pub(crate) fn is_english(word: &str) -> bool {
    let word = lower(word);
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word);
    tier(stem).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let sorted = (1..ENGLISH.tiers.len()).all(|at| ENGLISH.word(at - 1) < ENGLISH.word(at));
        assert!(sorted);
        assert!(ENGLISH.tiers.iter().all(|tier| (1..=6).contains(tier)));
        assert!(ENGLISH.tiers.len() > 120_000);
        for (word, expected) in [
            ("the", Some(1)),
            ("The", Some(1)),
            ("labour", Some(1)),
            ("colour", Some(1)),
            ("stabilisation", Some(4)),
            ("marxist", Some(6)),
            ("fascismwhich", None),
            ("luxemburgist", None),
            ("", None),
        ] {
            assert_eq!(tier(word), expected, "{word}");
        }
        assert!(is_english("workers’s") && is_english("Proudhon's") && !is_english("themid"));
    }
}
