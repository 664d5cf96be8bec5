//! Copies of the database: one made while the bot runs, and one put in its place.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::NamedTempFile;

use super::OpenError;
use super::log::BUSY;
use super::open::{Mode, lock, refuse_foreign, unopened};

/// What SQLite keeps beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// What a restore did with what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database is that was replaced, if there was one.
    pub kept: Option<PathBuf>,
    /// Whether the new file could not be given to the owner of what it replaced.
    pub other_owner: bool,
}

/// Copies the database at `path` as it is now to the new file `to`. A running bot goes on.
///
/// # Errors
/// If there is no database of ours, or there is something at `to` already; nothing is overwritten and
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
    let copy = copy(&mut db, to).await?;
    // Two copies to one name may be under way at once.
    copy.persist_noclobber(to).map(drop).map_err(|failed| match failed.error.kind() {
        io::ErrorKind::AlreadyExists => OpenError::Exists(to.to_owned()),
        _ => unopened(to, &failed.error),
    })
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
    let _lock = lock(path)?;
    refuse_foreign(from, Mode::Bot).await?;
    let mut db = reader(from).await?;
    check(&mut db, from).await?;
    let fresh = copy(&mut db, path).await?;
    let model = fs::metadata(path).ok();
    let other_owner = !adopt(fresh.path(), path, model.as_ref());
    // Who opens the database has to open its lock as well.
    adopt(&with_ending(path, ".lock"), path, model.as_ref());
    let kept = set_aside(path, mark).await?;
    if let Err(failed) = fresh.persist(path) {
        // What was there is better than nothing.
        if let Some(kept) = &kept {
            let _ = fs::rename(kept, path);
        }
        return Err(unopened(path, &failed.error));
    }
    Ok(Restored { kept, other_owner })
}

/// Gives a file the owner and mode of what it replaces, or the owner of the folder; says whether it
/// has them now.
#[cfg(unix)]
fn adopt(file: &Path, replaces: &Path, model: Option<&Metadata>) -> bool {
    use std::os::unix::fs::{MetadataExt, chown};
    let folder = replaces.parent().filter(|folder| *folder != Path::new(""));
    let folder = fs::metadata(folder.unwrap_or(Path::new("."))).ok();
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
    let kept = with_ending(path, &format!(".{mark}"));
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
        let (beside, aside) = (with_ending(path, ending), with_ending(&kept, ending));
        match fs::rename(&beside, &aside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(unopened(&beside, &error));
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

async fn reader(path: &Path) -> Result<SqliteConnection, OpenError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY);
    options.connect().await.map_err(|error| OpenError::of(path, &error))
}

/// Refuses what is damaged or empty.
async fn check(db: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: sqlx::Error| OpenError::of(path, &error);
    let found: String =
        sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut *db).await.map_err(failed)?;
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema")
        .fetch_one(db)
        .await
        .map_err(failed)?;
    if found == "ok" && tables > 0 { Ok(()) } else { Err(OpenError::NotOurs(path.to_owned())) }
}

/// Copies into a file without a name that anybody knows, in the folder of `to`, and checks it. It gets
/// its name when it is whole and on the disk, and goes if that never happens.
async fn copy(db: &mut SqliteConnection, to: &Path) -> Result<NamedTempFile, OpenError> {
    let folder = to.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    let part = tempfile::Builder::new()
        .prefix(".commonplace-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                OpenError::NoSuchFolder(folder.to_owned())
            }
            _ => unopened(to, &error),
        })?;
    sqlx::query("vacuum into ?")
        .bind(part.path().to_string_lossy())
        .execute(db)
        .await
        .map_err(|error| OpenError::of(to, &error))?;
    part.as_file().sync_all().map_err(|error| unopened(to, &error))?;
    let mut copied = reader(part.path()).await?;
    check(&mut copied, to).await?;
    let _ = copied.close().await;
    Ok(part)
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
    use domain::{MemberId, ServerId};

    const SERVER: ServerId = ServerId(1);
    const ANA: MemberId = MemberId(7);

    async fn open(path: &Path) -> Store {
        Store::open(path, Mode::Bot).await.unwrap()
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

        let restored = restore(&path, &copy, "old").await.unwrap();
        assert!(!restored.other_owner);
        let kept = restored.kept.unwrap();
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

    /// What is in a folder, by name.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn whatever_was_there_is_moved_aside_as_it_is() {
        for broken in ["", "Dear Ana", &"x".repeat(20_000)] {
            let folder = tempfile::tempdir().unwrap();
            let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
            let store = open(&path).await;
            keep(&store, "one").await;
            backup(&path, &copy).await.unwrap();
            store.close().await;
            fs::write(&path, broken).unwrap();
            let kept = restore(&path, &copy, "old").await.unwrap().kept.unwrap();
            assert_eq!(fs::read_to_string(&kept).unwrap(), broken);
            assert_eq!(open(&path).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
        }
    }

    #[tokio::test]
    async fn a_log_that_another_database_left_is_not_taken_for_the_copys() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
        let store = open(&path).await;
        keep(&store, "one").await;
        backup(&path, &copy).await.unwrap();
        keep(&store, "two").await;
        // As if the program had been killed, and somebody had removed the database alone.
        let log = fs::read(folder.path().join("book.db-wal")).unwrap();
        store.close().await;
        fs::remove_file(&path).unwrap();
        fs::write(folder.path().join("book.db-wal"), &log).unwrap();
        assert_eq!(restore(&path, &copy, "old").await.unwrap().kept, None);
        assert_eq!(open(&path).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
        assert_eq!(fs::read(folder.path().join("book.db.old-wal")).unwrap(), log);
    }

    #[tokio::test]
    async fn of_two_copies_to_one_name_at_most_one_is_made_and_nothing_is_left_lying() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
        let store = open(&path).await;
        keep(&store, "one").await;
        let (one, two) = tokio::join!(backup(&path, &copy), backup(&path, &copy));
        let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(&refused[..], [OpenError::Exists(_)]), "{refused:?}");
        let left: Vec<String> =
            names(folder.path()).into_iter().filter(|name| name.ends_with(".part")).collect();
        assert_eq!(left, [""; 0]);
        assert_eq!(open(&copy).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
        let missing = backup(&path, &folder.path().join("none/copy.db")).await.unwrap_err();
        assert!(matches!(missing, OpenError::NoSuchFolder(_)), "{missing}");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn the_mode_of_what_is_replaced_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
        open(&path).await.close().await;
        backup(&path, &copy).await.unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        restore(&path, &copy, "old").await.unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
