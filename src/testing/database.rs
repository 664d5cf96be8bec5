//! A database in a temporary folder.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::store::{Mode, Store};
use domain::Corpus;

/// Opens the folder's database as a bot does.
pub(crate) async fn open(folder: &TempDir, corpus: &Corpus) -> Store {
    Store::open(&path(folder), Mode::Bot, corpus).await.unwrap()
}

/// Where the folder's database is.
pub(crate) fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("group.db")
}
