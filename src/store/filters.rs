//! Filters with free text, saved under an id that fits on a button.

use super::{Result, Store};
use domain::ServerId;

impl Store {
    /// Saves a filter and hands back its id; the same filter has the same id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_filter(&self, server: ServerId, body: String) -> Result<i64> {
        self.write(move |db| {
            Box::pin(async move {
                // The update changes nothing; without it a known row is not returned.
                Ok(sqlx::query_scalar(
                    "insert into filters (server, body) values (?, ?)
                     on conflict do update set body = excluded.body
                     returning id",
                )
                .bind(server.0)
                .bind(body)
                .fetch_one(db)
                .await?)
            })
        })
        .await
    }

    /// The filter saved under an id in this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn filter(&self, server: ServerId, id: i64) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("select body from filters where server = ? and id = ?")
            .bind(server.0)
            .bind(id)
            .fetch_optional(&self.reads)
            .await?)
    }
}
