//! The readings of a server's own.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::numbers::Counted;
use super::row::row;
use super::{Error, Result, ServerReads, ServerTx, Store};
use domain::{MemberId, Quote, Reading, ReadingId, RequestId, ServerId};

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

row! {
struct Row {
    number: i64,
    body: String,
}
}

impl ServerTx {
    /// Holds what was found in a file until a facilitator has looked at it. The same request twice
    /// is one reading.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_reading(
        &mut self,
        request: RequestId,
        adder: MemberId,
        reading: Reading,
        now: Timestamp,
    ) -> Result<Listed> {
        let known: Option<Row> = self
            .statement("select number, body from readings where server = ?1 and request = ?2")
            .bind(request.0)
            .optional()
            .await?;
        if let Some(known) = known {
            return known.try_into();
        }
        let number = self.next_number(Counted::Readings).await?;
        let id: i64 = self
            .statement(
                "insert into readings (server, request, adder, title, body, state, found_at, number)
                 values (?1, ?2, ?3, ?4, '', 'found', ?5, ?6)
                 returning number",
            )
            .bind(request.0)
            .bind(adder.0)
            .bind(reading.work.title.clone())
            .bind(now.as_millisecond())
            .bind(number)
            .value()
            .await?;
        let id = ReadingId(id);
        let reading = reading.numbered(id);
        self.statement("update readings set body = ?3 where server = ?1 and number = ?2")
            .bind(id.0)
            .bind(written(&reading)?)
            .execute()
            .await?;
        Ok(Listed { id, reading })
    }

    /// Adds a reading that was found; `None` if it is not there any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_reading(&mut self, id: ReadingId) -> Result<Option<Reading>> {
        let found: Option<String> = self
            .statement("select body from readings where server = ?1 and number = ?2")
            .bind(id.0)
            .optional_value()
            .await?;
        let Some(reading) = found.map(|body| read(&body)).transpose()? else { return Ok(None) };
        self.statement("update readings set state = 'added' where server = ?1 and number = ?2")
            .bind(id.0)
            .execute()
            .await?;
        Ok(Some(reading))
    }

    /// Adds a quote to a reading of the book, under the next id; the words twice are one quote. `None` if
    /// the reading is not there any more, `Some(None)` if it has `most` quotes.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_quote(
        &mut self,
        id: ReadingId,
        quote: Quote,
        most: usize,
    ) -> Result<Option<Option<Quote>>> {
        let body: Option<String> = self
            .statement(
                "select body from readings where server = ?1 and number = ?2 and state = 'added'",
            )
            .bind(id.0)
            .optional_value()
            .await?;
        let Some(mut reading) = body.map(|body| read(&body)).transpose()? else { return Ok(None) };
        let same = |known: &&Quote| known.paragraph == quote.paragraph && known.text == quote.text;
        if let Some(known) = reading.quotes.iter().find(same) {
            return Ok(Some(Some(known.clone())));
        }
        if reading.quotes.len() >= most {
            return Ok(Some(None));
        }
        let added = reading.copied_out(id, quote);
        self.statement("update readings set body = ?3 where server = ?1 and number = ?2")
            .bind(id.0)
            .bind(written(&reading)?)
            .execute()
            .await?;
        Ok(Some(Some(added)))
    }

    /// Removes a reading, added or only found; gives what it was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_reading(&mut self, id: ReadingId) -> Result<Option<Reading>> {
        let body: Option<String> = self
            .statement("delete from readings where server = ?1 and number = ?2 returning body")
            .bind(id.0)
            .optional_value()
            .await?;
        body.map(|body| read(&body)).transpose()
    }
}

impl ServerReads {
    /// The readings that the server has added, in the order they were found.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn readings(&mut self) -> Result<Vec<Listed>> {
        let rows: Vec<Row> = self
            .statement(
                "select number, body from readings
                 where server = ?1 and state = 'added' order by number",
            )
            .all()
            .await?;
        rows.into_iter().map(Listed::try_from).collect()
    }
}

impl Store {
    /// The servers that have readings of their own.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_with_readings(&self) -> Result<HashSet<ServerId>> {
        let servers: Vec<i64> =
            sqlx::query_scalar("select distinct server from readings where state = 'added'")
                .fetch_all(self.pool()?)
                .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }

    /// Drops what was found and never confirmed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_findings(&self, now: Timestamp) -> Result<()> {
        self.change_all_servers(async |tx| {
            tx.statement("delete from readings where state = 'found' and found_at < ?1")
                .bind((now - UNCONFIRMED).as_millisecond())
                .execute()
                .await?;
            Ok(())
        })
        .await
    }
}

impl TryFrom<Row> for Listed {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self { id: ReadingId(row.number), reading: read(&row.body)? })
    }
}

fn read(body: &str) -> Result<Reading> {
    serde_json::from_str(body).map_err(|error| Error::Unreadable(format!("a reading: {error}")))
}

fn written(reading: &Reading) -> Result<String> {
    serde_json::to_string(reading).map_err(|error| Error::Unreadable(error.to_string()))
}
