//! Makes schedules, and changes them.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::kind_word;
use super::super::{Result, ServerTx, Store};
use domain::schedule::{Days, Filter, Skip, Time};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, RoleId, ScheduleId, ServerId};

/// A standing order about to be made.
#[derive(Clone, Debug)]
pub struct NewSchedule {
    /// Whose.
    pub server: ServerId,
    /// Where the quote goes.
    pub place: ChannelId,
    /// What kind of place that is.
    pub kind: ChannelKind,
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

impl Store {
    /// Makes a schedule. The same request twice gives the same schedule.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_schedule(&self, new: NewSchedule) -> Result<ScheduleId> {
        let id = self.write(move |db| Box::pin(add(db, new))).await?;
        self.signals.schedules_changed.notify_one();
        Ok(id)
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
        let update = format!(
            "update schedules set {column} = ?3
             where server = ?1 and id = ?2 and removed_at is null and {column} is null"
        );
        let rest = async |tx: &mut ServerTx| {
            let update = tx.statement(sqlx::AssertSqlSafe(update)).bind(id.0);
            let done = update.bind(now.as_millisecond()).execute().await? == 1;
            if done {
                tx.take_back(id, now).await?;
            }
            Ok(done)
        };
        self.change(server, rest).await
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
        self.signals.schedules_changed.notify_one();
        Ok(())
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
    .bind(kind_word(new.kind))
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
