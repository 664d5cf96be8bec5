//! The words that a text itself uses.

use std::collections::HashMap;

use crate::block::Block;

/// How often a text uses a word, and how it writes it.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: HashMap<String, usize>,
    compounds: HashMap<String, usize>,
    /// Pairs of neighbouring words.
    pairs: HashMap<(String, String), usize>,
}

impl Vocabulary {
    /// Counts the words of blocks, but for those at the ends of lines, which may be halves.
    pub(crate) fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let mut vocabulary = Self::default();
        for block in blocks {
            vocabulary.count(block.text.split('\n'));
        }
        vocabulary
    }

    /// Counts the words of lines. Those next to a broken end may be halves of words.
    pub(crate) fn count<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        let mut broken_before = false;
        for line in lines {
            let broken = line.trim_end().ends_with(['-', '\u{AD}', '\u{2010}']);
            let mut all: Vec<&str> = words(line).skip(usize::from(broken_before)).collect();
            if broken {
                all.pop();
            }
            self.count_words(&all);
            broken_before = broken;
        }
    }

    fn count_words(&mut self, all: &[&str]) {
        let mut before: Option<String> = None;
        for word in all {
            let lower = word.to_lowercase();
            if lower.contains(['-', '\u{2010}']) {
                *self.compounds.entry(lower.replace('\u{2010}', "-")).or_default() += 1;
                for part in lower.split(['-', '\u{2010}']) {
                    *self.words.entry(part.to_owned()).or_default() += 1;
                }
            } else {
                *self.words.entry(lower.clone()).or_default() += 1;
            }
            if let Some(before) = before {
                *self.pairs.entry((before, lower.clone())).or_default() += 1;
            }
            before = Some(lower);
        }
    }

    /// How often the text has a word.
    pub(crate) fn word(&self, word: &str) -> usize {
        self.words.get(&word.to_lowercase()).copied().unwrap_or_default()
    }

    /// How often the text has a word with a hyphen in it, within a line.
    pub(crate) fn compound(&self, word: &str) -> usize {
        self.compounds.get(&word.to_lowercase()).copied().unwrap_or_default()
    }

    /// How often the text has these two words side by side.
    pub(crate) fn pair(&self, first: &str, second: &str) -> usize {
        let pair = (first.to_lowercase(), second.to_lowercase());
        self.pairs.get(&pair).copied().unwrap_or_default()
    }
}

/// The words of a text, hyphens and apostrophes inside them included.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_inner(c)))
        .map(|word| word.trim_matches(is_inner))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

fn is_inner(c: char) -> bool {
    c == '-' || c == '\u{2010}' || is_apostrophe(c)
}

/// Whether it can stand inside a word for a letter left out.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_no_words() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.count(["the far-sightedness of Vo-", "line and the masses’ own."]);
        assert_eq!(vocabulary.compound("far-sightedness"), 1);
        assert_eq!((vocabulary.word("vo"), vocabulary.word("the")), (0, 2));
        assert_eq!((vocabulary.word("masses"), vocabulary.pair("the", "masses")), (1, 1));
    }
}
