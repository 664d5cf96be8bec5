//! How a schedule is doing, for `/daily list`; and what a facilitator says about a post of which
//! nobody else can tell whether it stands.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::outbox::{Entry, put_entry};
use super::row::{count, instant, row};
use super::{Error, Result, Store, decks, deliveries};
use crate::messages::Effect;
use crate::messages::daily::Daily;
use domain::deck::Drawn;
use domain::schedule::{Delivery, DeliveryState};
use domain::{Address, ChannelId, DeliveryId, MessageId, ScheduleId, ServerId};

/// How a schedule is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What it delivered or should have delivered last.
    pub newest: Option<Delivery>,
    /// How many days were missed since it last posted.
    pub missed: usize,
    /// What it posted last, and where that stands.
    pub posted: Option<(Delivery, Option<Address>)>,
    /// What may stand or not.
    pub unsure: Vec<Delivery>,
    /// What could not be done with the last post: the step, and why.
    pub undone: Vec<(String, String)>,
    /// What it has drawn from its deck.
    pub drawn: HashMap<String, Drawn>,
}

row! {
struct Row {
    id: i64,
    schedule: i64,
    due_at: i64,
    state: String,
    posted_at: Option<i64>,
    problem: Option<String>,
    place: Option<i64>,
    message: Option<i64>,
}
}

/// Deliveries and where they stand, for a `where` to follow.
const SELECT: &str = "
    select deliveries.id, schedule, due_at, state, posted_at, problem,
           messages.place, messages.message
    from deliveries
    left join messages on messages.subject = 'delivery:' || deliveries.id
                      and messages.server = deliveries.server
    where deliveries.server = ? and schedule = ? ";

impl Store {
    /// How a schedule is doing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn report(&self, server: ServerId, id: ScheduleId) -> Result<Report> {
        let newest = self.deliveries(server, id, "order by deliveries.id desc limit 1").await?;
        let posted = "and state = 'posted' order by deliveries.id desc limit 1";
        let posted = self.deliveries(server, id, posted).await?.pop();
        let unsure = "and state = 'unsure' order by deliveries.id desc limit 5";
        let unsure = self.deliveries(server, id, unsure).await?;
        let last = posted.as_ref().map_or(0, |(posted, _)| posted.id.0);
        let missed: i64 = sqlx::query_scalar(
            "select count(*) from deliveries
             where server = ? and schedule = ? and state = 'missed' and id > ?",
        )
        .bind(server.0)
        .bind(id.0)
        .bind(last)
        .fetch_one(&self.reads)
        .await?;
        let undone = sqlx::query_as(
            "select step, coalesce(problem, '') from steps
             where server = ? and delivery = ? and state = 'failed'",
        )
        .bind(server.0)
        .bind(last)
        .fetch_all(&self.reads)
        .await?;
        Ok(Report {
            newest: newest.into_iter().next().map(|(newest, _)| newest),
            missed: count(missed),
            posted,
            unsure: unsure.into_iter().map(|(unsure, _)| unsure).collect(),
            undone,
            drawn: decks::drawn(&self.reads, server, id).await?,
        })
    }

    async fn deliveries(
        &self,
        server: ServerId,
        id: ScheduleId,
        which: &str,
    ) -> Result<Vec<(Delivery, Option<Address>)>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!("{SELECT} {which}")))
            .bind(server.0)
            .bind(id.0)
            .fetch_all(&self.reads)
            .await?
            .into_iter()
            .map(read)
            .collect()
    }

    /// The schedule of a delivery of which nobody can tell whether it stands.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unsure(&self, server: ServerId, id: DeliveryId) -> Result<Option<ScheduleId>> {
        let schedule: Option<i64> = sqlx::query_scalar(
            "select schedule from deliveries where server = ? and id = ? and state = 'unsure'",
        )
        .bind(server.0)
        .bind(id.0)
        .fetch_optional(&self.reads)
        .await?;
        Ok(schedule.map(ScheduleId))
    }

    /// A facilitator has seen that a delivery's post stands. Says whether that was open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stands(&self, server: ServerId, id: DeliveryId, now: Timestamp) -> Result<bool> {
        self.write(move |db| {
            Box::pin(async move {
                let open = open(db, server, id).await?.is_some();
                if open {
                    deliveries::posted(db, server, id, None, now).await?;
                }
                Ok(open)
            })
        })
        .await
    }

    /// A facilitator has seen that a delivery's post is not there: it is sent again. Says whether
    /// that was open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn repost(
        &self,
        server: ServerId,
        id: DeliveryId,
        patience: SignedDuration,
        now: Timestamp,
        post: impl Fn(DeliveryId, &str) -> Option<Daily> + Send + 'static,
    ) -> Result<bool> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some((schedule, place, quote)) = open(db, server, id).await? else {
                    return Ok(false);
                };
                let Some(daily) = post(id, &quote) else { return Ok(false) };
                deliveries::set_state(db, id, "due", None).await?;
                let entry = Entry {
                    // Another key: the one that may stand is not what is looked for.
                    key: Some(format!("r{id}-{}", now.as_second())),
                    schedule: Some(schedule),
                    delivery: Some(id),
                    give_up_at: now.saturating_add(patience).unwrap_or(now),
                    ..Entry::new(Effect::Post { place, card: daily.card }, now)
                };
                put_entry(db, server, entry).await?;
                Ok(true)
            })
        })
        .await
    }
}

/// A delivery of which nobody can tell whether it stands.
async fn open(
    db: &mut sqlx::sqlite::SqliteConnection,
    server: ServerId,
    id: DeliveryId,
) -> Result<Option<(ScheduleId, ChannelId, String)>> {
    let row: Option<(i64, i64, String)> = sqlx::query_as(
        "select schedule, place, quote from deliveries
         where server = ? and id = ? and state = 'unsure' and quote is not null",
    )
    .bind(server.0)
    .bind(id.0)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(schedule, place, quote)| (ScheduleId(schedule), ChannelId(place), quote)))
}

fn read(row: Row) -> Result<(Delivery, Option<Address>)> {
    let problem = row.problem.unwrap_or_default();
    let state = match (row.state.as_str(), row.posted_at) {
        ("due", _) => DeliveryState::Due,
        ("posted", Some(at)) => DeliveryState::Posted(instant(at)?),
        ("missed", _) => DeliveryState::Missed,
        ("held", _) => DeliveryState::Held,
        ("unsure", _) => DeliveryState::Unsure(problem),
        ("failed", _) => DeliveryState::Failed(problem),
        (other, _) => return Err(Error::Unreadable(format!("delivery {}: {other}", row.id))),
    };
    let (id, schedule) = (DeliveryId(row.id), ScheduleId(row.schedule));
    let at = row
        .place
        .zip(row.message)
        .map(|(place, message)| Address { place: ChannelId(place), message: MessageId(message) });
    Ok((Delivery { id, schedule, due_at: instant(row.due_at)?, state }, at))
}
