//! The book that each server reads: the one that ships, with the server's own readings beside it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use crate::store::{Result, Store};
use domain::{Corpus, Reading, ServerId};

/// Every server's book. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Books {
    common: Arc<Corpus>,
    store: Store,
    own: Arc<RwLock<Own>>,
}

/// Servers with readings of their own, and the books that were made of them.
#[derive(Debug, Default)]
struct Own {
    servers: HashSet<ServerId>,
    books: HashMap<ServerId, Arc<Corpus>>,
    /// Counts the changes, so that a book that was read before one is not kept after it.
    changes: u64,
}

/// From how many quotes on a book is prepared before anybody asks: the first to search a smaller one waits
/// for less than a tenth of a second.
const LARGE: usize = 20_000;

/// How many books are kept ready. Any can be made again.
const READY: usize = 256;

impl Books {
    /// Books on top of the one that ships.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn new(common: Arc<Corpus>, store: Store) -> Result<Self> {
        prepare(&common);
        let own = Own { servers: store.servers_with_readings().await?, ..Own::default() };
        Ok(Self { common, store, own: Arc::new(RwLock::new(own)) })
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The book that ships.
    #[must_use]
    pub fn common(&self) -> &Arc<Corpus> {
        &self.common
    }

    /// The book of a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn of(&self, server: ServerId) -> Result<Arc<Corpus>> {
        let changes = {
            let own = self.own.read().unwrap_or_else(PoisonError::into_inner);
            if !own.servers.contains(&server) {
                return Ok(Arc::clone(&self.common));
            }
            if let Some(book) = own.books.get(&server) {
                return Ok(Arc::clone(book));
            }
            own.changes
        };
        let listed = self.store.read(server).readings().await?;
        let readings: Vec<Reading> = listed.into_iter().map(|listed| listed.reading).collect();
        let book = Arc::new(self.common.with(&readings));
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        if own.changes == changes {
            if own.books.len() >= READY {
                own.books.clear();
            }
            own.books.insert(server, Arc::clone(&book));
        }
        Ok(book)
    }

    /// Forgets the book of a server whose readings have changed.
    pub fn changed(&self, server: ServerId) {
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        own.changes += 1;
        own.servers.insert(server);
        own.books.remove(&server);
    }
}

/// Makes the indexes of a large book on a thread of its own, so that neither the start nor the first search
/// waits for all of it. It ends with the process.
fn prepare(book: &Arc<Corpus>) {
    if book.quotes().len() < LARGE {
        return;
    }
    let book = Arc::clone(book);
    let thread = std::thread::Builder::new().name("index".to_owned());
    if let Err(error) = thread.spawn(move || book.prepare()) {
        tracing::warn!(?error, "the first search will make the index of the book");
    }
}
