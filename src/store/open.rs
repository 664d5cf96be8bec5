//! Opens the database, and brings it up to date.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions};

use tracing::level_filters::LevelFilter;

use super::edit_pace::EditPace;
use super::file::{
    APPLICATION_ID, BUSY, Mode, beside, lock, make, refuse_foreign, unopened, version,
};
use super::keys::{self, Keys};
use super::migrations::MIGRATIONS;
use super::ours::Ours;
use super::schema::make_tables;
use super::signals::Signals;
use super::writer::{Owned, Writer};
use super::{Error, Failpoints, OpenError, Store, backup, key_upgrade, log, lost_keys, unfinished};

/// The most connections that read; more than there are cores could not work at once.
const READERS: u32 = 4;
/// How long a connection that is not needed stays. Each has a thread, the schema and a cache of its own.
const IDLE: Duration = Duration::from_secs(60);

impl Store {
    /// Opens the database at `path`.
    ///
    /// # Errors
    /// [`OpenError`], a sentence that says what to do; nothing was overwritten.
    pub async fn open(path: &Path, mode: Mode) -> Result<Self, OpenError> {
        Self::open_with(path, mode, options(path, mode)).await
    }

    /// The same with other options of SQLite's.
    pub(super) async fn open_with(
        path: &Path,
        mode: Mode,
        options: SqliteConnectOptions,
    ) -> Result<Self, OpenError> {
        let failed = |error: sqlx::Error| OpenError::of(path, &error);
        let mut owned = own(path, mode, options.clone()).await?;
        if mode != Mode::Look {
            unfinished::refuse(&mut owned.connection, path).await?;
        }
        let reads = SqlitePoolOptions::new()
            .max_connections(readers())
            .min_connections(1)
            .idle_timeout(IDLE)
            // There is no network in between that could have failed.
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "on"))
            .await
            .map_err(failed)?;
        let signals = Arc::new(Signals::default());
        let failpoints = Failpoints::default();
        let keys = owned.keys.clone();
        let writes = Writer::start(owned, Arc::clone(&signals), failpoints.clone());
        let (languages, servings) = (signals.languages.clone(), signals.servings.clone());
        let (edit_pace, ours, handled) = (EditPace::default(), Ours::default(), Arc::default());
        Ok(Self {
            reads,
            writes,
            keys,
            signals,
            languages,
            handled,
            edit_pace,
            servings,
            failpoints,
            ours,
        })
    }
}

/// Opens the file, and nothing that works on it yet.
pub(super) async fn own(
    path: &Path,
    mode: Mode,
    options: SqliteConnectOptions,
) -> Result<Owned, OpenError> {
    if path.is_dir() {
        return Err(OpenError::Folder(path.to_owned()));
    }
    // SQLite would take the log for one of another database, and drop what is in it.
    let log = beside(path, "-wal");
    if !path.exists() && std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
        return Err(OpenError::LogAlone(path.to_owned()));
    }
    if mode != Mode::Bot && !path.exists() {
        return Err(OpenError::Missing(path.to_owned()));
    }
    let lock = match mode {
        Mode::Bot => Some(lock(path)?),
        Mode::Look | Mode::Change => None,
    };
    match path.exists() {
        true => refuse_foreign(path, mode).await?,
        false => make(path)?,
    }
    let keys = match mode {
        Mode::Bot => Keys::open(path),
        Mode::Look | Mode::Change => Keys::look(path),
    };
    let keys = keys.map_err(|error| unopened(&keys::path_of(path), &error))?;
    let connection = options.connect().await;
    let mut connection = connection.map_err(|error| OpenError::of(path, &error))?;
    if mode == Mode::Bot {
        prepare(&mut connection, path, &keys).await?;
    }
    let full = ready_to_write(&mut connection).await;
    let full = full.map_err(|error| OpenError::of(path, &error))?;
    Ok(Owned { connection, full, options, lock, keys })
}

/// Gives SQLite's number of how the connection commits. What a savepoint may undo is kept in memory from
/// now on: no words of a member lie in a temporary file, and none has to be opened.
async fn ready_to_write(connection: &mut SqliteConnection) -> sqlx::Result<i64> {
    sqlx::query("pragma temp_store = memory").execute(&mut *connection).await?;
    sqlx::query_scalar("pragma synchronous").fetch_one(connection).await
}

fn readers() -> u32 {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    u32::try_from(cores).unwrap_or(READERS).clamp(2, READERS)
}

