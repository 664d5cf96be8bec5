//! One task owns the connection that writes, and lends it to one change after another. All the
//! changes that wait share a transaction, each in a savepoint of its own, so that a commit's trip
//! to the disk is shared and a failed change spoils no other.
//!
//! A commit waits for the disk, unless nothing in it would be missed: see [`Synchronous`].

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;
use std::vec;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};
use tokio::sync::{Mutex, MutexGuard, OwnedMutexGuard, mpsc, oneshot};

use super::handled::{self, Mark};
use super::keys::Keys;
use super::signals::{AfterCommit, Signals};
use super::{Error, Failpoints, Location, Result, log};

/// How many changes may share a transaction.
const BATCH: usize = 64;
/// How many may wait; more wait to be let in.
const QUEUE: usize = 1024;
/// When a reader kept the log from being emptied, how long until it is tried again.
const SCRUB_AGAIN: Duration = Duration::from_secs(2);
/// How often it is written what was served.
const SAVE: Duration = Duration::from_secs(5);
/// A change that holds the connection longer than this is reported.
const SLOW: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
}

/// Whether a commit waits for the disk, in SQLite's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Synchronous {
    /// What is committed outlives a power cut.
    Full,
    /// It outlives the program alone. A power cut may take it back, but never without all that was
    /// committed after it; the next commit that waits for the disk keeps it.
    Normal,
}

/// SQLite's number of [`Synchronous::Normal`].
const NORMAL: i64 = 1;

#[derive(Debug)]
enum Order {
    Lend(Borrower, Synchronous),
    /// Empties the log, and says whether that was possible.
    Empty(oneshot::Sender<bool>),
    /// Writes what was served, which otherwise waits.
    #[cfg(test)]
    Save(oneshot::Sender<()>),
    Close(oneshot::Sender<()>),
}

type Borrower = oneshot::Sender<Result<Loan>>;

/// What the writer has of the file for as long as it runs.
#[derive(Debug)]
pub(super) struct Owned {
    pub(super) connection: SqliteConnection,
    /// SQLite's number of [`Synchronous::Full`]; a test takes less care.
    pub(super) full: i64,
    /// How it was opened.
    pub(super) options: SqliteConnectOptions,
    /// Held against a second bot; `None` where the file is only read.
    pub(super) lock: Option<File>,
    pub(super) keys: Keys,
}

/// The connection, while nobody has borrowed it.
struct Shared {
    connection: Arc<Mutex<SqliteConnection>>,
    /// How the connection commits, if that is known.
    synchronous: Option<Synchronous>,
    full: i64,
    options: SqliteConnectOptions,
    lock: Option<File>,
    keys: Keys,
    failpoints: Failpoints,
}

/// The connection, within a transaction. To drop it undoes what was written with it.
#[derive(Debug)]
pub(super) struct Loan {
    pub(super) connection: OwnedMutexGuard<SqliteConnection>,
    pub(super) keep: Keep,
    pub(super) failpoints: Failpoints,
}

/// Says that what was written is to be kept. To drop it undoes that.
#[derive(Debug)]
pub(super) struct Keep(oneshot::Sender<Kept>);

/// A change to commit.
#[derive(Debug)]
struct Kept {
    after: AfterCommit,
    committed: oneshot::Sender<Result<()>>,
}

impl Writer {
    /// Starts the task.
    pub(super) fn start(owned: Owned, signals: Arc<Signals>, failpoints: Failpoints) -> Self {
        let (queue, orders) = mpsc::channel(QUEUE);
        let Owned { connection, full, options, lock, keys } = owned;
        let connection = Arc::new(Mutex::new(connection));
        let synchronous = Some(Synchronous::Full);
        let connection = Shared { connection, synchronous, full, options, lock, keys, failpoints };
        tokio::spawn(serve(connection, orders, signals));
        Self { queue }
    }

    /// Waits for its turn to write.
    pub(super) async fn borrow(&self, synchronous: Synchronous) -> Result<Loan> {
        let (borrower, loan) = oneshot::channel();
        let order = Order::Lend(borrower, synchronous);
        self.queue.send(order).await.map_err(|_| Error::Closed)?;
        loan.await.unwrap_or(Err(Error::Closed))
    }

    /// Empties the log; `false` if a reader keeps it from that.
    pub(super) async fn empty_log(&self) -> bool {
        let (emptied, waits) = oneshot::channel();
        let asked = self.queue.send(Order::Empty(emptied)).await;
        asked.is_ok() && waits.await.unwrap_or(false)
    }

