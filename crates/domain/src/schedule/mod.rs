//! A standing order to post a daily quote: when, where, which, and what came of each day.

mod calendar;
mod days;
mod filter;
mod matches;
mod refusal;
mod time;

pub use calendar::{Calendar, Clocks, Occurrence, Skip, on};
pub use days::{Days, NoDays};
pub use filter::{Filter, Kind};
use jiff::Timestamp;
use jiff::tz::TimeZone;
pub use matches::Matches;
pub(crate) use matches::{Found, quote_at};
pub use refusal::{Fared, Lateness, Refusal};
pub use time::{NoTime, Time};

use super::{
    ChannelId, ChannelKind, DeliveryId, MemberId, RoleId, ScheduleId, ScheduleNumber, ServerId,
};

/// A standing order to post a daily quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its key.
    pub id: ScheduleId,
    /// Its number in its server.
    pub number: ScheduleNumber,
    /// Whose.
    pub server: ServerId,
    /// Where the quote goes.
    pub place: ChannelId,
    /// What kind of place that was when it was made.
    pub kind: ChannelKind,
    /// Who made it.
    pub maker: MemberId,
    /// When, on each of its days.
    pub time: Time,
    /// On which days.
    pub days: Days,
    /// On which dates not.
    pub skips: Vec<Skip>,
    /// In which IANA time zone.
    pub timezone: String,
    /// Which quotes.
    pub filter: Filter,
    /// Whom the post pings.
    pub role: Option<RoleId>,
    /// Whether a thread is opened under the post.
    pub thread: bool,
    /// The next time, if it is neither paused nor suspended.
    pub next_at: Timestamp,
    /// Since when it rests because somebody said so.
    pub paused_at: Option<Timestamp>,
    /// Why it rests although nobody said so.
    pub suspended: Option<Suspended>,
}

/// Discord said no: nothing is posted until its place is open to us again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspended {
    /// Since when.
    pub since: Timestamp,
    /// What to do about it, for a facilitator.
    pub why: String,
}

/// One day's post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its number.
    pub id: DeliveryId,
    /// Of which schedule.
    pub schedule: ScheduleId,
    /// When it was due.
    pub due_at: Timestamp,
    /// What came of it.
    pub state: DeliveryState,
    /// How its post has fared.
    pub fared: Fared,
}

/// What came of a day's post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// It is on its way.
    Due,
    /// It was posted, then.
    Posted(Timestamp),
    /// It did not go out in time.
    Missed,
    /// Its place is closed to us; it goes out if that changes in time.
    Held,
    /// It may have gone out or not, and we cannot tell, because …
    Unsure(String),
    /// It could not go out, and why.
    Failed(String),
}

impl Schedule {
    /// When it is due.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar {
            time: self.time,
            days: self.days,
            // The name was known when the schedule was made.
            zone: TimeZone::get(&self.timezone).unwrap_or(TimeZone::UTC),
            skips: self.skips.clone(),
        }
    }
}
