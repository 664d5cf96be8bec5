use std::fs;
use std::path::Path;

use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use super::super::{Mode, OpenError};
use super::*;

async fn try_open(path: &Path, mode: Mode) -> Result<Store, OpenError> {
    Store::open(path, mode).await
}

async fn refused(path: &Path, mode: Mode) -> OpenError {
    try_open(path, mode).await.map(drop).expect_err("it is refused")
}

#[tokio::test]
async fn a_second_bot_is_refused_until_the_first_has_ended() {
    let mut harness = StoreHarness::new().await;
    let second = refused(&harness.path(), Mode::Bot).await;
    assert!(matches!(second, OpenError::InUse(_)), "{second}");
    harness.reopen().await;
    // A crash lets go of the lock as well.
    let path = harness.path();
    drop(harness.store);
    until(async || try_open(&path, Mode::Bot).await.is_ok()).await;
}

/// Else the plans of statements would depend on what happened to be there at some moment.
#[tokio::test]
async fn no_statistics_of_the_tables_are_kept() {
    let mut harness = StoreHarness::new().await;
    let posed = harness.pose(HERE, 1).await;
    harness.respond(posed.id, ANA, "So it is.", 1).await;
    let count = async |store: &Store, what: &'static str| {
        sqlx::query_scalar::<_, i64>(what).fetch_one(&store.reads).await.unwrap()
    };
    harness.reopen().await;
    let tables = "select count(*) from sqlite_schema where name like 'sqlite_stat%'";
    assert_eq!(count(&harness.store, tables).await, 0, "the end of the program takes none");
    harness.store.analyze().await;
    let rows = "select count(*) from sqlite_stat1";
    assert!(count(&harness.store, rows).await > 0);
    harness.reopen().await;
    assert_eq!(count(&harness.store, rows).await, 0, "those that somebody took go");
    harness.respond(posed.id, BEN, "So it is not.", 2).await;
}

#[tokio::test]
async fn one_can_look_beside_a_bot_and_change_nothing() {
    let harness = StoreHarness::new().await;
    let posed = harness.pose(HERE, 1).await;
    let beside = try_open(&harness.path(), Mode::Look).await.unwrap();
    assert_eq!(beside.read(HERE).round(posed.id).await.unwrap(), Some(posed.clone()));
    let refused = beside.change(HERE, async |tx| tx.pose(&round(2)).await).await;
    assert!(refused.is_err());
    harness.respond(posed.id, ANA, "Later.", 1).await;
    assert_eq!(beside.read(HERE).answers(posed.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn there_is_nothing_to_look_at() {
    let folder = tempfile::tempdir().unwrap();
    let path = path(&folder);
    assert!(matches!(refused(&path, Mode::Look).await, OpenError::Missing(_)));
    assert!(!path.exists());
    fs::write(&path, "").unwrap();
    assert!(matches!(refused(&path, Mode::Look).await, OpenError::Empty(_)));
    // The bot makes one of it.
    try_open(&path, Mode::Bot).await.unwrap().close().await;
}

#[tokio::test]
async fn a_log_whose_database_is_missing_is_not_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = path(&folder);
    let log = folder.path().join(format!("{}-wal", path.file_name().unwrap().to_str().unwrap()));
    fs::write(&log, "what was written last").unwrap();
    for mode in [Mode::Bot, Mode::Look] {
        assert!(matches!(refused(&path, mode).await, OpenError::LogAlone(_)));
    }
    assert!(!path.exists());
    assert_eq!(fs::read_to_string(&log).unwrap(), "what was written last");
}

#[tokio::test]
async fn a_damaged_page_is_found() {
    let harness = StoreHarness::new().await;
    harness.pose(HERE, 1).await;
    assert!(harness.store.is_sound().await.unwrap());
    let path = harness.path();
    harness.store.close().await;
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8_192].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    let sound = match try_open(&path, Mode::Look).await {
        Ok(store) => store.is_sound().await.unwrap_or(false),
        Err(_) => false,
    };
    assert!(!sound);
}

#[tokio::test]
async fn a_newer_database_is_refused_and_an_older_one_not_looked_at() {
    let harness = StoreHarness::new().await;
    harness.store.close().await;
    for (change, looks, runs) in [
        (
            "insert into _sqlx_migrations values (9999, 'later', 0, true, x'00', 0)",
            "newer",
            "newer",
        ),
        ("delete from _sqlx_migrations", "older", ""),
    ] {
        let mut db = SqliteConnectOptions::new().filename(harness.path()).connect().await.unwrap();
        sqlx::query(change).execute(&mut db).await.unwrap();
        sqlx::Connection::close(db).await.unwrap();
        let before = fs::read(harness.path()).unwrap();
        let look = refused(&harness.path(), Mode::Look).await.to_string();
        assert!(look.contains(looks), "{look}");
        if !runs.is_empty() {
            let run = refused(&harness.path(), Mode::Bot).await.to_string();
            assert!(run.contains(runs), "{run}");
        }
        assert!(fs::read(harness.path()).unwrap() == before);
    }
}

#[tokio::test]
async fn what_is_not_ours_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("foreign.db");
    let options = SqliteConnectOptions::new().filename(&foreign).create_if_missing(true);
    let mut db = options.connect().await.unwrap();
    sqlx::query("create table notes (text text)").execute(&mut db).await.unwrap();
    sqlx::Connection::close(db).await.unwrap();
    let garbage = folder.path().join("garbage.db");
    fs::write(&garbage, "Dear diary, ".repeat(1_000)).unwrap();
    let torn = folder.path().join("torn.db");
    fs::write(&torn, &fs::read(&foreign).unwrap()[..50]).unwrap();
    for path in [foreign, garbage, torn.clone()] {
        let before = fs::read(&path).unwrap();
        for mode in [Mode::Bot, Mode::Look] {
            let said = refused(&path, mode).await;
            let right = match path == torn {
                true => matches!(said, OpenError::Damaged(_)),
                false => matches!(said, OpenError::NotOurs(_)),
            };
            assert!(right, "{path:?}: {said}");
        }
        assert!(fs::read(&path).unwrap() == before, "{path:?} was changed");
        assert!(!path.with_extension("db-wal").exists());
    }
}

