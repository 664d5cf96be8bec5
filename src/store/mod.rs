//! The database: the only place with SQL. One file a family of tables.
//!
//! Whatever is about one server is a method of [`ServerReads`] or [`ServerTx`], whose statements
//! cannot leave the server out: `store.read(server).kept(member)` reads, and
//! `store.change(server, async |tx| …)` writes. A change reads through its own transaction, since
//! [`ServerTx`] has all the methods of [`ServerReads`]. What is about all servers at once (what is
//! due, the outbox' claims, registrations) is a method of [`Store`].
//!
//! One task owns the connection that writes ([`writer`]). It lends it to the changes that wait, one
//! after the other, within one transaction; a change is acknowledged when that is on the disk.

mod archive;
mod backup;
mod clock_turned_back;
mod consents;
mod contents;
mod decks;
mod deliveries;
mod disk;
mod edit_pace;
mod error;
mod failpoints;
mod file;
mod filters;
mod handled;
mod jobs;
mod kept;
mod key_upgrade;
mod keys;
mod languages;
mod log;
mod lost_keys;
mod meetings;
mod migrations;
mod moderation;
mod moving;
mod numbers;
mod open;
mod ours;
mod outbox;
mod participation;
pub(crate) mod privacy;
mod random_id;
mod ratings;
mod readings;
mod reads;
mod registrations;
mod reports;
mod responses;
mod revisits;
mod rounds;
mod row;
mod schedules;
mod schema;
mod seminars;
mod servings;
mod settings;
mod signals;

mod statements;
#[cfg(test)]
pub(crate) mod tests;
mod tx;
mod unfinished;
mod waiting;
mod writer;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

pub use archive::PosedRound;
pub use backup::{Restored, backup, restore};
pub use consents::{Consent, NewConsent};
pub use contents::Contents;
pub use deliveries::{Delivered, Due, NewDelivery, Slot};
pub use disk::free_space;
pub use error::{Error, OpenError};
#[cfg(test)]
pub(crate) use failpoints::{Failpoints, Location};
#[cfg(not(test))]
use failpoints::{Failpoints, Location};
pub use file::{Mode, beside};
use futures_util::FutureExt;
pub use handled::{Marked, RequestKey};
pub use lost_keys::Unlinked;
pub use meetings::NewMeeting;
pub use moderation::{NewTakeDown, TakenDown};
pub use moving::{Move, MoveError, Moved, Preview, Which};
pub use outbox::{Inbox, JobOutcome, News, OutboxJob, Queue, Retry, WaitingForPress, reply_key};
pub use participation::Participation;
pub use privacy::{About, Link};
pub use readings::Listed;
pub use reads::ServerReads;
pub use reports::{Report, Unconfirmed};
pub use responses::{Draft, Holding, NewAnswer};
pub use revisits::{Asked, NewThought, Planned};
pub use rounds::{NewRound, Within};
pub use schedules::NewSchedule;
pub use seminars::{
    AgendaChange, ClosedSeminar, Decision, Facilitation, Joiner, NewItem, NewSeminar, NextRound,
    Posed, Recall, RecallOutcome,
};
pub use settings::{Setting, Settings};
use signals::Signals;
use sqlx::sqlite::SqlitePool;
pub use statements::{Proposal, Revised, Revision, Vote, VoteOutcome};
use tx::AllServersTx;
pub use tx::ServerTx;
pub use waiting::Waiting;
use writer::Synchronous;

pub use domain::round::Ending;

use domain::ServerId;

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    reads: SqlitePool,
    writes: writer::Writer,
    keys: keys::Keys,
    signals: Arc<Signals>,
    languages: languages::Languages,
    handled: Arc<handled::Handled>,
    edit_pace: edit_pace::EditPace,
    servings: servings::Servings,
    failpoints: Failpoints,
    ours: ours::Ours,
}

/// How often, and after what pause, it is tried to empty the log.
const EMPTY_TRIES: u32 = 25;
const EMPTY_PAUSE: Duration = Duration::from_millis(200);

