//! The file of the database, before anybody reads what is in it: whether it is ours, its lock, and what
//! the system says of it.

use std::cmp::Ordering;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::OpenError;
use super::migrations::MIGRATIONS;

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

/// How long a statement waits for another process.
pub(super) const BUSY: Duration = Duration::from_secs(5);
/// "Comm": marks the file as ours, in the header that SQLite keeps for that.
pub(super) const APPLICATION_ID: i32 = 0x436f_6d6d;

/// Refuses a file that another program or a newer version of this one has written. It is opened
/// for reading alone: even to ask for WAL would change it. Only what a crash has left half written,
/// in a file that is not in WAL yet, must be rolled back before anything can be read.
pub(super) async fn refuse_foreign(path: &Path, mode: Mode) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let rolls_back = mode == Mode::Bot && beside(path, "-journal").exists();
    let options =
        SqliteConnectOptions::new().filename(path).read_only(!rolls_back).busy_timeout(BUSY);
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

/// The newest migration that has run.
pub(super) async fn version(connection: &mut SqliteConnection) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(connection).await
}

/// Makes sure that a file which was made or renamed is found under its name after a power cut.
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        File::open(folder_of(file))?.sync_all()?;
    }
    Ok(())
}

/// What is kept beside the database at `path`, by the end of its name: "-wal".
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    folder.unwrap_or(Path::new("."))
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
    let beside = beside(path, ".lock");
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
