//! Answers whose round is still to be chosen.

use jiff::Timestamp;

use super::super::{Result, ServerReads, ServerTx, Store};
use domain::ChannelId;

/// An answer whose round is still to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The answer.
    pub text: String,
    /// Whether it is to be shown without a name.
    pub anonymous: bool,
}

impl ServerTx {
    /// Holds an answer whose round is still to be chosen, for as long as `until`; hands back the
    /// number that only its member is told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_draft(
        &mut self,
        place: ChannelId,
        draft: &Draft,
        until: Timestamp,
        seed: u64,
    ) -> Result<i64> {
        let id = self.random_id("drafts", seed).await?;
        self.statement(
            "insert into drafts (id, server, place, text, anonymous, expires_at)
             values (?2, ?1, ?3, ?4, ?5, ?6)",
        )
        .bind(id)
        .bind(place.0)
        .bind(&draft.text)
        .bind(draft.anonymous)
        .bind(until.as_millisecond())
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
    /// Drops the drafts whose time is up.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_drafts(&self, now: Timestamp) -> Result<()> {
        self.change_all_servers(async |tx| {
            tx.statement("delete from drafts where expires_at <= ?1")
                .bind(now.as_millisecond())
                .execute()
                .await?;
            Ok(())
        })
        .await
    }
}
