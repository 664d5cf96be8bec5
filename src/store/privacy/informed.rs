//! Who was told what is kept: with their first answer by name. Nothing is noted with an answer without
//! a name: two copies of the database would tell whose it is.

use super::super::{Result, ServerTx};
use domain::MemberId;

impl ServerTx {
    /// Notes that a member is told what is kept; says whether they were not told before.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn inform(&mut self, member: MemberId) -> Result<bool> {
        let new = self
            .statement("insert or ignore into informed (server, member) values (?1, ?2)")
            .bind(member.0)
            .execute()
            .await?;
        Ok(new > 0)
    }
}

impl super::super::ServerReads {
    /// Whether a member was told what is kept.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_informed(&mut self, member: MemberId) -> Result<bool> {
        self.statement("select exists (select 1 from informed where server = ?1 and member = ?2)")
            .bind(member.0)
            .value()
            .await
    }
}
