//! Schedules: standing orders, found without a look at those that are not due.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::rounds::instant;
use super::{Error, Result, Store, deliveries};
use crate::domain::schedule::{Days, Filter, Schedule, Skip, Suspended, Time};
use crate::domain::{MemberId, PlaceId, PlaceKind, RequestId, RoleId, ScheduleId, ServerId};

/// A standing order about to be made.
#[derive(Clone, Debug)]
pub struct NewSchedule {
    /// Whose.
    pub server: ServerId,
    /// Where the quote goes.
    pub place: PlaceId,
    /// What kind of place that is.
    pub kind: PlaceKind,
    /// What the request is called; the same twice is one schedule.
    pub request: RequestId,
    /// Who made it.
    pub maker: MemberId,
    /// When, on each of its days.
    pub time: Time,
    /// On which days.
    pub days: Days,
    /// In which IANA time zone.
    pub timezone: String,
    /// Which quotes.
    pub filter: Filter,
    /// Whom the post pings.
    pub role: Option<RoleId>,
    /// Whether a thread is opened under the post.
    pub thread: bool,
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
    kind: String,
    maker: i64,
    time: String,
    days: String,
    timezone: String,
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
    role: Option<i64>,
    thread: bool,
    next_at: i64,
    paused_at: Option<i64>,
    suspended_at: Option<i64>,
    trouble: Option<String>,
    skips: Option<String>,
}

/// The columns of a schedule, for a `where` to follow.
const SELECT: &str = "
    select id, server, place, kind, maker, time, days, timezone, theme, author, work, role, thread,
           next_at, paused_at, suspended_at, trouble,
           (select group_concat(first || ' ' || last, ',') from skips
            where skips.schedule = schedules.id) as skips
    from schedules
    where removed_at is null and ";

impl Store {
    /// Makes a schedule. The same request twice gives the same schedule.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_schedule(&self, new: NewSchedule) -> Result<ScheduleId> {
        let id = self.write(move |db| Box::pin(add(db, new))).await?;
        self.schedules_changed.notify_one();
        Ok(id)
    }

    /// The schedules of a server, in the order they were made.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules(&self, server: ServerId) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!("{SELECT} server = ? order by id")))
            .bind(server.0)
            .fetch_all(&self.reads)
            .await?
            .into_iter()
            .map(Schedule::try_from)
            .collect()
    }

    /// Ends a schedule, and takes back what has surely not gone out yet. Says whether there was one
    /// of that number here.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_schedule(
        &self,
        server: ServerId,
        id: ScheduleId,
        now: Timestamp,
    ) -> Result<bool> {
        self.rest("removed_at", server, id, now).await
    }

    /// Lets a schedule rest, and takes back what has surely not gone out yet.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pause_schedule(
        &self,
        server: ServerId,
        id: ScheduleId,
        now: Timestamp,
    ) -> Result<bool> {
        self.rest("paused_at", server, id, now).await
    }

    async fn rest(
        &self,
        column: &'static str,
        server: ServerId,
        id: ScheduleId,
        now: Timestamp,
    ) -> Result<bool> {
        self.write(move |db| {
            Box::pin(async move {
                let done = sqlx::query(sqlx::AssertSqlSafe(format!(
                    "update schedules set {column} = ?
                     where server = ? and id = ? and removed_at is null and {column} is null"
                )))
                .bind(now.as_millisecond())
                .bind(server.0)
                .bind(id.0)
                .execute(&mut *db)
                .await?;
                let done = done.rows_affected() == 1;
                if done {
                    deliveries::take_back(db, server, id, now).await?;
                }
                Ok(done)
            })
        })
        .await
    }

    /// Lets a schedule go on from `next_at`; `skips` says which dates are left out from now on.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_schedule(
        &self,
        server: ServerId,
        id: ScheduleId,
        skips: Vec<Skip>,
        next_at: Timestamp,
        resume: bool,
    ) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query(
                    "update schedules
                     set next_at = ?, paused_at = case when ? then null else paused_at end
                     where server = ? and id = ? and removed_at is null",
                )
                .bind(next_at.as_millisecond())
                .bind(resume)
                .bind(server.0)
                .bind(id.0)
                .execute(&mut *db)
                .await?;
                set_skips(db, server, id, &skips).await
            })
        })
        .await?;
        self.schedules_changed.notify_one();
        Ok(())
    }

    /// Up to `most` schedules of all servers whose time has come, the earliest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_due(&self, now: Timestamp, most: u32) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
            "{SELECT} paused_at is null and suspended_at is null and next_at <= ?
             order by next_at, id limit ?"
        )))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&self.reads)
        .await?
        .into_iter()
        .map(Schedule::try_from)
        .collect()
    }

    /// When the next schedule of any server is due.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(
            "select min(next_at) from schedules
             where removed_at is null and paused_at is null and suspended_at is null",
        )
        .fetch_one(&self.reads)
        .await?;
        next.map(instant).transpose()
    }

    /// Looks at once, not some time later, whether the places of a server are open to us again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn look_again(&self, server: ServerId, now: Timestamp) -> Result<()> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                sqlx::query(
                    "update outbox set due_at = min(due_at, ?)
                     where server = ? and claimed = 0 and kind = 'look'",
                )
                .bind(now.as_millisecond())
                .bind(server.0)
                .execute(&mut *db)
                .await?;
                super::turns::pass_anew(db, server).await
            })
        })
        .await
    }
}

