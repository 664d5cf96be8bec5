//! Schedules: when each server's daily quotes are due.

mod change;
mod suspend;

use jiff::Timestamp;
use jiff::civil::Date;

pub use self::change::NewSchedule;
pub(super) use self::suspend::Closed;
use super::row::{instant, kind_of, row};
use super::{Error, Result, ServerReads, Store};
use domain::schedule::{Filter, Kind, Schedule, Skip, Suspended};
use domain::{ChannelId, MemberId, RoleId, ScheduleId, ScheduleNumber, ServerId};

row! {
struct Row {
    id: i64,
    number: i64,
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
    draws: String,
    role: Option<i64>,
    thread: bool,
    next_at: i64,
    paused_at: Option<i64>,
    suspended_at: Option<i64>,
    trouble: Option<String>,
    skips: Option<String>,
}
}

/// The columns of a schedule, for a `where` to follow.
const SELECT: &str = "
    select id, number, server, place, kind, maker, time, days, timezone, theme, author, work, draws, role, thread,
           next_at, paused_at, suspended_at, trouble,
           (select group_concat(first || ' ' || last, ',') from skips
            where skips.schedule = schedules.id) as skips
    from schedules
    where removed_at is null and ";

impl ServerReads {
    /// The schedules of the server, in the order they were made.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules(&mut self) -> Result<Vec<Schedule>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} server = ?1 order by id"));
        let rows: Vec<Row> = self.statement(sql).all().await?;
        rows.into_iter().map(Schedule::try_from).collect()
    }
}

impl Store {
    /// Up to `most` schedules of all servers whose time has come, the earliest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_due(&self, now: Timestamp, most: u32) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(self.due(&format!(
            "{SELECT} paused_at is null and suspended_at is null and next_at <= ?1 and {{ours}}
             order by next_at, id limit ?2 + 0"
        )))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(self.pool()?)
        .await?
        .into_iter()
        .map(Schedule::try_from)
        .collect()
    }

    /// The schedules of all servers that are due after an instant, unless they are paused.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schedules_after(&self, at: Timestamp) -> Result<Vec<Schedule>> {
        sqlx::query_as::<_, Row>(
            self.due(&format!(
                "{SELECT} paused_at is null and next_at > ?1 and {{ours}} order by id"
            )),
        )
        .bind(at.as_millisecond())
        .fetch_all(self.pool()?)
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
        let next: Option<i64> = sqlx::query_scalar(self.due(
            "select min(next_at) from schedules
             where removed_at is null and paused_at is null and suspended_at is null and {ours}",
        ))
        .fetch_one(self.pool()?)
        .await?;
        next.map(instant).transpose()
    }
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
            number: ScheduleNumber(row.number),
            server: ServerId(row.server),
            place: ChannelId(row.place),
            kind: kind_of(&row.kind).ok_or_else(|| unreadable("its kind of place"))?,
            maker: MemberId(row.maker),
            time: row.time.parse().map_err(|_| unreadable("its time"))?,
            days: row.days.parse().map_err(|_| unreadable("its days"))?,
            skips: skips.ok_or_else(|| unreadable("its skips"))?,
            timezone: row.timezone,
            filter: Filter {
                kind: Kind::named(&row.draws).ok_or_else(|| unreadable("what it draws"))?,
                theme: row.theme,
                author: row.author,
                work: row.work,
            },
            role: row.role.map(RoleId),
            thread: row.thread,
            next_at: instant(row.next_at)?,
            paused_at: row.paused_at.map(instant).transpose()?,
            suspended,
        })
    }
}
