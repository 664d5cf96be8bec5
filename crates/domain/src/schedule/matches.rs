//! What matches a filter. A book can be large, and a filter wide: nothing here copies what matches,
//! and only what is in no order of the book is gone through from end to end.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher;

use roaring::RoaringBitmap;

use crate::Corpus;

/// Ids of quotes, questions or pairs, each once. One is known by its place, from 0.
#[derive(Clone, Debug)]
pub struct Matches<'c>(Found<'c>);

#[derive(Clone, Debug)]
pub(crate) enum Found<'c> {
    /// Every quote of the book.
    AllQuotes(&'c Corpus),
    /// The quotes at these places of the book.
    Quotes(&'c Corpus, Cow<'c, RoaringBitmap>),
    /// Anything.
    Listed(Vec<&'c str>),
}

impl<'c> Matches<'c> {
    /// These, in this order.
    #[must_use]
    pub fn listed(ids: Vec<&'c str>) -> Self {
        Self(Found::Listed(ids))
    }

    /// Every quote of the book.
    pub(super) fn all_quotes(corpus: &'c Corpus) -> Self {
        Self(Found::AllQuotes(corpus))
    }

    /// The quotes that are in each of these sets of places; in none, if there is no such set.
    pub(super) fn quotes_in(corpus: &'c Corpus, sets: Vec<Option<&'c RoaringBitmap>>) -> Self {
        let sets: Option<Vec<&RoaringBitmap>> = sets.into_iter().collect();
        let Some(mut sets) = sets else {
            return Self(Found::Quotes(corpus, Cow::default()));
        };
        sets.sort_by_key(|set| set.len());
        let places = match sets.as_slice() {
            [] => return Self::all_quotes(corpus),
            [only] => Cow::Borrowed(*only),
            [smallest, other, others @ ..] => {
                let both = *smallest & *other;
                Cow::Owned(others.iter().fold(both, |places, other| places & *other))
            }
        };
        Self(Found::Quotes(corpus, places))
    }

    pub(crate) fn found(&self) -> &Found<'c> {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Found::AllQuotes(corpus) => corpus.quotes().len(),
            Found::Quotes(_, places) => usize::try_from(places.len()).unwrap_or(usize::MAX),
            Found::Listed(ids) => ids.len(),
        }
    }

    /// Whether nothing matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id at a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&'c str> {
        match &self.0 {
            Found::AllQuotes(corpus) => corpus.quotes().get(place).map(|quote| quote.id.as_str()),
            Found::Quotes(corpus, places) => {
                let place = places.select(u32::try_from(place).ok()?)?;
                quote_at(corpus, place)
            }
            Found::Listed(ids) => ids.get(place).copied(),
        }
    }

    /// All ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = &'c str> {
        // From one to the next is less than to each from the begin.
        let mut quotes = match &self.0 {
            Found::Quotes(corpus, places) => Some((*corpus, places.iter())),
            _ => None,
        };
        (0..self.len()).filter_map(move |place| match &mut quotes {
            Some((corpus, places)) => quote_at(corpus, places.next()?),
            None => self.get(place),
        })
    }

    /// The place of an id.
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        match &self.0 {
            Found::AllQuotes(corpus) => corpus.place_of(id),
            Found::Quotes(corpus, places) => {
                let place = u32::try_from(corpus.place_of(id)?).ok()?;
                let before = places.contains(place).then(|| places.rank(place) - 1)?;
                usize::try_from(before).ok()
            }
            Found::Listed(ids) => ids.iter().position(|known| *known == id),
        }
    }

    /// Those that something is known of, by place and in order.
    pub(crate) fn known<V: Copy, S: BuildHasher>(
        &self,
        known: &HashMap<String, V, S>,
    ) -> Vec<(usize, V)> {
        if matches!(self.0, Found::Listed(_)) || self.len() <= known.len() {
            let all = self.iter().enumerate();
            return all.filter_map(|(place, id)| Some((place, *known.get(id)?))).collect();
        }
        let found = known.iter().filter_map(|(id, it)| Some((self.place_of(id)?, *it)));
        let mut found: Vec<(usize, V)> = found.collect();
        found.sort_unstable_by_key(|(place, _)| *place);
        found
    }
}

/// The id of the quote at a place of the book.
pub(crate) fn quote_at(corpus: &Corpus, place: u32) -> Option<&str> {
    let place = usize::try_from(place).ok()?;
    corpus.quotes().get(place).map(|quote| quote.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{Filter, Kind};
    use super::*;
    use crate::corpus::tests::shipped;

    #[test]
    fn a_filter_matches_the_quotes_that_it_admits() {
        let book = shipped();
        let mut filters = vec![Filter::default()];
        for quote in book.quotes().iter().step_by(7) {
            let (theme, work) = (quote.themes.first().cloned(), Some(quote.work.clone()));
            let author = Some(book.voice(quote).to_owned());
            for given in 0..8 {
                filters.push(Filter {
                    kind: Kind::Quote,
                    theme: theme.clone().filter(|_| given & 1 > 0),
                    author: author.clone().filter(|_| given & 2 > 0),
                    work: work.clone().filter(|_| given & 4 > 0),
                });
            }
        }
        filters.push(Filter { theme: Some("none".to_owned()), ..Filter::default() });
        for filter in filters {
            let admitted = book.quotes().iter().filter(|quote| filter.admits(&book, quote));
            let admitted: Vec<&str> = admitted.map(|quote| quote.id.as_str()).collect();
            let matches = filter.matches(&book);
            assert_eq!(matches.iter().collect::<Vec<_>>(), admitted, "{filter:?}");
            for (place, id) in admitted.iter().enumerate() {
                assert_eq!((matches.place_of(id), matches.get(place)), (Some(place), Some(*id)));
            }
            assert_eq!(matches.place_of("nothing"), None);
            // What is known is the same from either side.
            let some = admitted.iter().step_by(3).map(|id| ((*id).to_owned(), 1));
            let mut known: HashMap<String, i32> = some.collect();
            let few = matches.known(&known);
            let strange = (0..admitted.len() + 1).map(|number| (format!("gone-{number}"), 1));
            known.extend(strange);
            assert_eq!(matches.known(&known), few);
            assert_eq!(few.len(), admitted.len().div_ceil(3));
        }
    }
}
