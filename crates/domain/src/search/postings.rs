//! Which words are in which of many texts, so that what holds a word is found without reading the rest.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

/// Between two parts of a text: no phrase goes across.
pub(super) const GAP: u32 = u32::MAX;

/// The words of many texts, eight bytes each time that one is used. A word is known by its place in the
/// vocabulary, a text by its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// Every word that occurs, in order.
    pub(super) vocabulary: Vec<Box<str>>,
    /// The words of the texts, one text after the other, and where each ends.
    texts: Vec<u32>,
    ends: Vec<u32>,
    /// The texts in which a word is, once each time that it is in them, one word after the other, and
    /// where each ends.
    holders: Vec<u32>,
    holder_ends: Vec<u32>,
    /// How many words a text has on average.
    pub(super) length: f64,
}

/// Takes texts in, word by word.
#[derive(Default)]
pub(super) struct Gatherer {
    numbers: HashMap<Box<str>, u32, RandomState>,
    texts: Vec<u32>,
    ends: Vec<u32>,
}

impl Gatherer {
    pub(super) fn word(&mut self, word: &str) {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                let next = count(self.numbers.len());
                self.numbers.insert(word.into(), next);
                next
            }
        };
        self.texts.push(number);
    }

    pub(super) fn gap(&mut self) {
        self.texts.push(GAP);
    }

    pub(super) fn end_of_text(&mut self) {
        self.ends.push(count(self.texts.len()));
    }

    pub(super) fn gathered(self) -> Postings {
        let mut sorted: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        sorted.sort_unstable();
        // From here on the words have the numbers of their order.
        let mut renumbered = vec![0; sorted.len()];
        for (new, (_, old)) in (0..).zip(&sorted) {
            if let Some(number) = renumbered.get_mut(wide(*old)) {
                *number = new;
            }
        }
        let mut texts = self.texts;
        for word in &mut texts {
            *word = renumbered.get(wide(*word)).copied().unwrap_or(GAP);
        }
        texts.shrink_to_fit();
        let length = texts.len() as f64 / self.ends.len().max(1) as f64;
        let vocabulary = sorted.into_iter().map(|(word, _)| word).collect();
        let ends = self.ends;
        let mut gathered = Postings { vocabulary, texts, ends, length, ..Postings::default() };
        gathered.hold();
        gathered
    }
}

impl Postings {
    /// Notes which texts hold each word.
    fn hold(&mut self) {
        let mut ends = vec![0_u32; self.vocabulary.len()];
        for word in &self.texts {
            if let Some(end) = ends.get_mut(wide(*word)) {
                *end += 1;
            }
        }
        let mut total = 0;
        for end in &mut ends {
            // For now, where it begins.
            total += std::mem::replace(end, total);
        }
        let mut holders = vec![0; wide(total)];
        for text in 0..count(self.ends.len()) {
            for word in self.words_of(text) {
                let Some(end) = ends.get_mut(wide(*word)) else { continue };
                if let Some(holder) = holders.get_mut(wide(*end)) {
                    *holder = text;
                }
                *end += 1;
            }
        }
        (self.holders, self.holder_ends) = (holders, ends);
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words of a text.
    pub(super) fn words_of(&self, text: u32) -> &[u32] {
        piece(&self.texts, &self.ends, text..text + 1)
    }

    /// The texts that hold some words which follow each other: for each word in order, once each
    /// time that they hold it.
    pub(super) fn holders(&self, words: Range<u32>) -> &[u32] {
        piece(&self.holders, &self.holder_ends, words)
    }

    /// The words that begin so.
    pub(super) fn beginning(&self, prefix: &str) -> Range<u32> {
        let start = self.vocabulary.partition_point(|word| **word < *prefix);
        let after = self.vocabulary.get(start..).unwrap_or_default();
        count(start)..count(start + after.partition_point(|word| word.starts_with(prefix)))
    }

    /// The word itself, if it occurs.
    pub(super) fn word(&self, word: &str) -> Option<u32> {
        self.vocabulary.binary_search_by(|known| (**known).cmp(word)).ok().map(count)
    }

    /// The words of which this is true, with their numbers.
    pub(super) fn words(&self, is: impl Fn(&str) -> bool) -> impl Iterator<Item = u32> {
        let numbered = (0..).zip(&self.vocabulary);
        numbered.filter_map(move |(number, word)| is(word).then_some(number))
    }

    /// The texts of some lists in order, each once.
    pub(super) fn in_order(&self, lists: &[&[u32]]) -> impl Iterator<Item = u32> + use<> {
        // A bit for each puts them in order in less time than sorting them.
        let mut bits = vec![0_u64; self.len().div_ceil(64)];
        for text in lists.iter().copied().flatten() {
            if let Some(bits) = bits.get_mut(wide(text / 64)) {
                *bits |= 1 << (text % 64);
            }
        }
        (0..).zip(bits).flat_map(|(at, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 > 0).map(move |bit| at * 64 + bit)
        })
    }
}

/// Lists one after the other, and the piece of it that holds some of them.
fn piece<'l>(all: &'l [u32], ends: &[u32], lists: Range<u32>) -> &'l [u32] {
    let before = |list: u32| list.checked_sub(1).and_then(|list| ends.get(wide(list)).copied());
    let (start, end) = (before(lists.start).unwrap_or(0), before(lists.end).unwrap_or(0));
    all.get(wide(start)..wide(end)).unwrap_or_default()
}

/// A number of words or texts. Four thousand million words are more than any memory holds.
pub(super) fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(GAP)
}

pub(super) fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
