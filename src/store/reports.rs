//! How a schedule is doing, for `/daily list`; and what a facilitator says about a post of which
//! nobody else can tell whether it stands.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::outbox::Entry;
use super::row::{count, instant, row};
use super::{Error, Result, ServerReads, ServerTx};
use crate::messages::{Card, Effect};
use domain::deck::Drawn;
use domain::schedule::{Delivery, DeliveryState, Fared, Refusal};
use domain::{Address, ChannelId, DeliveryId, MessageId, ScheduleId};

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
    attempts: i64,
    refusal: Option<String>,
    limited_ms: i64,
}
}

/// Deliveries and where they stand, for a `where` to follow.
const SELECT: &str = "
    select deliveries.id, schedule, due_at, state, posted_at, problem,
           messages.place, messages.message, attempts, refusal, limited_ms
    from deliveries
    left join messages on messages.subject = 'delivery:' || deliveries.id
                      and messages.server = deliveries.server
    where deliveries.server = ?1 and schedule = ?2 ";

impl ServerReads {
    /// How a schedule is doing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn report(&mut self, id: ScheduleId) -> Result<Report> {
        let newest = self.deliveries(id, "order by deliveries.id desc limit 1").await?;
        let posted = "and state = 'posted' order by deliveries.id desc limit 1";
        let posted = self.deliveries(id, posted).await?.pop();
        let unsure = "and state = 'unsure' order by deliveries.id desc limit 5";
        let unsure = self.deliveries(id, unsure).await?;
        let last = posted.as_ref().map_or(0, |(posted, _)| posted.id.0);
        let missed = self
            .statement(
                "select count(*) from deliveries
                 where server = ?1 and schedule = ?2 and state = 'missed' and id > ?3",
            )
            .bind(id.0)
            .bind(last)
            .value()
            .await?;
        let undone = self
            .statement(
                "select step, coalesce(problem, '') from steps
                 where server = ?1 and delivery = ?2 and state = 'failed'",
            )
            .bind(last)
            .all()
            .await?;
        Ok(Report {
            newest: newest.into_iter().next().map(|(newest, _)| newest),
            missed: count(missed),
            posted,
            unsure: unsure.into_iter().map(|(unsure, _)| unsure).collect(),
            undone,
            drawn: self.drawn(id).await?,
        })
    }

    async fn deliveries(
        &mut self,
        id: ScheduleId,
        which: &str,
    ) -> Result<Vec<(Delivery, Option<Address>)>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} {which}"));
        let rows: Vec<Row> = self.statement(sql).bind(id.0).all().await?;
        rows.into_iter().map(read).collect()
    }
}

/// A delivery of which nobody can tell whether its post is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Its number.
    pub id: DeliveryId,
    /// Of which schedule.
    pub schedule: ScheduleId,
    /// Where it was to be posted.
    pub place: ChannelId,
    /// Its quote.
    pub quote: String,
}

impl ServerReads {
    /// A delivery, if nobody can tell whether its post is there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unconfirmed(&mut self, id: DeliveryId) -> Result<Option<Unconfirmed>> {
        let row: Option<(i64, i64, String)> = self
            .statement(
                "select schedule, place, quote from deliveries
                 where server = ?1 and id = ?2 and state = 'unsure' and quote is not null",
            )
            .bind(id.0)
            .optional()
            .await?;
        Ok(row.map(|(schedule, place, quote)| Unconfirmed {
            id,
            schedule: ScheduleId(schedule),
            place: ChannelId(place),
            quote,
        }))
    }
}

impl ServerTx {
    /// A facilitator has seen that a delivery's post is there. Says whether that was open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn confirm_delivery(&mut self, id: DeliveryId, now: Timestamp) -> Result<bool> {
        let open = self.unconfirmed(id).await?.is_some();
        if open {
            self.delivery_posted(id, None, now).await?;
        }
        Ok(open)
    }

    /// A facilitator has seen that a delivery's post is not there: it is sent again, and tried for
    /// as long as `patience`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn repost(
        &mut self,
        delivery: &Unconfirmed,
        card: Card,
        patience: SignedDuration,
        now: Timestamp,
    ) -> Result<()> {
        let Unconfirmed { id, schedule, place, .. } = *delivery;
        self.set_delivery_state(id, "due", None).await?;
        self.enqueue(Entry {
            // Another key: the post that may be there is not what is looked for.
            key: Some(format!("r{:x}{:08x}", id.0, now.as_second())),
            schedule: Some(schedule),
            delivery: Some(id),
            give_up_at: now.saturating_add(patience).unwrap_or(now),
            ..Entry::new(Effect::Post { place, card }, now)
        })
        .await
    }
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
    let fared = Fared {
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        refusal: row.refusal.as_deref().and_then(Refusal::from_word),
        limited: SignedDuration::from_millis(row.limited_ms),
    };
    Ok((Delivery { id, schedule, due_at: instant(row.due_at)?, state, fared }, at))
}
