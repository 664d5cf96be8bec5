//! A long list, so kept that what somebody has begun to type is found in it without going through it. It
//! finds what [`likeliest`](crate::completing::likeliest) finds.

use std::ops::Range;

use super::earliest::{Earliest, Likeliest, earliest};
use super::postings::{Gatherer, Postings, count, wide};
use crate::completing::folded;

/// Names, and what is meant by them.
#[derive(Clone, Debug)]
pub(crate) struct List {
    names: Texts,
    values: Texts,
}

/// Texts as words and what is between them, which counts as a word as well.
#[derive(Clone, Debug)]
struct Texts {
    words: Postings,
    /// The texts in the order of their first words.
    by_first: Vec<u32>,
}

impl List {
    pub(crate) fn of<'v>(entries: impl Iterator<Item = (String, &'v str)>) -> Self {
        let (mut names, mut values) = (Gatherer::default(), Gatherer::default());
        for (name, value) in entries {
            let (name, value) = (folded(&name), folded(value));
            pieces(&name).for_each(|piece| names.word(piece));
            // What begins the name is found there.
            if !name.starts_with(&value) {
                pieces(&value).for_each(|piece| values.word(piece));
            }
            names.end_of_text();
            values.end_of_text();
        }
        Self { names: Texts::of(names.gathered()), values: Texts::of(values.gathered()) }
    }

    /// Up to `most` of its places, the likeliest first. What was typed has to be folded.
    pub(crate) fn completing(&self, typed: &str, most: usize) -> Vec<usize> {
        let mut likeliest = Likeliest::new(most);
        match pieces(typed).collect::<Vec<&str>>().as_slice() {
            [] => likeliest.add((0..count(self.names.words.len())).take(most).collect()),
            pieces => self.add(&mut likeliest, pieces),
        }
        likeliest.found().into_iter().map(wide).collect()
    }

    fn add(&self, likeliest: &mut Likeliest, pieces: &[&str]) {
        let begin = self.names.beginning(pieces).chain(self.values.beginning(pieces));
        likeliest.add(earliest(begin, likeliest.wanted()));
        let words: Vec<&str> = pieces.iter().copied().filter(|piece| is_word(piece)).collect();
        if let ([piece], [_]) = (pieces, words.as_slice()) {
            let mut earliest = Earliest::new(likeliest.wanted());
            for Texts { words, .. } in [&self.names, &self.values] {
                let begun = words.beginning(piece);
                begun.for_each(|word| earliest.take_in_order(words.holders(word..word + 1)));
            }
            likeliest.add(earliest.into_vec());
        }
        if words.len() > 1 && !likeliest.is_full() {
            likeliest.add(self.names.with_each(&words, likeliest.wanted()));
        }
        if !likeliest.is_full() {
            likeliest.add(self.names.holding(pieces, likeliest.wanted()));
        }
    }
}

impl Texts {
    fn of(words: Postings) -> Self {
        let mut by_first: Vec<u32> = (0..count(words.len())).collect();
        by_first.retain(|text| !words.words_of(*text).is_empty());
        by_first.sort_by_key(|text| words.words_of(*text).first());
        Self { words, by_first }
    }

    /// The texts that begin with these pieces.
    fn beginning(&self, pieces: &[&str]) -> impl Iterator<Item = u32> {
        let ranges = self.followed(pieces).unwrap_or_default();
        let first = ranges.first().cloned().unwrap_or_default();
        let of = |text: &u32| self.words.words_of(*text).first().copied().unwrap_or_default();
        let start = self.by_first.partition_point(|text| of(text) < first.start);
        let after = self.by_first.get(start..).unwrap_or_default();
        let end = after.partition_point(|text| of(text) < first.end);
        let texts = after.get(..end).unwrap_or_default().iter().copied();
        texts.filter(move |text| match ranges.as_slice() {
            [_] => true,
            ranges => are(self.words.words_of(*text), ranges),
        })
    }

    /// For each piece the words that it can be, if others precede it: itself, or for the last one those that
    /// begin so. `None` if there is none.
    fn followed(&self, pieces: &[&str]) -> Option<Vec<Range<u32>>> {
        let (last, whole) = pieces.split_last()?;
        let whole = whole.iter().map(|piece| self.words.word(piece).map(|word| word..word + 1));
        let begun = Some(self.words.beginning(last)).filter(|words| !words.is_empty());
        whole.chain([begun]).collect()
    }

    /// The first texts with a word that begins like each of these.
    fn with_each(&self, words: &[&str], most: usize) -> Vec<u32> {
        let begun: Vec<Range<u32>> = words.iter().map(|word| self.words.beginning(word)).collect();
        let holders = |words: &&Range<u32>| self.words.holders((*words).clone()).len();
        let Some(rarest) = begun.iter().min_by_key(holders) else { return Vec::new() };
        let has_each = |text: &u32| {
            let own = self.words.words_of(*text);
            begun.iter().all(|words| own.iter().any(|word| words.contains(word)))
        };
        let texts = self.words.in_order(&[self.words.holders(rarest.clone())]);
        texts.filter(has_each).take(most).collect()
    }

    /// The first texts that hold these pieces one after the other, from within a word to within a word.
    fn holding(&self, pieces: &[&str], most: usize) -> Vec<u32> {
        match pieces {
            [] => Vec::new(),
            [piece] => {
                let mut earliest = Earliest::new(most);
                for word in self.words.words(|word| word.contains(piece)) {
                    earliest.take_in_order(self.words.holders(word..word + 1));
                }
                earliest.into_vec()
            }
            [first, rest @ ..] => self.holding_several(first, rest, most),
        }
    }

    fn holding_several(&self, first: &str, rest: &[&str], most: usize) -> Vec<u32> {
        let Some(rest) = self.followed(rest) else { return Vec::new() };
        let first: Vec<u32> = self.words.words(|word| word.ends_with(first)).collect();
        let of_first = first.iter().map(|word| self.words.holders(*word..*word + 1)).collect();
        let of_rest = rest.iter().map(|words| vec![self.words.holders(words.clone())]);
        let lists = std::iter::once(of_first).chain(of_rest);
        let many = |lists: &Vec<&[u32]>| lists.iter().map(|list| list.len()).sum::<usize>();
        let texts = self.words.in_order(&lists.min_by_key(many).unwrap_or_default());
        let here = |words: &[u32]| {
            words
                .split_first()
                .is_some_and(|(word, after)| are(after, &rest) && first.binary_search(word).is_ok())
        };
        let holds = |text: &u32| {
            let own = self.words.words_of(*text);
            (0..own.len()).any(|at| own.get(at..).is_some_and(here))
        };
        texts.filter(holds).take(most).collect()
    }
}

/// Whether the first words are one of each of these.
fn are(words: &[u32], ranges: &[Range<u32>]) -> bool {
    words.len() >= ranges.len()
        && words.iter().zip(ranges).all(|(word, range)| range.contains(word))
}

/// The words of a text and what is between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let in_word = rest.chars().next()?.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != in_word);
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

fn is_word(piece: &str) -> bool {
    piece.starts_with(char::is_alphanumeric)
}
