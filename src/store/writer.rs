//! One task writes. It takes all the writes that wait into one transaction, each in a savepoint of
//! its own, so that a commit's trip to the disk is shared and a failed write spoils no other.

use std::fs::File;
use std::panic::AssertUnwindSafe;

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

#[derive(Clone, Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
}

enum Order {
    Write(Job),
    Scrub(oneshot::Sender<()>),
    Close(oneshot::Sender<()>),
}

/// Work that has not been done; it hands back what to do once the commit succeeded or failed, or
/// nothing if it failed by itself and has said so.
type Job =
    Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Option<Settle>> + Send>;
type Settle = Box<dyn FnOnce(Result<()>) + Send>;

impl Writer {
    /// Starts the task. It keeps `lock` for as long as it has the file.
    pub(super) fn start(connection: SqliteConnection, lock: Option<File>) -> Self {
        let (queue, orders) = mpsc::channel(QUEUE);
        tokio::spawn(async move {
            serve(connection, orders).await;
            drop(lock);
        });
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
                let done = AssertUnwindSafe(work(connection)).catch_unwind().await;
                match done.unwrap_or(Err(Error::Panicked)) {
                    Ok(value) => Some(Box::new(move |committed: Result<()>| {
                        // The asker may have gone; the write stands all the same.
                        let _ = answer.send(committed.map(|()| value));
                    }) as Settle),
                    Err(error) => {
                        let _ = answer.send(Err(error));
                        None
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

async fn serve(mut connection: SqliteConnection, mut orders: mpsc::Receiver<Order>) {
    let mut batch = Vec::with_capacity(BATCH);
    while orders.recv_many(&mut batch, BATCH).await > 0 {
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
            scrub(&mut connection).await;
        }
        for answer in scrubs {
            let _ = answer.send(());
        }
        if let Some(answer) = close {
            orders.close();
            if let Err(error) = connection.close().await {
                tracing::warn!(?error, "the database did not close cleanly");
            }
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
    let committed = match batch(connection, jobs, &mut settles).await {
        Ok(()) => Ok(()),
        Err(error) => {
            // A failed commit can leave the transaction open.
            let _ = sqlx::query("rollback").execute(&mut *connection).await;
            tracing::error!(?error, "a transaction failed");
            Err(Error::from(error))
        }
    };
    for settle in settles {
        settle(committed.clone());
    }
}

async fn batch(
    db: &mut SqliteConnection,
    jobs: Vec<Job>,
    settles: &mut Vec<Settle>,
) -> sqlx::Result<()> {
    let alone = jobs.len() == 1;
    sqlx::query("begin immediate").execute(&mut *db).await?;
    for job in jobs {
        if alone {
            // What stands alone needs no savepoint: the transaction itself is one.
            match job(db).await {
                Some(settle) => settles.push(settle),
                None => return sqlx::query("rollback").execute(db).await.map(drop),
            }
        } else {
            sqlx::query("savepoint job").execute(&mut *db).await?;
            match job(db).await {
                Some(settle) => settles.push(settle),
                None => sqlx::query("rollback to job").execute(&mut *db).await.map(drop)?,
            }
            sqlx::query("release job").execute(&mut *db).await?;
        }
    }
    sqlx::query("commit").execute(db).await.map(drop)
}

async fn scrub(connection: &mut SqliteConnection) {
    let checkpoint = sqlx::query("pragma wal_checkpoint(truncate)").execute(connection).await;
    if let Err(error) = checkpoint {
        // A reader was in the way: the next checkpoint empties the log.
        tracing::info!(?error, "the log could not be emptied just now");
    }
}
