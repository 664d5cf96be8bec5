//! Opens the file: refuses what is not ours or newer, takes the lock, brings it up to date.

use std::cmp::Ordering;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::migrate::MigrateError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};

use super::keys::{self, Keys};
use super::log::BUSY;
use super::migrations::MIGRATIONS;
use super::signals::Signals;
use super::writer::{Owned, Writer};
use super::{Error, Failpoints, OpenError, Store, backup, key_upgrade, log, lost_keys};

/// What the file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To run the bot on it: made if it is missing, brought up to date, and locked against a
    /// second one.
    Bot,
    /// To look at it beside a running bot: nothing is made or changed.
    Look,
    /// To change it, also beside a running bot: nothing is made, and nothing brought up to date.
    Change,
}

/// Connections that read.
const READERS: u32 = 4;
/// "Comm": marks the file as ours, in the header that SQLite keeps for that.
const APPLICATION_ID: i32 = 0x436f_6d6d;

impl Store {
    /// Opens the database at `path`.
    ///
    /// # Errors
    /// [`OpenError`], a sentence that says what to do; nothing was overwritten.
    pub async fn open(path: &Path, mode: Mode) -> Result<Self, OpenError> {
        let failed = |error: sqlx::Error| OpenError::of(path, &error);
        if path.is_dir() {
            return Err(OpenError::Folder(path.to_owned()));
        }
        // SQLite would take the log for one of another database, and drop what is in it.
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
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
        let options = options(path, mode);
        let mut connection = options.connect().await.map_err(failed)?;
        if mode == Mode::Bot {
            migrate(&mut connection, path, &keys).await?;
        }
        let reads = SqlitePoolOptions::new()
            .max_connections(READERS)
            .min_connections(1)
            // There is no network in between that could have failed.
            .test_before_acquire(false)
            .connect_with(options.clone().pragma("query_only", "on"))
            .await
            .map_err(failed)?;
        let signals = Arc::new(Signals::default());
        let failpoints = Failpoints::default();
        let owned = Owned { connection, options, lock, keys: keys.clone() };
        let writes = Writer::start(owned, Arc::clone(&signals), failpoints.clone());
        Ok(Self { reads, writes, keys, signals, failpoints })
    }
}

fn options(path: &Path, mode: Mode) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        // A commit is on the disk before it is acknowledged, whatever happens to the power.
        .synchronous(SqliteSynchronous::Full)
        // What is deleted is overwritten: a key or an erased answer does not linger in the file.
        .pragma("secure_delete", "on");
    match mode {
        Mode::Bot => options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .optimize_on_close(true, None),
        Mode::Change => options.journal_mode(SqliteJournalMode::Wal),
        Mode::Look => options.read_only(true),
    }
}

/// Refuses a file that another program or a newer version of this one has written. It is opened
/// for reading alone: even to ask for WAL would change it.
pub(super) async fn refuse_foreign(path: &Path, mode: Mode) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY);
    let mut connection = options.connect().await.map_err(failed)?;
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema")
        .fetch_one(&mut connection)
        .await
        .map_err(failed)?;
    let id: i32 = sqlx::query_scalar("pragma application_id")
        .fetch_one(&mut connection)
        .await
        .map_err(failed)?;
    match (id, tables, mode) {
        (APPLICATION_ID | 0, 0, Mode::Bot) => return Ok(()),
        (APPLICATION_ID | 0, 0, Mode::Look | Mode::Change) => {
            return Err(OpenError::Empty(path.to_owned()));
        }
        (APPLICATION_ID, ..) => {}
        _ => return Err(OpenError::NotOurs(path.to_owned())),
    }
    let newest = version(&mut connection).await.map_err(failed)?;
    let known = MIGRATIONS.iter().map(|migration| migration.version).max();
    match newest.cmp(&known) {
        Ordering::Greater => Err(OpenError::Newer(path.to_owned(), newest.unwrap_or_default())),
        Ordering::Less if mode != Mode::Bot => Err(OpenError::Older(path.to_owned())),
        _ => Ok(()),
    }
}

/// Marks the file as ours, then brings it up to date: a first start that was cut short leaves a
/// file that the next one takes for ours.
async fn migrate(
    connection: &mut SqliteConnection,
    path: &Path,
    keys: &Keys,
) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    sqlx::query(sqlx::AssertSqlSafe(format!("pragma application_id = {APPLICATION_ID}")))
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    let was = migrated_to(connection).await.map_err(failed)?;
    let keys_leave = was.is_some_and(|was| was < key_upgrade::KEYS_LEAVE);
    if keys_leave {
        key_upgrade::carry_over(connection, keys).await.map_err(|error| internal(path, &error))?;
    }
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max();
    if let Some(newest) = newest.filter(|newest| was.is_some_and(|was| was < *newest)) {
        backup::before_migration(connection, path, newest).await?;
    }
    MIGRATIONS.run(&mut *connection).await.map_err(|error| match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => failed(error),
        other => OpenError::Other(path.to_owned(), other.to_string()),
    })?;
    if keys_leave {
        scrub(connection).await.map_err(failed)?;
    }
    lost_keys::renew(connection, keys).await.map_err(|error| internal(path, &error))
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

async fn version(connection: &mut SqliteConnection) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(connection).await
}

fn internal(path: &Path, error: &Error) -> OpenError {
    match error {
        Error::Full => OpenError::Full(path.to_owned()),
        other => OpenError::Other(path.to_owned(), other.to_string()),
    }
}

/// Makes sure that a file which was made or renamed is found under its name after a power cut.
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = file.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// Makes an empty file that only the one who runs the bot can read: it will hold what members
/// answered.
pub(super) fn make(path: &Path) -> Result<(), OpenError> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| unopened(path, &error))
}

/// Takes the lock beside the file. It is let go when the process ends, however it ends.
pub(super) fn lock(path: &Path) -> Result<File, OpenError> {
    let beside = PathBuf::from(format!("{}.lock", path.display()));
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&beside)
        .map_err(|error| unopened(path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(unopened(path, &error)),
    }
}

pub(super) fn unopened(path: &Path, error: &io::Error) -> OpenError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            OpenError::ReadOnly(path)
        }
        io::ErrorKind::StorageFull => OpenError::Full(path),
        io::ErrorKind::NotFound => OpenError::NoFolder(path),
        _ => OpenError::Other(path, error.to_string()),
    }
}
