//! Filters with free text, saved under an id that fits on a button.

use jiff::{SignedDuration, Timestamp};

use super::{Result, ServerReads, ServerTx, Store};

/// A filter that was not used for this long is dropped; its buttons ask for the command anew.
const UNUSED: SignedDuration = SignedDuration::from_hours(90 * 24);

impl ServerTx {
    /// Saves a filter and hands back its id; the same filter has the same id. When it was used is noted
    /// to the day.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_filter(&mut self, body: &str, now: Timestamp) -> Result<i64> {
        self.statement(
            "insert into filters (server, body, used_at) values (?1, ?2, ?3)
             on conflict (server, body) do update
                 set used_at = iif(excluded.used_at > used_at + 86400000, excluded.used_at, used_at)
             returning id",
        )
        .bind(body)
        .bind(now.as_millisecond())
        .value()
        .await
    }
}

impl ServerReads {
    /// The filter saved under an id in this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn filter(&mut self, id: i64) -> Result<Option<String>> {
        self.statement("select body from filters where server = ?1 and id = ?2")
            .bind(id)
            .optional_value()
            .await
    }
}

impl Store {
    /// Drops the filters that nobody has used for 90 days.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_filters(&self, now: Timestamp) -> Result<()> {
        let old = now.saturating_sub(UNUSED).unwrap_or(Timestamp::MIN);
        self.change_all_servers(async |tx| {
            tx.statement("delete from filters where used_at < ?1")
                .bind(old.as_millisecond())
                .execute()
                .await?;
            Ok(())
        })
        .await
    }
}
