//! What a place has had.

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;

use crate::Corpus;
use crate::corpus::Edition;

/// How often a place has had the quotes of a book, and whatever else it was served: two bytes a quote,
/// or less.
#[derive(Clone, Debug, Default)]
pub struct Had {
    edition: Edition,
    /// The places of the quotes in the book, by how often they came.
    pub(super) rounds: BTreeMap<i64, RoaringBitmap>,
    others: HashMap<String, i64>,
}

/// What an entry of a map takes beside its text, in bytes.
const ENTRY: usize = 64;

impl Had {
    /// How often a place has had each item.
    #[must_use]
    pub fn new(corpus: &Corpus, items: impl IntoIterator<Item = (String, i64)>) -> Self {
        let mut had = Self { edition: corpus.edition().clone(), ..Self::default() };
        for (item, times) in items {
            match place(corpus, &item) {
                Some(place) if times > 0 => _ = had.rounds.entry(times).or_default().insert(place),
                Some(_) => {}
                None => _ = had.others.insert(item, times),
            }
        }
        had
    }

    /// Whether it tells of this book. Of another it cannot tell.
    #[must_use]
    pub fn is_of(&self, corpus: &Corpus) -> bool {
        self.edition == *corpus.edition()
    }

    /// Notes how often an item has come now.
    pub fn note(&mut self, corpus: &Corpus, item: &str, times: i64) {
        let Some(place) = place(corpus, item) else {
            self.others.insert(item.to_owned(), times);
            return;
        };
        self.rounds.retain(|_, places| {
            places.remove(place);
            !places.is_empty()
        });
        self.rounds.entry(times).or_default().insert(place);
    }

    /// How often an item has come.
    pub(super) fn times(&self, corpus: &Corpus, item: &str) -> i64 {
        match place(corpus, item) {
            Some(place) => {
                let mut rounds = self.rounds.iter();
                rounds.find(|(_, places)| places.contains(place)).map_or(0, |(times, _)| *times)
            }
            None => self.others.get(item).copied().unwrap_or(0),
        }
    }

    /// The memory that it takes, in bytes, nearly.
    #[must_use]
    pub fn size(&self) -> usize {
        let rounds = self.rounds.values().map(|places| ENTRY + places.serialized_size());
        let others = self.others.keys().map(|item| ENTRY + item.len());
        rounds.chain(others).sum()
    }
}

fn place(corpus: &Corpus, item: &str) -> Option<u32> {
    corpus.place_of(item).and_then(|place| u32::try_from(place).ok())
}
