//! Which quotes somebody may mean who has begun to type. It has to keep up with the keys, whatever
//! the size of the book.

use std::ops::Range;

use super::earliest::{Earliest, Likeliest, earliest};
use super::index::id_from;
use super::postings::count;
use super::{SearchIndex, words};
use crate::{Corpus, fold};

impl SearchIndex {
    /// The places of up to `most` quotes, the likeliest first, as
    /// [`Corpus::quotes_completing`] says.
    pub(super) fn completing(&self, corpus: &Corpus, typed: &str, most: usize) -> Vec<u32> {
        let typed = fold(typed.trim());
        let all = (0..count(self.words.len())).take(most);
        // What was chosen comes back as it was shown.
        if let Some((id, _)) = typed.split_once(':')
            && let Some(place) = corpus.place_of(id)
        {
            return vec![count(place)];
        }
        let mut likeliest = Likeliest::new(most);
        if typed.is_empty() {
            likeliest.add(all.collect());
        } else {
            self.add(&mut likeliest, corpus, &typed);
        }
        likeliest.found()
    }

    fn add(&self, likeliest: &mut Likeliest, corpus: &Corpus, typed: &str) {
        let ids = self.ids_beginning(corpus, typed);
        let from_start = ids.iter().filter(|(_, start)| *start == 0).map(|(quote, _)| *quote);
        likeliest.add(earliest(from_start, likeliest.wanted()));
        let words: Vec<String> = words(typed).collect();
        let begun: Vec<Range<u32>> = words.iter().map(|word| self.words.beginning(word)).collect();
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
            earliest.take_in_order(self.words.holders(word..word + 1));
        }
        earliest.into_vec()
    }

    /// The first quotes that have a word out of each of these.
    fn with_all(&self, several: &[Range<u32>], most: usize) -> Vec<u32> {
        let rarest = several.iter().min_by_key(|words| self.words.holders((*words).clone()).len());
        let Some(rarest) = rarest else { return Vec::new() };
        let has_all = |quote: &u32| {
            let own = self.words.words_of(*quote);
            several.iter().all(|words| own.iter().any(|word| words.contains(word)))
        };
        let held = self.words.in_order(&[self.words.holders(rarest.clone())]);
        held.filter(has_all).take(most).collect()
    }

    /// The first quotes in which a word holds these letters.
    fn holding(&self, letters: &str, most: usize) -> Vec<u32> {
        let mut earliest = Earliest::new(most);
        for word in self.words.words(|word| word.contains(letters)) {
            earliest.take_in_order(self.words.holders(word..word + 1));
        }
        earliest.into_vec()
    }
}
