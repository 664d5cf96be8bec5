//! What members say when a question is asked again.

use super::super::row::row;
use super::super::{Error, Result, ServerReads, ServerTx};
use domain::member_hash::{Key, Purpose, member_hash};
use domain::revisit::{Mind, SecondThought};
use domain::{MemberId, RoundId};

/// What a member says.
#[derive(Clone, Debug)]
pub struct NewThought {
    /// The round whose question is asked again.
    pub round: RoundId,
    /// Who says it.
    pub member: MemberId,
    /// What they say.
    pub thought: SecondThought,
    /// The seed of its number.
    pub seed: u64,
}

row! {
struct Row {
    mind: String,
    passage: Option<String>,
    reason: Option<String>,
}
}

impl ServerTx {
    /// Records what a member says, in place of what they said before. `false` if the question is not
    /// open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn think_again(&mut self, new: NewThought) -> Result<bool> {
        let Some(hash) = self.thinker(new.round, new.member).await? else { return Ok(false) };
        let id = self.random_id("second_thoughts", new.seed).await?;
        self.statement(
            "insert into second_thoughts (id, server, round, tie, mind, passage, reason)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7)
             on conflict (round, tie) do update
                 set mind = excluded.mind, passage = excluded.passage, reason = excluded.reason",
        )
        .bind(id)
        .bind(new.round.0)
        .bind(hash)
        .bind(new.thought.mind.name())
        .bind(new.thought.passage)
        .bind(new.thought.reason)
        .execute()
        .await?;
        // What was said before is gone from the log as well.
        self.after.erased = true;
        Ok(true)
    }

    /// Takes back what a member has said. `false` if the question is not open now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_thought_back(&mut self, round: RoundId, member: MemberId) -> Result<bool> {
        let Some(hash) = self.thinker(round, member).await? else { return Ok(false) };
        self.statement("delete from second_thoughts where server = ?1 and round = ?2 and tie = ?3")
            .bind(round.0)
            .bind(hash)
            .execute()
            .await?;
        self.after.erased = true;
        Ok(true)
    }
}

impl ServerReads {
    /// What a member has said while the question is asked again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn second_thought(
        &mut self,
        round: RoundId,
        member: MemberId,
    ) -> Result<Option<SecondThought>> {
        let hash = self.thinker(round, member).await?;
        let row: Option<Row> = self
            .statement(
                "select mind, passage, reason from second_thoughts
                 where server = ?1 and round = ?2 and tie = ?3",
            )
            .bind(round.0)
            .bind(hash)
            .optional()
            .await?;
        row.map(read).transpose()
    }

    /// What all have said, in no order.
    pub(super) async fn second_thoughts(&mut self, round: RoundId) -> Result<Vec<SecondThought>> {
        let rows: Vec<Row> = self
            .statement(
                "select mind, passage, reason from second_thoughts
                 where server = ?1 and round = ?2 order by id",
            )
            .bind(round.0)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// What links a member to what they say; `None` while the question is not open.
    pub(in super::super) async fn thinker(
        &mut self,
        round: RoundId,
        member: MemberId,
    ) -> Result<Option<Vec<u8>>> {
        let key = self.revisit_key(round).await?;
        Ok(key.map(|key| member_hash(&key, member, Purpose::SecondThought).to_vec()))
    }

    pub(in super::super) async fn revisit_key(&mut self, round: RoundId) -> Result<Option<Key>> {
        let id: Option<Vec<u8>> = self
            .statement(
                "select key_id from revisit_keys
                 where round in (select round from revisits where server = ?1 and round = ?2)",
            )
            .bind(round.0)
            .optional_value()
            .await?;
        Ok(id.and_then(|id| self.keys.get(&id)))
    }
}

fn read(row: Row) -> Result<SecondThought> {
    let mind = Mind::named(&row.mind)
        .ok_or_else(|| Error::Unreadable(format!("a mind that has {}", row.mind)))?;
    Ok(SecondThought { mind, passage: row.passage, reason: row.reason })
}
