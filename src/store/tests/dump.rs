//! The whole durable state as text.

use std::collections::BTreeSet;

use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{AssertSqlSafe, Column, Row, TypeInfo, ValueRef};

use super::super::Store;
use super::StoreHarness;

/// Tables that say nothing of what groups do: the migrations, and the search's own.
const LEFT_OUT: [&str; 2] = ["_sqlx", "passages"];

/// The ids drawn at random that a dump has shown; the n-th of them is shown as Rn from then on.
pub(super) type Drawn = Vec<i64>;

/// Every row of every table: its table, then the columns that are not null. Keys and hashes are
/// their number of bytes; times are the seconds since the test began.
pub(super) async fn dump(harness: &StoreHarness, drawn: &mut Drawn) -> BTreeSet<String> {
    let db = &harness.store.reads;
    let rows = rows(&harness.store).await;
    for sql in ["select id from responses order by text, id", "select id from voices order by id"] {
        let ids: Vec<i64> = sqlx::query_scalar(sql).fetch_all(db).await.unwrap();
        let new: Vec<i64> = ids.into_iter().filter(|id| !drawn.contains(id)).collect();
        drawn.extend(new);
    }
    let named = |row: String| {
        drawn
            .iter()
            .enumerate()
            .fold(row, |row, (at, id)| row.replace(&format!("={id} "), &format!("=R{} ", at + 1)))
    };
    rows.into_iter().map(named).collect()
}

/// Every row of every table, as it is.
pub(crate) async fn rows(store: &Store) -> BTreeSet<String> {
    store.writes.save_servings().await;
    let db = &store.reads;
    let mut rows = BTreeSet::new();
    for table in tables(db).await {
        for row in all(db, &table).await {
            rows.insert(format!("{table}: {}", shown(&row)));
        }
    }
    rows
}

/// Every blob of every table, with the row that it is in.
pub(crate) async fn blobs(store: &Store) -> Vec<(String, Vec<u8>)> {
    let db = &store.reads;
    let mut blobs = Vec::new();
    for table in tables(db).await {
        for row in all(db, &table).await {
            for column in row.columns() {
                let is_blob = {
                    let value = row.try_get_raw(column.ordinal()).unwrap();
                    !value.is_null() && value.type_info().name() == "BLOB"
                };
                if is_blob {
                    let shown = format!("{table}: {}", shown(&row));
                    blobs.push((shown, row.get(column.ordinal())));
                }
            }
        }
    }
    blobs
}

/// What one step changed: the rows that went, and those that came.
pub(super) fn changed(before: &BTreeSet<String>, after: &BTreeSet<String>) -> String {
    let went = before.difference(after).map(|row| format!("- {row}\n"));
    let came = after.difference(before).map(|row| format!("+ {row}\n"));
    went.chain(came).collect()
}

async fn tables(db: &SqlitePool) -> Vec<String> {
    let names: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .fetch_all(db)
    .await
    .unwrap();
    names.into_iter().filter(|name| !LEFT_OUT.iter().any(|it| name.starts_with(it))).collect()
}

async fn all(db: &SqlitePool, table: &str) -> Vec<SqliteRow> {
    let sql = AssertSqlSafe(format!("select * from \"{table}\""));
    sqlx::query(sql).fetch_all(db).await.unwrap()
}

fn shown(row: &SqliteRow) -> String {
    let cells = row.columns().iter().filter_map(|column| {
        let value = cell(row, column.ordinal(), column.name())?;
        Some(format!("{}={value}", column.name()))
    });
    cells.collect::<Vec<_>>().join(" ")
}

/// One value; `None` for null.
fn cell(row: &SqliteRow, at: usize, name: &str) -> Option<String> {
    let kind = {
        let value = row.try_get_raw(at).unwrap();
        if value.is_null() {
            return None;
        }
        value.type_info().name().to_owned()
    };
    Some(match kind.as_str() {
        "INTEGER" if name.ends_with("_at") => seconds(row.get(at)),
        "INTEGER" => row.get::<i64, _>(at).to_string(),
        "BLOB" => format!("<{} bytes>", row.get::<Vec<u8>, _>(at).len()),
        _ => match serde_json::from_str::<serde_json::Value>(&row.get::<String, _>(at)) {
            Ok(json @ serde_json::Value::Object(_)) => bare(json).to_string(),
            _ => format!("{:?}", row.get::<String, _>(at)),
        },
    })
}

fn seconds(milliseconds: i64) -> String {
    let since = milliseconds - super::at(0).as_millisecond();
    if since % 1_000 == 0 { format!("{}s", since / 1_000) } else { format!("{since}ms") }
}

/// A value without what is null or empty in it.
fn bare(json: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    let is_empty = |it: &Value| match it {
        Value::Null => true,
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        _ => false,
    };
    match json {
        Value::Object(all) => all
            .into_iter()
            .map(|(key, it)| (key, bare(it)))
            .filter(|(_, it)| !is_empty(it))
            .collect(),
        Value::Array(all) => all.into_iter().map(bare).collect(),
        other => other,
    }
}
