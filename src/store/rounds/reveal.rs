//! Reveals the answers of a seminar's rounds: by hand, by the clock, or when all have answered.

use jiff::{SignedDuration, Timestamp};
use sqlx::sqlite::SqliteConnection;

use super::super::row::{instant, part_word};
use super::super::{Result, Store, outbox};
use super::{round_details, vanished};
use crate::messages::Effect;
use domain::{Part, RoundDetails, RoundId, RoundState, ServerId};

impl Store {
    /// Reveals the answers of the part that is under way; in a debate the members' own follow what
    /// they argued. `effects` are what that calls for elsewhere: they get the round before and
    /// after. `None` if there is no such round, or it is not open. `due`: only if its time is up.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveal(
        &self,
        server: ServerId,
        id: RoundId,
        now: Timestamp,
        due: bool,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = round_details(db, server, id).await? else { return Ok(None) };
                let up = was.round.reveal_at.is_some_and(|at| at <= now);
                if was.round.state != RoundState::Open || (due && !up) {
                    return Ok(None);
                }
                let after = reveal(db, server, &was, now).await?;
                outbox::put(db, server, effects(&was, &after), now).await?;
                Ok(Some(after))
            })
        })
        .await
    }

    /// Rounds whose time is up, at most so many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveals_due(&self, now: Timestamp, most: u32) -> Result<Vec<(ServerId, RoundId)>> {
        let due: Vec<(i64, i64)> = sqlx::query_as(
            "select server, id from rounds where reveal_at <= ? order by reveal_at limit ?",
        )
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&self.reads)
        .await?;
        Ok(due.into_iter().map(|(server, id)| (ServerId(server), RoundId(id))).collect())
    }

    /// When the next round's time is up, if any has one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reveals_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> =
            sqlx::query_scalar("select min(reveal_at) from rounds where reveal_at is not null")
                .fetch_one(&self.reads)
                .await?;
        next.map(instant).transpose()
    }
}

/// Reveals the part of an open round that is under way.
pub(in super::super) async fn reveal(
    db: &mut SqliteConnection,
    server: ServerId,
    was: &RoundDetails,
    now: Timestamp,
) -> Result<RoundDetails> {
    let round = &was.round;
    // Where named answers are shown as they come, only the others still have to be.
    sqlx::query(
        "update responses set shown = 1
         where server = ? and round = ? and part = ?
           and (member is null or (select reveal from rounds where id = round) = 'sealed')",
    )
    .bind(server.0)
    .bind(round.id.0)
    .bind(part_word(round.part))
    .execute(&mut *db)
    .await?;
    let minutes = was.seminar.as_ref().and_then(|seminar| seminar.minutes);
    let again = minutes
        .and_then(|minutes| now.checked_add(SignedDuration::from_mins(i64::from(minutes))).ok());
    match round.part {
        Part::Card => {
            sqlx::query(
                "update rounds set part = 'own', reveal_at = ? where server = ? and id = ?",
            )
            .bind(again.map(Timestamp::as_millisecond))
            .bind(server.0)
            .bind(round.id.0)
            .execute(&mut *db)
            .await?;
        }
        Part::Own => {
            sqlx::query(
                "update rounds set state = 'revealed', revealed_at = ?, reveal_at = null
                 where server = ? and id = ?",
            )
            .bind(now.as_millisecond())
            .bind(server.0)
            .bind(round.id.0)
            .execute(&mut *db)
            .await?;
        }
    }
    round_details(db, server, round.id).await?.ok_or_else(|| vanished(round.id))
}
