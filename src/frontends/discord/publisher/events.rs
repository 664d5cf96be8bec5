//! Scheduled events: made, and made to be like what is wanted.

use serde_json::{Value, json};
use serenity::http::Route;
use serenity::model::id::ScheduledEventId;

use super::super::rest::{ApiError, Request};
use super::refusal::code;
use super::{Discord, ids};
use crate::command::Permission;
use crate::messages::{EventStatus, ScheduledEvent, deliveries};
use crate::outbox::{Obstacle, OutboxJob, PublishError, Published};
use domain::{Address, ChannelId, MessageId, ServerId};

/// Discord's numbers.
mod status {
    pub(super) const SCHEDULED: u64 = 1;
    pub(super) const ACTIVE: u64 = 2;
    pub(super) const COMPLETED: u64 = 3;
    pub(super) const CANCELED: u64 = 4;
}
mod entity {
    pub(super) const VOICE: u8 = 2;
    pub(super) const EXTERNAL: u8 = 3;
}
/// Who is on the server sees the event; there is nothing else.
const GUILD_ONLY: u8 = 2;
/// Discord's type of a voice channel. In a stage an event needs permissions to moderate it, so there
/// it is an event elsewhere that leads to the stage.
const VOICE_CHANNEL: u8 = 2;

impl Discord {
    /// Makes an event, or makes it be like this. One that somebody has deleted is not made again.
    pub(super) async fn schedule(
        &self,
        job: &OutboxJob,
        event: &ScheduledEvent,
    ) -> Result<Published, PublishError> {
        let found = match job.target {
            Some(at) => match self.event(job.server, at.message).await? {
                Some(found) => Some(found),
                None => return Ok(Published::Done),
            },
            // It may have been made a moment ago, and we not told.
            None => self.event_of_ours(job.server, event).await?,
        };
        match found {
            Some(found) => self.bring_up(job.server, event, &found).await,
            None if event.status == EventStatus::Scheduled => self.make(job.server, event).await,
            None => Ok(Published::Done),
        }
    }

    /// Takes an event to where it should be, by the steps that Discord allows.
    async fn bring_up(
        &self,
        server: ServerId,
        event: &ScheduledEvent,
        found: &Value,
    ) -> Result<Published, PublishError> {
        let id = ids::of(&found["id"]).ok_or(PublishError::Unknown)?;
        let is = found["status"].as_u64().unwrap_or_default();
        let steps: &[u64] = match (event.status, is) {
            (EventStatus::Scheduled, status::SCHEDULED) => {
                let kind = found["entity_type"].as_u64().unwrap_or_default();
                let body = common(event, kind == u64::from(entity::VOICE));
                let sent = self.change(server, id, body).await;
                return self.changed(server, event, id, sent).await;
            }
            // What has begun cannot begin later: it ends, and another one is announced.
            (EventStatus::Scheduled, status::ACTIVE) => {
                let body = json!({"status": status::COMPLETED});
                let sent = self.change(server, id, body).await;
                self.changed(server, event, id, sent).await?;
                return self.make(server, event).await;
            }
            (EventStatus::Scheduled, status::COMPLETED) => return self.make(server, event).await,
            (EventStatus::Active, status::SCHEDULED) => &[status::ACTIVE],
            (EventStatus::Completed, status::SCHEDULED) => &[status::ACTIVE, status::COMPLETED],
            (EventStatus::Completed | EventStatus::Canceled, status::ACTIVE) => {
                &[status::COMPLETED]
            }
            (EventStatus::Canceled, status::SCHEDULED) => &[status::CANCELED],
            _ => &[],
        };
        for step in steps {
            let sent = self.change(server, id, json!({"status": step})).await;
            self.changed(server, event, id, sent).await?;
        }
        Ok(Published::Message(Address { place: event.place, message: MessageId(id) }))
    }