async fn add(db: &mut SqliteConnection, new: NewSchedule) -> Result<ScheduleId> {
    let id: i64 = sqlx::query_scalar(
        "insert into schedules (server, place, kind, request, maker, time, days, timezone, theme,
                                author, work, role, thread, next_at, made_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (server, request) do update set request = excluded.request
         returning id",
    )
    .bind(new.server.0)
    .bind(new.place.0)
    .bind(kind_name(new.kind))
    .bind(new.request.0)
    .bind(new.maker.0)
    .bind(new.time.to_string())
    .bind(new.days.to_string())
    .bind(new.timezone)
    .bind(new.filter.theme)
    .bind(new.filter.author)
    .bind(new.filter.work)
    .bind(new.role.map(|role| role.0))
    .bind(new.thread)
    .bind(new.next_at.as_millisecond())
    .bind(new.now.as_millisecond())
    .fetch_one(db)
    .await?;
    Ok(ScheduleId(id))
}

async fn set_skips(
    db: &mut SqliteConnection,
    server: ServerId,
    id: ScheduleId,
    skips: &[Skip],
) -> Result<()> {
    sqlx::query("delete from skips where schedule = ? and server = ?")
        .bind(id.0)
        .bind(server.0)
        .execute(&mut *db)
        .await?;
    for skip in skips {
        sqlx::query(
            "insert into skips (schedule, server, first, last)
             select id, server, ?, ? from schedules where id = ? and server = ?
             on conflict do update set last = max(last, excluded.last)",
        )
        .bind(skip.from.to_string())
        .bind(skip.until.to_string())
        .bind(id.0)
        .bind(server.0)
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// Sets a schedule's next time.
pub(super) async fn advance(
    db: &mut SqliteConnection,
    server: ServerId,
    id: ScheduleId,
    next_at: Timestamp,
) -> Result<()> {
    sqlx::query("update schedules set next_at = ? where id = ? and server = ?")
        .bind(next_at.as_millisecond())
        .bind(id.0)
        .bind(server.0)
        .execute(db)
        .await?;
    Ok(())
}

pub(super) fn kind_name(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Channel => "channel",
        PlaceKind::Announcements => "announcements",
        PlaceKind::Thread => "thread",
        PlaceKind::Forum => "forum",
        PlaceKind::Other => "other",
    }
}

pub(super) fn kind(name: &str) -> Option<PlaceKind> {
    Some(match name {
        "channel" => PlaceKind::Channel,
        "announcements" => PlaceKind::Announcements,
        "thread" => PlaceKind::Thread,
        "forum" => PlaceKind::Forum,
        "other" => PlaceKind::Other,
        _ => return None,
    })
}

/// "2026-12-24 2027-01-01".
fn skip(text: &str) -> Option<Skip> {
    let (from, until) = text.split_once(' ')?;
    Some(Skip { from: from.parse::<Date>().ok()?, until: until.parse::<Date>().ok()? })
}

impl TryFrom<Row> for Schedule {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unreadable = |what: &str| Error::Unreadable(format!("schedule {}: {what}", row.id));
        let suspended = match row.suspended_at {
            Some(at) => {
                Some(Suspended { since: instant(at)?, why: row.trouble.unwrap_or_default() })
            }
            None => None,
        };
        let skips = row.skips.as_deref().unwrap_or_default();
        let skips: Option<Vec<Skip>> =
            skips.split(',').filter(|skip| !skip.is_empty()).map(skip).collect();
        Ok(Self {
            id: ScheduleId(row.id),
            server: ServerId(row.server),
            place: PlaceId(row.place),
            kind: kind(&row.kind).ok_or_else(|| unreadable("its kind of place"))?,
            maker: MemberId(row.maker),
            time: row.time.parse().map_err(|_| unreadable("its time"))?,
            days: row.days.parse().map_err(|_| unreadable("its days"))?,
            skips: skips.ok_or_else(|| unreadable("its skips"))?,
            timezone: row.timezone,
            filter: Filter { theme: row.theme, author: row.author, work: row.work },
            role: row.role.map(RoleId),
            thread: row.thread,
            next_at: instant(row.next_at)?,
            paused_at: row.paused_at.map(instant).transpose()?,
            suspended,
        })
    }
}
