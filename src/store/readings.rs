//! The readings of a server's own.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use sqlx::sqlite::SqliteConnection;

use super::{Error, Result, Store};
use domain::{MemberId, Reading, ReadingId, RequestId, ServerId};

/// What nobody has confirmed is dropped after so long.
const UNCONFIRMED: SignedDuration = SignedDuration::from_hours(24);

/// A reading as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: ReadingId,
    /// The reading.
    pub reading: Reading,
}

impl Store {
    /// Holds what was found in a file until a facilitator has looked at it. The same request twice
    /// is one reading.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_reading(
        &self,
        server: ServerId,
        request: RequestId,
        adder: MemberId,
        reading: Reading,
        now: Timestamp,
    ) -> Result<Listed> {
        self.write(move |db| Box::pin(hold(db, server, request, adder, reading, now))).await
    }

    /// Adds a reading that was found; `None` if it is not there any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_reading(&self, server: ServerId, id: ReadingId) -> Result<Option<Reading>> {
        self.write(move |db| Box::pin(add(db, server, id))).await
    }

    /// Removes a reading, added or only found; says what it was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_reading(&self, server: ServerId, id: ReadingId) -> Result<Option<Reading>> {
        self.write(move |db| {
            Box::pin(async move {
                let body: Option<String> = sqlx::query_scalar(
                    "delete from readings where server = ? and id = ? returning body",
                )
                .bind(server.0)
                .bind(id.0)
                .fetch_optional(&mut *db)
                .await?;
                sqlx::query("delete from reading_passages where reading = ?")
                    .bind(id.0)
                    .execute(db)
                    .await?;
                body.map(|body| read(&body)).transpose()
            })
        })
        .await
    }

    /// The readings that a server has added, in the order they were found.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn readings(&self, server: ServerId) -> Result<Vec<Listed>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "select id, body from readings where server = ? and state = 'added' order by id",
        )
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?;
        rows.into_iter()
            .map(|(id, body)| Ok(Listed { id: ReadingId(id), reading: read(&body)? }))
            .collect()
    }

    /// The servers that have readings of their own.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_with_readings(&self) -> Result<HashSet<ServerId>> {
        let servers: Vec<i64> =
            sqlx::query_scalar("select distinct server from readings where state = 'added'")
                .fetch_all(&self.reads)
                .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }

    /// Drops what was found and never confirmed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_findings(&self, now: Timestamp) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("delete from readings where state = 'found' and found_at < ?")
                    .bind((now - UNCONFIRMED).as_millisecond())
                    .execute(db)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// The ids of the quotes in a server's own readings that match an expression, best first.
    pub(super) async fn own_matching(
        &self,
        server: ServerId,
        expression: &str,
    ) -> Result<Vec<(String, f64)>> {
        Ok(sqlx::query_as(
            "select quote, rank
             from reading_passages
             join readings on readings.id = reading_passages.reading
             where reading_passages match ? and readings.server = ?
             order by rank",
        )
        .bind(expression)
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?)
    }
}

async fn hold(
    db: &mut SqliteConnection,
    server: ServerId,
    request: RequestId,
    adder: MemberId,
    reading: Reading,
    now: Timestamp,
) -> Result<Listed> {
    let known: Option<(i64, String)> =
        sqlx::query_as("select id, body from readings where server = ? and request = ?")
            .bind(server.0)
            .bind(request.0)
            .fetch_optional(&mut *db)
            .await?;
    if let Some((id, body)) = known {
        return Ok(Listed { id: ReadingId(id), reading: read(&body)? });
    }
    let id: i64 = sqlx::query_scalar(
        "insert into readings (server, request, adder, title, body, state, found_at)
         values (?, ?, ?, ?, '', 'found', ?)
         returning id",
    )
    .bind(server.0)
    .bind(request.0)
    .bind(adder.0)
    .bind(&reading.work.title)
    .bind(now.as_millisecond())
    .fetch_one(&mut *db)
    .await?;
    let id = ReadingId(id);
    let reading = reading.numbered(id);
    sqlx::query("update readings set body = ? where id = ?")
        .bind(written(&reading)?)
        .bind(id.0)
        .execute(db)
        .await?;
    Ok(Listed { id, reading })
}

async fn add(
    db: &mut SqliteConnection,
    server: ServerId,
    id: ReadingId,
) -> Result<Option<Reading>> {
    let found: Option<String> =
        sqlx::query_scalar("select body from readings where server = ? and id = ?")
            .bind(server.0)
            .bind(id.0)
            .fetch_optional(&mut *db)
            .await?;
    let Some(reading) = found.map(|body| read(&body)).transpose()? else { return Ok(None) };
    let changed = sqlx::query(
        "update readings set state = 'added' where server = ? and id = ? and state = 'found'",
    )
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    if changed.rows_affected() == 1 {
        for quote in &reading.quotes {
            sqlx::query(
                "insert into reading_passages (reading, quote, text, voice) values (?, ?, ?, ?)",
            )
            .bind(id.0)
            .bind(&quote.id)
            .bind(&quote.text)
            .bind(quote.speaker.as_ref().unwrap_or(&reading.work.author))
            .execute(&mut *db)
            .await?;
        }
    }
    Ok(Some(reading))
}

fn read(body: &str) -> Result<Reading> {
    serde_json::from_str(body).map_err(|error| Error::Unreadable(format!("a reading: {error}")))
}

fn written(reading: &Reading) -> Result<String> {
    serde_json::to_string(reading).map_err(|error| Error::Unreadable(error.to_string()))
}
