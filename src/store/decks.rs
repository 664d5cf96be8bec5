//! What each schedule has drawn from its deck.

use std::collections::HashMap;

use jiff::civil::Date;

use super::row::row;
use super::servings::Served;
use super::{Result, ServerReads, ServerTx};
use domain::deck::{self, Drawn, Neighbour};
use domain::schedule::{Filter, Kind};
use domain::{ChannelId, Corpus, DeliveryId, ScheduleId};

/// What a draw goes by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawing {
    pub(super) schedule: ScheduleId,
    pub(super) place: ChannelId,
    pub(super) day: Date,
    pub(super) seed: u64,
}

row! {
    /// A schedule's filter.
struct Row {
    id: i64,
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
    draws: String,
}
}

impl ServerTx {
    /// Draws the quote of a delivery, and notes it. `None` if none matches the schedule.
    pub(super) async fn draw(
        &mut self,
        delivery: DeliveryId,
        drawing: Drawing,
        corpus: &Corpus,
    ) -> Result<Option<String>> {
        let Drawing { schedule, place, seed, .. } = drawing;
        let neighbours = self.neighbours(drawing, corpus).await?;
        let filter = self.own_filter(schedule).await?;
        let matches = filter.matches(corpus);
        let drawn = self.drawn(schedule).await?;
        let Some(draw) = deck::draw(&matches, &drawn, &neighbours, seed) else {
            return Ok(None);
        };
        self.statement(
            "insert into decks (server, schedule, quote, times, turn) values (?1, ?2, ?3, ?4, ?5)
             on conflict do update set times = excluded.times, turn = excluded.turn",
        )
        .bind(schedule.0)
        .bind(&draw.quote)
        .bind(draw.times)
        .bind(delivery.0)
        .execute()
        .await?;
        // A quote that the place has had is not the next that somebody there asks for.
        self.statement(
            "insert into servings (server, place, item, times) values (?1, ?2, ?3, 1)
             on conflict do update set times = times + 1",
        )
        .bind(place.0)
        .bind(&draw.quote)
        .execute()
        .await?;
        self.after.served = Some(Served::Item((self.server(), place)));
        Ok(Some(draw.quote))
    }

    /// Puts the quote of a delivery that nobody has seen back in the deck.
    pub(super) async fn put_back(&mut self, delivery: DeliveryId) -> Result<()> {
        self.statement(
            "update decks set times = times - 1, turn = 0
             where server = ?1 and turn = ?2 and (schedule, quote) in
                 (select schedule, quote from deliveries
                  where server = ?1 and id = ?2 and quote is not null)",
        )
        .bind(delivery.0)
        .execute()
        .await?;
        self.statement(
            "delete from decks
             where server = ?1 and times <= 0
               and schedule = (select schedule from deliveries where server = ?1 and id = ?2)",
        )
        .bind(delivery.0)
        .execute()
        .await?;
        Ok(())
    }
}

impl ServerReads {
    /// What a schedule has drawn, by quote.
    pub(super) async fn drawn(&mut self, schedule: ScheduleId) -> Result<HashMap<String, Drawn>> {
        let rows: Vec<(String, i64, i64)> = self
            .statement("select quote, times, turn from decks where server = ?1 and schedule = ?2")
            .bind(schedule.0)
            .all()
            .await?;
        Ok(rows.into_iter().map(|(quote, times, turn)| (quote, Drawn { times, turn })).collect())
    }

    async fn own_filter(&mut self, schedule: ScheduleId) -> Result<Filter> {
        let row: Option<Row> = self
            .statement(
                "select id, theme, author, work, draws from schedules where server = ?1 and id = ?2",
            )
            .bind(schedule.0)
            .optional()
            .await?;
        Ok(row.map(Row::filter).unwrap_or_default())
    }

    /// The other schedules of the place: what they have shown that day, and what they must show.
    async fn neighbours(&mut self, of: Drawing, corpus: &Corpus) -> Result<Vec<Neighbour>> {
        let others: Vec<Row> = self
            .statement(
                "select id, theme, author, work, draws from schedules
                 where server = ?1 and place = ?2 and removed_at is null and id <> ?3",
            )
            .bind(of.place.0)
            .bind(of.schedule.0)
            .all()
            .await?;
        let mut neighbours = Vec::with_capacity(others.len());
        for other in others {
            let shown: Vec<String> = self
                .statement(
                    "select quote from deliveries
                     where server = ?1 and place = ?2 and day = ?3 and schedule = ?4
                       and quote is not null and state in ('due', 'posted', 'held', 'unsure')",
                )
                .bind(of.place.0)
                .bind(of.day.to_string())
                .bind(other.id)
                .values()
                .await?;
            let drawn = self.drawn(ScheduleId(other.id)).await?;
            let last = deck::last(&other.filter().matches(corpus), &drawn);
            neighbours.push(Neighbour { shown, last });
        }
        Ok(neighbours)
    }
}

impl Row {
    fn filter(self) -> Filter {
        let kind = Kind::named(&self.draws).unwrap_or_default();
        Filter { kind, theme: self.theme, author: self.author, work: self.work }
    }
}