#[tokio::test]
async fn a_first_start_that_was_cut_short_is_taken_up() {
    let folder = tempfile::tempdir().unwrap();
    open(&folder).await.close().await;
    let options = SqliteConnectOptions::new().filename(path(&folder)).foreign_keys(false);
    let mut db = options.connect().await.unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_schema
         where type = 'table' and name not like 'sqlite_%' and name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    // What the migrations leave when they are stopped before the first is committed.
    for table in tables {
        let drop = format!("drop table {table}");
        sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&mut db).await.unwrap();
    }
    sqlx::query("delete from _sqlx_migrations").execute(&mut db).await.unwrap();
    sqlx::Connection::close(db).await.unwrap();
    let store = open(&folder).await;
    store.change(HERE, async |tx| tx.pose(&round(1)).await).await.unwrap();
}

#[tokio::test]
async fn a_missing_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no/such/group.db");
    let said = refused(&path, Mode::Bot).await;
    assert!(matches!(&said, OpenError::NoFolder(told) if *told == path), "{said}");
    let said = refused(folder.path(), Mode::Bot).await;
    assert!(matches!(&said, OpenError::Folder(told) if told == folder.path()), "{said}");
}

#[tokio::test]
#[ignore = "needs a user other than root"]
async fn what_cannot_be_written_is_said_and_left_as_it_is() {
    let harness = StoreHarness::new().await;
    harness.store.close().await;
    let (path, folder) = (harness.path(), harness.folder.path());
    let allow = |path: &Path, read_only: bool| {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(read_only);
        fs::set_permissions(path, permissions).unwrap();
    };
    let before = fs::read(&path).unwrap();
    allow(&path, true);
    let file = refused(&path, Mode::Bot).await;
    allow(&path, false);
    fs::remove_file(path.with_extension("db.lock")).unwrap();
    allow(folder, true);
    let lock = refused(&path, Mode::Bot).await;
    allow(folder, false);
    for said in [file, lock] {
        assert!(matches!(said, OpenError::ReadOnly(_)), "{said}");
    }
    assert!(fs::read(&path).unwrap() == before);
}

#[tokio::test]
async fn what_was_written_is_there_after_a_restart() {
    let mut harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await;
    harness.respond(round.id, ANA, "Yes.", 1).await;
    harness.reopen().await;
    assert_eq!(harness.answers(round.id).await[0].text, "Yes.");
    assert_eq!(harness.store.read(HERE).round(round.id).await.unwrap().unwrap().named, 1);
    // Whoever copies the file of a bot that was stopped has all of it.
    harness.store.close().await;
    assert!(!harness.path().with_extension("db-wal").exists());
}
