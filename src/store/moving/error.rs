//! Why servers cannot be moved.

use std::path::{Path, PathBuf};

use domain::{ServerId, Shards};
use jiff::Timestamp;

use super::super::{Error, OpenError};

/// Why servers cannot be moved, or not all of them. Each is in one of the two files all the same.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum MoveError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{0} is the database itself. Name another file with --to.")]
    Itself(PathBuf),
    #[error("{0} is a copy of a database. Name a file that a bot can run on with --to.")]
    Copy(PathBuf),
    #[error(
        "{1} has nothing of a server {0}. `commonplace record` names those that were asked something."
    )]
    Unknown(ServerId, PathBuf),
    #[error("{} has nothing of server {server}: it was moved to {} on {}.", from.display(), to.display(),
            at.strftime("%Y-%m-%d"))]
    Elsewhere { server: ServerId, from: PathBuf, to: PathBuf, at: Timestamp },
    #[error("{1} has no server of the shards {0}.")]
    NoneOf(Shards, PathBuf),
    #[error(
        "{1} has data of server {0} already, which would be mixed up. If what is there can go, move it \
         out of the way first: `COMMONPLACE_DATABASE_PATH={1} commonplace move --server {0} --to \
         aside.db`."
    )]
    Taken(ServerId, PathBuf),
    #[error(
        "Server {server} cannot move to {}: another server's {table} have the same ids there. One of \
         the two files is a copy of the other, or was filled while it was no part of this bot. Move \
         it to a file that is made by `commonplace move`, or by a bot with [discord] shards.",
        to.display()
    )]
    SameIds { server: ServerId, table: &'static str, to: PathBuf },
    #[error(
        "The disk that holds {0} is full. Make room and give the same command again; nothing was lost, \
         and no server is in both files."
    )]
    Full(PathBuf),
    #[error("{0} cannot be read or written: {1}. Mend that and give the same command again.")]
    Failed(PathBuf, Error),
}

impl MoveError {
    pub(super) fn of(path: &Path, error: Error) -> Self {
        match error {
            Error::Full => Self::Full(path.to_owned()),
            error => Self::Failed(path.to_owned(), error),
        }
    }
}
