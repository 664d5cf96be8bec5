//! The tables of a new database.

use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

use super::file::APPLICATION_ID;
use super::migrations::MIGRATIONS;

/// The tables as all migrations together make them.
const SCHEMA: &str = include_str!("../../migrations/schema.sql");

/// Makes the tables of an empty file, and notes all migrations as run. To run them takes longer than all
/// else in a start, and waits for the disk with each.
pub(super) async fn make_tables(connection: &mut SqliteConnection) -> Result<(), MigrateError> {
    let mut tx = connection.begin().await?;
    let ours = format!("pragma application_id = {APPLICATION_ID}");
    sqlx::query(AssertSqlSafe(ours)).execute(&mut *tx).await?;
    sqlx::raw_sql(SCHEMA).execute(&mut *tx).await?;
    MIGRATIONS.skip(&mut *tx, None).await?;
    Ok(tx.commit().await?)
}
