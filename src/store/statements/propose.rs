//! Proposes a statement on a round, and deletes a proposal.

use jiff::Timestamp;

use super::super::{Participation, Result, ServerTx};
use domain::statement::{Position, StatementChange};
use domain::{RoundId, StatementId};

/// A statement about to be proposed.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Who proposes it, by name.
    pub by: Participation,
    /// The round that it answers.
    pub round: RoundId,
    /// The words.
    pub text: String,
}

impl ServerTx {
    /// Proposes a statement on a round; its proposer agrees to it. Changes nothing if the round has
    /// one. `None` if there is no such round, or it takes none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn propose(&mut self, proposal: Proposal) -> Result<Option<StatementChange>> {
        let Proposal { by, round, text } = proposal;
        let Some(was) = self.round_details(round).await?.filter(|it| it.takes_statement()) else {
            return Ok(None);
        };
        if was.statement.is_some() {
            return Ok(Some(StatementChange { now: was.clone(), was }));
        }
        let id: i64 = self
            .statement(
                "insert into statements (server, round, proposer, state, made_at)
                 values (?1, ?2, ?3, 'proposed', ?4)
                 returning id",
            )
            .bind(round.0)
            .bind(by.member.0)
            .bind(by.now.as_millisecond())
            .value()
            .await?;
        let id = StatementId(id);
        self.write_version(&by, id, 1, &text).await?;
        self.write_vote(&by, round, id, 1, Some(&Position::Agree)).await?;
        self.join_by_taking_part(&was, &by, true).await?;
        let now = self.written_round(round).await?;
        Ok(Some(StatementChange { was, now }))
    }

    /// Deletes the words of a statement and the votes on it. `None` if it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn delete_statement(
        &mut self,
        id: StatementId,
        now: Timestamp,
    ) -> Result<Option<StatementChange>> {
        let Some((_, was)) = self.open_statement(id).await? else { return Ok(None) };
        for delete in [
            "delete from voices where server = ?1 and statement = ?2",
            "delete from statement_versions where server = ?1 and statement = ?2",
        ] {
            self.statement(delete).bind(id.0).execute().await?;
        }
        self.statement(
            "update statements set state = 'dropped', ended_at = ?3 where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(now.as_millisecond())
        .execute()
        .await?;
        self.after.erased = true;
        let round = was.round.id;
        let now = self.written_round(round).await?;
        Ok(Some(StatementChange { was, now }))
    }
}
