//! Words that wait for their member's yes to stand as a response. They go on a no, and after a
//! time, in the file as well.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::row::row;
use super::{Result, Store, outbox};
use crate::messages::Effect;
use domain::{Address, ChannelId, ConsentId, MemberId, MessageId, RoundId, ServerId};

/// Words to be held.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// The server of the round.
    pub server: ServerId,
    /// The round that they would answer.
    pub round: RoundId,
    /// The message.
    pub at: Address,
    /// Whose words these are.
    pub author: MemberId,
    /// Who asks.
    pub asker: MemberId,
    /// The words.
    pub text: String,
    /// Now.
    pub now: Timestamp,
    /// Until when they are held.
    pub until: Timestamp,
}

/// Words that are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its number.
    pub id: ConsentId,
    /// The round that they would answer.
    pub round: RoundId,
    /// The message.
    pub at: Address,
    /// Whose words these are.
    pub author: MemberId,
    /// Who asked.
    pub asker: MemberId,
    /// The words.
    pub text: String,
}

/// The columns of held words, for a `where` to follow.
const SELECT: &str = "
    select id, round, place, message, author, asker, text
    from consents
    where server = ? and expires_at > ? and ";

row! {
struct Row {
    id: i64,
    round: i64,
    place: i64,
    message: i64,
    author: i64,
    asker: i64,
    text: String,
}
}

impl Store {
    /// Holds words until their member has answered. If the same message is held for the same round
    /// already, nothing changes; says whether it is new.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_consent(&self, new: NewConsent) -> Result<(ConsentId, bool)> {
        self.write(move |db| Box::pin(hold(db, new))).await
    }

    /// The words held under a number, if their time is not over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn consent(
        &self,
        server: ServerId,
        id: ConsentId,
        now: Timestamp,
    ) -> Result<Option<Consent>> {
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} id = ?")))
            .bind(server.0)
            .bind(now.as_millisecond())
            .bind(id.0)
            .fetch_optional(&self.reads)
            .await?;
        Ok(row.map(read))
    }

    /// The words of a message that are held for a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn consent_about(
        &self,
        server: ServerId,
        round: RoundId,
        at: Address,
        now: Timestamp,
    ) -> Result<Option<Consent>> {
        let row: Option<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} round = ? and message = ?")))
                .bind(server.0)
                .bind(now.as_millisecond())
                .bind(round.0)
                .bind(at.message.0)
                .fetch_optional(&self.reads)
                .await?;
        Ok(row.map(read))
    }

    /// Whether a message stands as a response to a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stands_from(&self, server: ServerId, round: RoundId, at: Address) -> Result<bool> {
        Ok(sqlx::query_scalar(
            "select exists (select 1 from responses
                            where server = ? and round = ? and source_place = ?
                              and source_message = ?)",
        )
        .bind(server.0)
        .bind(round.0)
        .bind(at.place.0)
        .bind(at.message.0)
        .fetch_one(&self.reads)
        .await?)
    }

    /// Lets held words go, from the file as well. `effects` are what that calls for elsewhere.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_consent(
        &self,
        server: ServerId,
        id: ConsentId,
        effects: Vec<Effect>,
        now: Timestamp,
    ) -> Result<()> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                sqlx::query("delete from consents where server = ? and id = ?")
                    .bind(server.0)
                    .bind(id.0)
                    .execute(&mut *db)
                    .await?;
                outbox::put(db, server, effects, now).await
            })
        })
        .await?;
        self.writes.scrub().await;
        Ok(())
    }

    /// Lets go of the words whose time is over, from the file as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_consents(&self, now: Timestamp) -> Result<()> {
        let old: bool =
            sqlx::query_scalar("select exists (select 1 from consents where expires_at <= ?)")
                .bind(now.as_millisecond())
                .fetch_one(&self.reads)
                .await?;
        if !old {
            return Ok(());
        }
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("delete from consents where expires_at <= ?")
                    .bind(now.as_millisecond())
                    .execute(db)
                    .await?;
                Ok(())
            })
        })
        .await?;
        self.writes.scrub().await;
        Ok(())
    }
}

async fn hold(db: &mut SqliteConnection, new: NewConsent) -> Result<(ConsentId, bool)> {
    sqlx::query("delete from consents where round = ? and message = ? and expires_at <= ?")
        .bind(new.round.0)
        .bind(new.at.message.0)
        .bind(new.now.as_millisecond())
        .execute(&mut *db)
        .await?;
    let held: Option<i64> = sqlx::query_scalar(
        "select id from consents where server = ? and round = ? and message = ?",
    )
    .bind(new.server.0)
    .bind(new.round.0)
    .bind(new.at.message.0)
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = held {
        return Ok((ConsentId(id), false));
    }
    let id: i64 = sqlx::query_scalar(
        "insert into consents (server, round, place, message, author, asker, text, expires_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)
         returning id",
    )
    .bind(new.server.0)
    .bind(new.round.0)
    .bind(new.at.place.0)
    .bind(new.at.message.0)
    .bind(new.author.0)
    .bind(new.asker.0)
    .bind(new.text)
    .bind(new.until.as_millisecond())
    .fetch_one(db)
    .await?;
    Ok((ConsentId(id), true))
}

fn read(row: Row) -> Consent {
    Consent {
        id: ConsentId(row.id),
        round: RoundId(row.round),
        at: Address { place: ChannelId(row.place), message: MessageId(row.message) },
        author: MemberId(row.author),
        asker: MemberId(row.asker),
        text: row.text,
    }
}