/// The result of a query.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Store {
    /// Waits until something may have been put in the outbox.
    pub async fn outbox_changed(&self) {
        self.signals.mailbox.changed().await;
    }

    /// Waits until a schedule has been made.
    pub async fn schedules_changed(&self) {
        self.signals.schedules_changed.notified().await;
    }

    /// Where a test makes the store fail.
    #[cfg(test)]
    pub(crate) fn failpoints(&self) -> &Failpoints {
        &self.failpoints
    }

    /// Empties the log, so that nothing that was erased is left in it. `false` if another program that
    /// reads the database has kept it from that for some seconds.
    pub async fn empty_log(&self) -> bool {
        for _ in 0..EMPTY_TRIES {
            if self.writes.empty_log().await {
                return true;
            }
            tokio::time::sleep(EMPTY_PAUSE).await;
        }
        false
    }

    /// Where the keys of a database are.
    #[cfg(test)]
    pub(crate) fn keys_path(path: &std::path::Path) -> std::path::PathBuf {
        keys::path_of(path)
    }

    /// Finishes the writes that wait, and closes the file.
    pub async fn close(&self) {
        // The last to close moves the log into the file, which a reader may not: see [`log`].
        self.reads.close().await;
        self.writes.close().await;
    }

    /// Changes one server's data: what `work` writes is committed together, or not at all if it
    /// fails, panics or is dropped. Answers when it is on the disk.
    ///
    /// All the changes that wait at one time share a transaction, and `work` holds it: it must wait
    /// for nothing but the transaction itself, and whoever awaits this must not stop polling it
    /// without dropping it.
    ///
    /// # Errors
    /// What `work` fails with, or that the database failed; nothing was changed then.
    pub async fn change<T, E: From<Error>>(
        &self,
        server: ServerId,
        work: impl AsyncFnOnce(&mut ServerTx) -> Result<T, E>,
    ) -> Result<T, E> {
        self.change_as(server, Synchronous::Full, self.handled.mark(), work).await
    }

    /// The same for what a request only notes on the way to its reply, and what does no harm if it is
    /// noted again: the request does not count as carried out.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub async fn note<T, E: From<Error>>(
        &self,
        server: ServerId,
        work: impl AsyncFnOnce(&mut ServerTx) -> Result<T, E>,
    ) -> Result<T, E> {
        self.change_as(server, Synchronous::Full, None, work).await
    }

    async fn change_as<T, E: From<Error>>(
        &self,
        server: ServerId,
        synchronous: Synchronous,
        mark: Option<handled::Mark>,
        work: impl AsyncFnOnce(&mut ServerTx) -> Result<T, E>,
    ) -> Result<T, E> {
        let loan = self.writes.borrow(synchronous).await?;
        let mut tx = ServerTx::new(loan, self.shared(), server);
        tx.after.mark = mark;
        // On the heap, so that a command that changes a lot is not large itself.
        let value = caught(Box::pin(work(&mut tx))).await??;
        self.failpoints.hit(Location::Change)?;
        if self.is_ours(server) {
            tx.hand_over(&self.signals.mailbox).await?;
        }
        tx.commit().await?;
        Ok(value)
    }

    /// One server's data, to read.
    #[must_use]
    pub fn read(&self, server: ServerId) -> ServerReads {
        ServerReads::pooled(self.reads.clone(), self.shared(), server, self.failpoints.clone())
    }

    /// What every reader has beside its connection.
    fn shared(&self) -> reads::Shared {
        reads::Shared {
            keys: self.keys.clone(),
            languages: self.languages.clone(),
            edit_pace: self.edit_pace.clone(),
        }
    }

    /// Connections for what is read of all servers at once.
    fn pool(&self) -> Result<&SqlitePool> {
        self.failpoints.hit(Location::Statement)?;
        Ok(&self.reads)
    }

    /// Changes the data of all servers, like [`Store::change`] that of one. It is private to the
    /// store: whoever asks from outside asks for one server.
    async fn change_all_servers<T>(
        &self,
        work: impl AsyncFnOnce(&mut AllServersTx) -> Result<T>,
    ) -> Result<T> {
        self.change_all_servers_as(Synchronous::Full, work).await
    }

    async fn change_all_servers_as<T>(
        &self,
        synchronous: Synchronous,
        work: impl AsyncFnOnce(&mut AllServersTx) -> Result<T>,
    ) -> Result<T> {
        let loan = self.writes.borrow(synchronous).await?;
        let mut tx = AllServersTx::new(loan, self.shared());
        let value = caught(Box::pin(work(&mut tx))).await??;
        tx.commit().await?;
        Ok(value)
    }
}

/// A panic fails one change, not the worker that called it.
async fn caught<T>(work: impl Future<Output = T>) -> Result<T> {
    AssertUnwindSafe(work).catch_unwind().await.map_err(|_| Error::Panicked)
}
