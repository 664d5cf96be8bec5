//! Proposes the group's response to a round, and takes a proposal back.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::rounds::{round_details, vanished};
use super::super::{Result, Speaker, Store, outbox};
use super::{change, open, voices};
use crate::messages::Effect;
use domain::statement::Voice;
use domain::{RoundDetails, RoundId, ServerId, StatementId};

/// A response about to be proposed.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Who proposes it, by name.
    pub speaker: Speaker,
    /// The round that it answers.
    pub round: RoundId,
    /// The words.
    pub text: String,
}

impl Store {
    /// Proposes the group's response to a round; who proposes it agrees to it. Where one stands
    /// already nothing is changed. `effects` are what that calls for elsewhere: they get the round
    /// before and after, and are asked only if something changed. `None` if there is no such round,
    /// or it takes none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn propose(
        &self,
        proposal: Proposal,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        self.write_and_wake(move |db| Box::pin(propose(db, proposal, effects))).await
    }

    /// Takes a proposed response back: its words and what was said to it are erased. `effects` are
    /// what that calls for elsewhere: they get the round before and after. `None` if it is not
    /// talked about any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_statement(
        &self,
        server: ServerId,
        id: StatementId,
        now: Timestamp,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        let dropped = self
            .write_and_wake(move |db| Box::pin(take_back(db, server, id, now, effects)))
            .await?;
        if dropped.is_some() {
            self.writes.scrub().await;
        }
        Ok(dropped)
    }
}

async fn propose(
    db: &mut SqliteConnection,
    proposal: Proposal,
    effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<RoundDetails>> {
    let Proposal { speaker, round, text } = proposal;
    let server = speaker.server;
    let was = match round_details(db, server, round).await? {
        Some(was) if was.takes_statement() => was,
        _ => return Ok(None),
    };
    if was.statement.is_some() {
        return Ok(Some(was));
    }
    let id: i64 = sqlx::query_scalar(
        "insert into statements (server, round, proposer, state, made_at)
         values (?, ?, ?, 'proposed', ?)
         returning id",
    )
    .bind(server.0)
    .bind(round.0)
    .bind(speaker.member.0)
    .bind(speaker.now.as_millisecond())
    .fetch_one(&mut *db)
    .await?;
    change::write(db, &speaker, StatementId(id), 1, &text).await?;
    voices::put(db, &speaker, round, StatementId(id), 1, Some(&Voice::Agree)).await?;
    speaker.joins(db, &was, true).await?;
    let now = round_details(db, server, round).await?.ok_or_else(|| vanished(round))?;
    outbox::put(db, server, effects(&was, &now), speaker.now).await?;
    Ok(Some(now))
}

async fn take_back(
    db: &mut SqliteConnection,
    server: ServerId,
    id: StatementId,
    now: Timestamp,
    effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<RoundDetails>> {
    let Some((_, was)) = open(db, server, id).await? else { return Ok(None) };
    for erase in [
        "delete from voices where server = ? and statement = ?",
        "delete from statement_versions where server = ? and statement = ?",
    ] {
        sqlx::query(erase).bind(server.0).bind(id.0).execute(&mut *db).await?;
    }
    sqlx::query(
        "update statements set state = 'dropped', ended_at = ? where server = ? and id = ?",
    )
    .bind(now.as_millisecond())
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    let round = was.round.id;
    let is = round_details(db, server, round).await?.ok_or_else(|| vanished(round))?;
    outbox::put(db, server, effects(&was, &is), now).await?;
    Ok(Some(is))
}
