//! One task writes. It takes all the writes that wait into one transaction, each in a savepoint of
//! its own, so that a commit's trip to the disk is shared and a failed write spoils no other.

use std::fs::File;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};

use super::{Error, Result};

/// How many writes may share a transaction.
const BATCH: usize = 64;
/// How many may wait; more wait to be let in.
const QUEUE: usize = 1024;
/// When a reader kept the log from being emptied, how long until it is tried again.
const SCRUB_AGAIN: Duration = Duration::from_secs(2);

#[derive(Clone, Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
}

enum Order {
    Write(Job),
    Scrub(oneshot::Sender<()>),
    Close(oneshot::Sender<()>),
}

/// Work that has not been done. It is given the connection, or why there will be none, and hands
/// back what to do once the commit succeeded or failed; what failed by itself has said so.
type Job = Box<
    dyn for<'c> FnOnce(Result<&'c mut SqliteConnection>) -> BoxFuture<'c, Result<Settle>> + Send,
>;
type Settle = Box<dyn FnOnce(Result<()>) + Send>;

impl Writer {
    /// Starts the task. It keeps `lock` for as long as it has the file.
    pub(super) fn start(connection: SqliteConnection, lock: Option<File>) -> Self {
        let (queue, orders) = mpsc::channel(QUEUE);
        tokio::spawn(serve(connection, lock, orders));
        Self { queue }
    }

    pub(super) async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            Box::pin(async move {
                let done = match connection {
                    Ok(connection) => AssertUnwindSafe(async { work(connection).await })
                        .catch_unwind()
                        .await
                        .unwrap_or(Err(Error::Panicked)),
                    Err(error) => Err(error),
                };
                match done {
                    Ok(value) => Ok(Box::new(move |committed: Result<()>| {
                        // The asker may have gone; the write stands all the same.
                        let _ = answer.send(committed.map(|()| value));
                    }) as Settle),
                    Err(error) => {
                        let _ = answer.send(Err(error.clone()));
                        Err(error)
                    }
                }
            })
        });
        self.queue.send(Order::Write(job)).await.map_err(|_| Error::Closed)?;
        answered.await.unwrap_or(Err(Error::Closed))
    }

    /// Moves everything into the file and empties the log, so that what was erased is in neither.
    pub(super) async fn scrub(&self) {
        let (answer, answered) = oneshot::channel();
        if self.queue.send(Order::Scrub(answer)).await.is_ok() {
            let _ = answered.await;
        }
    }

    pub(super) async fn close(&self) {
        let (answer, answered) = oneshot::channel();
        if self.queue.send(Order::Close(answer)).await.is_ok() {
            let _ = answered.await;
        }
    }
}

async fn serve(
    mut connection: SqliteConnection,
    lock: Option<File>,
    mut orders: mpsc::Receiver<Order>,
) {
    let mut batch = Vec::with_capacity(BATCH);
    let mut dirty = false;
    let mut again = tokio::time::interval(SCRUB_AGAIN);
    loop {
        let received = tokio::select! {
            received = orders.recv_many(&mut batch, BATCH) => received,
            _ = again.tick(), if dirty => {
                dirty = !scrub(&mut connection).await;
                continue;
            }
        };
        if received == 0 {
            return;
        }
        let (mut jobs, mut scrubs, mut close) = (Vec::with_capacity(batch.len()), vec![], None);
        for order in batch.drain(..) {
            match order {
                Order::Write(job) => jobs.push(job),
                Order::Scrub(answer) => scrubs.push(answer),
                Order::Close(answer) => close = Some(answer),
            }
        }
        transact(&mut connection, jobs).await;
        if !scrubs.is_empty() {
            dirty = !scrub(&mut connection).await;
            again.reset();
        }
        for answer in scrubs {
            let _ = answer.send(());
        }
        if let Some(answer) = close {
            orders.close();
            if let Err(error) = connection.close().await {
                tracing::warn!(?error, "the database did not close cleanly");
            }
            // Whoever waits for the end may open the file again.
            drop(lock);
            let _ = answer.send(());
            return;
        }
    }
}

async fn transact(connection: &mut SqliteConnection, jobs: Vec<Job>) {
    if jobs.is_empty() {
        return;
    }
    let mut settles = Vec::with_capacity(jobs.len());
    let mut jobs = jobs.into_iter();
    let committed = batch(connection, &mut jobs, &mut settles).await;
    if let Err(error) = &committed {
        // A failed commit can leave the transaction open.
        let _ = sqlx::query("rollback").execute(&mut *connection).await;
        tracing::error!(?error, "a transaction failed");
        for job in jobs {
            let _ = job(Err(error.clone())).await;
        }
    }
    for settle in settles {
        settle(committed.clone());
    }
}

async fn batch(
    db: &mut SqliteConnection,
    jobs: &mut std::vec::IntoIter<Job>,
    settles: &mut Vec<Settle>,
) -> Result<()> {
    let alone = jobs.len() == 1;
    sqlx::query("begin immediate").execute(&mut *db).await?;
    for job in jobs {
        if alone {
            // What stands alone needs no savepoint: the transaction itself is one.
            match job(Ok(&mut *db)).await {
                Ok(settle) => settles.push(settle),
                Err(_) => {
                    // A full disk has rolled it back already.
                    let _ = sqlx::query("rollback").execute(db).await;
                    return Ok(());
                }
            }
        } else {
            sqlx::query("savepoint job").execute(&mut *db).await?;
            match job(Ok(&mut *db)).await {
                Ok(settle) => settles.push(settle),
                Err(error) => {
                    // Where there is no savepoint left, the failure took the transaction with it.
                    let undone = sqlx::query("rollback to job").execute(&mut *db).await;
                    undone.map_err(|_| error)?;
                }
            }
            sqlx::query("release job").execute(&mut *db).await?;
        }
    }
    sqlx::query("commit").execute(db).await?;
    Ok(())
}

/// Empties the log; says whether it is empty now. A reader can be in the way, which is not waited
/// for, since writes would wait as well.
async fn scrub(db: &mut SqliteConnection) -> bool {
    let _ = sqlx::query("pragma busy_timeout = 100").execute(&mut *db).await;
    let busy: sqlx::Result<bool> =
        sqlx::query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&mut *db).await;
    let patience = format!("pragma busy_timeout = {}", super::open::BUSY.as_millis());
    let _ = sqlx::query(sqlx::AssertSqlSafe(patience)).execute(db).await;
    match busy {
        Ok(busy) => !busy,
        Err(error) => {
            tracing::warn!(?error, "the log could not be emptied");
            false
        }
    }
}
