//! What Discord has of us: the commands, and where our messages stand.

use sqlx::sqlite::SqliteConnection;

use super::{Result, Store};
use crate::messages::Subject;
use domain::{Address, ChannelId, MessageId, ServerId};

impl Store {
    /// The digest of the commands that were last registered in `scope`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn registration(&self, scope: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("select digest from registrations where scope = ?")
            .bind(scope)
            .fetch_optional(&self.reads)
            .await?)
    }

    /// Remembers that commands with this digest are registered in `scope`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn registered(&self, scope: String, digest: String) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("insert or replace into registrations (scope, digest) values (?, ?)")
                    .bind(scope)
                    .bind(digest)
                    .execute(db)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// Remembers where the message stands that shows `subject`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remember_message(
        &self,
        server: ServerId,
        subject: Subject,
        at: Address,
    ) -> Result<()> {
        self.write(move |db| Box::pin(remember(db, server, subject, at))).await
    }

    /// Where the message stands that shows `subject`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn message(&self, server: ServerId, subject: Subject) -> Result<Option<Address>> {
        let row: Option<(i64, i64)> =
            sqlx::query_as("select place, message from messages where subject = ? and server = ?")
                .bind(subject.to_string())
                .bind(server.0)
                .fetch_optional(&self.reads)
                .await?;
        Ok(row.map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        }))
    }

    /// The places of a server in which messages stand that we know, or rounds were posed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn places(&self, server: ServerId) -> Result<Vec<ChannelId>> {
        let places: Vec<i64> = sqlx::query_scalar(
            "select place from messages where server = ?
             union
             select place from rounds where server = ?
             order by place",
        )
        .bind(server.0)
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?;
        Ok(places.into_iter().map(ChannelId).collect())
    }
}

pub(super) async fn remember(
    db: &mut SqliteConnection,
    server: ServerId,
    subject: Subject,
    at: Address,
) -> Result<()> {
    sqlx::query(
        "insert or replace into messages (subject, server, place, message) values (?, ?, ?, ?)",
    )
    .bind(subject.to_string())
    .bind(server.0)
    .bind(at.place.0)
    .bind(at.message.0)
    .execute(db)
    .await?;
    Ok(())
}
