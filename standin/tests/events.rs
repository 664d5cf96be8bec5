//! Scheduled events: what Discord refuses about them, and who is interested.

use crate::api::{Club, malformed, refused};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use standin::Permission;

const NONE: Value = Value::Null;

fn at(hours: i64) -> String {
    (Timestamp::now() + SignedDuration::from_hours(hours)).to_string()
}

/// An event elsewhere, in so many hours and for one hour.
fn event(hours: i64) -> Value {
    json!({
        "name": "A meeting", "privacy_level": 2, "entity_type": 3,
        "entity_metadata": { "location": "https://example.org" },
        "scheduled_start_time": at(hours), "scheduled_end_time": at(hours + 1),
    })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

impl Club {
    fn events(&self) -> String {
        format!("/guilds/{}/scheduled-events", self.club.id)
    }

    /// Makes an event, and gives its path.
    async fn makes(&self, body: Value) -> String {
        let (status, made) = self.call("POST", &self.events(), body).await;
        assert_eq!(status, 200, "{made}");
        format!("{}/{}", self.events(), made["id"].as_str().expect("an id"))
    }
}

#[tokio::test]
async fn an_event_is_refused_for_what_it_lacks() {
    let club = Club::new().await;
    let events = club.events();
    for (body, place) in [
        (with(event(2), "name", NONE), "name"),
        (with(event(2), "name", json!("x".repeat(101))), "name"),
        (with(event(2), "description", json!("x".repeat(1001))), "description"),
        (with(event(2), "privacy_level", json!(1)), "privacy_level"),
        (with(event(2), "entity_type", json!(4)), "entity_type"),
        (with(event(2), "entity_metadata", NONE), "entity_metadata.location"),
        (with(event(2), "scheduled_end_time", NONE), "scheduled_end_time"),
        (with(event(2), "scheduled_end_time", json!(at(1))), "scheduled_end_time"),
        (with(event(2), "scheduled_start_time", json!("soon")), "scheduled_start_time"),
        (event(-2), "scheduled_start_time"),
        (with(event(2), "channel_id", json!(club.general.id)), "channel_id"),
        (with(event(2), "entity_type", json!(2)), "channel_id"),
    ] {
        malformed(&club.call("POST", &events, body).await, place);
    }
    let text = with(with(event(2), "entity_type", json!(2)), "channel_id", json!(club.general.id));
    refused(&club.call("POST", &events, text).await, 400, 50024);
    refused(&club.call("GET", &format!("{events}/1"), NONE).await, 404, 10070);
    assert!(club.club.events().is_empty());
}

#[tokio::test]
async fn an_event_goes_from_state_to_state_and_never_back() {
    let club = Club::new().await;
    let own = club.makes(event(2)).await;
    let to = |status: u8| json!({ "status": status });
    malformed(&club.call("PATCH", &own, to(3)).await, "status");
    assert_eq!(club.call("PATCH", &own, to(2)).await.0, 200);
    malformed(&club.call("PATCH", &own, to(4)).await, "status");
    let later = json!({ "scheduled_start_time": at(5) });
    malformed(&club.call("PATCH", &own, later.clone()).await, "scheduled_start_time");
    assert_eq!(club.call("PATCH", &own, to(3)).await.0, 200);
    refused(&club.call("PATCH", &own, later).await, 400, 180_000);
    assert_eq!(club.call("GET", &club.events(), NONE).await.1, json!([]));
    let other = club.makes(event(2)).await;
    assert_eq!(club.call("PATCH", &other, to(4)).await.0, 200);
    assert_eq!(club.call("DELETE", &other, NONE).await.0, 204);
    refused(&club.call("PATCH", &other, to(2)).await, 404, 10070);
}

#[tokio::test]
async fn an_event_elsewhere_begins_and_ends_by_itself() {
    let club = Club::new().await;
    club.makes(event(2)).await;
    let ahead =
        |minutes| club.discord.set_time(Timestamp::now() + SignedDuration::from_mins(minutes));
    ahead(121);
    assert_eq!(club.club.events()[0].status, 2);
    ahead(181);
    assert_eq!(club.club.events()[0].status, 3);
}

#[tokio::test]
async fn it_takes_create_events_and_in_a_voice_channel_connect() {
    let club = Club::new().await;
    let own = club.makes(event(2)).await;
    club.club.set_bot(Permission::NONE);
    let more = json!({ "name": "Another" });
    refused(&club.call("POST", &club.events(), event(2)).await, 403, 50013);
    refused(&club.call("PATCH", &own, more.clone()).await, 403, 50013);
    refused(&club.call("DELETE", &own, NONE).await, 403, 50013);
    assert_eq!(club.call("GET", &own, NONE).await.0, 200);
    club.club.set_bot(Permission::MANAGE_EVENTS);
    assert_eq!(club.call("PATCH", &own, more).await.0, 200);
    refused(&club.call("POST", &club.events(), event(2)).await, 403, 50013);
    club.club.set_bot(Permission::CREATE_EVENTS);
    let voice = club.club.voice("table");
    let there = json!({
        "name": "A meeting", "privacy_level": 2, "entity_type": 2, "channel_id": voice.id,
        "scheduled_start_time": at(2),
    });
    let made = club.makes(there.clone()).await;
    assert_eq!(club.call("GET", &made, NONE).await.1["channel_id"], json!(voice.id));
    voice.deny_bot(Permission::CONNECT);
    refused(&club.call("POST", &club.events(), there).await, 403, 50013);
    let stage = club.club.stage("stage");
    let there = with(with(event(2), "entity_type", json!(1)), "channel_id", json!(stage.id));
    refused(&club.call("POST", &club.events(), there).await, 403, 50013);
}

#[tokio::test]
async fn a_server_has_at_most_100_events_to_come() {
    let club = Club::new().await;
    for _ in 0..100 {
        club.makes(event(2)).await;
    }
    refused(&club.call("POST", &club.events(), event(2)).await, 400, 30038);
}

#[tokio::test]
async fn those_interested_are_listed_by_pages() {
    let club = Club::new().await;
    let own = club.makes(event(2)).await;
    let id = club.club.events()[0].id;
    for number in 0..105 {
        club.club.member(&format!("reader{number}")).is_interested(id, true);
    }
    club.ana.is_interested(id, true);
    club.ana.is_interested(id, false);
    let users = format!("{own}/users");
    let (_, first) = club.call("GET", &format!("{users}?with_member=true"), NONE).await;
    let first = first.as_array().expect("a list").clone();
    assert_eq!(first.len(), 100);
    assert!(first[0]["member"]["joined_at"].is_string(), "{}", first[0]);
    let last = first[99]["user"]["id"].as_str().expect("an id");
    let (_, rest) = club.call("GET", &format!("{users}?after={last}"), NONE).await;
    assert_eq!(rest.as_array().map(Vec::len), Some(5));
    assert!(rest[0]["member"].is_null());
    malformed(&club.call("GET", &format!("{users}?limit=101"), NONE).await, "limit");
    // Who has left is still interested, and no member.
    club.club.member("reader0").leave();
    let (_, left) = club.call("GET", &format!("{users}?with_member=true&limit=1"), NONE).await;
    assert!(left[0]["member"].is_null(), "{left}");
}
