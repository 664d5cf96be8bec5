//! Deliveries: one row a schedule and local day, made before anything is sent.

mod outcome;

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::sqlite::SqliteConnection;

pub(super) use self::outcome::{missed, posted, set_state, step};
use super::decks::{self, Drawing};
use super::outbox::{self, Entry};
use super::row::kind_of;
use super::{Result, Store, schedules, turns};
use crate::messages::Effect;
use crate::messages::daily::Daily;
use domain::schedule::{Filter, Occurrence};
use domain::{ChannelId, ChannelKind, DeliveryId, RequestId, ScheduleId, ServerId};

/// What a delivery is for: each comes once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A local date that its schedule is scheduled for.
    Day(Date),
    /// Somebody's request to have one right now.
    Now(RequestId),
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Now(request) => write!(f, "now:{request}"),
        }
    }
}

impl Slot {
    /// What the delivery's message is known by: at most 25 characters, and the same if the database
    /// is put back to an older day.
    fn key(self, schedule: ScheduleId) -> String {
        match self {
            Self::Day(date) => format!("d{schedule}-{date}"),
            Self::Now(request) => format!("n{request}"),
        }
    }
}

/// One slot of a schedule, about to be delivered.
#[derive(Clone, Debug)]
pub struct Due {
    /// Whose.
    pub server: ServerId,
    /// Which schedule.
    pub schedule: ScheduleId,
    /// Where it goes.
    pub place: ChannelId,
    /// What for.
    pub slot: Slot,
    /// The local date it counts as.
    pub day: Date,
    /// When it was due.
    pub due_at: Timestamp,
    /// The schedule's next time after it; `None` leaves that as it is.
    pub next_at: Option<Timestamp>,
    /// From when on its message says that it is late.
    pub late_at: Option<Timestamp>,
    /// From when on it is missed.
    pub give_up_at: Timestamp,
    /// What its quote is drawn by.
    pub seed: u64,
    /// Now.
    pub now: Timestamp,
}

/// What became of a slot that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// Its post is on its way.
    Noted(DeliveryId),
    /// That slot was noted before.
    Before,
    /// No quote matches the schedule.
    NoMatch,
    /// There is no such schedule, or it rests.
    Gone,
}

impl Store {
    /// Notes a delivery and what it calls for, once a schedule and slot, draws its quote among those
    /// that `matches` gives for its filter, and sets the schedule's next time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn deliver(
        &self,
        due: Due,
        matches: impl Fn(&Filter) -> Vec<String> + Send + Sync + 'static,
        post: impl Fn(DeliveryId, &str) -> Option<Daily> + Send + Sync + 'static,
    ) -> Result<Delivered> {
        self.write_and_wake(move |db| {
            Box::pin(async move { deliver(db, &due, &matches, &post).await })
        })
        .await
    }

    /// Notes that days were missed, and sets the schedule's next time. `None`: a delivery follows
    /// that sets it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn miss(
        &self,
        server: ServerId,
        schedule: ScheduleId,
        missed: Vec<Occurrence>,
        next_at: Option<Timestamp>,
    ) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                if next_at.is_some() {
                    let_go(db, server, schedule, None).await?;
                }
                for day in missed {
                    sqlx::query(
                        "insert into deliveries (schedule, server, place, slot, day, due_at, seed, state)
                         select id, server, place, ?1, ?1, ?2, 0, 'missed' from schedules
                         where id = ?3 and server = ?4 and removed_at is null
                         on conflict do nothing",
                    )
                    .bind(day.date.to_string())
                    .bind(day.at.as_millisecond())
                    .bind(schedule.0)
                    .bind(server.0)
                    .execute(&mut *db)
                    .await?;
                }
                match next_at {
                    Some(next_at) => schedules::advance(db, server, schedule, next_at).await,
                    None => Ok(()),
                }
            })
        })
        .await
    }
}

type Matches<'f> = &'f (dyn Fn(&Filter) -> Vec<String> + Send + Sync);
type Post<'f> = &'f (dyn Fn(DeliveryId, &str) -> Option<Daily> + Send + Sync);

async fn deliver(
    db: &mut SqliteConnection,
    due: &Due,
    matches: Matches<'_>,
    post: Post<'_>,
) -> Result<Delivered> {
    if let Some(next_at) = due.next_at {
        let_go(db, due.server, due.schedule, Some(due.slot)).await?;
        schedules::advance(db, due.server, due.schedule, next_at).await?;
    }
    let Some((id, held, kind)) = insert(db, due).await? else {
        let stands = active(db, due.server, due.schedule).await?;
        return Ok(if stands { Delivered::Before } else { Delivered::Gone });
    };
    let mut daily = held.as_deref().and_then(|quote| post(id, quote));
    if daily.is_none() {
        let Due { server, schedule, place, day, seed, .. } = *due;
        let drawing = Drawing { server, schedule, place, day, seed, matches };
        let quote = decks::draw(db, id, &drawing).await?;
        sqlx::query("update deliveries set quote = ? where id = ?")
            .bind(&quote)
            .bind(id.0)
            .execute(&mut *db)
            .await?;
        daily = quote.and_then(|quote| post(id, &quote));
    }
    match daily {
        Some(daily) => {
            put(db, due, id, kind, daily).await?;
            Ok(Delivered::Noted(id))
        }
        None => {
            set_state(db, id, "failed", Some(NOTHING)).await?;
            Ok(Delivered::NoMatch)
        }
    }
}

