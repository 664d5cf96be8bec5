//! `migrations/schema.sql` shows the tables as all migrations together make them.

use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use super::super::migrations::MIGRATIONS;
use crate::testing::assert_written;

const HEADER: &str = "\
-- The tables as all migrations together make them, for the reader. Nothing runs this file; a test
-- writes it: UPDATE_DOCS=1 cargo test --lib schema
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
