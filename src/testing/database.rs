//! A database in a temporary folder.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::store::{Mode, Store};

/// A folder that goes with the test: in memory if the machine has such a place, since a thousand
/// trips to the disk take minutes.
pub(crate) fn folder() -> TempDir {
    let memory = std::path::Path::new("/dev/shm");
    let quick = tempfile::tempdir_in(memory);
    quick.or_else(|_| tempfile::tempdir()).unwrap()
}

/// Opens the folder's database as a bot does.
pub(crate) async fn open(folder: &TempDir) -> Store {
    Store::open(&path(folder), Mode::Bot).await.unwrap()
}

/// Where the folder's database is.
pub(crate) fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("group.db")
}
