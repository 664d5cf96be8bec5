//! Answers whose round is still to be chosen.

use jiff::Timestamp;

use super::super::{Result, Store, fresh};
use domain::{ChannelId, ServerId};

/// An answer whose round is still to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The answer.
    pub text: String,
    /// Whether it is to stand without a name.
    pub anonymous: bool,
}

impl Store {
    /// Holds an answer whose round is still to be chosen, for as long as `until`; hands back the
    /// number that only its member is told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_draft(
        &self,
        server: ServerId,
        place: ChannelId,
        draft: Draft,
        until: Timestamp,
        seed: u64,
    ) -> Result<i64> {
        self.write(move |db| {
            Box::pin(async move {
                let id = fresh::number(db, "drafts", seed).await?;
                sqlx::query(
                    "insert into drafts (id, server, place, text, anonymous, expires_at)
                     values (?, ?, ?, ?, ?, ?)",
                )
                .bind(id)
                .bind(server.0)
                .bind(place.0)
                .bind(draft.text)
                .bind(draft.anonymous)
                .bind(until.as_millisecond())
                .execute(db)
                .await?;
                Ok(id)
            })
        })
        .await
    }

    /// The answer held under a number, which goes a little later by itself.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft(&self, server: ServerId, id: i64, now: Timestamp) -> Result<Option<Draft>> {
        let row: Option<(String, bool)> = sqlx::query_as(
            "select text, anonymous from drafts where server = ? and id = ? and expires_at > ?",
        )
        .bind(server.0)
        .bind(id)
        .bind(now.as_millisecond())
        .fetch_optional(&self.reads)
        .await?;
        Ok(row.map(|(text, anonymous)| Draft { text, anonymous }))
    }

    /// Drops the drafts whose time is up.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_drafts(&self, now: Timestamp) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("delete from drafts where expires_at <= ?")
                    .bind(now.as_millisecond())
                    .execute(db)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}
