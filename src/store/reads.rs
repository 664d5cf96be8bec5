//! Statements about one server's rows: the server is the first parameter of each.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqlitePool, SqliteRow};
use sqlx::{Decode, Encode, FromRow, Row, SqlSafeStr, Sqlite, Type};
use tokio::sync::OwnedMutexGuard;

use super::edit_pace::EditPace;
use super::keys::Keys;
use super::languages::Languages;
use super::{Failpoints, Location, Result};
use domain::member_hash::Key;
use domain::{RoundId, ServerId};

/// One server's rows, to read. Every read is a method of this, so that it can be done within a
/// change ([`super::ServerTx`]) as well as outside.
///
/// Outside it holds no connection: each statement takes one, so that two of these never wait for
/// each other.
#[derive(Debug)]
pub struct ServerReads {
    source: Source,
    server: ServerId,
    pub(super) keys: Keys,
    pub(super) languages: Languages,
    pub(super) edit_pace: EditPace,
    /// What the keys of rounds are called that this transaction has asked for.
    round_keys: Vec<(RoundId, Option<Vec<u8>>)>,
}

/// What every reader has beside its connection.
pub(super) struct Shared {
    pub(super) keys: Keys,
    pub(super) languages: Languages,
    pub(super) edit_pace: EditPace,
}

#[derive(Debug)]
struct Source {
    from: Lender,
    failpoints: Failpoints,
}

#[derive(Debug)]
enum Lender {
    Pool(SqlitePool),
    Lent(OwnedMutexGuard<SqliteConnection>),
}

/// A connection for one statement.
enum Connection<'c> {
    Pooled(PoolConnection<Sqlite>),
    Lent(&'c mut SqliteConnection),
}

/// A statement whose parameters are numbered; in one about a server's rows, `?1` is the server.
#[must_use = "a statement does nothing until it is executed"]
pub(super) struct Statement<'c> {
    source: &'c mut Source,
    query: sqlx::query::Query<'c, Sqlite, SqliteArguments>,
}

impl ServerReads {
    pub(super) fn pooled(
        pool: SqlitePool,
        Shared { keys, languages, edit_pace }: Shared,
        server: ServerId,
        failpoints: Failpoints,
    ) -> Self {
        let source = Source { from: Lender::Pool(pool), failpoints };
        Self { source, server, keys, languages, edit_pace, round_keys: Vec::new() }
    }

    pub(super) fn lent(
        connection: OwnedMutexGuard<SqliteConnection>,
        Shared { keys, languages, edit_pace }: Shared,
        server: ServerId,
        failpoints: Failpoints,
    ) -> Self {
        let source = Source { from: Lender::Lent(connection), failpoints };
        Self { source, server, keys, languages, edit_pace, round_keys: Vec::new() }
    }

    /// The key of a round's hashes; `None` once it is closed.
    pub(super) async fn round_key(&mut self, round: RoundId) -> Result<Option<Key>> {
        let asked = self.round_keys.iter().find(|(asked, _)| *asked == round);
        let id = match asked {
            Some((_, id)) => id.clone(),
            None => self.key_of_round(round).await?,
        };
        Ok(id.and_then(|id| self.keys.get(&id)))
    }

    async fn key_of_round(&mut self, round: RoundId) -> Result<Option<Vec<u8>>> {
        let id: Option<Vec<u8>> = self
            .statement(
                "select key_id from round_keys
                 where round in (select id from rounds where server = ?1 and id = ?2)",
            )
            .bind(round.0)
            .optional_value()
            .await?;
        self.round_key_is(round, id.clone());
        Ok(id)
    }

    /// Keeps what the key of a round is called: nobody else changes it while a transaction is under way.
    pub(super) fn round_key_is(&mut self, round: RoundId, id: Option<Vec<u8>>) {
        if matches!(self.source.from, Lender::Lent(_))
            && self.round_keys.iter().all(|(known, _)| *known != round)
        {
            self.round_keys.push((round, id));
        }
    }

