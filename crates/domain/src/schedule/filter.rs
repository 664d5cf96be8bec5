//! Which quotes, or pairs of quotes, a daily is drawn from.

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

    /// The ids of the quotes or pairs that match, in the order of the book.
    #[must_use]
    pub fn ids(&self, corpus: &Corpus) -> Vec<String> {
        match self.kind {
            Kind::Quote => self.quote_ids(corpus),
            Kind::Pair => self.pair_ids(corpus),
        }
    }

    fn quote_ids(&self, corpus: &Corpus) -> Vec<String> {
        let quotes = corpus.quotes().iter().filter(|quote| self.admits(corpus, quote));
        quotes.map(|quote| quote.id.clone()).collect()
    }

    /// Whether a pair matches: one of its quotes does. The other is there to disagree, often from
    /// another work.
    #[must_use]
    pub fn admits_pair(&self, corpus: &Corpus, pair: &Pair) -> bool {
        let quotes = corpus.quotes_of(pair);
        quotes.is_some_and(|quotes| quotes.iter().any(|quote| self.admits(corpus, quote)))
    }

    fn pair_ids(&self, corpus: &Corpus) -> Vec<String> {
        let pairs = corpus.pairs().iter().filter(|pair| self.admits_pair(corpus, pair));
        pairs.map(|pair| pair.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_matches_if_one_of_its_quotes_does() {
        let book = crate::corpus::tests::shipped();
        let of = |filter: Filter| Filter { kind: Kind::Pair, ..filter }.ids(&book);
        assert_eq!(of(Filter::default()).len(), book.pairs().len());
        let proudhon = of(Filter { author: Some("Proudhon".to_owned()), ..Filter::default() });
        assert_eq!(proudhon, ["pair-1"]);
        let serge =
            Filter { work: Some("serge-planned-economies".to_owned()), ..Filter::default() };
        let pairs = of(serge);
        assert!(pairs.contains(&"pair-3".to_owned()) && !pairs.contains(&"pair-10".to_owned()));
        let both = Filter {
            theme: Some("technology".to_owned()),
            work: Some("guerin-three-problems".to_owned()),
            ..Filter::default()
        };
        assert_eq!(of(both), ["pair-5", "pair-8"]);
    }
}
