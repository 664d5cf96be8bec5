//! What facilitators were told lately, so that many messages with one trouble are told of once.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::super::{Error, Result, ServerTx, Store};
use crate::messages::{Effect, Subject};

/// The same is told again after this long: what waits is given up then.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(6);

impl ServerTx {
    /// Emits a notice, unless the same was told lately, of the same message if `of` names one.
    pub(in super::super) async fn tell_once(
        &mut self,
        notice: Effect,
        of: Option<Subject>,
        now: Timestamp,
    ) -> Result<()> {
        let written = serde_json::to_vec(&(&notice, of))
            .map_err(|error| Error::Unreadable(error.to_string()))?;
        let digest: String =
            Sha256::digest(written).iter().map(|byte| format!("{byte:02x}")).collect();
        let old = now.saturating_sub(REMEMBERED).unwrap_or(now).as_millisecond();
        // A clock that was ahead once must not keep anything from being told.
        self.statement("delete from told where server = ?1 and (told_at <= ?2 or told_at > ?3)")
            .bind(old)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        let new = self
            .statement(
                "insert into told (server, notice, told_at) values (?1, ?2, ?3)
                 on conflict do nothing",
            )
            .bind(digest)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        if new > 0 { self.emit(|| [notice], now).await } else { Ok(()) }
    }

    /// What was wrong is mended: if it happens again, that is news.
    pub(in super::super) async fn forget_told(&mut self) -> Result<()> {
        self.statement("delete from told where server = ?1").execute().await?;
        Ok(())
    }
}

impl Store {
    /// Drops the digests of what was told too long ago to be told again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_told(&self, now: Timestamp) -> Result<()> {
        let old = now.saturating_sub(REMEMBERED).unwrap_or(now).as_millisecond();
        self.change_all_servers(async |tx| {
            tx.statement("delete from told where told_at <= ?1").bind(old).execute().await?;
            Ok(())
        })
        .await
    }
}
