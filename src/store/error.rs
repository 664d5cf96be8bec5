//! What can go wrong with the database: a sentence for the operator, or a cause for the log.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::ServerId;

/// A statement or a commit that failed. Nothing of its transaction was kept.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The disk has no room.
    #[error("the disk that holds the database is full")]
    Full,
    /// The database said no.
    #[error("the database refused: {0}")]
    Database(Arc<sqlx::Error>),
    /// A stored value that cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(String),
    /// The keys beside the database cannot be written.
    #[error("the keys cannot be written: {0}")]
    Keys(Arc<io::Error>),
    /// The program is stopping.
    #[error("the database is closed")]
    Closed,
    /// A write panicked; the log has the panic.
    #[error("a write panicked")]
    Panicked,
}

/// Why a database cannot be opened; nothing in it was changed.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum OpenError {
    #[error(
        "{0} is in use by another Commonplace. Stop that one first; `backup` and `check` work \
         beside it."
    )]
    InUse(PathBuf),
    #[error(
        "{0} was written by a newer Commonplace (migration {1} is unknown here). Update this \
         program; the database was not touched."
    )]
    Newer(PathBuf, i64),
    #[error("{0} was written by an older Commonplace. `commonplace run` or `console` updates it.")]
    Older(PathBuf),
    #[error("{0} is not a database of Commonplace. Choose another path under [database].")]
    NotOurs(PathBuf),
    #[error(
        "{0} is damaged. Put a copy in its place: `commonplace restore COPY` keeps the damaged file \
         beside it."
    )]
    Damaged(PathBuf),
    #[error(
        "{0} is empty. The next start fills it. If it was copied by hand beside a running bot, what \
         was written is in the log that was not copied with it: use `commonplace backup`."
    )]
    Empty(PathBuf),
    #[error("{0} is not a database of Commonplace.")]
    NotACopy(PathBuf),
    #[error("{0} is cut off: it has {1} bytes of {2}. Take another copy.")]
    CutOff(PathBuf, u64, u64),
    #[error("{0} is the database itself. Name the file of a copy.")]
    Itself(PathBuf),
    #[error(
        "{0} was written, but is not what was copied, and was removed again. Try it once more."
    )]
    BadCopy(PathBuf),
    #[error("{0} cannot be written. Check its permissions and those of its folder.")]
    ReadOnly(PathBuf),
    #[error("The disk that holds {0} is full. Make room and start again; nothing was lost.")]
    Full(PathBuf),
    #[error("There is no database at {0}. `commonplace run` or `console` makes one.")]
    Missing(PathBuf),
    #[error(
        "{0} is there already, and is not overwritten. Choose another name; the date in it keeps \
         one copy for each day."
    )]
    Exists(PathBuf),
    #[error("There is no folder for {0}. Make it, or choose another path under [database].")]
    NoFolder(PathBuf),
    #[error("There is no folder {0}. Make it, or choose another name.")]
    NoSuchFolder(PathBuf),
    #[error("{0} is a file, not a folder. Choose another name.")]
    NotAFolder(PathBuf),
    #[error("{0} is a folder. Choose the path of a file under [database].")]
    Folder(PathBuf),
    #[error(
        "{0} is missing, but its log {0}-wal is there, with what was written last. Put a copy in its \
         place with `commonplace restore`, or move the log away."
    )]
    LogAlone(PathBuf),
    #[error("{0} is a folder. Name the file of the copy.")]
    CopyIsFolder(PathBuf),
    #[error("There is no copy at {0}.")]
    NoCopy(PathBuf),
    #[error(
        "SQLite finds no folder for temporary files, which it needs for {0}. Set SQLITE_TMPDIR to a \
         folder that can be written."
    )]
    NoTemporaryFolder(PathBuf),
    #[error(
        "A move from {from} to {to} was cut short while server {server} was on its way. Finish it, \
         with the configuration of the bot on {from}: `commonplace move --server {server} --to {to}`."
    )]
    Unfinished { from: PathBuf, to: PathBuf, server: ServerId },
    #[error("{0} cannot be opened: {1}.")]
    Other(PathBuf, String),
}

impl Error {
    /// Whether something else kept the database locked for longer than a statement waits; nothing
    /// was changed then.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Database(error) if primary_code(error) == Some(BUSY))
    }

    /// The keys could not be written.
    pub(super) fn keys(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Keys(Arc::new(error)),
        }
    }

    /// A row is gone within the transaction that has read or written it.
    pub(super) fn vanished(what: &str, id: impl fmt::Display) -> Self {
        Self::Unreadable(format!("{what} {id} is gone within its own transaction"))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match primary_code(&error) {
            Some(FULL) => Self::Full,
            _ => Self::Database(Arc::new(error)),
        }
    }
}

impl OpenError {
    pub(super) fn of(path: &Path, error: &sqlx::Error) -> Self {
        let path = path.to_owned();
        if code(error) == Some(NO_TEMPORARY_FOLDER) {
            return Self::NoTemporaryFolder(path);
        }
        match primary_code(error) {
            Some(FULL) => Self::Full(path),
            Some(READONLY | CANTOPEN | PERM) => Self::ReadOnly(path),
            Some(NOTADB) => Self::NotOurs(path),
            Some(CORRUPT) => Self::Damaged(path),
            _ => Self::Other(path, error.to_string()),
        }
    }
}

// https://www.sqlite.org/rescode.html
const PERM: i32 = 3;
const BUSY: i32 = 5;
const READONLY: i32 = 8;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANTOPEN: i32 = 14;
const NOTADB: i32 = 26;
/// `SQLITE_IOERR_GETTEMPPATH`
const NO_TEMPORARY_FOLDER: i32 = 6410;

/// The result code of SQLite without its extension.
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    code(error).map(|code| code & 0xff)
}

fn code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
