//! The words that a text itself uses.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::block::Block;

type Counts = HashMap<String, usize, RandomState>;

/// How often a text uses a word, and how it writes it.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Counts,
    compounds: Counts,
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
        whole_words(lines, |all| self.count_words(all));
    }

    /// Counts which words stand side by side in lines.
    pub(crate) fn count_pairs<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        whole_words(lines, |all| {
            for pair in all.windows(2) {
                let [first, second] = pair else { continue };
                let pair = (first.to_lowercase(), second.to_lowercase());
                *self.pairs.entry(pair).or_default() += 1;
            }
        });
    }

    fn count_words(&mut self, all: &[&str]) {
        for word in all {
            let lower = lower(word);
            if lower.contains(['-', '\u{2010}']) {
                add(&mut self.compounds, &lower.replace('\u{2010}', "-"));
                lower.split(['-', '\u{2010}']).for_each(|part| add(&mut self.words, part));
            } else {
                add(&mut self.words, &lower);
            }
        }
    }

    /// How often the text has a word.
    pub(crate) fn word(&self, word: &str) -> usize {
        self.words.get(&*lower(word)).copied().unwrap_or_default()
    }

    /// The words that the text has only once.
    pub(crate) fn rare(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|(_, count)| **count == 1).map(|(word, _)| word.as_str())
    }

    /// How often the text has a word with a hyphen in it, within a line.
    pub(crate) fn compound(&self, word: &str) -> usize {
        self.compounds.get(&*lower(word)).copied().unwrap_or_default()
    }

    /// How often the text has these two words side by side.
    pub(crate) fn pair(&self, first: &str, second: &str) -> usize {
        let pair = (first.to_lowercase(), second.to_lowercase());
        self.pairs.get(&pair).copied().unwrap_or_default()
    }
}

/// Gives the words of each line, but for those next to a broken end.
fn whole_words<'a>(lines: impl IntoIterator<Item = &'a str>, mut each: impl FnMut(&[&'a str])) {
    let mut broken_before = false;
    let mut all = Vec::new();
    for line in lines {
        let broken = line.trim_end().ends_with(['-', '\u{AD}', '\u{2010}']);
        all.clear();
        all.extend(words(line).skip(usize::from(broken_before)));
        if broken {
            all.pop();
        }
        each(&all);
        broken_before = broken;
    }
}

fn add(counts: &mut Counts, word: &str) {
    match counts.get_mut(word) {
        Some(count) => *count += 1,
        None => {
            counts.insert(word.to_owned(), 1);
        }
    }
}

/// A word in small letters; most are.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    let is_small = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// The words of a text, hyphens and apostrophes inside them included.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    domain::words(text).map(|(_, word)| word)
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
        let lines = ["the far-sightedness of Vo-", "line and the masses’ own."];
        vocabulary.count(lines);
        vocabulary.count_pairs(lines);
        assert_eq!(vocabulary.compound("far-sightedness"), 1);
        assert_eq!((vocabulary.word("vo"), vocabulary.word("the")), (0, 2));
        assert_eq!((vocabulary.word("masses"), vocabulary.pair("the", "masses")), (1, 1));
    }
}
