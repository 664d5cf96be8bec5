//! Scheduled events of a server.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::World;
use crate::id::Id;

/// Discord's numbers of how far an event is.
pub(crate) mod status {
    pub(crate) const SCHEDULED: u8 = 1;
    pub(crate) const ACTIVE: u8 = 2;
    pub(crate) const COMPLETED: u8 = 3;
    pub(crate) const CANCELED: u8 = 4;
}

/// Discord's numbers of where an event takes place.
pub(crate) mod entity {
    pub(crate) const STAGE: u8 = 1;
    pub(crate) const VOICE: u8 = 2;
    pub(crate) const EXTERNAL: u8 = 3;
}

/// A scheduled event.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) id: Id,
    pub(crate) guild: Id,
    pub(crate) creator: Id,
    pub(crate) channel: Option<Id>,
    pub(crate) entity: u8,
    pub(crate) location: Option<String>,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) starts: Timestamp,
    pub(crate) ends: Option<Timestamp>,
    pub(crate) status: u8,
    /// Who is interested, in the order of their ids.
    pub(crate) interested: Vec<Id>,
}

impl Event {
    pub(crate) fn is_to_come(&self) -> bool {
        matches!(self.status, status::SCHEDULED | status::ACTIVE)
    }
}

impl World {
    /// What the stand-in's clock shows, which a test may have put ahead.
    pub(crate) fn now(&self) -> Timestamp {
        self.mint.now()
    }

    /// Begins and ends events elsewhere, as Discord does when their time has come.
    pub(crate) fn pass_time(&mut self) {
        let now = self.now();
        for event in &mut self.events {
            if event.entity != entity::EXTERNAL {
                continue;
            }
            if event.status == status::SCHEDULED && event.starts <= now {
                event.status = status::ACTIVE;
            }
            if event.status == status::ACTIVE && event.ends.is_some_and(|ends| ends <= now) {
                event.status = status::COMPLETED;
            }
        }
    }

    pub(crate) fn event_json(&self, event: &Event, with_count: bool) -> Value {
        let metadata = event.location.as_ref().map(|location| json!({ "location": location }));
        let mut json = json!({
            "id": event.id, "guild_id": event.guild, "channel_id": event.channel,
            "creator_id": event.creator, "creator": self.user_json(event.creator),
            "name": event.name, "description": event.description, "image": null,
            "scheduled_start_time": iso(event.starts),
            "scheduled_end_time": event.ends.map(iso), "privacy_level": 2,
            "status": event.status, "entity_type": event.entity, "entity_id": null,
            "entity_metadata": metadata, "recurrence_rule": null,
            "guild_scheduled_event_exceptions": [],
        });
        if with_count {
            json["user_count"] = json!(event.interested.len());
        }
        json
    }
}

/// A time as Discord writes it.
fn iso(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}
