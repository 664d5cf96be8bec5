//! Words that wait for their member's consent to become an answer. They are erased when the member
//! says no, and after a time, in the file as well.

use jiff::Timestamp;

use super::row::{instant, row};
use super::{Result, ServerReads, ServerTx, Store};
use domain::{Address, ChannelId, ConsentId, MemberId, MessageId, RoundId};

/// Words that are to wait.
#[derive(Clone, Debug)]
pub struct NewConsent {
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
    /// Until when they wait.
    pub until: Timestamp,
}

/// Words that wait.
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
    /// Until when they wait.
    pub until: Timestamp,
}

/// The columns of words that wait, for a `where` to follow.
const SELECT: &str = "
    select id, round, place, message, author, asker, text, expires_at
    from consents
    where server = ?1 and expires_at > ?2 and ";

row! {
struct Row {
    id: i64,
    round: i64,
    place: i64,
    message: i64,
    author: i64,
    asker: i64,
    text: String,
    expires_at: i64,
}
}

impl ServerTx {
    /// Keeps words until their author has replied. If the same message waits for the same round
    /// already, nothing changes, and what waits is returned as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ask_consent(&mut self, new: NewConsent) -> Result<(ConsentId, Option<Consent>)> {
        self.statement(
            "delete from consents
             where server = ?1 and round = ?2 and message = ?3 and expires_at <= ?4",
        )
        .bind(new.round.0)
        .bind(new.at.message.0)
        .bind(new.now.as_millisecond())
        .execute()
        .await?;
        if let Some(waits) = self.consent_about(new.round, new.at, new.now).await? {
            return Ok((waits.id, Some(waits)));
        }
        let id: i64 = self
            .statement(
                "insert into consents
                     (server, round, place, message, author, asker, text, expires_at)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 returning id",
            )
            .bind(new.round.0)
            .bind(new.at.place.0)
            .bind(new.at.message.0)
            .bind(new.author.0)
            .bind(new.asker.0)
            .bind(new.text)
            .bind(new.until.as_millisecond())
            .value()
            .await?;
        Ok((ConsentId(id), None))
    }

    /// Asks about the same words again, on behalf of `asker` and until `until`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn renew_consent(
        &mut self,
        id: ConsentId,
        asker: MemberId,
        until: Timestamp,
    ) -> Result<()> {
        self.statement(
            "update consents set asker = ?3, expires_at = ?4 where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(asker.0)
        .bind(until.as_millisecond())
        .execute()
        .await?;
        Ok(())
    }

    /// Erases words that waited, from the file as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_consent(&mut self, id: ConsentId) -> Result<()> {
        self.statement("delete from consents where server = ?1 and id = ?2")
            .bind(id.0)
            .execute()
            .await?;
        self.after.erased = true;
        Ok(())
    }
}

impl ServerReads {
    /// The words that wait under a number, if their time is not over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn consent(&mut self, id: ConsentId, now: Timestamp) -> Result<Option<Consent>> {
        let row: Option<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} id = ?3")))
            .bind(now.as_millisecond())
            .bind(id.0)
            .optional()
            .await?;
        row.map(read).transpose()
    }

    /// The words of a message that wait for a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn consent_about(
        &mut self,
        round: RoundId,
        at: Address,
        now: Timestamp,
    ) -> Result<Option<Consent>> {
        let row: Option<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} round = ?3 and message = ?4")))
            .bind(now.as_millisecond())
            .bind(round.0)
            .bind(at.message.0)
            .optional()
            .await?;
        row.map(read).transpose()
    }

    /// What waits for an author's reply because others have asked for it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn consents_of(&mut self, author: MemberId, now: Timestamp) -> Result<Vec<Consent>> {
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} author = ?3 and asker <> author")))
            .bind(now.as_millisecond())
            .bind(author.0)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Whether a message is an answer to a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_answer(&mut self, round: RoundId, at: Address) -> Result<bool> {
        self.statement(
            "select exists (select 1 from responses
                            where server = ?1 and round = ?2 and source_place = ?3
                              and source_message = ?4)",
        )
        .bind(round.0)
        .bind(at.place.0)
        .bind(at.message.0)
        .value()
        .await
    }
}

impl Store {
    /// Erases the words whose time is over, from the file as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_consents(&self, now: Timestamp) -> Result<()> {
        let old: bool =
            sqlx::query_scalar("select exists (select 1 from consents where expires_at <= ?)")
                .bind(now.as_millisecond())
                .fetch_one(self.pool()?)
                .await?;
        if !old {
            return Ok(());
        }
        self.change_all_servers(async |tx| {
            tx.statement("delete from consents where expires_at <= ?1")
                .bind(now.as_millisecond())
                .execute()
                .await?;
            tx.erased();
            Ok(())
        })
        .await
    }
}

fn read(row: Row) -> Result<Consent> {
    Ok(Consent {
        id: ConsentId(row.id),
        round: RoundId(row.round),
        at: Address { place: ChannelId(row.place), message: MessageId(row.message) },
        author: MemberId(row.author),
        asker: MemberId(row.asker),
        text: row.text,
        until: instant(row.expires_at)?,
    })
}
