//! Finds quotes by their words: whole words in all their forms, beginnings, phrases, and in any
//! script. The best come first.

mod completing;
mod earliest;
mod found;
mod index;
mod list;
mod postings;
mod split;
#[cfg(test)]
mod tests;

use rust_stemmers::Stemmer;

use crate::query::Query;
use crate::{Corpus, Quote};

pub(crate) use self::index::SearchIndex;
pub(crate) use self::list::List;

/// English endings that a stem can have lost: `federati*` has to find what `federation` finds,
/// though both are kept as `feder`.
const ENDINGS: &[&str] = &[
    "able", "ably", "al", "alism", "alist", "ality", "alize", "ally", "ance", "ances", "ant",
    "ated", "ates", "ating", "ation", "ational", "ations", "ative", "ator", "ators", "ed", "ence",
    "ent", "er", "ers", "es", "ful", "fulness", "ibility", "ible", "ic", "ical", "icity", "ied",
    "ies", "ing", "ingly", "ings", "ion", "ional", "ions", "ise", "ised", "ises", "ising", "ism",
    "isms", "ist", "ists", "ities", "ity", "ive", "iveness", "ivity", "ization", "ize", "ized",
    "izes", "izing", "less", "ly", "ment", "ments", "ness", "or", "ors", "ous", "ously", "ousness",
    "s", "y",
];

impl Corpus {
    /// The quotes in which everything is that is searched for, the best first.
    #[must_use]
    pub fn search_all(&self, query: &Query) -> Vec<&Quote> {
        self.found(query, query.terms.len())
    }

    /// The quotes in which anything is that is searched for, the best first.
    #[must_use]
    pub fn search_any(&self, query: &Query) -> Vec<&Quote> {
        self.found(query, 1)
    }

    fn found(&self, query: &Query, least: usize) -> Vec<&Quote> {
        self.at(self.index().found(query, least))
    }

    /// Up to `most` quotes that somebody may mean who has typed so far. First come those whose id
    /// begins so; then those of which a word begins so, be it of their text, of their author's name
    /// or of their id, or each of several words; then those in which a word holds it.
    #[must_use]
    pub fn quotes_completing(&self, typed: &str, most: usize) -> Vec<&Quote> {
        self.at(self.index().completing(self, typed, most))
    }

    pub(crate) fn prepare_search(&self) {
        self.index();
    }

    fn index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::of(self))
    }

    fn at(&self, places: Vec<u32>) -> Vec<&Quote> {
        let places = places.into_iter().filter_map(|place| usize::try_from(place).ok());
        places.filter_map(|place| self.quotes.get(place)).collect()
    }
}

/// Whether a word of this stem can begin so: `federati` is the stem `feder` and the beginning of an
/// ending that `feder` can have lost.
pub(crate) fn lost_ending(stem: &str, prefix: &str, stemmer: &Stemmer) -> bool {
    let rest = prefix.strip_prefix(stem).filter(|rest| !rest.is_empty());
    rest.is_some_and(|rest| {
        let endings = ENDINGS.iter().filter(|ending| ending.starts_with(rest));
        endings.into_iter().any(|end| stemmer.stem(&format!("{stem}{end}")) == stem)
    })
}

/// The words of a text, folded. In scripts without spaces each letter is a word of its own, so that
/// any part of a sentence is found.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let mut words = Vec::new();
    split::each_word(text, |word| words.push(word.to_owned()));
    words.into_iter()
}
