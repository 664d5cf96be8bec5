//! A database in a temporary folder.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::store::{Mode, Store};

/// A folder that goes with the test.
pub(crate) fn folder() -> TempDir {
    powercut::folder_in_memory().unwrap()
}

/// Opens the folder's database as a bot does.
pub(crate) async fn open(folder: &TempDir) -> Store {
    Store::open(&path(folder), Mode::Bot).await.unwrap()
}

/// Where the folder's database is.
pub(crate) fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("group.db")
}
