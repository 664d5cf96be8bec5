//! Filters with free text, saved under an id that fits on a button.

use super::{Result, ServerReads, ServerTx};

impl ServerTx {
    /// Saves a filter and hands back its id; the same filter has the same id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_filter(&mut self, body: &str) -> Result<i64> {
        // The update changes nothing; without it a known row is not returned.
        self.statement(
            "insert into filters (server, body) values (?1, ?2)
             on conflict do update set body = excluded.body
             returning id",
        )
        .bind(body)
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
