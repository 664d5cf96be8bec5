//! The disk under the database: its free space, and when the database was last copied.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// The bytes that are free where a file is or will be; `None` if nobody can tell.
#[cfg(unix)]
#[must_use]
pub fn free_space(file: &Path) -> Option<u64> {
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let disk = rustix::fs::statvfs(folder.unwrap_or(Path::new("."))).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// The bytes that are free where a file is or will be; `None` if nobody can tell.
#[cfg(not(unix))]
#[must_use]
pub fn free_space(_: &Path) -> Option<u64> {
    None
}

/// Notes that the database was copied just now, in the time of an empty file beside it: another
/// process makes the copies, and must not write to the database for it.
///
/// # Errors
/// If that file cannot be written.
pub fn note_backup(database: &Path) -> io::Result<()> {
    File::create(mark(database)).map(drop)
}

/// When the database was last copied; `None` if it never was.
#[must_use]
pub fn last_backup(database: &Path) -> Option<Timestamp> {
    let modified = fs::metadata(mark(database)).ok()?.modified().ok()?;
    Timestamp::try_from(modified).ok()
}

fn mark(database: &Path) -> PathBuf {
    let mut name: OsString = database.as_os_str().to_owned();
    name.push(".backed-up");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_copy_is_remembered_beside_the_database() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("book.db");
        assert_eq!(last_backup(&database), None);
        note_backup(&database).unwrap();
        let first = last_backup(&database).unwrap();
        note_backup(&database).unwrap();
        assert!(last_backup(&database).unwrap() >= first);
    }
}
