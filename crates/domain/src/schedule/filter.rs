//! Which quotes a daily is drawn from.

use crate::{Corpus, Quote};

/// Which quotes: all that match everything that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
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

    /// The ids of the quotes that match, in the order of the book.
    #[must_use]
    pub fn ids(&self, corpus: &Corpus) -> Vec<String> {
        let quotes = corpus.quotes().iter().filter(|quote| self.admits(corpus, quote));
        quotes.map(|quote| quote.id.clone()).collect()
    }
}
