//! The sides that members argue in a debate.

use std::collections::HashMap;

use super::super::{Result, ServerReads, ServerTx};
use domain::member_hash::Purpose;
use domain::seminar::deal;
use domain::{ItemId, MemberId, RoundId, Seminar, SeminarId};

impl ServerReads {
    /// The side that a member was dealt for a question, until its round is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn side_of(&mut self, item: ItemId, member: MemberId) -> Result<Option<String>> {
        let hash = self.side_hash(item, member).await?;
        self.statement("select stance from cards where server = ?1 and item = ?2 and tie = ?3")
            .bind(item.0)
            .bind(hash)
            .optional_value()
            .await
    }

    /// The sides that were dealt for a question, by the hashes of those who hold them.
    async fn sides(&mut self, item: ItemId) -> Result<HashMap<Vec<u8>, String>> {
        let rows: Vec<(Vec<u8>, String)> = self
            .statement("select tie, stance from cards where server = ?1 and item = ?2")
            .bind(item.0)
            .all()
            .await?;
        Ok(rows.into_iter().collect())
    }

    /// What links a side to its member: an anonymous argument tells which side it is for.
    async fn side_hash(&mut self, item: ItemId, member: MemberId) -> Result<Option<Vec<u8>>> {
        let seminar: Option<i64> = self
            .statement("select seminar from agenda where server = ?1 and id = ?2")
            .bind(item.0)
            .optional_value()
            .await?;
        let Some(seminar) = seminar.map(SeminarId) else { return Ok(None) };
        self.seminar_hash(seminar, member, Purpose::Side(item)).await
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
        let mut without = Vec::with_capacity(members.len());
        for member in members {
            let hash = self.side_hash(item.id, *member).await?;
            if let Some(hash) = hash.filter(|hash| !held.contains_key(hash)) {
                without.push((*member, hash));
            }
        }
        let held: Vec<String> = held.into_values().collect();
        let members: Vec<MemberId> = without.iter().map(|(member, _)| *member).collect();
        let hashes: HashMap<MemberId, Vec<u8>> = without.into_iter().collect();
        for (member, stance) in deal::deal(&members, stances, &held, seed) {
            self.statement("insert into cards (item, server, tie, stance) values (?2, ?1, ?3, ?4)")
                .bind(item.id.0)
                .bind(hashes.get(&member).cloned())
                .bind(stance)
                .execute()
                .await?;
        }
        Ok(())
    }
}
