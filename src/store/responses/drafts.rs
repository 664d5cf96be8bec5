//! Answers whose round is still to be chosen.

use jiff::Timestamp;

use super::super::{Result, ServerReads, ServerTx, Store};
use domain::{ChannelId, MemberId};

/// An answer whose round is still to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The answer.
    pub text: String,
    /// Whether it is to be shown without a name.
    pub anonymous: bool,
}

/// Whose a draft is, and where and until when it is held.
#[derive(Clone, Copy, Debug)]
pub struct Holding {
    /// Whose it is; not kept with one without a name.
    pub member: MemberId,
    /// Where it was written.
    pub place: ChannelId,
    /// Until when it is held.
    pub until: Timestamp,
    /// The seed of its number.
    pub seed: u64,
}

impl ServerTx {
    /// Holds an answer whose round is still to be chosen; hands back the number that only its
    /// member is told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_draft(&mut self, draft: &Draft, holding: Holding) -> Result<i64> {
        let id = self.random_id("drafts", holding.seed).await?;
        self.statement(
            "insert into drafts (id, server, place, text, anonymous, expires_at, member)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7)",
        )
        .bind(id)
        .bind(holding.place.0)
        .bind(&draft.text)
        .bind(draft.anonymous)
        .bind(holding.until.as_millisecond())
        .bind((!draft.anonymous).then_some(holding.member.0))
        .execute()
        .await?;
        Ok(id)
    }
}

impl ServerReads {
    /// The answer held under a number, which goes a little later by itself.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft(&mut self, id: i64, now: Timestamp) -> Result<Option<Draft>> {
        let row: Option<(String, bool)> = self
            .statement(
                "select text, anonymous from drafts
                 where server = ?1 and id = ?2 and expires_at > ?3",
            )
            .bind(id)
            .bind(now.as_millisecond())
            .optional()
            .await?;
        Ok(row.map(|(text, anonymous)| Draft { text, anonymous }))
    }
}

impl Store {
    /// Drops the drafts whose time is up, from the file as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_drafts(&self, now: Timestamp) -> Result<()> {
        self.change_all_servers(async |tx| {
            let dropped = tx
                .statement("delete from drafts where expires_at <= ?1")
                .bind(now.as_millisecond())
                .execute()
                .await?;
            if dropped > 0 {
                tx.erased();
            }
            Ok(())
        })
        .await
    }
}
