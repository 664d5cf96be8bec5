//! What a search finds, the best first. The work grows with what holds its words, not with the book.

use std::collections::HashSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::postings::wide;
use super::{SearchIndex, lost_ending};
use crate::query::{Query, Term};

/// How fast a word that comes again counts less, and how much less a word of a long quote counts:
/// the usual values of Okapi BM25.
const SATURATION: f64 = 1.2;
const BY_LENGTH: f64 = 0.75;

/// A quote, how many terms of a query it holds, and how well.
#[derive(Clone, Copy)]
struct Hit {
    quote: u32,
    terms: usize,
    score: f64,
}

impl SearchIndex {
    /// The places of the quotes in which at least so many of the terms are, the best first.
    pub(super) fn found(&self, query: &Query, least: usize) -> Vec<u32> {
        let mut hits: Vec<Hit> = Vec::new();
        for (term, to_come) in query.terms.iter().zip((0..query.terms.len()).rev()) {
            let counted = self.counted(term);
            let holding = counted.len();
            let of_term = counted.into_iter().map(|(quote, times)| {
                let score = self.weight(times, self.words.words_of(quote).len(), holding);
                Hit { quote, terms: 1, score }
            });
            hits = joined(hits, of_term, |terms| terms + to_come >= least);
        }
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits.into_iter().map(|hit| hit.quote).collect()
    }

    /// In which quotes a term is, in order, and how often in each.
    fn counted(&self, term: &Term) -> Vec<(u32, usize)> {
        let meant = self.meant(term);
        let rarest = meant.iter().min_by_key(|words| {
            words.iter().map(|word| self.words.holders(*word..*word + 1).len()).sum::<usize>()
        });
        let Some(rarest) = rarest else { return Vec::new() };
        let mut holders: Vec<u32> = Vec::new();
        for word in rarest {
            holders.extend(self.words.holders(*word..*word + 1));
        }
        // Each word's are in order already, which this sort makes use of.
        holders.sort();
        let runs = holders.chunk_by(|one, other| one == other);
        let runs = runs.filter_map(|run| Some((*run.first()?, run.len())));
        match meant.as_slice() {
            [_] => runs.collect(),
            phrase => {
                let times = |quote: u32| side_by_side(self.words.words_of(quote), phrase);
                runs.map(|(quote, _)| (quote, times(quote)))
                    .filter(|(_, times)| *times > 0)
                    .collect()
            }
        }
    }

    /// What it counts that a term is `times` times in a quote of so many words, and in `holding`
    /// quotes at all: Okapi BM25.
    fn weight(&self, times: usize, words: usize, holding: usize) -> f64 {
        let (all, holding, times) = (self.words.len() as f64, holding as f64, times as f64);
        let rarity = (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln();
        let length = 1.0 - BY_LENGTH + BY_LENGTH * words as f64 / self.words.length.max(1.0);
        rarity * times * (SATURATION + 1.0) / (times + SATURATION * length)
    }

    /// For each word of a term the words of the vocabulary that it can stand for, in order.
    fn meant(&self, term: &Term) -> Vec<Vec<u32>> {
        let stemmer = Stemmer::create(Algorithm::English);
        let last = term.words.len().saturating_sub(1);
        let meant = term.words.iter().enumerate().map(|(at, word)| {
            let mut meant = match term.prefix && at == last {
                true => self.begun(word, &stemmer),
                false => self.of_stem(&stemmer.stem(word)).collect(),
            };
            meant.sort_unstable();
            meant
        });
        meant.collect()
    }

    /// The words that begin so, in all their forms.
    fn begun(&self, prefix: &str, stemmer: &Stemmer) -> Vec<u32> {
        let begun = self.words.beginning(prefix);
        let begun =
            self.words.vocabulary.get(wide(begun.start)..wide(begun.end)).unwrap_or_default();
        let mut stems: HashSet<_> = begun.iter().map(|word| stemmer.stem(word)).collect();
        let shorter = prefix.char_indices().skip(1).filter_map(|(at, _)| prefix.get(..at));
        stems.extend(
            shorter.filter(|stem| lost_ending(stem, prefix, stemmer)).map(std::borrow::Cow::from),
        );
        stems.iter().flat_map(|stem| self.of_stem(stem)).collect()
    }
}

/// Both in one, each quote once; those with too few terms are dropped.
fn joined(
    hits: Vec<Hit>,
    of_term: impl Iterator<Item = Hit>,
    enough: impl Fn(usize) -> bool,
) -> Vec<Hit> {
    let mut joined = Vec::with_capacity(hits.len());
    let mut before = hits.into_iter().peekable();
    let mut keep = |hit: Hit| {
        if enough(hit.terms) {
            joined.push(hit);
        }
    };
    for new in of_term {
        while let Some(old) = before.next_if(|old| old.quote < new.quote) {
            keep(old);
        }
        match before.next_if(|old| old.quote == new.quote) {
            Some(old) => {
                keep(Hit { terms: old.terms + new.terms, score: old.score + new.score, ..new })
            }
            None => keep(new),
        }
    }
    before.for_each(keep);
    joined
}

/// How often words stand side by side.
fn side_by_side(words: &[u32], meant: &[Vec<u32>]) -> usize {
    let here = |window: &&[u32]| {
        window.iter().zip(meant).all(|(word, meant)| meant.binary_search(word).is_ok())
    };
    words.windows(meant.len().max(1)).filter(here).count()
}
