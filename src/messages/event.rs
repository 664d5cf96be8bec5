//! A scheduled event of a server, free of any platform.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::{ChannelId, SeminarId};

/// What the event of a seminar's meeting is to be like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledEvent {
    /// Whose meeting it is.
    pub seminar: SeminarId,
    /// At most 100 characters.
    pub name: String,
    /// At most 1,000 characters. Its last line is the [mark](Self::mark).
    pub description: String,
    /// Where it takes place.
    pub place: ChannelId,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// How far it is.
    pub status: EventStatus,
}

/// How far a scheduled event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    /// It is announced.
    Scheduled,
    /// It goes on.
    Active,
    /// It is over.
    Completed,
    /// It was called off.
    Canceled,
}

impl ScheduledEvent {
    /// The line by which an event of ours is found again.
    #[must_use]
    pub fn mark(&self) -> &str {
        self.description.lines().last().unwrap_or_default()
    }
}
