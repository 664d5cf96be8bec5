//! Schedules, and their deliveries: one row a schedule and day.

use jiff::Timestamp;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::rounds::instant;
use super::{Error, Result, Store, outbox, servings};
use crate::domain::schedule::{Delivery, DeliveryState, Filter, Schedule, Time};
use crate::domain::serving::Order;
use crate::domain::{DeliveryId, MemberId, PlaceId, RequestId, ScheduleId, ServerId};
use crate::reply::Effect;

/// A standing order about to be made.
#[derive(Clone, Debug)]
pub struct NewSchedule {
    /// Whose.
    pub server: ServerId,
    /// Where the quote goes.
    pub place: PlaceId,
    /// What the request is called; the same twice is one schedule.
    pub request: RequestId,
    /// Who made it.
    pub maker: MemberId,
    /// When, each day.
    pub time: Time,
    /// In which IANA time zone.
    pub timezone: String,
    /// Which quotes.
    pub filter: Filter,
    /// The first time.
    pub next_at: Timestamp,
    /// Now.
    pub now: Timestamp,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    server: i64,
    place: i64,
    maker: i64,
    time: String,
    timezone: String,
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
    next_at: i64,
    delivery: Option<i64>,
    due_at: Option<i64>,
    state: Option<String>,
    posted_at: Option<i64>,
    problem: Option<String>,
}

/// The columns of a schedule and its last delivery, for a `where` to follow.
const SELECT: &str = "
    select schedules.id, schedules.server, schedules.place, maker, time, timezone, theme, author,
           work, next_at, deliveries.id as delivery, due_at, state, posted_at, problem
    from schedules
    left join deliveries on deliveries.id =
        (select max(id) from deliveries where deliveries.schedule = schedules.id)
    where removed_at is null and ";

impl Store {
    /// Makes a schedule. The same request twice gives the same schedule.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_schedule(&self, new: NewSchedule) -> Result<ScheduleId> {
        let id = self
            .write(move |db| {
                Box::pin(async move {
                    let id: i64 = sqlx::query_scalar(
                    "insert into schedules (server, place, request, maker, time, timezone, theme,
                                            author, work, next_at, made_at)
                     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                     on conflict (server, request) do update set request = excluded.request
                     returning id",
                )
                .bind(new.server.0)
                .bind(new.place.0)
                .bind(new.request.0)
                .bind(new.maker.0)
                .bind(new.time.to_string())
                .bind(new.timezone)
                .bind(new.filter.theme)
                .bind(new.filter.author)
                .bind(new.filter.work)
                .bind(new.next_at.as_millisecond())
                .bind(new.now.as_millisecond())
                .fetch_one(db)
                .await?;
                    Ok(ScheduleId(id))
                })
            })
            .await?;
        self.schedules_changed.notify_one();
        Ok(id)
    }

    /// The schedules of a server, in the order they were made.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules(&self, server: ServerId) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
            "{SELECT} schedules.server = ? order by schedules.id"
        )))
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?
        .into_iter()
        .map(read)
        .collect()
    }

    /// Ends a schedule, and drops what it has not posted yet; says whether there was one of that
    /// number here.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_schedule(
        &self,
        server: ServerId,
        id: ScheduleId,
        now: Timestamp,
    ) -> Result<bool> {
        self.write(move |db| {
            Box::pin(async move {
                let done = sqlx::query(
                    "update schedules set removed_at = ?
                     where server = ? and id = ? and removed_at is null",
                )
                .bind(now.as_millisecond())
                .bind(server.0)
                .bind(id.0)
                .execute(&mut *db)
                .await?;
                // What may be out already is left to the worker, which knows what became of it.
                sqlx::query(
                    "delete from outbox
                     where server = ? and kind = 'post' and claimed = 0 and unsure = 0
                       and subject in (select 'delivery:' || id from deliveries
                                       where schedule = ? and server = outbox.server)",
                )
                .bind(server.0)
                .bind(id.0)
                .execute(db)
                .await?;
                Ok(done.rows_affected() == 1)
            })
        })
        .await
    }

    /// Up to `most` schedules of all servers whose time has come, the earliest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_due(&self, now: Timestamp, most: u32) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
            "{SELECT} next_at <= ? order by next_at, schedules.id limit ?"
        )))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&self.reads)
        .await?
        .into_iter()
        .map(read)
        .collect()
    }

    /// When the next schedule of any server is due.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> =
            sqlx::query_scalar("select min(next_at) from schedules where removed_at is null")
                .fetch_one(&self.reads)
                .await?;
        next.map(instant).transpose()
    }

    /// Notes a delivery and what it calls for, once a schedule and slot, chooses its quote among
    /// `matches` as [`Store::serve`] does, and sets the schedule's next time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn deliver(
        &self,
        due: Due,
        matches: Vec<String>,
        effect: impl FnOnce(DeliveryId, &str) -> Option<Effect> + Send + 'static,
    ) -> Result<Delivered> {
        self.write_and_wake(move |db| Box::pin(deliver(db, due, matches, effect))).await
    }

    /// Sets a schedule's next time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn postpone(
        &self,
        server: ServerId,
        id: ScheduleId,
        next_at: Timestamp,
    ) -> Result<()> {
        self.write(move |db| Box::pin(advance(db, server, id, Some(next_at)))).await
    }

    /// Notes that a day was missed, and sets the schedule's next time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn miss(&self, due: Due) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                insert(db, &due, "missed").await?;
                advance(db, due.server, due.schedule, due.next_at).await
            })
        })
        .await
    }
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
    /// There is no such schedule any more.
    Gone,
}

