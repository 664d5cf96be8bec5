//! What commands work on.

use std::sync::Arc;

use super::Platform;
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
}

/// How much a server may bring of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a file.
    pub reading_bytes: u64,
    /// The most readings.
    pub readings: usize,
}

impl Services {
    /// All servers' books, the database, and what only a frontend knows.
    pub fn new(books: Books, platform: Arc<dyn Platform>, limits: Limits) -> Self {
        let (corpus, store) = (Arc::clone(books.common()), books.store().clone());
        Self { corpus, books, store, platform, limits }
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
        Self { reading_bytes: 5_000_000, readings: 10 }
    }
}