    async fn make(
        &self,
        server: ServerId,
        event: &ScheduledEvent,
    ) -> Result<Published, PublishError> {
        let voice = self.places.raw_kind(event.place).await == Some(VOICE_CHANNEL);
        let mut body = common(event, voice);
        body["privacy_level"] = json!(GUILD_ONLY);
        body["entity_type"] = json!(if voice { entity::VOICE } else { entity::EXTERNAL });
        if voice {
            body["channel_id"] = json!(event.place.to_string());
        } else {
            body["entity_metadata"] = json!({"location": ids::link(server, event.place)});
        }
        let route = Route::GuildScheduledEvents { guild_id: ids::guild(server) };
        // Discord would make a second one: before another try we look.
        let sent = self.sender.send(Request::post(route, body, false)).await;
        let fault = match &sent {
            Ok(made) => {
                let id = ids::of(&made["id"]).ok_or(PublishError::Unknown)?;
                return Ok(Published::Message(Address {
                    place: event.place,
                    message: MessageId(id),
                }));
            }
            Err(fault) => fault,
        };
        // Its time has come while Discord was away: there is nothing to announce any more.
        if fault.names("scheduled_start_time") {
            return Ok(Published::Done);
        }
        if fault.code() == Some(code::MAX_EVENTS) {
            return Err(PublishError::Forbidden(Obstacle::TooManyEvents));
        }
        self.judge_event(server, event.place, sent).await.map(|_| Published::Done)
    }

    async fn change(&self, server: ServerId, id: i64, body: Value) -> Result<Value, ApiError> {
        self.sender.send(Request::patch(route(server, id), body)).await
    }

    /// What came of a change. Whoever was faster with the same change, or deleted the event, leaves
    /// nothing to do.
    async fn changed(
        &self,
        server: ServerId,
        event: &ScheduledEvent,
        id: i64,
        sent: Result<Value, ApiError>,
    ) -> Result<Published, PublishError> {
        let over = [code::UNKNOWN_EVENT, code::FINISHED_EVENT];
        let done = |fault: &ApiError| {
            fault.code().is_some_and(|code| over.contains(&code))
                || fault.names("scheduled_start_time")
                || fault.names("status")
        };
        if !sent.as_ref().is_err_and(done) {
            self.judge_event(server, event.place, sent).await?;
        }
        Ok(Published::Message(Address { place: event.place, message: MessageId(id) }))
    }

    /// An event as it is; `None` if it was deleted.
    async fn event(&self, server: ServerId, id: MessageId) -> Result<Option<Value>, PublishError> {
        let sent = self.sender.send(Request::get(route(server, id.0))).await;
        if sent.as_ref().is_err_and(|fault| fault.code() == Some(code::UNKNOWN_EVENT)) {
            return Ok(None);
        }
        self.judge(server, ChannelId(0), sent).await.map(Some)
    }

    /// The event of ours that may be there already.
    async fn event_of_ours(
        &self,
        server: ServerId,
        event: &ScheduledEvent,
    ) -> Result<Option<Value>, PublishError> {
        let route = Route::GuildScheduledEvents { guild_id: ids::guild(server) };
        let sent = self.sender.send(Request::get(route)).await;
        let all = self.judge(server, event.place, sent).await?;
        let ours = |it: &&Value| {
            let description = it["description"].as_str().unwrap_or_default();
            ids::of(&it["creator_id"]) == Some(self.me.0)
                && description.lines().last() == Some(event.mark())
        };
        Ok(all.as_array().into_iter().flatten().find(ours).cloned())
    }

    async fn judge_event<T>(
        &self,
        server: ServerId,
        place: ChannelId,
        sent: Result<T, ApiError>,
    ) -> Result<T, PublishError> {
        let forbidden = sent.as_ref().is_err_and(|fault| {
            matches!(fault.code(), Some(code::NO_ACCESS | code::NO_PERMISSION))
        });
        if forbidden {
            let missing = vec![Permission::CreateEvents];
            return Err(PublishError::Forbidden(Obstacle::Missing(missing)));
        }
        self.judge(server, place, sent).await
    }
}

/// What an event says and when it is, whether it is new or not.
fn common(event: &ScheduledEvent, voice: bool) -> Value {
    let name = match event.name.trim() {
        "" => deliveries::untitled(),
        name => name.to_owned(),
    };
    let mut body = json!({
        "name": name,
        "description": event.description,
        "scheduled_start_time": event.starts_at.to_string(),
    });
    // In a voice channel Discord ends it when everybody has left.
    if !voice {
        body["scheduled_end_time"] = json!(event.ends_at.to_string());
    }
    body
}

fn route(server: ServerId, id: i64) -> Route<'static> {
    let event_id = ScheduledEventId::new(id.cast_unsigned().max(1));
    Route::GuildScheduledEvent { guild_id: ids::guild(server), event_id }
}
