//! Copies of the database: made while the bot runs or before a migration, and put in its place.
//!
//! No copy holds the keys that lie beside the database ([`super::keys`]).

mod copy;
mod damage;
mod restore;
#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnection;

use self::copy::{copy, reader};
use super::OpenError;
use super::file::{Mode, beside, folder_of, refuse_foreign, sync_folder, unopened};
pub use restore::{Restored, restore};

/// How many copies of before a migration are kept.
const BEFORE_MIGRATIONS: usize = 2;

/// Copies the database at `path` as it is now to the new file `to`, and reads it again. A running bot
/// goes on.
///
/// # Errors
/// If there is no sound database of ours, or there is something at `to` already; nothing is
/// overwritten and no half file is left.
pub async fn backup(path: &Path, to: &Path) -> Result<(), OpenError> {
    if !path.exists() {
        return Err(OpenError::Missing(path.to_owned()));
    }
    if to.exists() {
        return Err(OpenError::Exists(to.to_owned()));
    }
    refuse_foreign(path, Mode::Look).await?;
    let mut db = reader(path).await?;
    let copy = copy(&mut db, path, to).await?;
    // Two copies to one name may be under way at once.
    copy.persist_noclobber(to).map_err(|failed| match failed.error.kind() {
        io::ErrorKind::AlreadyExists => OpenError::Exists(to.to_owned()),
        _ => unopened(to, &failed.error),
    })?;
    sync_folder(to).map_err(|error| unopened(to, &error))
}

/// Copies a database that is about to be migrated to beside itself, under its name with the migration
/// at the end, and drops older copies of that kind.
pub(super) async fn before_migration(
    db: &mut SqliteConnection,
    path: &Path,
    migration: i64,
) -> Result<(), OpenError> {
    let to = beside(path, &format!("{BEFORE}{migration:04}"));
    // A start that was cut short has made it; what is there now may be half migrated.
    if !to.exists() {
        let copy = copy(db, path, &to).await?;
        copy.persist(&to).map_err(|failed| unopened(&to, &failed.error))?;
        sync_folder(&to).map_err(|error| unopened(&to, &error))?;
        tracing::info!(copy = %to.display(), "the database is copied before it is brought up to date");
    }
    drop_older(path).map_err(|error| unopened(path, &error))
}

const BEFORE: &str = ".before-";

fn drop_older(path: &Path) -> io::Result<()> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(()) };
    let start = format!("{name}{BEFORE}");
    let mut copies: Vec<PathBuf> = Vec::new();
    for entry in folder_of(path).read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(&start));
        if number.is_some_and(|number| number.chars().all(|digit| digit.is_ascii_digit())) {
            copies.push(entry.path());
        }
    }
    copies.sort();
    copies.truncate(copies.len().saturating_sub(BEFORE_MIGRATIONS));
    copies.iter().try_for_each(std::fs::remove_file)
}
