//! Webhook events: what Discord tells of the application itself, by HTTP.
//!
//! They are neither in order nor sure to come, so nothing rests on them alone: they only make
//! sooner known what the list of servers tells every hour.

use serde::Deserialize;
use serde_json::Value as Json;

use super::super::ids;
use domain::ServerId;

/// What a webhook event tells us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// Discord asks whether we are here.
    Ping,
    /// The bot was added to a server.
    Added(ServerId),
    /// Somebody took back what they had allowed; Discord does not say where.
    Removed,
    /// Something that we have no use for.
    Other,
}

#[derive(Deserialize)]
struct Payload {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    event: Option<EventBody>,
}

#[derive(Deserialize)]
struct EventBody {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    data: Json,
}

impl Event {
    /// Reads an event; `None` if it is none.
    pub(super) fn read(json: &str) -> Option<Self> {
        let payload: Payload = serde_json::from_str(json).ok()?;
        let event = match (payload.kind, payload.event) {
            (0, _) => return Some(Self::Ping),
            (1, Some(event)) => event,
            _ => return None,
        };
        Some(match event.kind.as_str() {
            // Without a server it was a person, for their own account.
            "APPLICATION_AUTHORIZED" => ids::of(&event.data["guild"]["id"])
                .map_or(Self::Other, |server| Self::Added(ServerId(server))),
            "APPLICATION_DEAUTHORIZED" => Self::Removed,
            _ => Self::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_told_apart() {
        let event = |event: &str| format!(r#"{{"version":1,"type":1,"event":{event}}}"#);
        let authorized = |data: &str| {
            event(&format!(r#"{{"type":"APPLICATION_AUTHORIZED","timestamp":"","data":{data}}}"#))
        };
        for (json, told) in [
            (r#"{"version":1,"application_id":"5","type":0}"#.to_owned(), Some(Event::Ping)),
            (
                authorized(r#"{"integration_type":0,"guild":{"id":"42"}}"#),
                Some(Event::Added(ServerId(42))),
            ),
            (authorized(r#"{"integration_type":1,"user":{"id":"7"}}"#), Some(Event::Other)),
            (authorized(r#"{"guild":{"id":[]}}"#), Some(Event::Other)),
            (
                event(r#"{"type":"APPLICATION_DEAUTHORIZED","data":{"user":{}}}"#),
                Some(Event::Removed),
            ),
            (event(r#"{"type":"ENTITLEMENT_CREATE"}"#), Some(Event::Other)),
            (r#"{"type":1}"#.to_owned(), None),
            (r#"{"type":2}"#.to_owned(), None),
            ("[]".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(Event::read(&json), told, "{json}");
        }
    }
}
