//! Which quotes somebody may mean who has begun to type. It has to keep up with the keys, whatever
//! the size of the book.

use std::collections::BTreeSet;
use std::ops::Range;

use super::index::{count, id_from, wide};
use super::{SearchIndex, words};
use crate::{Corpus, fold};

impl SearchIndex {
    /// The places of up to `most` quotes, the likeliest first, as
    /// [`Corpus::quotes_completing`] says.
    pub(super) fn completing(&self, corpus: &Corpus, typed: &str, most: usize) -> Vec<u32> {
        let typed = fold(typed.trim());
        let all = (0..count(self.len())).take(most);
        // What was chosen comes back as it was shown.
        if let Some((id, _)) = typed.split_once(':')
            && let Some(place) = corpus.place_of(id)
        {
            return vec![count(place)];
        }
        let mut likeliest = Likeliest { found: Vec::new(), most };
        if typed.is_empty() {
            likeliest.add(all.collect());
        } else {
            self.add(&mut likeliest, corpus, &typed);
        }
        likeliest.found
    }

    fn add(&self, likeliest: &mut Likeliest, corpus: &Corpus, typed: &str) {
        let ids = self.ids_beginning(corpus, typed);
        let from_start = ids.iter().filter(|(_, start)| *start == 0).map(|(quote, _)| *quote);
        likeliest.add(earliest(from_start, likeliest.wanted()));
        let words: Vec<String> = words(typed).collect();
        let begun: Vec<Range<u32>> = words.iter().map(|word| self.beginning(word)).collect();
        let mut of_words = match begun.as_slice() {
            [only] => self.earliest_of(only.clone(), likeliest.wanted()),
            several => self.with_all(several, likeliest.wanted()),
        };
        of_words.extend(ids.iter().filter(|(_, start)| *start > 0).map(|(quote, _)| *quote));
        likeliest.add(earliest(of_words.into_iter(), likeliest.wanted()));
        if let [word] = words.as_slice()
            && !likeliest.is_full()
        {
            likeliest.add(self.holding(word, likeliest.wanted()));
        }
    }

    /// The words of ids that begin so.
    fn ids_beginning(&self, corpus: &Corpus, typed: &str) -> &[(u32, u32)] {
        let start = self.ids.partition_point(|at| id_from(corpus, *at) < typed);
        let after = self.ids.get(start..).unwrap_or_default();
        let end = after.partition_point(|at| id_from(corpus, *at).starts_with(typed));
        after.get(..end).unwrap_or_default()
    }

    /// The first quotes with any of these words.
    fn earliest_of(&self, words: Range<u32>, most: usize) -> Vec<u32> {
        let mut earliest = Earliest::new(most);
        for word in words {
            earliest.take_in_order(self.holders(word..word + 1));
        }
        earliest.into_vec()
    }

    /// The first quotes that have a word out of each of these.
    fn with_all(&self, several: &[Range<u32>], most: usize) -> Vec<u32> {
        let rarest = several.iter().min_by_key(|words| self.holders((*words).clone()).len());
        let Some(rarest) = rarest else { return Vec::new() };
        // A bit for each quote puts them in order in less time than sorting them.
        let mut bits = vec![0_u64; self.len().div_ceil(64)];
        for quote in self.holders(rarest.clone()) {
            if let Some(bits) = bits.get_mut(wide(quote / 64)) {
                *bits |= 1 << (quote % 64);
            }
        }
        let held = (0..).zip(bits).flat_map(|(at, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 > 0).map(move |bit| at * 64 + bit)
        });
        let has_all = |quote: &u32| {
            let own = self.words_of(*quote);
            several.iter().all(|words| own.iter().any(|word| words.contains(word)))
        };
        held.filter(has_all).take(most).collect()
    }

    /// The first quotes in which a word holds these letters.
    fn holding(&self, letters: &str, most: usize) -> Vec<u32> {
        let mut earliest = Earliest::new(most);
        for (number, word) in (0..).zip(&self.vocabulary) {
            if word.contains(letters) {
                earliest.take_in_order(self.holders(number..number + 1));
            }
        }
        earliest.into_vec()
    }
}

/// What was found so far, the likeliest first.
struct Likeliest {
    found: Vec<u32>,
    most: usize,
}

impl Likeliest {
    /// How many may be needed until enough are among them that were not found before.
    fn wanted(&self) -> usize {
        self.most + self.found.len()
    }

    fn is_full(&self) -> bool {
        self.found.len() >= self.most
    }

    fn add(&mut self, more: Vec<u32>) {
        for quote in more {
            if !self.is_full() && !self.found.contains(&quote) {
                self.found.push(quote);
            }
        }
    }
}

/// The first of many.
struct Earliest {
    found: BTreeSet<u32>,
    most: usize,
}

impl Earliest {
    fn new(most: usize) -> Self {
        Self { found: BTreeSet::new(), most }
    }

    /// Takes one in; `false` if neither it nor a later one is among the first.
    fn take(&mut self, quote: u32) -> bool {
        if self.found.len() >= self.most && self.found.last().is_none_or(|last| *last < quote) {
            return false;
        }
        self.found.insert(quote);
        if self.found.len() > self.most {
            self.found.pop_last();
        }
        true
    }

    fn take_in_order(&mut self, quotes: &[u32]) {
        for quote in quotes {
            if !self.take(*quote) {
                return;
            }
        }
    }

    fn into_vec(self) -> Vec<u32> {
        self.found.into_iter().collect()
    }
}

fn earliest(quotes: impl Iterator<Item = u32>, most: usize) -> Vec<u32> {
    let mut earliest = Earliest::new(most);
    for quote in quotes {
        earliest.take(quote);
    }
    earliest.into_vec()
}