/// How the program opens the file.
pub(super) fn options(path: &Path, mode: Mode) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        // A commit is on the disk before it is acknowledged, whatever happens to the power.
        .synchronous(SqliteSynchronous::Full)
        // What is deleted is overwritten: a key or an erased answer does not linger in the file.
        .pragma("secure_delete", "on");
    // Each statement would ask the log whether it is wanted there.
    let options = match LevelFilter::current() >= LevelFilter::DEBUG {
        true => options,
        false => options.log_statements(::log::LevelFilter::Off),
    };
    match mode {
        Mode::Bot => options.create_if_missing(true).journal_mode(SqliteJournalMode::Wal),
        Mode::Change => options.journal_mode(SqliteJournalMode::Wal),
        Mode::Look => options.read_only(true),
    }
}

/// Makes the tables of an empty file, or brings those of another one up to date.
async fn prepare(
    connection: &mut SqliteConnection,
    path: &Path,
    keys: &Keys,
) -> Result<(), OpenError> {
    match is_empty(connection).await.map_err(|error| OpenError::of(path, &error))? {
        true => make_tables(connection).await.map_err(|error| unmigrated(path, error))?,
        false => migrate(connection, path, keys).await?,
    }
    forget_statistics(connection).await.map_err(|error| OpenError::of(path, &error))?;
    lost_keys::renew(connection, keys).await.map_err(|error| internal(path, &error))
}

/// Drops what SQLite was told of the sizes of the tables. The plans of all statements are tested without
/// it; with it they would depend on how little was in the outbox when somebody took the figures.
async fn forget_statistics(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    let tables: Vec<String> =
        sqlx::query_scalar("select name from sqlite_schema where name glob 'sqlite_stat[0-9]'")
            .fetch_all(&mut *connection)
            .await?;
    if tables.is_empty() {
        return Ok(());
    }
    for table in tables {
        let empty = AssertSqlSafe(format!("delete from {table}"));
        sqlx::query(empty).execute(&mut *connection).await?;
    }
    // So that this connection forgets them as well.
    sqlx::query("analyze sqlite_schema").execute(connection).await?;
    Ok(())
}

async fn is_empty(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    let empty = "select not exists (select 1 from sqlite_schema)";
    sqlx::query_scalar(empty).fetch_one(connection).await
}

/// Marks the file as ours, then brings it up to date. A first start of an older version may have been
/// cut short, and its file has some of the tables.
async fn migrate(
    connection: &mut SqliteConnection,
    path: &Path,
    keys: &Keys,
) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    mark(connection).await.map_err(failed)?;
    let was = migrated_to(connection).await.map_err(failed)?;
    let keys_leave = was.is_some_and(|was| was < key_upgrade::KEYS_LEAVE);
    if keys_leave {
        key_upgrade::carry_over(connection, keys).await.map_err(|error| internal(path, &error))?;
    }
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max();
    if let Some(newest) = newest.filter(|newest| was.is_some_and(|was| was < *newest)) {
        backup::before_migration(connection, path, newest).await?;
    }
    MIGRATIONS.run(&mut *connection).await.map_err(|error| unmigrated(path, error))?;
    if keys_leave {
        scrub(connection).await.map_err(failed)?;
    }
    if was != newest {
        // What the migrations have read is not needed again.
        sqlx::query("pragma shrink_memory").execute(&mut *connection).await.map_err(failed)?;
    }
    Ok(())
}

fn unmigrated(path: &Path, error: MigrateError) -> OpenError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            OpenError::of(path, &error)
        }
        other => OpenError::Other(path.to_owned(), other.to_string()),
    }
}

/// Marks the file as ours. Where that is done already, the mark is taken back before it is on the disk,
/// for which a start would wait: what cannot be written is still found now, not by a member's answer.
async fn mark(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    let is: i32 = sqlx::query_scalar("pragma application_id").fetch_one(&mut *connection).await?;
    let end = if is == APPLICATION_ID { "rollback" } else { "commit" };
    let mark = format!("begin; pragma application_id = {APPLICATION_ID}; {end}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(mark)).execute(connection).await?;
    Ok(())
}

/// Writes the whole file anew, so that nothing of the keys is left in it or in its log.
async fn scrub(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("vacuum").execute(&mut *connection).await?;
    log::empty(connection).await;
    Ok(())
}

/// The newest migration of a database that has one.
async fn migrated_to(connection: &mut SqliteConnection) -> sqlx::Result<Option<i64>> {
    let found = "select exists (select 1 from sqlite_schema where name = '_sqlx_migrations')";
    match sqlx::query_scalar(found).fetch_one(&mut *connection).await? {
        true => version(connection).await,
        false => Ok(None),
    }
}

fn internal(path: &Path, error: &Error) -> OpenError {
    match error {
        Error::Full => OpenError::Full(path.to_owned()),
        other => OpenError::Other(path.to_owned(), other.to_string()),
    }
}
