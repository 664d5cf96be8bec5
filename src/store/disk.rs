//! The disk under the database.

use std::path::Path;

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
