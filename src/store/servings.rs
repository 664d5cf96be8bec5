//! What a place has been shown: nothing comes twice before the rest that matches has come once.

use std::collections::HashMap;

use super::{Result, ServerReads, ServerTx};
use domain::ChannelId;
use domain::serving::{self, Order, Serving};

impl ServerTx {
    /// Chooses one of `matches` (ids) for a place, among those it has had least often,
    /// and notes that it has had it. `None` if nothing matches.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn serve(
        &mut self,
        place: ChannelId,
        matches: &[String],
        order: Order,
    ) -> Result<Option<String>> {
        let served = self.served(place).await?;
        let Some(Serving { item, times }) = serving::choose(matches, &served, order) else {
            return Ok(None);
        };
        self.statement(
            "insert into servings (server, place, item, times) values (?1, ?2, ?3, ?4)
             on conflict do update set times = excluded.times",
        )
        .bind(place.0)
        .bind(&item)
        .bind(times)
        .execute()
        .await?;
        Ok(Some(item))
    }
}

impl ServerReads {
    /// How often a place was served each item.
    async fn served(&mut self, place: ChannelId) -> Result<HashMap<String, i64>> {
        let served: Vec<(String, i64)> = self
            .statement("select item, times from servings where server = ?1 and place = ?2")
            .bind(place.0)
            .all()
            .await?;
        Ok(served.into_iter().collect())
    }
}
