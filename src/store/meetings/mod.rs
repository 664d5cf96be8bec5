//! The dates of seminars, and who said they would come.

mod course;

pub use course::NewMeeting;

use super::row::{instant, row};
use super::{Error, Result, ServerReads};
use crate::messages::Subject;
use domain::meeting::{LocalTime, Meeting, MeetingState, Opening};
use domain::{MemberId, SeminarId};

row! {
struct Row {
    day: String,
    time: String,
    timezone: String,
    starts_at: i64,
    minutes: u16,
    opening: String,
    state: String,
    revision: u32,
    coming: String,
}
}

impl ServerReads {
    /// When a seminar meets, if it has a date.
    pub(super) async fn meeting_of(&mut self, seminar: SeminarId) -> Result<Option<Meeting>> {
        let row: Option<Row> = self
            .statement(
                "select day, time, timezone, starts_at, minutes, opening, state, revision,
                        (select json_group_array(json_array(member, name)) from attendees
                         where server = ?1 and seminar = ?2) as coming
                 from meetings where server = ?1 and seminar = ?2",
            )
            .bind(seminar.0)
            .optional()
            .await?;
        row.map(|row| read(row).ok_or(seminar))
            .transpose()
            .map_err(|seminar| Error::Unreadable(format!("the meeting of seminar {}", seminar.0)))
    }

    /// Whether the event of a seminar's meeting is about to be made or changed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn event_is_on_its_way(&mut self, seminar: SeminarId) -> Result<bool> {
        self.statement("select exists (select 1 from outbox where server = ?1 and subject = ?2)")
            .bind(Subject::Event(seminar).to_string())
            .value()
            .await
    }
}

/// A meeting as it is stored; `None` if that cannot be read.
fn read(row: Row) -> Option<Meeting> {
    let coming: Vec<(i64, String)> = serde_json::from_str(&row.coming).ok()?;
    Some(Meeting {
        at: LocalTime {
            date: row.day.parse().ok()?,
            time: row.time.parse().ok()?,
            timezone: row.timezone,
        },
        starts_at: instant(row.starts_at).ok()?,
        minutes: row.minutes,
        opening: opening_of(&row.opening)?,
        state: state_of(&row.state)?,
        revision: row.revision,
        coming: coming.into_iter().map(|(member, name)| (MemberId(member), name)).collect(),
    })
}

fn opening_word(opening: Opening) -> &'static str {
    match opening {
        Opening::Asks => "asks",
        Opening::Itself => "itself",
    }
}

fn opening_of(word: &str) -> Option<Opening> {
    [Opening::Asks, Opening::Itself].into_iter().find(|opening| opening_word(*opening) == word)
}

fn state_word(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "planned",
        MeetingState::Reminded => "reminded",
        MeetingState::Asked => "asked",
        MeetingState::Begun => "begun",
        MeetingState::Over => "over",
        MeetingState::Cancelled => "cancelled",
    }
}

fn state_of(word: &str) -> Option<MeetingState> {
    use MeetingState::{Asked, Begun, Cancelled, Over, Planned, Reminded};
    let all = [Planned, Reminded, Asked, Begun, Over, Cancelled];
    all.into_iter().find(|state| state_word(*state) == word)
}
