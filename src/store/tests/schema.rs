//! `migrations/schema.sql` shows the tables as all migrations together make them, and makes those of a
//! new database.

use std::collections::BTreeSet;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions};

use super::super::migrations::MIGRATIONS;
use super::super::schema::make_tables;
use crate::testing::assert_written;

const HEADER: &str = "\
-- The tables as all migrations together make them: those of a new database. A test writes this file:
-- UPDATE_DOCS=1 cargo test --lib schema
";

#[tokio::test]
async fn the_schema_is_written_down_as_the_migrations_make_it() {
    assert_written("migrations/schema.sql", &schema().await);
}

/// Each table with its indexes and triggers behind it.
async fn schema() -> String {
    let mut db = SqliteConnectOptions::new().in_memory(true).connect().await.unwrap();
    MIGRATIONS.run(&mut db).await.unwrap();
    let statements: Vec<String> = sqlx::query_scalar(
        "select sql from sqlite_schema
         where sql is not null and name not like 'sqlite_%' and tbl_name not like '\\_sqlx%' escape '\\'
         order by tbl_name, type <> 'table', name",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    let statements = statements.iter().map(|sql| format!("\n{};\n", sql.trim()));
    format!("{HEADER}{}", statements.collect::<String>())
}

#[tokio::test]
async fn a_new_database_is_what_all_migrations_make_of_an_empty_one() {
    let in_memory = SqliteConnectOptions::new().in_memory(true);
    let mut made = in_memory.connect().await.unwrap();
    make_tables(&mut made).await.unwrap();
    let mut migrated = in_memory.connect().await.unwrap();
    MIGRATIONS.run(&mut migrated).await.unwrap();
    let (made, migrated) = (contents(&mut made).await, contents(&mut migrated).await);
    assert!(made.contains("_sqlx_migrations has rows"), "{made:#?}");
    let differ: Vec<_> = made.symmetric_difference(&migrated).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

/// Whose file it is, what it is made of, which tables have rows, and which migrations have run.
async fn contents(db: &mut SqliteConnection) -> BTreeSet<String> {
    let mut contents = BTreeSet::new();
    for sql in [
        "select application_id || ' ' || user_version
         from pragma_application_id, pragma_user_version",
        "select type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '')
         from sqlite_schema",
        "select version || ' ' || description || ' ' || success || ' ' || hex(checksum)
         from _sqlx_migrations",
        "select name || ' ' || seq from sqlite_sequence where seq > 0",
    ] {
        let lines: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *db).await.unwrap();
        contents.extend(lines);
    }
    let tables = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut *db).await.unwrap();
    for table in tables {
        let any = AssertSqlSafe(format!("select exists (select 1 from {table})"));
        if sqlx::query_scalar(any).fetch_one(&mut *db).await.unwrap() {
            contents.insert(format!("{table} has rows"));
        }
    }
    contents
}
