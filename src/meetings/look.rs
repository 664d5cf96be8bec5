//! Looks at a meeting's event before something is done: somebody may have moved or deleted it.

use jiff::{SignedDuration, Timestamp};

use super::Meetings;
use crate::command::SeenEvent;
use crate::messages::Subject;
use crate::store;
use domain::meeting::{Meeting, MeetingState};
use domain::{MemberId, Seminar, ServerId};

/// The pause before the platform is asked again.
const AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// The pause for an event that is about to be made or changed by ourselves.
const OURS: SignedDuration = SignedDuration::from_secs(3);
/// A start waits no longer than this for a look at its event.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// What a look has shown.
pub(super) enum Look {
    /// Nothing yet: look again then.
    Later(Timestamp),
    /// The event has another time.
    Moved(Timestamp),
    /// The event was deleted.
    Deleted,
    /// It is as it was, or there is none that could be looked at; these said there that they come.
    Unchanged(Vec<(MemberId, String)>),
}

impl Meetings {
    pub(super) async fn look(
        &self,
        server: ServerId,
        seminar: &Seminar,
        meeting: &Meeting,
        now: Timestamp,
    ) -> store::Result<Look> {
        let mut reads = self.store.read(server);
        let patience = match meeting.state {
            MeetingState::Planned => SignedDuration::ZERO,
            _ => PATIENCE,
        };
        let waits = now < meeting.starts_at.saturating_add(patience).unwrap_or(now);
        if reads.event_is_on_its_way(seminar.id).await? {
            return Ok(if waits { Look::Later(now + OURS) } else { Look::Unchanged(Vec::new()) });
        }
        let Some(event) = reads.message(Subject::Event(seminar.id)).await? else {
            return Ok(Look::Unchanged(Vec::new()));
        };
        Ok(match self.platform.event(server, event.message).await {
            Ok(SeenEvent::Gone) => Look::Deleted,
            Ok(SeenEvent::There { starts_at, begun, .. })
                if !begun && minute(starts_at) != minute(meeting.starts_at) =>
            {
                Look::Moved(starts_at)
            }
            Ok(SeenEvent::There { interested, .. }) => Look::Unchanged(interested),
            Err(_) if waits => Look::Later(now + AGAIN),
            Err(why) => {
                tracing::warn!(%server, seminar = %seminar.number, %why, "nobody knows of its event");
                Look::Unchanged(Vec::new())
            }
        })
    }
}

/// Meetings go by the minute.
fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}
