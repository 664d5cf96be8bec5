//! Copies of the database: one made while the bot runs, and one put in its place.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use super::OpenError;
use super::open::{Mode, lock, make, refuse_foreign, unopened};
use super::writer::BUSY;

/// Copies the database at `path` as it stands to the new file `to`. A running bot goes on.
///
/// # Errors
/// If there is no database of ours, or something stands at `to` already; nothing is overwritten and
/// no half file is left.
pub async fn backup(path: &Path, to: &Path) -> Result<(), OpenError> {
    if !path.exists() {
        return Err(OpenError::Missing(path.to_owned()));
    }
    if to.exists() {
        return Err(OpenError::Exists(to.to_owned()));
    }
    refuse_foreign(path, Mode::Look).await?;
    let mut db = reader(path).await?;
    copy(&mut db, to).await
}

/// Puts the copy `from` in the place of the database at `path`. What stood there is kept beside it,
/// under its name with `mark` at the end; says where, if there was something.
///
/// # Errors
/// If a bot is running on `path`, or `from` is no sound database of ours; then nothing was changed.
pub async fn restore(path: &Path, from: &Path, mark: &str) -> Result<Option<PathBuf>, OpenError> {
    if !from.exists() {
        return Err(OpenError::NoCopy(from.to_owned()));
    }
    let _lock = lock(path)?;
    refuse_foreign(from, Mode::Bot).await?;
    let mut db = reader(from).await?;
    sound(&mut db, from).await?;
    let fresh = with_ending(path, ".restoring");
    remove(&fresh).map_err(|error| unopened(&fresh, &error))?;
    copy(&mut db, &fresh).await?;
    let kept = match path.exists() {
        true => Some(set_aside(path, mark).await?),
        false => None,
    };
    fs::rename(&fresh, path).map_err(|error| unopened(path, &error))?;
    Ok(kept)
}

/// Moves a database away, with everything that was committed to it inside the one file.
async fn set_aside(path: &Path, mark: &str) -> Result<PathBuf, OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY);
    let mut db = options.connect().await.map_err(failed)?;
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut db).await.map_err(failed)?;
    db.close().await.map_err(failed)?;
    let kept = with_ending(path, &format!(".{mark}"));
    if kept.exists() {
        return Err(OpenError::Exists(kept));
    }
    fs::rename(path, &kept).map_err(|error| unopened(path, &error))?;
    for ending in ["-wal", "-shm"] {
        let beside = with_ending(path, ending);
        remove(&beside).map_err(|error| unopened(&beside, &error))?;
    }
    Ok(kept)
}

async fn reader(path: &Path) -> Result<SqliteConnection, OpenError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY);
    options.connect().await.map_err(|error| OpenError::of(path, &error))
}

async fn sound(db: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let found: String =
        sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut *db).await.map_err(failed)?;
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema")
        .fetch_one(db)
        .await
        .map_err(failed)?;
    if found == "ok" && tables > 0 { Ok(()) } else { Err(OpenError::NotOurs(path.to_owned())) }
}

/// Copies into a file that gets its name only when it is whole and on the disk.
async fn copy(db: &mut SqliteConnection, to: &Path) -> Result<(), OpenError> {
    let part = with_ending(to, ".part");
    remove(&part).map_err(|error| unopened(&part, &error))?;
    make(&part)?;
    let copied = sqlx::query("vacuum into ?").bind(part.to_string_lossy()).execute(db).await;
    if let Err(error) = copied {
        // Half a copy helps nobody.
        let _ = remove(&part);
        return Err(OpenError::of(to, &error));
    }
    let kept = File::open(&part).and_then(|file| file.sync_all());
    kept.and_then(|()| fs::rename(&part, to)).map_err(|error| unopened(to, &error))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use domain::{Corpus, MemberId, ServerId};

    const SERVER: ServerId = ServerId(1);
    const ANA: MemberId = MemberId(7);

    async fn open(path: &Path) -> Store {
        Store::open(path, Mode::Bot, &Corpus::default()).await.unwrap()
    }

    async fn keep(store: &Store, quote: &str) {
        let now = jiff::Timestamp::UNIX_EPOCH;
        store.change(SERVER, async |tx| tx.keep(ANA, quote, now).await).await.unwrap();
    }

    #[tokio::test]
    async fn a_copy_is_made_beside_a_running_bot_and_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
        let store = open(&path).await;
        keep(&store, "one").await;
        backup(&path, &copy).await.unwrap();
        keep(&store, "two").await;

        let refused = restore(&path, &copy, "old").await.unwrap_err();
        assert!(matches!(refused, OpenError::InUse(_)), "{refused}");
        store.close().await;

        let kept = restore(&path, &copy, "old").await.unwrap().unwrap();
        let store = open(&path).await;
        assert_eq!(store.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
        let before = open(&kept).await;
        assert_eq!(before.read(SERVER).kept(ANA).await.unwrap().len(), 2);
    }

    #[tokio::test]
    async fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("book.db"), folder.path().join("letter.txt"));
        open(&path).await.close().await;
        fs::write(&other, "Dear Ana").unwrap();
        let refused = backup(&path, &other).await.unwrap_err();
        assert!(matches!(refused, OpenError::Exists(_)), "{refused}");
        let refused = restore(&path, &other, "old").await.unwrap_err();
        assert!(matches!(refused, OpenError::NotOurs(_)), "{refused}");
        assert_eq!(fs::read_to_string(&other).unwrap(), "Dear Ana");
        let refused = backup(&folder.path().join("none.db"), &other).await.unwrap_err();
        assert!(matches!(refused, OpenError::Missing(_)), "{refused}");
        open(&path).await.close().await;
    }
}
