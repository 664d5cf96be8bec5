//! The databases that releases have made, in `tests/releases`, still open and still read.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use super::migrations::{is_sound, reads_samples, sampled};
use super::*;

fn releases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases")
}

#[tokio::test]
async fn the_database_of_each_release_is_brought_up_to_date_and_read() {
    let files: Vec<PathBuf> = fs::read_dir(releases())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "db"))
        .collect();
    assert!(!files.is_empty());
    for file in files {
        let harness = {
            let folder = tempfile::tempdir().unwrap();
            fs::copy(&file, path(&folder)).unwrap();
            let store = open(&folder).await;
            StoreHarness { store, folder }
        };
        reads_samples(&harness.store).await;
        let open = harness.read(HERE).open_rounds(PLACE).await.unwrap();
        assert!(open.iter().all(|round| round.number.0 == round.id.0), "{open:?}");
        // Every row of every table can be read, and none is lost.
        let rows = super::dump::dump(&harness, &mut Vec::new()).await;
        for kept in ["responses", "schedules", "statements", "voices", "readings", "outbox"] {
            let count = rows.iter().filter(|row| row.starts_with(&format!("{kept}: "))).count();
            assert!(count > 0, "{}: {kept}", file.display());
        }
        harness.store.close().await;
        let mut db = SqliteConnectOptions::new().filename(harness.path()).connect().await.unwrap();
        is_sound(&mut db).await;
    }
}

/// Run it once, for a release, and commit the file that it makes; never again for that version:
/// `cargo test --lib keeps_the_database_of_this_release -- --ignored`
#[tokio::test]
#[ignore = "it is run for a release"]
async fn keeps_the_database_of_this_release() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = sampled(&folder).await;
    let kept = releases().join(concat!(env!("CARGO_PKG_VERSION"), ".db"));
    if kept.exists() {
        return;
    }
    fs::create_dir_all(releases()).unwrap();
    sqlx::query("vacuum into ?").bind(kept.to_str().unwrap()).execute(&mut db).await.unwrap();
}
