//! Makes schedules, and changes them.

use jiff::Timestamp;

use super::super::numbers::Counted;
use super::super::row::kind_word;
use super::super::{Result, ServerTx};
use domain::schedule::{Days, Filter, Skip, Time};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, RoleId, ScheduleId, ScheduleNumber};

/// A schedule about to be made.
#[derive(Clone, Debug)]
pub struct NewSchedule {
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

impl ServerTx {
    /// Makes a schedule, and hands back its key and its number. The same request twice gives the
    /// same schedule.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_schedule(
        &mut self,
        new: &NewSchedule,
    ) -> Result<(ScheduleId, ScheduleNumber)> {
        let known: Option<(i64, i64)> = self
            .statement("select id, number from schedules where server = ?1 and request = ?2")
            .bind(new.request.0)
            .optional()
            .await?;
        if let Some((id, number)) = known {
            return Ok((ScheduleId(id), ScheduleNumber(number)));
        }
        let number = self.next_number(Counted::Schedules).await?;
        let id = self
            .statement(
                "insert into schedules (server, place, kind, request, maker, time, days, timezone,
                                        theme, author, work, role, thread, next_at, made_at,
                                        draws, number)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                         ?16, ?17)
                 returning id",
            )
            .bind(new.place.0)
            .bind(kind_word(new.kind))
            .bind(new.request.0)
            .bind(new.maker.0)
            .bind(new.time.to_string())
            .bind(new.days.to_string())
            .bind(&new.timezone)
            .bind(&new.filter.theme)
            .bind(&new.filter.author)
            .bind(&new.filter.work)
            .bind(new.role.map(|role| role.0))
            .bind(new.thread)
            .bind(new.next_at.as_millisecond())
            .bind(new.now.as_millisecond())
            .bind(new.filter.kind.name())
            .bind(number)
            .value()
            .await?;
        self.after.schedules_changed = true;
        Ok((ScheduleId(id), ScheduleNumber(number)))
    }

    /// Ends a schedule, and takes back what has surely not gone out yet. Says whether there was one
    /// of that number here.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_schedule(&mut self, id: ScheduleId, now: Timestamp) -> Result<bool> {
        let removed = self
            .statement(
                "update schedules set removed_at = ?3
                 where server = ?1 and id = ?2 and removed_at is null",
            )
            .bind(id.0)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        if removed == 1 {
            self.take_back(id).await?;
        }
        Ok(removed == 1)
    }

    /// Pauses a schedule, and takes back what has surely not gone out yet. Says whether it was not
    /// paused before.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pause_schedule(&mut self, id: ScheduleId, now: Timestamp) -> Result<bool> {
        let paused = self
            .statement(
                "update schedules set paused_at = ?3
                 where server = ?1 and id = ?2 and removed_at is null and paused_at is null",
            )
            .bind(id.0)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        if paused == 1 {
            self.take_back(id).await?;
        }
        Ok(paused == 1)
    }

    /// Sets a schedule's next time and the dates it skips from now on; `resume` ends a pause.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_schedule(
        &mut self,
        id: ScheduleId,
        skips: &[Skip],
        next_at: Timestamp,
        resume: bool,
    ) -> Result<()> {
        self.statement(
            "update schedules
             set next_at = ?3, paused_at = case when ?4 then null else paused_at end
             where server = ?1 and id = ?2 and removed_at is null",
        )
        .bind(id.0)
        .bind(next_at.as_millisecond())
        .bind(resume)
        .execute()
        .await?;
        self.after.schedules_changed = true;
        self.set_skips(id, skips).await
    }

    /// Moves a schedule to another time zone, where it is next due at `next_at`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn move_schedule(
        &mut self,
        id: ScheduleId,
        timezone: &str,
        next_at: Timestamp,
    ) -> Result<()> {
        self.statement(
            "update schedules set timezone = ?3, next_at = ?4
             where server = ?1 and id = ?2 and removed_at is null",
        )
        .bind(id.0)
        .bind(timezone.to_owned())
        .bind(next_at.as_millisecond())
        .execute()
        .await?;
        self.after.schedules_changed = true;
        Ok(())
    }

    async fn set_skips(&mut self, id: ScheduleId, skips: &[Skip]) -> Result<()> {
        self.statement("delete from skips where server = ?1 and schedule = ?2")
            .bind(id.0)
            .execute()
            .await?;
        for skip in skips {
            self.statement(
                "insert into skips (schedule, server, first, last)
                 select id, server, ?3, ?4 from schedules where server = ?1 and id = ?2
                 on conflict do update set last = max(last, excluded.last)",
            )
            .bind(id.0)
            .bind(skip.from.to_string())
            .bind(skip.until.to_string())
            .execute()
            .await?;
        }
        Ok(())
    }
}
