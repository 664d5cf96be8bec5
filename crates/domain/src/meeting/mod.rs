//! The date of a seminar: when it meets by the clocks of a place, who said they would come, and
//! what is to happen next.

mod typed;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use typed::{NotAMoment, read};

use super::MemberId;
use super::schedule::{Clocks, Occurrence, Time, on};

/// How long before the start those are reminded who said they would come: time enough to get there,
/// and too late to forget it again.
pub const REMINDED_BEFORE: SignedDuration = SignedDuration::from_hours(1);
/// A meeting that is made or moved closer to its start than this needs no reminder.
const TOO_CLOSE: SignedDuration = SignedDuration::from_mins(75);
/// The length of a meeting whose agenda does not say one, in minutes.
pub const USUAL_LENGTH: u16 = 60;
/// The shortest length that is announced, in minutes.
const SHORTEST: u16 = 15;

/// A day and a time by the clocks of a time zone. This is what the group agreed on: if the zone's
/// rules change, the instant moves with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Time,
    /// The IANA name of the zone.
    pub timezone: String,
}

/// When a seminar meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What the group agreed on.
    pub at: LocalTime,
    /// The instant that this is.
    pub starts_at: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What happens at its time.
    pub opening: Opening,
    /// How far it is.
    pub state: MeetingState,
    /// How often it was moved or cancelled: calendars go by it.
    pub revision: u32,
    /// Who pressed that they would come, with the names they go by.
    pub coming: Vec<(MemberId, String)>,
}

/// What happens at the time of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// The facilitator is asked to start it.
    #[default]
    Asks,
    /// It starts by itself, unless something is in the way.
    Itself,
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingState {
    /// It is announced.
    Planned,
    /// Those who come were reminded, or it was too close for that.
    Reminded,
    /// Its time has come, and its facilitator was asked to start it.
    Asked,
    /// The seminar has started.
    Begun,
    /// The seminar is closed, or its time has passed without it.
    Over,
    /// It was called off.
    Cancelled,
}

impl LocalTime {
    /// The same on the clocks of a zone, for an instant.
    #[must_use]
    pub fn of(at: Timestamp, timezone: &str) -> Self {
        let local = zone(timezone).to_datetime(at);
        let (date, time) = (local.date(), Time::of(local.time()));
        Self { date, time, timezone: timezone.to_owned() }
    }

    /// The instant that it is, by the rules of its zone; `None` if that is beyond all calendars.
    #[must_use]
    pub fn occurrence(&self) -> Option<Occurrence> {
        on(self.date, self.time, &zone(&self.timezone))
    }

    /// What the clocks do at that time.
    #[must_use]
    pub fn clocks(&self) -> Clocks {
        self.occurrence().map_or(Clocks::Still, |it| it.clocks)
    }
}

/// A zone by its name, which was known when it was chosen.
fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

impl Meeting {
    /// When it ends.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        let length = SignedDuration::from_mins(i64::from(self.minutes));
        self.starts_at.saturating_add(length).unwrap_or(self.starts_at)
    }

    /// Whether it is still to come: it can be moved, and members can say that they come.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        use MeetingState::{Asked, Planned, Reminded};
        matches!(self.state, Planned | Reminded | Asked)
    }

    /// When something is to be done about it next.
    #[must_use]
    pub fn next_at(&self) -> Option<Timestamp> {
        match self.state {
            MeetingState::Planned => {
                let before = self.starts_at.saturating_sub(REMINDED_BEFORE);
                Some(before.unwrap_or(self.starts_at))
            }
            MeetingState::Reminded => Some(self.starts_at),
            _ => None,
        }
    }

    /// Whether a member has pressed that they would come.
    #[must_use]
    pub fn expects(&self, member: MemberId) -> bool {
        self.coming.iter().any(|(other, _)| *other == member)
    }
}

impl MeetingState {
    /// The state of a meeting that is made or moved now, for an instant to come.
    #[must_use]
    pub fn for_start(starts_at: Timestamp, now: Timestamp) -> Self {
        let close = starts_at.duration_since(now) < TOO_CLOSE;
        if close { Self::Reminded } else { Self::Planned }
    }
}

/// The length of a meeting with an agenda of so many minutes.
#[must_use]
pub fn length_for(agenda: Option<u16>) -> u16 {
    agenda.unwrap_or(USUAL_LENGTH).max(SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(date: &str, time: &str, timezone: &str) -> LocalTime {
        let (date, time) = (date.parse().unwrap(), time.parse().unwrap());
        LocalTime { date, time, timezone: timezone.to_owned() }
    }

    #[test]
    fn nineteen_hours_stay_nineteen_hours_over_a_change_of_clocks() {
        for (date, timezone, instant) in [
            ("2027-03-25", "Europe/Paris", "2027-03-25T18:00:00Z"),
            ("2027-04-01", "Europe/Paris", "2027-04-01T17:00:00Z"),
            ("2027-03-11", "America/New_York", "2027-03-12T00:00:00Z"),
            ("2027-03-18", "America/New_York", "2027-03-18T23:00:00Z"),
        ] {
            let at = local(date, "19:00", timezone).occurrence().unwrap().at;
            assert_eq!(at.to_string(), instant, "{date} {timezone}");
            assert_eq!(LocalTime::of(at, timezone), local(date, "19:00", timezone));
        }
        assert_eq!(local("2027-03-28", "2:30", "Europe/Paris").clocks(), Clocks::Skipped);
        assert_eq!(local("2026-10-25", "2:30", "Europe/Paris").clocks(), Clocks::Twice);
    }

    #[test]
    fn what_starts_within_the_hour_needs_no_reminder() {
        let now: Timestamp = "2026-12-03T18:00:00Z".parse().unwrap();
        let state = |mins| MeetingState::for_start(now + SignedDuration::from_mins(mins), now);
        assert_eq!(state(30), MeetingState::Reminded);
        assert_eq!(state(75), MeetingState::Planned);
    }

    #[test]
    fn a_meeting_takes_as_long_as_its_agenda_says() {
        assert_eq!((length_for(None), length_for(Some(90)), length_for(Some(5))), (60, 90, 15));
    }
}
