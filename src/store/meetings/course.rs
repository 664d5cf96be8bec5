//! The course of a meeting: it is planned, moved, and goes from state to state.

use jiff::Timestamp;

use super::super::row::instant;
use super::super::{Result, ServerTx, Store};
use super::{opening_word, state_word};
use domain::meeting::{LocalTime, MeetingState, Opening};
use domain::{MemberId, Seminar, SeminarId, ServerId};

/// A date about to be given to a seminar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeeting {
    /// What the group agreed on.
    pub at: LocalTime,
    /// The instant that this is.
    pub starts_at: Timestamp,
    /// How long it takes, in minutes; `None` leaves that of a meeting as it is.
    pub minutes: Option<u16>,
    /// What happens at its time; `None` leaves that of a meeting as it is.
    pub opening: Option<Opening>,
}

impl ServerTx {
    /// Gives a seminar that has not started a date, or another one. Says what it is like now; `None`
    /// if there is no such draft.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_meeting(
        &mut self,
        seminar: SeminarId,
        new: &NewMeeting,
        now: Timestamp,
    ) -> Result<Option<Seminar>> {
        let found = self.seminar(seminar).await?;
        let Some(was) = found.filter(|it| it.state == domain::seminar::SeminarState::Draft) else {
            return Ok(None);
        };
        let state = MeetingState::for_start(new.starts_at, now);
        let minutes = new.minutes.unwrap_or_else(|| domain::meeting::length_for(was.length()));
        self.statement(
            "insert into meetings (seminar, server, day, time, timezone, starts_at, minutes, opening,
                                   state, next_at)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)
             on conflict (seminar) do update set
                 revision = revision + 1, day = excluded.day, time = excluded.time,
                 timezone = excluded.timezone, starts_at = excluded.starts_at,
                 minutes = coalesce(?10, minutes), opening = coalesce(?11, opening),
                 state = excluded.state, next_at = 0",
        )
        .bind(seminar.0)
        .bind(new.at.date.to_string())
        .bind(new.at.time.to_string())
        .bind(new.at.timezone.as_str())
        .bind(new.starts_at.as_millisecond())
        .bind(minutes)
        .bind(opening_word(new.opening.unwrap_or_default()))
        .bind(state_word(state))
        .bind(new.minutes)
        .bind(new.opening.map(opening_word))
        .execute()
        .await?;
        self.schedule_meeting(seminar).await?;
        self.seminar(seminar).await
    }

    /// Takes a meeting from one state to another. `false` if it is in another one by now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn advance_meeting(
        &mut self,
        seminar: SeminarId,
        from: MeetingState,
        to: MeetingState,
    ) -> Result<bool> {
        let advanced = self
            .statement(
                "update meetings
                 set state = ?4, revision = revision + (?4 = 'cancelled'),
                     next_at = case when ?4 in ('planned', 'reminded') then 0 end
                 where server = ?1 and seminar = ?2 and state = ?3",
            )
            .bind(seminar.0)
            .bind(state_word(from))
            .bind(state_word(to))
            .execute()
            .await?;
        self.schedule_meeting(seminar).await?;
        Ok(advanced > 0)
    }

    /// Puts off what is to be done about a meeting.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn put_off_meeting(&mut self, seminar: SeminarId, until: Timestamp) -> Result<()> {
        self.statement(
            "update meetings set next_at = ?3
             where server = ?1 and seminar = ?2 and next_at is not null",
        )
        .bind(seminar.0)
        .bind(until.as_millisecond())
        .execute()
        .await?;
        Ok(())
    }

    /// Notes whether a member will come. Says whether that is new; `None` if the seminar has no
    /// meeting ahead.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn expect_member(
        &mut self,
        seminar: SeminarId,
        (member, name): (MemberId, &str),
        comes: bool,
    ) -> Result<Option<(Seminar, bool)>> {
        let ahead = |it: &Seminar| it.meeting.as_ref().is_some_and(|meeting| meeting.is_ahead());
        if !self.seminar(seminar).await?.is_some_and(|it| ahead(&it)) {
            return Ok(None);
        }
        let changed = if comes {
            self.statement(
                "insert into attendees (seminar, server, member, name) values (?2, ?1, ?3, ?4)
                 on conflict do nothing",
            )
            .bind(seminar.0)
            .bind(member.0)
            .bind(name)
            .execute()
            .await?
        } else {
            self.after.erased = true;
            self.statement(
                "delete from attendees where server = ?1 and seminar = ?2 and member = ?3",
            )
            .bind(seminar.0)
            .bind(member.0)
            .execute()
            .await?
        };
        Ok(self.seminar(seminar).await?.map(|it| (it, changed > 0)))
    }

    /// The seminar has started: its meeting is under way.
    pub(in super::super) async fn begin_meeting(&mut self, seminar: SeminarId) -> Result<()> {
        self.statement(
            "update meetings set state = 'begun', next_at = null
             where server = ?1 and seminar = ?2 and state in ('planned', 'reminded', 'asked')",
        )
        .bind(seminar.0)
        .execute()
        .await?;
        Ok(())
    }

    /// The seminar is closed: its meeting is over, or called off if it had not begun. Nobody needs to
    /// know any more who would come.
    pub(in super::super) async fn end_meeting(&mut self, seminar: SeminarId) -> Result<()> {
        self.statement(
            "update meetings
             set state = iif(state in ('planned', 'reminded', 'asked'), 'cancelled', 'over'),
                 revision = revision + (state in ('planned', 'reminded', 'asked')), next_at = null
             where server = ?1 and seminar = ?2 and state <> 'cancelled'",
        )
        .bind(seminar.0)
        .execute()
        .await?;
        self.statement("delete from attendees where server = ?1 and seminar = ?2")
            .bind(seminar.0)
            .execute()
            .await?;
        Ok(())
    }

    /// Sets when something is to be done about a meeting next.
    async fn schedule_meeting(&mut self, seminar: SeminarId) -> Result<()> {
        let next = self.meeting_of(seminar).await?.and_then(|meeting| meeting.next_at());
        self.statement("update meetings set next_at = ?3 where server = ?1 and seminar = ?2")
            .bind(seminar.0)
            .bind(next.map(|at| at.as_millisecond()))
            .execute()
            .await?;
        self.after.meetings_changed = true;
        Ok(())
    }
}

