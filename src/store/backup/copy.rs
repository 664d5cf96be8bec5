//! Makes a copy that was read again before it has a name.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tempfile::NamedTempFile;

use super::super::OpenError;
use super::super::file::{BUSY, folder_of, unopened};
use super::damage::is_sound;

/// How many rows each table has.
type Counts = BTreeMap<String, i64>;

pub(super) async fn reader(path: &Path) -> Result<SqliteConnection, OpenError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY);
    options.connect().await.map_err(|error| OpenError::of(path, &error))
}

/// Copies the database at `from` into a file that nobody knows the name of, in the folder of `to`.
/// It is to get its name when it is whole, checked and on the disk, and goes if that never happens.
pub(super) async fn copy(
    db: &mut SqliteConnection,
    from: &Path,
    to: &Path,
) -> Result<NamedTempFile, OpenError> {
    let part = empty_file(to)?;
    if !is_sound(db).await {
        return Err(OpenError::Damaged(from.to_owned()));
    }
    let failed = |error: sqlx::Error| OpenError::of(from, &error);
    let before = (version(db).await.map_err(failed)?, counts(db).await.map_err(failed)?);
    sqlx::query("vacuum into ?")
        .bind(part.path().to_string_lossy())
        .execute(&mut *db)
        .await
        .map_err(|error| OpenError::of(to, &error))?;
    part.as_file().sync_all().map_err(|error| unopened(to, &error))?;
    let after = (version(db).await.map_err(failed)?, counts(db).await.map_err(failed)?);
    let mut copied = reader(part.path()).await?;
    let faithful = is_sound(&mut copied).await
        && is_between(&before, &after, &counts(&mut copied).await.unwrap_or_default());
    let _ = copied.close().await;
    if faithful { Ok(part) } else { Err(OpenError::BadCopy(to.to_owned())) }
}

/// A file of the copy's own, for nobody but its owner.
fn empty_file(to: &Path) -> Result<NamedTempFile, OpenError> {
    let folder = folder_of(to);
    let part = tempfile::Builder::new().prefix(".commonplace-").suffix(".part").tempfile_in(folder);
    part.map_err(|error| match error.kind() {
        io::ErrorKind::NotADirectory => OpenError::NotAFolder(folder.to_owned()),
        io::ErrorKind::NotFound => OpenError::NoSuchFolder(folder.to_owned()),
        _ => unopened(to, &error),
    })
}

/// Another after every change that another connection has made.
async fn version(db: &mut SqliteConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar("pragma data_version").fetch_one(db).await
}

async fn counts(db: &mut SqliteConnection) -> sqlx::Result<Counts> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .fetch_all(&mut *db)
    .await?;
    let mut counts = Counts::new();
    for table in tables {
        let count = AssertSqlSafe(format!("select count(*) from \"{table}\""));
        let rows = sqlx::query_scalar(count).fetch_one(&mut *db).await?;
        counts.insert(table, rows);
    }
    Ok(counts)
}

/// Whether a copy has the rows that it must have: where nothing was written meanwhile, those of
/// before; else as many answers and questions as there were at some time in between.
fn is_between(before: &(i64, Counts), after: &(i64, Counts), copy: &Counts) -> bool {
    let ((was, before), (is, after)) = (before, after);
    if was == is {
        return copy == before;
    }
    ["rounds", "responses", "seminars"].into_iter().all(|table| {
        let of = |counts: &Counts| counts.get(table).copied().unwrap_or_default();
        let (one, other) = (of(before), of(after));
        (one.min(other)..=one.max(other)).contains(&of(copy))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rounds: i64, responses: i64, outbox: i64) -> Counts {
        [("rounds", rounds), ("responses", responses), ("outbox", outbox)]
            .map(|(table, count)| (table.to_owned(), count))
            .into()
    }

    #[test]
    fn a_copy_has_the_rows_that_were_there_at_some_time() {
        for (before, after, copy, faithful) in [
            ((1, of(2, 9, 3)), (1, of(2, 9, 3)), of(2, 9, 3), true),
            ((1, of(2, 9, 3)), (1, of(2, 9, 3)), of(2, 9, 2), false),
            ((1, of(2, 9, 3)), (1, of(2, 9, 3)), Counts::new(), false),
            ((1, of(2, 9, 3)), (2, of(3, 12, 0)), of(2, 11, 7), true),
            ((1, of(2, 9, 3)), (2, of(3, 12, 0)), of(2, 8, 3), false),
            ((1, of(2, 9, 3)), (2, of(3, 12, 0)), of(4, 9, 3), false),
        ] {
            assert_eq!(
                is_between(&before, &after, &copy),
                faithful,
                "{before:?} {after:?} {copy:?}"
            );
        }
    }
}
