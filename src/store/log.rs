//! SQLite's write-ahead log: emptied when something was erased, removed at the end.

use std::time::Duration;

use super::file::{BUSY, beside};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

/// How often, and after what pause, it is tried to remove the log.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// Empties the log; says whether it is empty now. It does not wait for a reader in the way, since
/// writes would wait as well.
pub(super) async fn empty(db: &mut SqliteConnection) -> bool {
    let _ = sqlx::query("pragma busy_timeout = 100").execute(&mut *db).await;
    let busy: sqlx::Result<bool> =
        sqlx::query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&mut *db).await;
    let patience = format!("pragma busy_timeout = {}", BUSY.as_millis());
    let _ = sqlx::query(sqlx::AssertSqlSafe(patience)).execute(db).await;
    match busy {
        Ok(busy) => !busy,
        Err(error) => {
            tracing::warn!(?error, "the log could not be emptied");
            false
        }
    }
}

/// Removes the log of a file that is closed, so that whoever copies the file alone has all of it.
///
/// SQLite does so when the last connection closes, but not if that one may only read; and a pooled
/// one closes in the background. So the file is opened and closed once more until the log is gone.
pub(super) async fn remove(options: &SqliteConnectOptions) {
    let log = beside(options.get_filename(), "-wal");
    for _ in 0..TRIES {
        if !log.exists() {
            return;
        }
        match options.connect().await {
            Ok(last) => {
                let _ = last.close().await;
            }
            Err(error) => tracing::debug!(?error, "the log cannot be removed yet"),
        }
        if log.exists() {
            tokio::time::sleep(PAUSE).await;
        }
    }
    tracing::warn!(log = %log.display(), "another program reads the database; its log is kept");
}