/// One slot of a schedule.
#[derive(Clone, Debug)]
pub struct Due {
    /// Whose.
    pub server: ServerId,
    /// Which schedule.
    pub schedule: ScheduleId,
    /// Where it goes.
    pub place: PlaceId,
    /// The local date, or `now:` and the request that asked for it.
    pub slot: String,
    /// When it was due.
    pub due_at: Timestamp,
    /// The schedule's next time after it; `None` leaves that as it is.
    pub next_at: Option<Timestamp>,
    /// What its quote is drawn by.
    pub seed: u64,
    /// Now.
    pub now: Timestamp,
}

async fn deliver(
    db: &mut SqliteConnection,
    due: Due,
    matches: Vec<String>,
    effect: impl FnOnce(DeliveryId, &str) -> Option<Effect> + Send,
) -> Result<Delivered> {
    let noted = insert(db, &due, "due").await?;
    advance(db, due.server, due.schedule, due.next_at).await?;
    let Some(id) = noted else {
        let stands = stands(db, due.server, due.schedule).await?;
        return Ok(if stands { Delivered::Before } else { Delivered::Gone });
    };
    let quote = servings::serve(db, due.server, due.place, matches, Order::Drawn(due.seed)).await?;
    sqlx::query("update deliveries set quote = ? where id = ?")
        .bind(&quote)
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    let Some(effect) = quote.and_then(|quote| effect(id, &quote)) else {
        failed(db, id, "No quote of the book matches this schedule any more.").await?;
        return Ok(Delivered::NoMatch);
    };
    outbox::put(db, due.server, vec![effect], due.now).await?;
    Ok(Delivered::Noted(id))
}

async fn stands(db: &mut SqliteConnection, server: ServerId, id: ScheduleId) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "select exists (select 1 from schedules
                        where server = ? and id = ? and removed_at is null)",
    )
    .bind(server.0)
    .bind(id.0)
    .fetch_one(db)
    .await?)
}

/// Notes a delivery; `None` if that slot was noted before or the schedule is gone.
async fn insert(db: &mut SqliteConnection, due: &Due, state: &str) -> Result<Option<DeliveryId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "insert into deliveries (schedule, server, slot, due_at, seed, state)
         select id, server, ?, ?, ?, ? from schedules
         where id = ? and server = ? and removed_at is null
         on conflict do nothing
         returning id",
    )
    .bind(&due.slot)
    .bind(due.due_at.as_millisecond())
    .bind(due.seed.cast_signed())
    .bind(state)
    .bind(due.schedule.0)
    .bind(due.server.0)
    .fetch_optional(db)
    .await?;
    Ok(id.map(DeliveryId))
}

async fn advance(
    db: &mut SqliteConnection,
    server: ServerId,
    id: ScheduleId,
    next_at: Option<Timestamp>,
) -> Result<()> {
    let Some(next_at) = next_at else {
        return Ok(());
    };
    sqlx::query("update schedules set next_at = ? where id = ? and server = ?")
        .bind(next_at.as_millisecond())
        .bind(id.0)
        .bind(server.0)
        .execute(db)
        .await?;
    Ok(())
}

pub(super) async fn posted(db: &mut SqliteConnection, id: DeliveryId, at: Timestamp) -> Result<()> {
    sqlx::query("update deliveries set state = 'posted', posted_at = ? where id = ?")
        .bind(at.as_millisecond())
        .bind(id.0)
        .execute(db)
        .await?;
    Ok(())
}

pub(super) async fn failed(db: &mut SqliteConnection, id: DeliveryId, why: &str) -> Result<()> {
    sqlx::query("update deliveries set state = 'failed', problem = ? where id = ?")
        .bind(why)
        .bind(id.0)
        .execute(db)
        .await?;
    Ok(())
}

/// A schedule as it is stored.
fn read(row: Row) -> Result<Schedule> {
    let unreadable = |what: &str| Error::Unreadable(format!("schedule {}: {what}", row.id));
    let state = match (row.state.as_deref(), row.posted_at, row.problem) {
        (None, ..) => None,
        (Some("due"), ..) => Some(DeliveryState::Due),
        (Some("posted"), Some(at), _) => Some(DeliveryState::Posted(instant(at)?)),
        (Some("missed"), ..) => Some(DeliveryState::Missed),
        (Some("failed"), _, Some(why)) => Some(DeliveryState::Failed(why)),
        (Some(other), ..) => return Err(unreadable(other)),
    };
    let last = match (row.delivery, row.due_at, state) {
        (Some(id), Some(due_at), Some(state)) => {
            Some(Delivery { id: DeliveryId(id), due_at: instant(due_at)?, state })
        }
        _ => None,
    };
    Ok(Schedule {
        id: ScheduleId(row.id),
        server: ServerId(row.server),
        place: PlaceId(row.place),
        maker: MemberId(row.maker),
        time: row.time.parse().map_err(|_| unreadable("its time"))?,
        timezone: row.timezone,
        filter: Filter { theme: row.theme, author: row.author, work: row.work },
        next_at: instant(row.next_at)?,
        last,
    })
}
