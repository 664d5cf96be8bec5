//! What Discord has of us: the registered commands, and where our messages are.

use super::{Error, Result, ServerReads, ServerTx, Store};
use crate::messages::Subject;
use domain::{Address, ChannelId, MessageId};

impl Store {
    /// The digest of the commands that were last registered in `scope`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn registration(&self, scope: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("select digest from registrations where scope = ?")
            .bind(scope)
            .fetch_optional(self.pool()?)
            .await?)
    }

    /// Remembers that commands with this digest are registered in `scope`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn registered(&self, scope: String, digest: String) -> Result<()> {
        self.change_all_servers(async |tx| {
            tx.statement("insert or replace into registrations (scope, digest) values (?1, ?2)")
                .bind(scope)
                .bind(digest)
                .execute()
                .await?;
            Ok(())
        })
        .await
    }
}

impl Store {
    /// The scopes in which commands were registered.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn registrations(&self) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar("select scope from registrations order by scope")
            .fetch_all(self.pool()?)
            .await?)
    }

    /// Forgets that commands were registered in `scope`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unregistered(&self, scope: String) -> Result<()> {
        self.change_all_servers(async |tx| {
            tx.statement("delete from registrations where scope = ?1")
                .bind(scope)
                .execute()
                .await?;
            Ok(())
        })
        .await
    }
}

impl ServerTx {
    /// Remembers where the message is that shows `subject`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remember_message(&mut self, subject: Subject, at: Address) -> Result<()> {
        self.keep_address(subject, at).await?;
        self.reply_arrived(subject).await
    }

    /// The same of a message that was no reply.
    pub(super) async fn keep_address(&mut self, subject: Subject, at: Address) -> Result<()> {
        self.statement(
            "insert or replace into messages (server, subject, place, message)
             values (?1, ?2, ?3, ?4)",
        )
        .bind(subject.to_string())
        .bind(at.place.0)
        .bind(at.message.0)
        .execute()
        .await?;
        Ok(())
    }

    /// Forgets the message that showed `subject`.
    pub(super) async fn forget_message(&mut self, subject: Subject) -> Result<()> {
        self.statement("delete from messages where server = ?1 and subject = ?2")
            .bind(subject.to_string())
            .execute()
            .await?;
        Ok(())
    }
}

impl ServerReads {
    /// What the message there shows, if it is one of those that are remembered.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn subject_of(&mut self, at: Address) -> Result<Option<Subject>> {
        let subject: Option<String> = self
            .statement(
                "select subject from messages where server = ?1 and place = ?2 and message = ?3",
            )
            .bind(at.place.0)
            .bind(at.message.0)
            .optional_value()
            .await?;
        Ok(subject.and_then(|subject| subject.parse().ok()))
    }

    /// Where the message is that shows `subject`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn message(&mut self, subject: Subject) -> Result<Option<Address>> {
        let row: Option<(i64, i64)> = self
            .statement("select place, message from messages where server = ?1 and subject = ?2")
            .bind(subject.to_string())
            .optional()
            .await?;
        Ok(row.map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        }))
    }

    /// Every message that shows a subject, and where it is.
    ///
    /// # Errors
    /// If the database fails, or a subject in it cannot be read.
    pub async fn messages(&mut self) -> Result<Vec<(Subject, Address)>> {
        let rows: Vec<(String, i64, i64)> = self
            .statement("select subject, place, message from messages where server = ?1")
            .all()
            .await?;
        let read = |(subject, place, message): (String, i64, i64)| {
            let subject = subject.parse().map_err(|_| Error::Unreadable(subject))?;
            let at = Address { place: ChannelId(place), message: MessageId(message) };
            Ok((subject, at))
        };
        rows.into_iter().map(read).collect()
    }

    /// The channels of a server that have messages of ours or rounds.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn places(&mut self) -> Result<Vec<ChannelId>> {
        let places = self
            .statement(
                "select place from messages where server = ?1
                 union
                 select place from rounds where server = ?1
                 order by place",
            )
            .values()
            .await?;
        Ok(places.into_iter().map(ChannelId).collect())
    }
}
