//! What a place has been shown: nothing comes twice before the rest that matches has come once.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::{Result, Store};
use domain::serving::{self, Order, Serving};
use domain::{ChannelId, ServerId};

impl Store {
    /// Chooses one of `matches` (ids) for a place, among those it has had least often,
    /// and notes that it has had it. `None` if nothing matches.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn serve(
        &self,
        server: ServerId,
        place: ChannelId,
        matches: Vec<String>,
        order: Order,
    ) -> Result<Option<String>> {
        self.write(move |db| Box::pin(serve(db, server, place, matches, order))).await
    }
}

pub(super) async fn serve(
    db: &mut SqliteConnection,
    server: ServerId,
    place: ChannelId,
    matches: Vec<String>,
    order: Order,
) -> Result<Option<String>> {
    let had: HashMap<String, i64> =
        sqlx::query_as("select item, times from servings where server = ? and place = ?")
            .bind(server.0)
            .bind(place.0)
            .fetch_all(&mut *db)
            .await?
            .into_iter()
            .collect();
    let Some(Serving { item, times }) = serving::choose(&matches, &had, order) else {
        return Ok(None);
    };
    sqlx::query(
        "insert into servings (server, place, item, times) values (?, ?, ?, ?)
         on conflict do update set times = excluded.times",
    )
    .bind(server.0)
    .bind(place.0)
    .bind(&item)
    .bind(times)
    .execute(db)
    .await?;
    Ok(Some(item))
}
