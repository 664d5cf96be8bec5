//! What each schedule has drawn from its deck.

use std::collections::HashMap;

use jiff::civil::Date;
use sqlx::sqlite::SqliteConnection;

use super::Result;
use super::row::row;
use domain::deck::{self, Drawn, Neighbour};
use domain::schedule::Filter;
use domain::{ChannelId, DeliveryId, ScheduleId, ServerId};

/// What a schedule has drawn, by quote.
pub(super) async fn drawn<'e>(
    db: impl sqlx::SqliteExecutor<'e>,
    server: ServerId,
    schedule: ScheduleId,
) -> Result<HashMap<String, Drawn>> {
    let rows: Vec<(String, i64, i64)> =
        sqlx::query_as("select quote, times, turn from decks where schedule = ? and server = ?")
            .bind(schedule.0)
            .bind(server.0)
            .fetch_all(db)
            .await?;
    Ok(rows.into_iter().map(|(quote, times, turn)| (quote, Drawn { times, turn })).collect())
}

/// Draws the quote of a delivery, and notes it.
pub(super) async fn draw(
    db: &mut SqliteConnection,
    delivery: DeliveryId,
    drawing: &Drawing<'_>,
) -> Result<Option<String>> {
    let Drawing { server, schedule, matches, seed, .. } = *drawing;
    let neighbours = neighbours(db, drawing).await?;
    let own = own_filter(db, server, schedule).await?;
    let had = drawn(&mut *db, server, schedule).await?;
    let Some(draw) = deck::draw(&matches(&own), &had, &neighbours, seed) else {
        return Ok(None);
    };
    sqlx::query(
        "insert into decks (schedule, server, quote, times, turn) values (?, ?, ?, ?, ?)
         on conflict do update set times = excluded.times, turn = excluded.turn",
    )
    .bind(schedule.0)
    .bind(server.0)
    .bind(&draw.quote)
    .bind(draw.times)
    .bind(delivery.0)
    .execute(&mut *db)
    .await?;
    // A quote that the place has had is not the next that somebody there asks for.
    sqlx::query(
        "insert into servings (server, place, item, times) values (?, ?, ?, 1)
         on conflict do update set times = times + 1",
    )
    .bind(server.0)
    .bind(drawing.place.0)
    .bind(&draw.quote)
    .execute(db)
    .await?;
    Ok(Some(draw.quote))
}

/// What a draw goes by.
pub(super) struct Drawing<'m> {
    pub(super) server: ServerId,
    pub(super) schedule: ScheduleId,
    pub(super) place: ChannelId,
    pub(super) day: Date,
    pub(super) seed: u64,
    /// The ids of the quotes that a filter admits.
    pub(super) matches: &'m (dyn Fn(&Filter) -> Vec<String> + Send + Sync),
}

/// Puts the quote of a delivery that nobody has seen back in the deck.
pub(super) async fn put_back(db: &mut SqliteConnection, delivery: DeliveryId) -> Result<()> {
    sqlx::query(
        "update decks set times = times - 1, turn = 0
         where turn = ? and (schedule, quote) in
             (select schedule, quote from deliveries where id = ? and quote is not null)",
    )
    .bind(delivery.0)
    .bind(delivery.0)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "delete from decks
         where times <= 0 and schedule = (select schedule from deliveries where id = ?)",
    )
    .bind(delivery.0)
    .execute(db)
    .await?;
    Ok(())
}

async fn own_filter(
    db: &mut SqliteConnection,
    server: ServerId,
    schedule: ScheduleId,
) -> Result<Filter> {
    let row: Option<(Option<String>, Option<String>, Option<String>)> =
        sqlx::query_as("select theme, author, work from schedules where id = ? and server = ?")
            .bind(schedule.0)
            .bind(server.0)
            .fetch_optional(db)
            .await?;
    let (theme, author, work) = row.unwrap_or_default();
    Ok(Filter { theme, author, work })
}

row! {
    /// Another schedule of the place, and its filter.
struct Other {
    id: i64,
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
}
}

/// The other schedules of the place: what they have shown that day, and what they must show.
async fn neighbours(db: &mut SqliteConnection, of: &Drawing<'_>) -> Result<Vec<Neighbour>> {
    let others: Vec<Other> = sqlx::query_as(
        "select id, theme, author, work from schedules
         where server = ? and place = ? and removed_at is null and id <> ?",
    )
    .bind(of.server.0)
    .bind(of.place.0)
    .bind(of.schedule.0)
    .fetch_all(&mut *db)
    .await?;
    let mut neighbours = Vec::with_capacity(others.len());
    for Other { id, theme, author, work } in others {
        let shown: Vec<String> = sqlx::query_scalar(
            "select quote from deliveries
             where server = ? and place = ? and day = ? and schedule = ? and quote is not null
               and state in ('due', 'posted', 'held', 'unsure')",
        )
        .bind(of.server.0)
        .bind(of.place.0)
        .bind(of.day.to_string())
        .bind(id)
        .fetch_all(&mut *db)
        .await?;
        let had = drawn(&mut *db, of.server, ScheduleId(id)).await?;
        let last = deck::last(&(of.matches)(&Filter { theme, author, work }), &had);
        neighbours.push(Neighbour { shown, last });
    }
    Ok(neighbours)
}
