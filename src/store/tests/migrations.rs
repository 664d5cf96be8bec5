//! Every migration runs on data as the one before has left it.
//!
//! A new migration needs a file in `samples/` that puts rows into what it has made; the test finds
//! both by their numbers.

use std::borrow::Cow;
use std::fs;

use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::super::migrations::MIGRATIONS;
use super::*;
use domain::RoundNumber;

#[tokio::test]
async fn each_runs_on_the_data_of_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = sampled(&folder).await;
    let empty: Vec<String> = empty_tables(&mut db).await;
    assert_eq!(empty, [""; 0], "these have no row in a sample");
    is_sound(&mut db).await;
    sqlx::Connection::close(db).await.unwrap();
    reads_samples(&open(&folder).await).await;
}

/// A database that every migration has run on, each on the samples of those before.
pub(in super::super) async fn sampled(folder: &TempDir) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path(folder)).create_if_missing(true);
    // Many small tables: small pages make a small file of them.
    let mut db = options.page_size(1_024).connect().await.unwrap();
    let all: Vec<_> = MIGRATIONS.iter().cloned().collect();
    for (index, migration) in all.iter().enumerate() {
        let some = Migrator { migrations: Cow::Owned(all[..=index].to_vec()), ..Migrator::DEFAULT };
        some.run(&mut db).await.unwrap();
        let sample = format!(
            "{}/src/store/tests/samples/{:04}.sql",
            env!("CARGO_MANIFEST_DIR"),
            migration.version
        );
        let rows = fs::read_to_string(&sample).unwrap_or_else(|_| panic!("there is no {sample}"));
        sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&mut db).await.unwrap();
    }
    db
}

/// Nothing refers to a row that is not there, and the file is whole.
pub(in super::super) async fn is_sound(db: &mut SqliteConnection) {
    let wrong: Vec<(String, i64)> =
        sqlx::query_as("select \"table\", rowid from pragma_foreign_key_check")
            .fetch_all(&mut *db)
            .await
            .unwrap();
    assert_eq!(wrong, []);
    let sound: String =
        sqlx::query_scalar("pragma integrity_check").fetch_one(&mut *db).await.unwrap();
    assert_eq!(sound, "ok");
}

/// The program works on the samples.
pub(super) async fn reads_samples(store: &Store) {
    let mut reads = store.read(HERE);
    assert_eq!(reads.open_rounds(PLACE).await.unwrap().len(), 1);
    assert_eq!(reads.schedules().await.unwrap().len(), 1);
    assert_eq!(reads.answers_on(Some("power")).await.unwrap().len(), 2);
    assert_eq!(reads.seminars().await.unwrap().len(), 1);
}

async fn empty_tables(db: &mut SqliteConnection) -> Vec<String> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    let mut empty = Vec::new();
    for table in tables {
        let count = format!("select count(*) from {table}");
        let rows: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(count)).fetch_one(&mut *db).await.unwrap();
        if rows == 0 {
            empty.push(table);
        }
    }
    empty
}

#[tokio::test]
async fn what_is_there_keeps_its_number_and_each_server_goes_on_counting() {
    let folder = tempfile::tempdir().unwrap();
    sqlx::Connection::close(sampled(&folder).await).await.unwrap();
    let harness = StoreHarness { store: open(&folder).await, folder };
    let mut reads = harness.read(HERE);
    for number in [1, 2, 501] {
        let round = reads.round_numbered(RoundNumber(number)).await.unwrap().unwrap();
        assert_eq!((round.id, round.number), (RoundId(number), RoundNumber(number)));
    }
    assert_eq!(reads.seminars().await.unwrap()[0].number.0, 1);
    assert_eq!(reads.schedules().await.unwrap()[0].number.0, 1);
    assert_eq!(harness.pose(HERE, 900).await.number.0, 502);
    assert_eq!(harness.pose(THERE, 900).await.number.0, 1);
}

#[tokio::test]
async fn the_outbox_keeps_its_rows_and_gives_no_number_twice() {
    for sent in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let options = SqliteConnectOptions::new().filename(path(&folder)).create_if_missing(true);
        let mut db = options.connect().await.unwrap();
        let all: Vec<_> = MIGRATIONS.iter().cloned().collect();
        let before: Vec<_> = all.iter().filter(|one| one.version < 4).cloned().collect();
        let old = Migrator { migrations: Cow::Owned(before), ..Migrator::DEFAULT };
        old.run(&mut db).await.unwrap();
        sqlx::query(
            "insert into outbox (id, server, kind, subject, effect, key, due_at, late_at,
                                 give_up_at, claimed, unsure, tries, made_at)
             values (70, 1, 'edit', 'response:5', '{\"delete\":{\"subject\":\"response:5\"}}', 'k',
                     1, 2, 3, 1, 1, 4, 5)",
        )
        .execute(&mut db)
        .await
        .unwrap();
        if sent {
            sqlx::query("delete from outbox").execute(&mut db).await.unwrap();
        }
        MIGRATIONS.run(&mut db).await.unwrap();
        let kept: Vec<(i64, String, Option<String>, i64, i64, i64)> =
            sqlx::query_as("select id, subject, key, claimed, unsure, attempts from outbox")
                .fetch_all(&mut db)
                .await
                .unwrap();
        let row = (70, "response:5".to_owned(), Some("k".to_owned()), 1, 1, 4);
        assert_eq!(kept, if sent { vec![] } else { vec![row] });
        sqlx::Connection::close(db).await.unwrap();
        let store = open(&folder).await;
        let effect = crate::messages::Effect::Tags { forum: PLACE, names: Vec::new() };
        store.change(THERE, async |tx| tx.emit(|| [effect], at(0)).await).await.unwrap();
        assert_eq!(store.claim(at(0), 1).await.unwrap()[0].id, 71, "sent: {sent}");
    }
}

#[tokio::test]
async fn the_message_of_a_statement_becomes_that_of_its_newest_version() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new().filename(path(&folder)).create_if_missing(true);
    let mut db = options.connect().await.unwrap();
    let before: Vec<_> = MIGRATIONS.iter().filter(|one| one.version < 12).cloned().collect();
    let old = Migrator { migrations: Cow::Owned(before), ..Migrator::DEFAULT };
    old.run(&mut db).await.unwrap();
    sqlx::raw_sql(
        "pragma foreign_keys = off;
         insert into statements (id, server, round, proposer, version, state, made_at)
         values (5, 1, 1, 100, 3, 'proposed', 1), (6, 1, 2, 100, 1, 'proposed', 1);
         insert into messages (server, subject, place, message)
         values (1, 'statement:5', 10, 50), (1, 'statement:6', 10, 60), (1, 'round:1', 10, 70);",
    )
    .execute(&mut db)
    .await
    .unwrap();
    MIGRATIONS.run(&mut db).await.unwrap();
    let messages: Vec<(String, i64)> =
        sqlx::query_as("select subject, message from messages order by message")
            .fetch_all(&mut db)
            .await
            .unwrap();
    let wanted = [("statement:5.3", 50), ("statement:6", 60), ("round:1", 70)];
    assert_eq!(messages, wanted.map(|(subject, message)| (subject.to_owned(), message)));
}