    /// Writes what was served.
    #[cfg(test)]
    pub(super) async fn save_servings(&self) {
        let (saved, waits) = oneshot::channel();
        self.queue.send(Order::Save(saved)).await.unwrap();
        waits.await.unwrap();
    }

    pub(super) async fn close(&self) {
        let (closed, waits) = oneshot::channel();
        if self.queue.send(Order::Close(closed)).await.is_ok() {
            let _ = waits.await;
        }
    }
}

impl Keep {
    /// Commits what was written, and answers when it is on the disk. The connection must have been
    /// given back.
    pub(super) async fn commit(self, after: AfterCommit) -> Result<()> {
        let (committed, waits) = oneshot::channel();
        // A caller that is dropped from here on has its change all the same.
        self.0.send(Kept { after, committed }).map_err(|_| Error::Closed)?;
        waits.await.unwrap_or(Err(Error::Closed))
    }
}

async fn serve(mut connection: Shared, mut orders: mpsc::Receiver<Order>, signals: Arc<Signals>) {
    let mut received = Vec::with_capacity(BATCH);
    let mut dirty = false;
    let mut again = tokio::time::interval(SCRUB_AGAIN);
    let mut save = tokio::time::interval(SAVE);
    loop {
        let some = tokio::select! {
            some = orders.recv_many(&mut received, BATCH) => some,
            _ = again.tick(), if dirty => {
                dirty = !connection.scrub().await;
                continue;
            }
            _ = save.tick() => {
                signals.servings.save(&mut *connection.lock().await).await;
                continue;
            }
        };
        if some == 0 {
            signals.servings.save(&mut *connection.lock().await).await;
            return;
        }
        let (mut borrowers, mut closed) = (Vec::with_capacity(some), None);
        let mut synchronous = Synchronous::Normal;
        for order in received.drain(..) {
            match order {
                Order::Lend(borrower, wanted) => {
                    borrowers.push(borrower);
                    if wanted == Synchronous::Full {
                        synchronous = wanted;
                    }
                }
                Order::Empty(answer) => {
                    let _ = answer.send(log::empty(&mut *connection.lock().await).await);
                }
                #[cfg(test)]
                Order::Save(answer) => {
                    signals.servings.save(&mut *connection.lock().await).await;
                    let _ = answer.send(());
                }
                Order::Close(answer) => closed = Some(answer),
            }
        }
        let mut borrowers = borrowers.into_iter();
        while borrowers.len() > 0 {
            let erased = transact(&mut connection, synchronous, &mut borrowers, &signals).await;
            if !erased.is_empty() {
                dirty = !connection.scrub().await;
                again.reset();
            }
            for committed in erased {
                let _ = committed.send(Ok(()));
            }
        }
        if let Some(answer) = closed {
            orders.close();
            signals.servings.save(&mut *connection.lock().await).await;
            connection.close().await;
            // Whoever waits for the end may open the file again.
            let _ = answer.send(());
            return;
        }
    }
}

/// Lends the connection to the borrowers in turn and commits what they keep. Hands back the
/// acknowledgements that have to wait until the log is empty.
async fn transact(
    connection: &mut Shared,
    synchronous: Synchronous,
    borrowers: &mut vec::IntoIter<Borrower>,
    signals: &Signals,
) -> Vec<oneshot::Sender<Result<()>>> {
    let mut kept = Vec::with_capacity(borrowers.len());
    let result = match connection.begin(synchronous, borrowers).await {
        Ok(alone) => batch(connection, alone, borrowers, &mut kept).await,
        Err(error) => Err(error),
    };
    if let Err(error) = &result {
        // A failed commit can leave the transaction open.
        let _ = connection.execute("rollback").await;
        tracing::error!(?error, "a transaction failed");
    }
    let mut erased = Vec::new();
    if result.is_ok() {
        let unused = kept.iter_mut().flat_map(|it| std::mem::take(&mut it.after.unused_keys));
        let unused: Vec<_> = unused.collect();
        debug_assert!(unused.is_empty() || synchronous == Synchronous::Full);
        connection.keys.destroy(unused).await;
    }
    for Kept { after, committed } in kept {
        let is_erased = after.erased;
        if result.is_ok() {
            signals.notify(after);
        }
        if result.is_ok() && is_erased {
            erased.push(committed);
        } else {
            // The caller may have gone; the change is committed all the same.
            let _ = committed.send(result.clone());
        }
    }
    erased
}

