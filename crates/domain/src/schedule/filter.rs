//! Which quotes, or pairs of quotes, a daily is drawn from.

use super::Matches;
use crate::corpus::Pair;
use crate::{Corpus, Quote};

/// What a daily posts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A quote.
    #[default]
    Quote,
    /// Two quotes that disagree.
    Pair,
}

impl Kind {
    /// As it is typed and stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Pair => "pair",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Quote, Self::Pair].into_iter().find(|kind| kind.name() == name)
    }
}

/// Which quotes or pairs: all that match everything that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Quotes or pairs.
    pub kind: Kind,
    /// A theme, by id.
    pub theme: Option<String>,
    /// An author or a speaker, by name.
    pub author: Option<String>,
    /// A work, by id.
    pub work: Option<String>,
}

impl Filter {
    /// Whether a quote matches.
    #[must_use]
    pub fn admits(&self, corpus: &Corpus, quote: &Quote) -> bool {
        self.theme.as_ref().is_none_or(|theme| quote.themes.contains(theme))
            && self.work.as_ref().is_none_or(|work| quote.work == *work)
            && self.author.as_ref().is_none_or(|author| corpus.voice(quote) == author)
    }

    /// The quotes or pairs that match, in the order of the book.
    #[must_use]
    pub fn matches<'c>(&self, corpus: &'c Corpus) -> Matches<'c> {
        match self.kind {
            Kind::Quote => self.quotes(corpus),
            Kind::Pair => self.pairs(corpus),
        }
    }

    fn quotes<'c>(&self, corpus: &'c Corpus) -> Matches<'c> {
        let given = [
            self.theme.as_deref().map(|theme| corpus.places_on(theme)),
            self.work.as_deref().map(|work| corpus.places_in(work)),
            self.author.as_deref().map(|author| corpus.places_by(author)),
        ];
        Matches::quotes_in(corpus, given.into_iter().flatten().collect())
    }

    /// Whether a pair matches: one of its quotes does. The other is there to disagree, often from
    /// another work.
    #[must_use]
    pub fn admits_pair(&self, corpus: &Corpus, pair: &Pair) -> bool {
        let quotes = corpus.quotes_of(pair);
        quotes.is_some_and(|quotes| quotes.iter().any(|quote| self.admits(corpus, quote)))
    }

    fn pairs<'c>(&self, corpus: &'c Corpus) -> Matches<'c> {
        let pairs = corpus.pairs().iter().filter(|pair| self.admits_pair(corpus, pair));
        Matches::listed(pairs.map(|pair| pair.id.as_str()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_matches_if_one_of_its_quotes_does() {
        let book = crate::corpus::tests::shipped();
        let of = |filter: Filter| -> Vec<&str> {
            Filter { kind: Kind::Pair, ..filter }.matches(&book).iter().collect()
        };
        assert_eq!(of(Filter::default()).len(), book.pairs().len());
        let proudhon = of(Filter { author: Some("Proudhon".to_owned()), ..Filter::default() });
        assert_eq!(proudhon, ["pair-1"]);
        let serge =
            Filter { work: Some("serge-planned-economies".to_owned()), ..Filter::default() };
        let pairs = of(serge);
        assert!(pairs.contains(&"pair-3") && !pairs.contains(&"pair-10"));
        let both = Filter {
            theme: Some("technology".to_owned()),
            work: Some("guerin-three-problems".to_owned()),
            ..Filter::default()
        };
        assert_eq!(of(both), ["pair-5", "pair-8"]);
    }
}
