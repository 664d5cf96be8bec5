//! Which servers move, and between which files.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use domain::{ServerId, Shards};
use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::OpenError;
use super::super::file::folder_of;
use super::{MoveError, marks, rows};

/// Which servers are to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// One.
    Server(ServerId),
    /// All of these shards.
    Shards(Shards),
}

/// The two files by their real names; the second need not be there.
pub(super) fn paths(from: &Path, to: &Path) -> Result<(PathBuf, PathBuf), MoveError> {
    let missing = || OpenError::Missing(from.to_owned());
    let from = fs::canonicalize(from).map_err(|_| missing())?;
    let to = match fs::canonicalize(to) {
        Ok(real) => real,
        Err(_) => {
            let folder = folder_of(to);
            let folder =
                fs::canonicalize(folder).map_err(|_| OpenError::NoSuchFolder(folder.to_owned()))?;
            folder.join(to.file_name().unwrap_or_default())
        }
    };
    if from == to {
        return Err(MoveError::Itself(to));
    }
    if is_copy(&to) {
        return Err(MoveError::Copy(to));
    }
    Ok((from, to))
}

/// Whether a file lies among the copies of a database, or is one of before a migration.
fn is_copy(path: &Path) -> bool {
    let has = |name: Option<&OsStr>, part: &str| {
        name.is_some_and(|it| it.to_string_lossy().contains(part))
    };
    has(folder_of(path).file_name(), ".db-backups") || has(path.file_name(), ".db.before-")
}

/// The servers that are to move from a file to another. Empty if they have moved already.
pub(super) async fn chosen(
    db: &mut SqliteConnection,
    which: &Which,
    (from, to): (&Path, &Path),
) -> Result<Vec<ServerId>, MoveError> {
    let failed = |error: sqlx::Error| MoveError::of(from, error.into());
    match which {
        Which::Server(server) => {
            if rows::is_known(db, *server).await.map_err(failed)? {
                return Ok(vec![*server]);
            }
            match marks::departure(db, *server).await.map_err(failed)? {
                Some((file, _)) if Path::new(&file) == to => Ok(Vec::new()),
                Some((file, at)) => Err(MoveError::Elsewhere {
                    server: *server,
                    from: from.to_owned(),
                    to: file.into(),
                    at: Timestamp::from_millisecond(at).unwrap_or_default(),
                }),
                None => Err(MoveError::Unknown(*server, from.to_owned())),
            }
        }
        Which::Shards(shards) => {
            let mut servers = rows::servers(db).await.map_err(failed)?;
            servers.retain(|server| shards.have(*server));
            let gone = marks::departed_to(db, to).await.map_err(failed)?;
            if servers.is_empty() && !gone.into_iter().any(|server| shards.have(server)) {
                return Err(MoveError::NoneOf(shards.clone(), from.to_owned()));
            }
            Ok(servers.into_iter().collect())
        }
    }
}
