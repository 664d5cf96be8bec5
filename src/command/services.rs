//! What commands work on.

use std::sync::Arc;

use super::{Allowances, Platform, Rates};
use crate::messages::privacy::Policies;
use crate::server_corpora::Books;
use crate::store::{self, Store};
use domain::{Corpus, ServerId};

/// What commands work on.
#[derive(Clone)]
pub struct Services {
    /// The book of the server at hand.
    pub(crate) corpus: Arc<Corpus>,
    pub(crate) books: Books,
    pub(crate) store: Store,
    pub(crate) platform: Arc<dyn Platform>,
    pub(crate) limits: Limits,
    /// How often what was done of late; shared by all.
    pub(crate) rates: Rates,
    /// What the operator has published.
    pub(crate) policies: Arc<Policies>,
}

/// How much a server may bring of its own, and how often what may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a file.
    pub reading_bytes: u64,
    /// The most readings.
    pub readings: usize,
    /// How often members and servers may do what costs something.
    pub often: Allowances,
}

impl Services {
    /// All servers' books, the database, and what only a frontend knows.
    pub fn new(books: Books, platform: Arc<dyn Platform>, limits: Limits) -> Self {
        let (corpus, store) = (Arc::clone(books.common()), books.store().clone());
        let rates = Rates::new(limits.often);
        Self { corpus, books, store, platform, limits, rates, policies: Arc::default() }
    }

    /// The same with what the operator has published.
    #[must_use]
    pub fn with_policies(self, policies: Policies) -> Self {
        Self { policies: Arc::new(policies), ..self }
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The same with the book of one server at hand.
    pub(crate) async fn at(&self, server: ServerId) -> store::Result<Self> {
        Ok(Self { corpus: self.books.of(server).await?, ..self.clone() })
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { reading_bytes: 5_000_000, readings: 10, often: Allowances::default() }
    }
}
