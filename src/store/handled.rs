//! Which requests have changed something. A change and the mark of its request are committed
//! together, so that a request that comes again after a crash is not carried out twice.
//!
//! A mark is a hash under a key that the caller keeps outside of the database: no copy of it tells
//! when somebody used the bot.

use std::collections::HashSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest as _, Sha256};
use sqlx::sqlite::SqliteConnection;

use super::{Result, Store};
use domain::RequestId;

/// The key of the hashes of requests.
pub type RequestKey = [u8; 32];

tokio::task_local! {
    /// The request that is being carried out.
    static CARRIED_OUT: i64;
}

/// How requests are marked; they are not until somebody has brought a key.
#[derive(Debug, Default)]
pub(super) struct Handled {
    key: OnceLock<RequestKey>,
    /// Marks are forgotten by turns, since they have no time.
    turn: AtomicBool,
}

/// The mark of a request, and the turn in which it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    value: i64,
    turn: bool,
}

/// The requests that were marked at one time, to be looked up without the database.
#[derive(Clone, Debug)]
pub struct Marked(HashSet<i64>);

impl Handled {
    fn value(&self, request: RequestId) -> Option<i64> {
        let hash =
            Sha256::new().chain_update(self.key.get()?).chain_update(request.0.to_be_bytes());
        let [a, b, c, d, e, f, g, h, ..] = hash.finalize().0;
        Some(i64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }

    /// The mark of the request that is being carried out here.
    pub(super) fn mark(&self) -> Option<Mark> {
        let value = CARRIED_OUT.try_with(|value| *value).ok()?;
        Some(Mark { value, turn: self.turn.load(Ordering::Relaxed) })
    }
}

/// Ends a transaction, and keeps the marks of the requests whose changes are in it: one trip to
/// SQLite's thread either way.
pub(super) async fn commit(connection: &mut SqliteConnection, marks: &[Mark]) -> Result<()> {
    let Some(Mark { turn, .. }) = marks.first() else {
        sqlx::query("commit").execute(connection).await?;
        return Ok(());
    };
    let values: Vec<i64> = marks.iter().map(|mark| mark.value).collect();
    sqlx::query(
        "insert or ignore into handled (mark, turn) select value, ?2 from json_each(?1);
         commit",
    )
    // Which is JSON as well.
    .bind(format!("{values:?}"))
    .bind(*turn)
    .execute(connection)
    .await?;
    Ok(())
}

impl Store {
    /// From now on requests that change something are marked, under this key. The first key stays.
    pub fn mark_requests(&self, key: RequestKey) {
        let _ = self.handled.key.set(key);
    }

    /// Carries out a request: each [change](Store::change) within `work` is committed together with
    /// its mark.
    pub async fn carry_out<T>(&self, request: RequestId, work: impl Future<Output = T>) -> T {
        match self.handled.value(request) {
            Some(value) => CARRIED_OUT.scope(value, work).await,
            None => work.await,
        }
    }

    /// The requests of late that are marked.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn marked(&self) -> Result<Marked> {
        let marks: Vec<i64> =
            sqlx::query_scalar("select mark from handled").fetch_all(self.pool()?).await?;
        Ok(Marked(marks.into_iter().collect()))
    }

    /// Whether a request is among those.
    #[must_use]
    pub fn is_among(&self, marked: &Marked, request: RequestId) -> bool {
        self.handled.value(request).is_some_and(|value| marked.0.contains(&value))
    }

    /// Whether a request has changed something, of those that were not forgotten.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn has_carried_out(&self, request: RequestId) -> Result<bool> {
        let Some(value) = self.handled.value(request) else { return Ok(false) };
        Ok(sqlx::query_scalar("select exists (select 1 from handled where mark = ?1)")
            .bind(value)
            .fetch_one(self.pool()?)
            .await?)
    }

    /// Forgets the marks that were made before this was called the last time.
    ///
    /// # Errors
    /// If the database fails; they are forgotten with a later call then.
    pub async fn forget_requests(&self) -> Result<()> {
        let turn = !self.handled.turn.load(Ordering::Relaxed);
        self.change_all_servers(async |tx| {
            tx.statement("delete from handled where turn = ?1").bind(turn).execute().await?;
            Ok(())
        })
        .await?;
        self.handled.turn.store(turn, Ordering::Relaxed);
        Ok(())
    }
}
