//! Participants can recall the facilitator.

use super::super::row::count;
use super::super::{Result, ServerReads, ServerTx};
use domain::member_hash::Purpose;
use domain::seminar::SeminarChange;
use domain::{MemberId, SeminarId};

/// A member asks for another facilitator.
#[derive(Clone, Copy, Debug)]
pub struct Recall {
    /// Who asks.
    pub member: MemberId,
    /// Whom they recall.
    pub of: MemberId,
    /// Whether they take it back.
    pub back: bool,
    /// The seed of the lot.
    pub seed: u64,
}

/// What became of a recall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecallOutcome {
    /// Whether it counts: the member takes part, and the one they recall still facilitates.
    pub counts: bool,
    /// How many have recalled the facilitator.
    pub said: usize,
    /// What became of the seminar: if that is enough, somebody else facilitates, or nobody.
    pub change: SeminarChange,
}

impl ServerTx {
    /// Notes that a member recalls the facilitator. When more than half of those who take part have
    /// done so, another is drawn by lot at once. `None` if there is no such seminar, or it is not
    /// open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn recall(&mut self, id: SeminarId, recall: Recall) -> Result<Option<RecallOutcome>> {
        let Some(was) = self.open_seminar(id).await? else { return Ok(None) };
        let takes_part = self.takes_part(&was, recall.member).await?;
        let counts = was.counts_recall(recall.member, recall.of, takes_part);
        if counts {
            self.note_recall(id, recall).await?;
        }
        let said: i64 = self
            .statement("select count(*) from recalls where server = ?1 and seminar = ?2")
            .bind(id.0)
            .value()
            .await?;
        let said = count(said);
        if counts && said >= was.recalls_needed() {
            self.draw_without(&was, recall.of, recall.seed).await?;
        }
        let change = self.changed_since(was).await?;
        Ok(Some(RecallOutcome { counts, said, change }))
    }

    async fn note_recall(&mut self, seminar: SeminarId, recall: Recall) -> Result<()> {
        let note = if recall.back {
            "delete from recalls where server = ?1 and seminar = ?2 and tie = ?3"
        } else {
            "insert or ignore into recalls (server, seminar, tie) values (?1, ?2, ?3)"
        };
        let hash = self.recall_hash(seminar, recall.member).await?;
        if hash.is_some() {
            self.statement(note).bind(seminar.0).bind(hash).execute().await?;
        }
        Ok(())
    }
}

impl ServerReads {
    /// Whether a member has recalled the facilitator.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn recalls(&mut self, id: SeminarId, member: MemberId) -> Result<bool> {
        let hash = self.recall_hash(id, member).await?;
        self.statement(
            "select exists (select 1 from recalls
                            where server = ?1 and seminar = ?2 and tie = ?3)",
        )
        .bind(id.0)
        .bind(hash)
        .value()
        .await
    }

    /// What links a wish for another facilitator to its member, who may take part without a name.
    async fn recall_hash(&mut self, id: SeminarId, member: MemberId) -> Result<Option<Vec<u8>>> {
        self.seminar_hash(id, member, Purpose::Recall(id)).await
    }
}
