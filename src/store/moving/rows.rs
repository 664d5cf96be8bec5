//! The rows of a server in all tables: counted, copied, deleted.

use std::collections::BTreeSet;

use domain::ServerId;
use domain::member_hash::KeyId;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqliteConnection;

use super::super::privacy::TABLES;

/// Where it is known that the bot is in a server.
const PRESENCE: (&str, &str) = ("servers", "server = ?1");

/// The tables with what keys are called.
pub(super) const KEYS: &[&str] = &["round_keys", "seminar_keys", "revisit_keys"];

/// Every table with rows of servers, and which those of the server `?1` are. What a row refers to
/// comes before it.
pub(super) fn tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let tables = TABLES.iter().rev().map(|table| (table.name, table.rows));
    tables.chain([PRESENCE])
}

/// The servers with data.
pub(super) async fn servers(db: &mut SqliteConnection) -> sqlx::Result<BTreeSet<ServerId>> {
    let mut servers = BTreeSet::new();
    for (name, _) in tables() {
        if !columns(db, name).await?.iter().any(|column| column == "server") {
            continue;
        }
        let sql = AssertSqlSafe(format!("select distinct server from {name}"));
        let found: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&mut *db).await?;
        servers.extend(found.into_iter().map(ServerId));
    }
    Ok(servers)
}

/// Whether a server has any data but that the bot is there.
pub(super) async fn any(db: &mut SqliteConnection, server: ServerId) -> sqlx::Result<bool> {
    for table in TABLES {
        let (name, rows) = (table.name, table.rows);
        let sql = AssertSqlSafe(format!("select exists (select 1 from {name} where {rows})"));
        if sqlx::query_scalar(sql).bind(server.0).fetch_one(&mut *db).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the bot is known to be or to have been in a server.
pub(super) async fn is_known(db: &mut SqliteConnection, server: ServerId) -> sqlx::Result<bool> {
    let known = sqlx::query_scalar("select exists (select 1 from servers where server = ?1)");
    Ok(known.bind(server.0).fetch_one(&mut *db).await? || any(db, server).await?)
}

/// How many rows a server has in a table.
pub(super) async fn count(
    db: &mut SqliteConnection,
    (name, rows): (&str, &str),
    server: ServerId,
) -> sqlx::Result<u64> {
    let sql = AssertSqlSafe(format!("select count(*) from {name} where {rows}"));
    sqlx::query_scalar(sql).bind(server.0).fetch_one(db).await
}

/// Copies the rows of a server into the same tables of the file that is attached; says how many they
/// are, or which table did not take them.
pub(super) async fn copy(
    db: &mut SqliteConnection,
    server: ServerId,
) -> Result<u64, (&'static str, sqlx::Error)> {
    let mut copied = 0;
    for (name, rows) in tables() {
        let columns = columns(db, name).await.map_err(|error| (name, error))?.join(", ");
        // That the bot is in a server may be known there already.
        let verb = if name == PRESENCE.0 { "insert or replace" } else { "insert" };
        let sql = AssertSqlSafe(format!(
            "{verb} into target.{name} ({columns}) select {columns} from main.{name} where {rows}"
        ));
        let done = sqlx::query(sql).bind(server.0).execute(&mut *db).await;
        copied += done.map_err(|error| (name, error))?.rows_affected();
    }
    Ok(copied)
}

/// Deletes all rows of a server.
pub(super) async fn delete(db: &mut SqliteConnection, server: ServerId) -> sqlx::Result<()> {
    for table in TABLES {
        while sqlx::query(table.delete).bind(server.0).execute(&mut *db).await?.rows_affected() > 0
        {
        }
    }
    sqlx::query("delete from servers where server = ?1").bind(server.0).execute(&mut *db).await?;
    // Samples for the planner, of what the rows held.
    let sampled = "select exists (select 1 from sqlite_schema where name = 'sqlite_stat4')";
    if sqlx::query_scalar(sampled).fetch_one(&mut *db).await? {
        sqlx::query("delete from sqlite_stat4").execute(&mut *db).await?;
    }
    Ok(())
}

/// What the keys are called of the rounds and seminars of a server.
pub(super) async fn key_ids(
    db: &mut SqliteConnection,
    server: ServerId,
) -> sqlx::Result<Vec<KeyId>> {
    let mut ids = Vec::new();
    for table in TABLES.iter().filter(|table| KEYS.contains(&table.name)) {
        let (name, rows) = (table.name, table.rows);
        let sql = AssertSqlSafe(format!("select key_id from {name} where {rows}"));
        let found: Vec<Vec<u8>> =
            sqlx::query_scalar(sql).bind(server.0).fetch_all(&mut *db).await?;
        // Whatever else is called so leads to no key.
        ids.extend(found.into_iter().filter_map(|id| KeyId::try_from(id).ok()));
    }
    Ok(ids)
}

pub(super) async fn columns(db: &mut SqliteConnection, table: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar("select name from pragma_table_info(?1, 'main')")
        .bind(table)
        .fetch_all(db)
        .await
}
