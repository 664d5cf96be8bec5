//! What a place has been shown: nothing comes twice before the rest that matches has come once.

use std::collections::HashMap;

use super::{Error, Result, ServerReads, ServerTx};
use domain::ChannelId;
use domain::schedule::Matches;
use domain::serving::{self, Order, Serving};

impl ServerTx {
    /// Chooses one of `matches` for a place, among those it has had least often,
    /// and notes that it has had it. `None` if nothing matches.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn serve(
        &mut self,
        place: ChannelId,
        matches: &Matches<'_>,
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
        // As one row: each row costs a trip from SQLite's thread.
        let served: String = self
            .statement(
                "select json_group_object(item, times) from servings
                 where server = ?1 and place = ?2",
            )
            .bind(place.0)
            .value()
            .await?;
        serde_json::from_str(&served)
            .map_err(|error| Error::Unreadable(format!("what {place} was served: {error}")))
    }
}
