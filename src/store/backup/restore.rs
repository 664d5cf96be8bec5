//! Puts a copy in the place of the database, whatever is there.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::super::file::{
    BUSY, Mode, beside, folder_of, lock, refuse_foreign, sync_folder, unopened,
};
use super::super::keys::Keys;
use super::super::lost_keys::{Unlinked, unlinked};
use super::super::{OpenError, keys};
use super::copy::{copy, reader};
use super::damage;

/// What SQLite keeps beside a database.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What a restore did with what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database is that was replaced, if there was one.
    pub kept: Option<PathBuf>,
    /// Whether the new file could not be given to the owner of what it replaced.
    pub other_owner: bool,
    /// What nobody can change any more, since the keys of the copy are not here.
    pub unlinked: Unlinked,
}

/// Puts the copy `from` in the place of the database at `path`, whatever is there: what it replaces is
/// kept beside it, under its name with `mark` at the end, also if it is damaged. The new file gets the
/// owner and the mode of what it replaces, or else the owner of the folder.
///
/// # Errors
/// If a bot is running on `path`, or `from` is no sound database of ours; then nothing was changed.
pub async fn restore(path: &Path, from: &Path, mark: &str) -> Result<Restored, OpenError> {
    if !from.exists() {
        return Err(OpenError::NoCopy(from.to_owned()));
    }
    if from.is_dir() {
        return Err(OpenError::CopyIsFolder(from.to_owned()));
    }
    if path.is_dir() {
        return Err(OpenError::Folder(path.to_owned()));
    }
    if is_same(path, from) {
        return Err(OpenError::Itself(from.to_owned()));
    }
    let _lock = lock(path)?;
    refuse_foreign(from, Mode::Bot).await.map_err(|error| about_copy(error, from))?;
    let mut db = reader(from).await?;
    if damage::is_empty(&mut db).await {
        return Err(OpenError::NotACopy(from.to_owned()));
    }
    let fresh = copy(&mut db, from, path).await.map_err(|error| about_copy(error, from))?;
    let unlinked = match keys::Keys::look(path) {
        Ok(keys) => left_behind(&mut db, &keys).await,
        Err(error) => return Err(unopened(&keys::path_of(path), &error)),
    };
    let _ = db.close().await;
    let model = fs::metadata(path).ok();
    let other_owner = !adopt(fresh.path(), path, model.as_ref());
    // Who opens the database has to open its lock as well.
    adopt(&beside(path, ".lock"), path, model.as_ref());
    let kept = set_aside(path, mark).await?;
    if let Err(failed) = fresh.persist(path) {
        // What was there is better than nothing.
        if let Some(kept) = &kept {
            let _ = fs::rename(kept, path);
        }
        return Err(unopened(path, &failed.error));
    }
    sync_folder(path).map_err(|error| unopened(path, &error))?;
    Ok(Restored { kept, other_owner, unlinked })
}

/// What is said of a database under `[database]` says something else of a copy.
fn about_copy(error: OpenError, from: &Path) -> OpenError {
    match error {
        OpenError::NotOurs(_) | OpenError::Damaged(_) => damage::of_copy(from),
        OpenError::Empty(path) => OpenError::NotACopy(path),
        other => other,
    }
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}

/// A copy of before the keys left the database says nothing: its keys come with it.
async fn left_behind(db: &mut sqlx::sqlite::SqliteConnection, keys: &Keys) -> Unlinked {
    unlinked(db, keys).await.unwrap_or_default()
}

/// Gives a file the owner and mode of what it replaces, or the owner of the folder; says whether it
/// has them now.
#[cfg(unix)]
fn adopt(file: &Path, replaces: &Path, model: Option<&Metadata>) -> bool {
    use std::os::unix::fs::{MetadataExt, chown};
    let folder = fs::metadata(folder_of(replaces)).ok();
    let (Some(owner), Ok(now)) = (model.or(folder.as_ref()), fs::metadata(file)) else {
        return true;
    };
    if let Some(model) = model {
        let _ = fs::set_permissions(file, model.permissions());
    }
    (owner.uid(), owner.gid()) == (now.uid(), now.gid())
        || chown(file, Some(owner.uid()), Some(owner.gid())).is_ok()
}

#[cfg(not(unix))]
fn adopt(_: &Path, _: &Path, _: Option<&Metadata>) -> bool {
    true
}

/// Moves what is at `path` away, and what SQLite keeps beside it: a log that another database has
/// left behind would be taken for this one's.
async fn set_aside(path: &Path, mark: &str) -> Result<Option<PathBuf>, OpenError> {
    let kept = beside(path, &format!(".{mark}"));
    if kept.exists() {
        return Err(OpenError::Exists(kept));
    }
    let found = path.exists();
    if found {
        // A sound database takes its log in; a damaged one keeps it beside itself.
        let _ = take_log_in(path).await;
        fs::rename(path, &kept).map_err(|error| unopened(path, &error))?;
    }
    for ending in BESIDE {
        let (left, aside) = (beside(path, ending), beside(&kept, ending));
        match fs::rename(&left, &aside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(unopened(&left, &error));
            }
            _ => {}
        }
    }
    Ok(found.then_some(kept))
}

async fn take_log_in(path: &Path) -> sqlx::Result<()> {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY);
    let mut db = options.connect().await?;
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut db).await?;
    db.close().await
}