async fn batch(
    connection: &Shared,
    alone: bool,
    borrowers: &mut vec::IntoIter<Borrower>,
    kept: &mut Vec<Kept>,
) -> Result<()> {
    while let Some(borrower) = borrowers.next() {
        let change = connection.lend(borrower).await;
        let undo = change.is_none();
        kept.extend(change);
        if alone && undo {
            // A full disk has rolled it back already.
            let _ = connection.execute("rollback").await;
            return Ok(());
        } else if undo {
            // Where no savepoint is left, the failure took the whole transaction with it; those
            // who have not written yet go on in the next one.
            connection.execute("rollback to change").await?;
        } else if borrowers.len() > 0 {
            connection.execute(NEXT).await?;
        }
    }
    connection.failpoints.hit(Location::Commit)?;
    let marks: Vec<Mark> = kept.iter().filter_map(|it| it.after.mark).collect();
    handled::commit(&mut *connection.lock().await, &marks).await
}

// Each is one trip to SQLite's thread. A single change needs no savepoint: the transaction is one.
const BEGIN: &str = "begin immediate";
const BEGIN_MANY: &str = "begin immediate; savepoint change";
const NEXT: &str = "release change; savepoint change";

impl Shared {
    async fn lock(&self) -> MutexGuard<'_, SqliteConnection> {
        self.connection.lock().await
    }

    async fn execute(&self, sql: &'static str) -> Result<()> {
        sqlx::query(sql).execute(&mut *self.lock().await).await?;
        Ok(())
    }

    /// Begins a transaction for those who wait, and says whether there is but one of them. If that
    /// fails, they are told.
    async fn begin(
        &mut self,
        synchronous: Synchronous,
        borrowers: &mut vec::IntoIter<Borrower>,
    ) -> Result<bool> {
        let alone = borrowers.len() == 1;
        let begun = self.begin_as(synchronous, if alone { BEGIN } else { BEGIN_MANY }).await;
        if let Err(error) = &begun {
            for borrower in borrowers {
                let _ = borrower.send(Err(error.clone()));
            }
        }
        begun.map(|()| alone)
    }

    async fn begin_as(&mut self, synchronous: Synchronous, sql: &'static str) -> Result<()> {
        self.failpoints.hit(Location::Begin)?;
        if self.synchronous == Some(synchronous) {
            return self.execute(sql).await;
        }
        // Until both have happened nobody knows which holds.
        self.synchronous = None;
        let number = match synchronous {
            Synchronous::Full => self.full,
            Synchronous::Normal => self.full.min(NORMAL),
        };
        let both = format!("pragma synchronous = {number}; {sql}");
        // SQLite follows it when the statement is prepared, so one that is kept would do nothing.
        let both = sqlx::query(AssertSqlSafe(both)).persistent(false);
        both.execute(&mut *self.lock().await).await?;
        self.synchronous = Some(synchronous);
        Ok(())
    }

    /// Whether what was erased is gone from the log now, and what was destroyed from the keys.
    async fn scrub(&self) -> bool {
        let emptied = log::empty(&mut *self.lock().await).await;
        self.keys.destroy(Vec::new()).await && emptied
    }

    /// Lends the connection to one borrower; `None` if the change is to be undone.
    async fn lend(&self, borrower: Borrower) -> Option<Kept> {
        let (keep, mut kept) = oneshot::channel();
        let connection = Arc::clone(&self.connection).lock_owned().await;
        let failpoints = self.failpoints.clone();
        borrower.send(Ok(Loan { connection, keep: Keep(keep), failpoints })).ok()?;
        let kept = loop {
            match tokio::time::timeout(SLOW, &mut kept).await {
                Ok(kept) => break kept.ok(),
                Err(_) => tracing::error!("a change keeps all others waiting"),
            }
        };
        // It is back once it can be locked.
        drop(self.lock().await);
        kept
    }

    async fn close(self) {
        let mut shared = self.connection;
        let connection = loop {
            match Arc::try_unwrap(shared) {
                Ok(connection) => break connection.into_inner(),
                Err(again) => shared = again,
            }
            // The last borrower is about to let go of it.
            tokio::task::yield_now().await;
        };
        if let Err(error) = connection.close().await {
            tracing::warn!(?error, "the database did not close cleanly");
        }
        if let Some(lock) = self.lock {
            log::remove(&self.options).await;
            drop(lock);
        }
    }
}
