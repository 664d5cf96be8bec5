//! The quotes that members kept for themselves.

use jiff::Timestamp;

use super::{Result, ServerReads, ServerTx};
use domain::MemberId;

impl ServerTx {
    /// Keeps a quote for a member; says whether it was not kept before.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep(&mut self, member: MemberId, quote: &str, now: Timestamp) -> Result<bool> {
        let inserted = self
            .statement(
                "insert or ignore into kept (server, member, quote, kept_at) values (?1, ?2, ?3, ?4)",
            )
            .bind(member.0)
            .bind(quote)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        Ok(inserted == 1)
    }

    /// Lets a kept quote go; says whether it was kept.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn let_go(&mut self, member: MemberId, quote: &str) -> Result<bool> {
        let deleted = self
            .statement("delete from kept where server = ?1 and member = ?2 and quote = ?3")
            .bind(member.0)
            .bind(quote)
            .execute()
            .await?;
        Ok(deleted == 1)
    }
}

impl ServerReads {
    /// The ids of the quotes a member kept in this server, the latest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn kept(&mut self, member: MemberId) -> Result<Vec<String>> {
        self.statement(
            "select quote from kept where server = ?1 and member = ?2 order by kept_at desc, quote",
        )
        .bind(member.0)
        .values()
        .await
    }
}
