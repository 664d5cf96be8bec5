//! The words of the quotes of a book, so that what holds a word is found without reading the rest.

use rust_stemmers::{Algorithm, Stemmer};

use super::postings::{Gatherer, Postings, count, wide};
use super::split::each_word;
use crate::Corpus;

/// The words of the quotes of a corpus and of their authors' names. A quote is known by its place in the
/// corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct SearchIndex {
    pub(super) words: Postings,
    /// Every stem with one of its words, in order.
    stems: Vec<(Box<str>, u32)>,
    /// The ids, from the start of each of their words: the quote, and where in its id that is.
    pub(super) ids: Vec<(u32, u32)>,
}

impl SearchIndex {
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut gatherer = Gatherer::default();
        for quote in &corpus.quotes {
            each_word(&quote.text, |word| gatherer.word(word));
            gatherer.gap();
            each_word(corpus.voice(quote), |word| gatherer.word(word));
            gatherer.end_of_text();
        }
        let words = gatherer.gathered();
        let stemmer = Stemmer::create(Algorithm::English);
        let stems = (0..).zip(&words.vocabulary);
        let stems = stems.map(|(number, word)| (stemmer.stem(word).into(), number));
        let mut stems: Vec<(Box<str>, u32)> = stems.collect();
        stems.sort_unstable();
        Self { words, stems, ids: ids(corpus) }
    }

    /// The words of a stem.
    pub(super) fn of_stem(&self, stem: &str) -> impl Iterator<Item = u32> {
        let start = self.stems.partition_point(|(of, _)| **of < *stem);
        let after = self.stems.get(start..).unwrap_or_default();
        after.iter().take_while(move |(of, _)| **of == *stem).map(|(_, word)| *word)
    }
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
    // Most differ in their first letters, which are compared without looking into the book.
    let begins = |at: (u32, u32)| {
        let mut first = [0; 8];
        first.iter_mut().zip(id_from(corpus, at).bytes()).for_each(|(to, from)| *to = from);
        u64::from_be_bytes(first)
    };
    let mut ids: Vec<(u64, (u32, u32))> = starts.map(|at| (begins(at), at)).collect();
    ids.sort_unstable_by(|(one, at), (other, or)| {
        let is_whole = one.trailing_zeros() >= u8::BITS;
        let rest = || match is_whole {
            true => std::cmp::Ordering::Equal,
            false => id_from(corpus, *at).cmp(id_from(corpus, *or)),
        };
        one.cmp(other).then_with(rest).then(at.cmp(or))
    });
    ids.into_iter().map(|(_, at)| at).collect()
}

/// An id from one of its words on.
pub(super) fn id_from(corpus: &Corpus, (quote, start): (u32, u32)) -> &str {
    let id = corpus.quotes.get(wide(quote)).map(|quote| quote.id.as_str());
    id.and_then(|id| id.get(wide(start)..)).unwrap_or_default()
}
