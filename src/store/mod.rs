//! The database: the only place with SQL. One file a family of tables.
//!
//! Everything that is written goes through one task ([`writer`]), which lets one transaction serve
//! all the writes that wait; a write is acknowledged when it is on the disk. Reads have
//! connections of their own. Every query about a server's data takes the server's id.

mod backup;
mod consents;
mod decks;
mod deliveries;
mod error;
mod filters;
mod fresh;
mod kept;
mod migrations;
mod open;
mod outbox;
mod readings;
mod registrations;
mod reports;
mod responses;
mod rounds;
mod row;
mod schedules;
mod search;
mod seminars;
mod servings;
mod settings;
mod speaker;
mod statements;
#[cfg(test)]
mod tests;
mod turns;
mod weighings;
mod writer;

use std::sync::Arc;

pub use backup::{backup, restore};
pub use consents::{Consent, NewConsent};
pub use deliveries::{Delivered, Due, Slot};
pub use error::{Error, OpenError};
use futures_util::future::BoxFuture;
pub use open::Mode;
pub use outbox::{Claimed, Outcome};
pub use readings::Listed;
pub use reports::Report;
pub use responses::{Draft, Given};
pub use rounds::{Ending, NewRound, Within};
pub use schedules::NewSchedule;
pub use seminars::{
    Change, Decision, Ended, Facilitation, Joiner, NewItem, NewSeminar, Next, Recall, Wish,
};
pub use settings::Settings;
pub use speaker::Speaker;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
pub use statements::{Heard, Proposal, Reworded, Rewording, Said};
use tokio::sync::Notify;
pub use weighings::Weighed;

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    reads: SqlitePool,
    writes: writer::Writer,
    search: search::Search,
    outbox_changed: Arc<Notify>,
    schedules_changed: Arc<Notify>,
}

/// The result of a query.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Store {
    /// Waits until something may have been put in the outbox.
    pub async fn outbox_changed(&self) {
        self.outbox_changed.notified().await;
    }

    /// Waits until a schedule has been made.
    pub async fn schedules_changed(&self) {
        self.schedules_changed.notified().await;
    }

    /// Finishes the writes that wait, and closes the file.
    pub async fn close(&self) {
        // The last to close moves the log into the file, which a reader may not.
        self.reads.close().await;
        self.writes.close().await;
    }

    /// Runs `work` in a transaction, alone or with others, and answers when it is on the disk.
    async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        self.writes.run(work).await
    }

    /// As [`Store::write`], for work that may put something in the outbox.
    async fn write_and_wake<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let done = self.writes.run(work).await;
        self.outbox_changed.notify_one();
        done
    }
}