    /// The transaction has made or ended keys of rounds.
    pub(super) fn round_keys_changed(&mut self) {
        self.round_keys.clear();
    }

    /// The same transaction, about another server's rows.
    pub(super) fn turn_to(&mut self, server: ServerId) {
        self.server = server;
    }

    /// Which server it is.
    #[must_use]
    pub fn server(&self) -> ServerId {
        self.server
    }

    /// A statement about the server's rows, which `?1` in it stands for.
    pub(super) fn statement(&mut self, sql: impl SqlSafeStr) -> Statement<'_> {
        let sql = sql.into_sql_str();
        debug_assert!(sql.as_str().contains("?1"), "names no server: {}", sql.as_str());
        Statement { source: &mut self.source, query: sqlx::query(sql).bind(self.server.0) }
    }

    /// A statement about no server's rows, or about those of all servers: `tests/layers/sql.rs`
    /// lists which ones may be.
    pub(super) fn unscoped(&mut self, sql: impl SqlSafeStr) -> Statement<'_> {
        Statement { source: &mut self.source, query: sqlx::query(sql.into_sql_str()) }
    }
}

impl Source {
    async fn connection(&mut self) -> Result<Connection<'_>> {
        self.failpoints.hit(Location::Statement)?;
        Ok(match &mut self.from {
            Lender::Pool(pool) => Connection::Pooled(pool.acquire().await?),
            Lender::Lent(connection) => Connection::Lent(connection),
        })
    }
}

impl Deref for Connection<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Lent(connection) => connection,
        }
    }
}

impl DerefMut for Connection<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Lent(connection) => connection,
        }
    }
}

impl<'c> Statement<'c> {
    /// Binds the next parameter.
    pub(super) fn bind<T>(mut self, value: T) -> Self
    where
        T: Encode<'c, Sqlite> + Type<Sqlite>,
    {
        self.query = self.query.bind(value);
        self
    }

    /// Executes it, and says how many rows it changed.
    pub(super) async fn execute(self) -> Result<u64> {
        let mut db = self.source.connection().await?;
        Ok(self.query.execute(&mut *db).await?.rows_affected())
    }

    /// The only row.
    pub(super) async fn one<T: for<'r> FromRow<'r, SqliteRow>>(self) -> Result<T> {
        let mut db = self.source.connection().await?;
        Ok(T::from_row(&self.query.fetch_one(&mut *db).await?)?)
    }

    /// The row, if there is one.
    pub(super) async fn optional<T: for<'r> FromRow<'r, SqliteRow>>(self) -> Result<Option<T>> {
        let mut db = self.source.connection().await?;
        let row = self.query.fetch_optional(&mut *db).await?;
        Ok(row.map(|row| T::from_row(&row)).transpose()?)
    }

    /// All rows.
    pub(super) async fn all<T: for<'r> FromRow<'r, SqliteRow>>(self) -> Result<Vec<T>> {
        let mut db = self.source.connection().await?;
        let rows = self.query.fetch_all(&mut *db).await?;
        Ok(rows.iter().map(T::from_row).collect::<sqlx::Result<_>>()?)
    }

    /// The first column of the only row.
    pub(super) async fn value<T>(self) -> Result<T>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite>,
    {
        let mut db = self.source.connection().await?;
        Ok(self.query.fetch_one(&mut *db).await?.try_get(0)?)
    }

    /// The first column of the row, if there is one.
    pub(super) async fn optional_value<T>(self) -> Result<Option<T>>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite>,
    {
        let mut db = self.source.connection().await?;
        let row = self.query.fetch_optional(&mut *db).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    /// The first column of each row.
    pub(super) async fn values<T>(self) -> Result<Vec<T>>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite>,
    {
        let mut db = self.source.connection().await?;
        let rows = self.query.fetch_all(&mut *db).await?;
        Ok(rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?)
    }
}
