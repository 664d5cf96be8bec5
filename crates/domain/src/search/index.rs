//! The words of the quotes of a book, so that what holds a word is found without reading the rest.

use std::collections::HashMap;
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::words;
use crate::Corpus;

/// Between the words of a quote and those of its author's name: no phrase goes across.
const GAP: u32 = u32::MAX;

/// The words of the quotes of a corpus, eight bytes each time that one is used. A word is known by
/// its place in the vocabulary, a quote by its place in the corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct SearchIndex {
    /// Every word that occurs, in order.
    pub(super) vocabulary: Vec<Box<str>>,
    /// Every stem with one of its words, in order.
    stems: Vec<(Box<str>, u32)>,
    /// The words of the quotes, one quote after the other, and where each ends.
    texts: Vec<u32>,
    ends: Vec<u32>,
    /// The quotes in which a word is, once each time that it is in them, one word after the other,
    /// and where each ends.
    holders: Vec<u32>,
    holder_ends: Vec<u32>,
    /// The ids, from the start of each of their words: the quote, and where in its id that is.
    pub(super) ids: Vec<(u32, u32)>,
    /// How many words a quote has on average.
    pub(super) length: f64,
}

impl SearchIndex {
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut index = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for quote in &corpus.quotes {
            let mut number = |word: String| {
                let next = count(numbers.len());
                *numbers.entry(word).or_insert(next)
            };
            index.texts.extend(words(&quote.text).map(&mut number));
            index.texts.push(GAP);
            index.texts.extend(words(corpus.voice(quote)).map(&mut number));
            index.ends.push(count(index.texts.len()));
        }
        index.length = index.texts.len() as f64 / index.ends.len().max(1) as f64;
        index.sort(numbers);
        index.stem();
        index.hold();
        index.ids = ids(corpus);
        index
    }

    /// Numbers the words in their order.
    fn sort(&mut self, numbers: HashMap<String, u32>) {
        let mut sorted: Vec<(String, u32)> = numbers.into_iter().collect();
        sorted.sort_unstable();
        let mut renumbered = vec![0; sorted.len()];
        for (new, (_, old)) in (0..).zip(&sorted) {
            if let Some(number) = renumbered.get_mut(wide(*old)) {
                *number = new;
            }
        }
        for word in &mut self.texts {
            *word = renumbered.get(wide(*word)).copied().unwrap_or(GAP);
        }
        self.vocabulary = sorted.into_iter().map(|(word, _)| word.into_boxed_str()).collect();
    }

    fn stem(&mut self) {
        let stemmer = Stemmer::create(Algorithm::English);
        let words = (0..).zip(&self.vocabulary);
        self.stems = words.map(|(number, word)| (stemmer.stem(word).into(), number)).collect();
        self.stems.sort_unstable();
    }

    /// Notes which quotes hold each word.
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
        for quote in 0..count(self.ends.len()) {
            for word in self.words_of(quote) {
                let Some(end) = ends.get_mut(wide(*word)) else { continue };
                if let Some(holder) = holders.get_mut(wide(*end)) {
                    *holder = quote;
                }
                *end += 1;
            }
        }
        (self.holders, self.holder_ends) = (holders, ends);
    }

    /// How many quotes there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words of a quote, and of the name of its author.
    pub(super) fn words_of(&self, quote: u32) -> &[u32] {
        piece(&self.texts, &self.ends, quote..quote + 1)
    }

    /// The quotes that hold some words which follow each other: for each word in order, once each
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

    /// The words of a stem.
    pub(super) fn of_stem(&self, stem: &str) -> impl Iterator<Item = u32> {
        let start = self.stems.partition_point(|(of, _)| **of < *stem);
        let after = self.stems.get(start..).unwrap_or_default();
        after.iter().take_while(move |(of, _)| **of == *stem).map(|(_, word)| *word)
    }
}

/// Lists one after the other, and the piece of it that holds some of them.
fn piece<'l>(all: &'l [u32], ends: &[u32], lists: Range<u32>) -> &'l [u32] {
    let before = |list: u32| list.checked_sub(1).and_then(|list| ends.get(wide(list)).copied());
    let (start, end) = (before(lists.start).unwrap_or(0), before(lists.end).unwrap_or(0));
    all.get(wide(start)..wide(end)).unwrap_or_default()
}

/// Every word of every id, in order.
fn ids(corpus: &Corpus) -> Vec<(u32, u32)> {
    let quotes = (0..).zip(&corpus.quotes);
    let starts = quotes.flat_map(|(quote, of)| {
        let words = of.id.split_inclusive('-');
        words.scan(0, move |next, word| {
            let start = *next;
            *next += count(word.len());
            Some((quote, start))
        })
    });
    let mut ids: Vec<(u32, u32)> = starts.collect();
    ids.sort_unstable_by_key(|at| (id_from(corpus, *at), *at));
    ids
}

/// An id from one of its words on.
pub(super) fn id_from(corpus: &Corpus, (quote, start): (u32, u32)) -> &str {
    let id = corpus.quotes.get(wide(quote)).map(|quote| quote.id.as_str());
    id.and_then(|id| id.get(wide(start)..)).unwrap_or_default()
}

/// A number of words or quotes. Four thousand million words are more than any memory holds.
pub(super) fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(GAP)
}

pub(super) fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
