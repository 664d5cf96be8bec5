//! Opens the file: refuses what is not ours or newer, takes the lock, brings it up to date.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Row};
use tokio::sync::Notify;

use super::search::Search;
use super::writer::Writer;
use super::{OpenError, Store};
use crate::domain::Corpus;

static MIGRATIONS: Migrator = sqlx::migrate!();

/// What the file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To run the bot on it: made if it is missing, brought up to date, and locked against a
    /// second one.
    Bot,
    /// To look at it beside a running bot: nothing is made or changed.
    Look,
}

/// How long a statement waits for another process.
const BUSY: Duration = Duration::from_secs(5);
/// Connections that read.
const READERS: u32 = 4;
/// "Comm": marks the file as ours, in the header that SQLite keeps for that.
const APPLICATION_ID: i32 = 0x436f_6d6d;

impl Store {
    /// Opens the database at `path`, and readies the search over `corpus`.
    ///
    /// # Errors
    /// [`OpenError`], a sentence that says what to do; nothing was overwritten.
    pub async fn open(path: &Path, mode: Mode, corpus: &Corpus) -> Result<Self, OpenError> {
        let failed = |error: sqlx::Error| OpenError::of(path, &error);
        if mode == Mode::Look && !path.exists() {
            return Err(OpenError::Missing(path.to_owned()));
        }
        let lock = match mode {
            Mode::Bot => Some(lock(path)?),
            Mode::Look => None,
        };
        let options = options(path, mode);
        let mut connection = options.connect().await.map_err(failed)?;
        refuse_foreign(&mut connection, path).await?;
        if mode == Mode::Bot {
            // Only a file that is ours is touched, so WAL is not asked for any earlier.
            MIGRATIONS.run(&mut connection).await.map_err(|error| match error {
                sqlx::migrate::MigrateError::Execute(error) => failed(error),
                other => OpenError::Other(path.to_owned(), other.to_string()),
            })?;
        }
        let reads = SqlitePoolOptions::new()
            .max_connections(READERS)
            .min_connections(1)
            .connect_with(options.pragma("query_only", "on"))
            .await
            .map_err(failed)?;
        let search = Search::over(corpus).await.map_err(failed)?;
        Ok(Self {
            reads,
            writes: Writer::start(connection, lock),
            search,
            outbox_changed: Arc::new(Notify::new()),
            schedules_changed: Arc::new(Notify::new()),
        })
    }
}

fn options(path: &Path, mode: Mode) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(mode == Mode::Bot)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit is on the disk before it is acknowledged, whatever happens to the power.
        .synchronous(SqliteSynchronous::Full)
        // What is deleted is overwritten: a key or an erased answer does not linger in the file.
        .pragma("secure_delete", "on")
        .optimize_on_close(mode == Mode::Bot, None)
}

/// Refuses a file that another program or a newer version of this one has written.
async fn refuse_foreign(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema")
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    if tables == 0 {
        return Ok(());
    }
    let id: i32 = sqlx::query_scalar("pragma application_id")
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    if id != APPLICATION_ID {
        return Err(OpenError::NotOurs(path.to_owned()));
    }
    let newest = sqlx::query("select max(version) from _sqlx_migrations")
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?
        .get::<Option<i64>, _>(0)
        .unwrap_or(0);
    if MIGRATIONS.version_exists(newest) || newest == 0 {
        Ok(())
    } else {
        Err(OpenError::Newer(path.to_owned(), newest))
    }
}

/// Takes the lock beside the file. It is let go when the process ends, however it ends.
fn lock(path: &Path) -> Result<File, OpenError> {
    let beside = PathBuf::from(format!("{}.lock", path.display()));
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&beside).map_err(
        |error| match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                OpenError::ReadOnly(path.to_owned())
            }
            std::io::ErrorKind::StorageFull => OpenError::Full(path.to_owned()),
            _ => OpenError::Other(path.to_owned(), error.to_string()),
        },
    )?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(error)) => {
            Err(OpenError::Other(path.to_owned(), error.to_string()))
        }
    }
}