impl Store {
    /// Meetings about which something is to be done, at most `most`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn meetings_due(
        &self,
        now: Timestamp,
        most: u32,
    ) -> Result<Vec<(ServerId, SeminarId)>> {
        let due: Vec<(i64, i64)> = sqlx::query_as(self.due(
            "select server, seminar from meetings where next_at <= ?1 and {ours}
             order by next_at limit ?2 + 0",
        ))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(self.pool()?)
        .await?;
        Ok(due.into_iter().map(|(server, id)| (ServerId(server), SeminarId(id))).collect())
    }

    /// When something is to be done about a meeting next, if ever.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn meetings_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(
            self.due("select min(next_at) from meetings where next_at is not null and {ours}"),
        )
        .fetch_one(self.pool()?)
        .await?;
        next.map(instant).transpose()
    }

    /// All meetings that are still to come.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn meetings_ahead(&self) -> Result<Vec<(ServerId, SeminarId)>> {
        let ahead: Vec<(i64, i64)> = sqlx::query_as(
            self.due("select server, seminar from meetings where next_at is not null and {ours}"),
        )
        .fetch_all(self.pool()?)
        .await?;
        Ok(ahead.into_iter().map(|(server, id)| (ServerId(server), SeminarId(id))).collect())
    }

    /// Waits until a meeting has another time.
    pub async fn meetings_changed(&self) {
        self.signals.meetings_changed.notified().await;
    }
}
