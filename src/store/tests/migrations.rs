//! Every migration runs on data as the one before has left it.
//!
//! A new migration needs a file in `samples/` that puts rows into what it has made; the test finds
//! both by their numbers.

use std::borrow::Cow;
use std::fs;

use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;

use super::super::open::MIGRATIONS;
use super::*;

#[tokio::test]
async fn each_runs_on_the_data_of_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new().filename(path(&folder)).create_if_missing(true);
    let mut db = options.connect().await.unwrap();
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
    let wrong: Vec<(String, i64)> =
        sqlx::query_as("select \"table\", rowid from pragma_foreign_key_check")
            .fetch_all(&mut db)
            .await
            .unwrap();
    assert_eq!(wrong, []);
    let sound: String =
        sqlx::query_scalar("pragma integrity_check").fetch_one(&mut db).await.unwrap();
    assert_eq!(sound, "ok");
    let empty: Vec<String> = empty_tables(&mut db).await;
    assert_eq!(empty, [""; 0], "these have no row in a sample");
    sqlx::Connection::close(db).await.unwrap();
    // The program works on it.
    let store = open(&folder).await;
    assert_eq!(store.open_rounds(HERE, PLACE).await.unwrap().len(), 1);
    assert_eq!(store.schedules(HERE).await.unwrap().len(), 1);
    assert_eq!(store.responses_on(HERE, Some("power")).await.unwrap().len(), 1);
}

async fn empty_tables(db: &mut sqlx::sqlite::SqliteConnection) -> Vec<String> {
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