async fn active(db: &mut SqliteConnection, server: ServerId, id: ScheduleId) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "select exists (select 1 from schedules
                        where server = ? and id = ? and removed_at is null)",
    )
    .bind(server.0)
    .bind(id.0)
    .fetch_one(db)
    .await?)
}

const NOTHING: &str = "no quote of the book matches it any more";

/// Puts the message in the outbox, and notes what hangs on it.
async fn put(
    db: &mut SqliteConnection,
    due: &Due,
    id: DeliveryId,
    kind: ChannelKind,
    daily: Daily,
) -> Result<()> {
    let thread =
        daily.thread.filter(|_| matches!(kind, ChannelKind::Channel | ChannelKind::Announcements));
    let announce = kind == ChannelKind::Announcements;
    let steps = [
        Some(("message", None)),
        thread.map(|name| ("thread", Some(name))),
        announce.then_some(("announce", None)),
    ];
    for (step, detail) in steps.into_iter().flatten() {
        sqlx::query(
            "insert or ignore into steps (delivery, server, step, detail, state)
             values (?, ?, ?, ?, 'due')",
        )
        .bind(id.0)
        .bind(due.server.0)
        .bind(step)
        .bind(detail)
        .execute(&mut *db)
        .await?;
    }
    let effect = Effect::Post { place: due.place, card: daily.card };
    let entry = Entry {
        key: Some(due.slot.key(due.schedule)),
        schedule: Some(due.schedule),
        delivery: Some(id),
        late_at: due.late_at,
        give_up_at: due.give_up_at,
        ..Entry::new(effect, due.now)
    };
    outbox::put_entry(db, due.server, entry).await
}

/// Notes a delivery, or takes up one that was held back; `None` if that slot was served before or
/// the schedule rests. Hands back the quote it was to have, and what kind of place it goes to.
async fn insert(
    db: &mut SqliteConnection,
    due: &Due,
) -> Result<Option<(DeliveryId, Option<String>, ChannelKind)>> {
    let row: Option<(i64, Option<String>)> = sqlx::query_as(
        "insert into deliveries (schedule, server, place, slot, day, due_at, seed, state)
         select id, server, place, ?, ?, ?, ?, 'due' from schedules
         where id = ? and server = ? and removed_at is null
           and (? or (paused_at is null and suspended_at is null))
         on conflict (schedule, slot) do update set state = 'due', problem = null
             where deliveries.state = 'held'
         returning id, quote",
    )
    .bind(due.slot.to_string())
    .bind(due.day.to_string())
    .bind(due.due_at.as_millisecond())
    .bind(due.seed.cast_signed())
    .bind(due.schedule.0)
    .bind(due.server.0)
    .bind(matches!(due.slot, Slot::Now(_)))
    .fetch_optional(&mut *db)
    .await?;
    let Some((id, quote)) = row else {
        return Ok(None);
    };
    let kind: String = sqlx::query_scalar("select kind from schedules where id = ? and server = ?")
        .bind(due.schedule.0)
        .bind(due.server.0)
        .fetch_one(db)
        .await?;
    Ok(Some((DeliveryId(id), quote, kind_of(&kind).unwrap_or(ChannelKind::Channel))))
}

/// What was held back for another day than `keep` is missed.
async fn let_go(
    db: &mut SqliteConnection,
    server: ServerId,
    schedule: ScheduleId,
    keep: Option<Slot>,
) -> Result<()> {
    let held: Vec<i64> = sqlx::query_scalar(
        "select id from deliveries
         where schedule = ? and state = 'held' and server = ? and slot is not ?",
    )
    .bind(schedule.0)
    .bind(server.0)
    .bind(keep.map(|slot| slot.to_string()))
    .fetch_all(&mut *db)
    .await?;
    for id in held {
        missed(db, DeliveryId(id)).await?;
    }
    Ok(())
}

/// Takes back what has surely not gone out yet, for a schedule that is to rest.
pub(super) async fn take_back(
    db: &mut SqliteConnection,
    server: ServerId,
    schedule: ScheduleId,
    now: Timestamp,
) -> Result<()> {
    let_go(db, server, schedule, None).await?;
    let taken: Vec<Option<i64>> = sqlx::query_scalar(
        "delete from outbox
         where schedule = ? and server = ? and claimed = 0
           and (kind = 'look' or (kind = 'post' and unsure = 0))
         returning case kind when 'post' then delivery end",
    )
    .bind(schedule.0)
    .bind(server.0)
    .fetch_all(&mut *db)
    .await?;
    for id in taken.into_iter().flatten() {
        missed(db, DeliveryId(id)).await?;
    }
    // It is looked at again when it goes on.
    sqlx::query(
        "update schedules set suspended_at = null, trouble = null where id = ? and server = ?",
    )
    .bind(schedule.0)
    .bind(server.0)
    .execute(&mut *db)
    .await?;
    turns::pass(db, server, Some(now)).await
}
