//! The sides that members argue in a debate.

use std::collections::HashMap;

use super::super::{Result, ServerReads, ServerTx};
use domain::seminar::deal;
use domain::{ItemId, MemberId, RoundId, Seminar};

impl ServerReads {
    /// The side that a member was dealt for a question, until its round is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn side_of(&mut self, item: ItemId, member: MemberId) -> Result<Option<String>> {
        self.statement("select stance from cards where server = ?1 and item = ?2 and member = ?3")
            .bind(item.0)
            .bind(member.0)
            .optional_value()
            .await
    }

    /// The sides that members were dealt for a question.
    async fn sides(&mut self, item: ItemId) -> Result<HashMap<MemberId, String>> {
        let rows: Vec<(i64, String)> = self
            .statement("select member, stance from cards where server = ?1 and item = ?2")
            .bind(item.0)
            .all()
            .await?;
        Ok(rows.into_iter().map(|(member, stance)| (MemberId(member), stance)).collect())
    }

    async fn is_closed(&mut self, round: Option<RoundId>) -> Result<bool> {
        self.statement(
            "select exists (select 1 from rounds
                            where server = ?1 and id = ?2 and state = 'settled')",
        )
        .bind(round.map(|round| round.0))
        .value()
        .await
    }
}

impl ServerTx {
    /// Deals a side of the current question, at random and the rarest first, to each of `members`
    /// who has none yet.
    pub(super) async fn deal_sides(
        &mut self,
        seminar: &Seminar,
        members: &[MemberId],
        stances: &[String],
        seed: u64,
    ) -> Result<()> {
        let Some(item) = seminar.debated() else { return Ok(()) };
        if self.is_closed(item.round).await? {
            return Ok(());
        }
        let held = self.sides(item.id).await?;
        for (member, stance) in deal::deal(members, stances, &held, seed) {
            self.statement(
                "insert into cards (item, server, member, stance) values (?2, ?1, ?3, ?4)",
            )
            .bind(item.id.0)
            .bind(member.0)
            .bind(stance)
            .execute()
            .await?;
        }
        Ok(())
    }
}
