//! Reveals the answers of a seminar's rounds: by hand, by the clock, or when all have answered.

use jiff::Timestamp;

use super::super::row::{instant, part_word};
use super::super::{Result, ServerTx, Store};
use domain::{Part, RoundDetails, RoundId, ServerId};

impl ServerTx {
    /// Reveals the answers of the current part; in a debate, members then give their own views.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveal(&mut self, was: &RoundDetails, now: Timestamp) -> Result<RoundDetails> {
        let id = was.round.id;
        // Where named answers are shown as they come, only the others are still hidden.
        self.statement(
            "update responses set shown = 1
             where server = ?1 and round = ?2 and part = ?3
               and (member is null or (select reveal from rounds where id = round) = 'sealed')",
        )
        .bind(id.0)
        .bind(part_word(was.round.part))
        .execute()
        .await?;
        match was.round.part {
            Part::Card => {
                self.statement(
                    "update rounds set part = 'own', reveal_at = ?3 where server = ?1 and id = ?2",
                )
                .bind(id.0)
                .bind(was.next_reveal_at(now).map(Timestamp::as_millisecond))
                .execute()
                .await?;
            }
            Part::Own => {
                self.statement(
                    "update rounds set state = 'revealed', revealed_at = ?3, reveal_at = null
                     where server = ?1 and id = ?2",
                )
                .bind(id.0)
                .bind(now.as_millisecond())
                .execute()
                .await?;
            }
        }
        self.written_round(id).await
    }
}

impl Store {
    /// Rounds whose time is up, at most `most`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveals_due(&self, now: Timestamp, most: u32) -> Result<Vec<(ServerId, RoundId)>> {
        let due: Vec<(i64, i64)> = sqlx::query_as(self.due(
            "select server, id from rounds where reveal_at <= ?1 and {ours}
             order by reveal_at limit ?2 + 0",
        ))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(self.pool()?)
        .await?;
        Ok(due.into_iter().map(|(server, id)| (ServerId(server), RoundId(id))).collect())
    }

    /// When the next round's time is up, if any has one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveals_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(
            self.due("select min(reveal_at) from rounds where reveal_at is not null and {ours}"),
        )
        .fetch_one(self.pool()?)
        .await?;
        next.map(instant).transpose()
    }
}
