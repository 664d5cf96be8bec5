//! Scheduled events: made, changed step by step, deleted; and who is interested in them.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes::bodies::{EVENT, EVENT_PATCH};
use crate::shapes::check;
use crate::world::events::{Event, entity, status};
use crate::world::{World, kind};

/// The events of a server that are not over.
const MOST: usize = 100;

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?.id;
    world.pass_time();
    let events = world.events.iter().filter(|it| it.guild == guild && it.is_to_come());
    let count = call.wants("with_user_count");
    let list: Vec<Value> = events.map(|event| world.event_json(event, count)).collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    world.pass_time();
    let event = world.event(call)?;
    Ok(Answer::Json(200, world.event_json(event, call.wants("with_user_count"))))
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?.id;
    world.accept("an event", check(EVENT, call.body))?;
    world.pass_time();
    let body = call.body;
    let kind = body["entity_type"].as_u64().and_then(|it| u8::try_from(it).ok()).unwrap_or(0);
    let channel = crate::world::messages::snowflake(&body["channel_id"]);
    let place = place(world, guild, kind, channel, body)?;
    world.may_hold(guild, kind, place.channel, Permission::CREATE_EVENTS)?;
    let times = Times::of(body)?;
    let starts = times.starts.ok_or_else(|| required("scheduled_start_time"))?;
    if starts <= world.now() {
        return Err(past());
    }
    if kind == entity::EXTERNAL && times.ends.is_none() {
        return Err(required("scheduled_end_time"));
    }
    in_order(starts, times.ends)?;
    let to_come = |it: &&Event| it.guild == guild && it.is_to_come();
    if world.events.iter().filter(to_come).count() >= MOST {
        return Err(Refusal::TOO_MANY_EVENTS);
    }
    let event = Event {
        id: world.mint.next(),
        guild,
        creator: world.app,
        channel: place.channel,
        entity: kind,
        location: place.location,
        name: body["name"].as_str().unwrap_or_default().trim().to_owned(),
        description: body["description"].as_str().map(str::to_owned),
        starts,
        ends: times.ends,
        status: status::SCHEDULED,
        interested: Vec::new(),
    };
    let json = world.event_json(&event, false);
    world.events.push(event);
    world.touch();
    Ok(Answer::Json(200, json))
}

pub(super) fn edit(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    world.pass_time();
    let mut event = world.event(call)?.clone();
    world.may_change(&event)?;
    world.accept("an event", check(EVENT_PATCH, call.body))?;
    if !event.is_to_come() {
        return Err(Refusal::FINISHED_EVENT);
    }
    let body = call.body;
    let times = Times::of(body)?;
    if let Some(starts) = times.starts.filter(|starts| *starts != event.starts) {
        if event.status != status::SCHEDULED || starts <= world.now() {
            return Err(past());
        }
        event.starts = starts;
    }
    event.ends = times.ends.or(event.ends);
    in_order(event.starts, event.ends)?;
    if let Some(name) = body["name"].as_str() {
        event.name = name.trim().to_owned();
    }
    if let Some(description) = body["description"].as_str() {
        event.description = Some(description.to_owned());
    }
    if let Some(to) = body["status"].as_u64().and_then(|it| u8::try_from(it).ok()) {
        let steps = [
            (status::SCHEDULED, status::ACTIVE),
            (status::ACTIVE, status::COMPLETED),
            (status::SCHEDULED, status::CANCELED),
        ];
        if to != event.status && !steps.contains(&(event.status, to)) {
            let message = "Invalid Guild Scheduled Event Status Update";
            return Err(Refusal::form("status", "GUILD_SCHEDULED_EVENT_INVALID_STATUS", message));
        }
        event.status = to;
    }
    let json = world.event_json(&event, false);
    if let Some(stands) = world.events.iter_mut().find(|it| it.id == event.id) {
        *stands = event;
    }
    world.touch();
    Ok(Answer::Json(200, json))
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let event = world.event(call)?.clone();
    world.may_change(&event)?;
    world.events.retain(|it| it.id != event.id);
    world.touch();
    Ok(Answer::Empty)
}

pub(super) fn users(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let event = world.event(call)?.clone();
    let limit = call.query("limit").map_or(Ok(100), str::parse::<usize>);
    let Ok(limit @ 1..=100) = limit else {
        let message = "int value should be between 1 and 100.";
        return Err(Refusal::form("limit", "NUMBER_TYPE_MIN_MAX", message));
    };
    let bound = |name: &str| call.query(name).and_then(|id| id.parse::<Id>().ok());
    let mut ids = event.interested.clone();
    ids.sort_unstable();
    let page: Vec<Id> = match (bound("before"), bound("after")) {
        (Some(before), _) => {
            let earlier: Vec<Id> = ids.into_iter().filter(|id| *id < before).collect();
            earlier[earlier.len().saturating_sub(limit)..].to_vec()
        }
        (None, after) => {
            let after = after.unwrap_or(Id(0));
            ids.into_iter().filter(|id| *id > after).take(limit).collect()
        }
    };
    let shown = page.into_iter().map(|id| {
        let mut json = json!({
            "guild_scheduled_event_id": event.id, "user_id": id, "user": world.user_json(id),
            "response": 1,
        });
        let member = call.wants("with_member").then(|| world.member_json(event.guild, id));
        if let Some(member) = member.flatten() {
            json["member"] = member;
        }
        json
    });
    Ok(Answer::Json(200, shown.collect()))
}

/// Where an event takes place.
struct Place {
    channel: Option<Id>,
    location: Option<String>,
}

fn place(
    world: &World,
    guild: Id,
    entity: u8,
    channel: Option<Id>,
    body: &Value,
) -> Result<Place, Refusal> {
    if entity == entity::EXTERNAL {
        if channel.is_some() {
            let message = "External events have no channel.";
            return Err(Refusal::form("channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL", message));
        }
        let location = body["entity_metadata"]["location"].as_str().map(str::trim);
        let location = location.filter(|it| !it.is_empty());
        let location = location.ok_or_else(|| required("entity_metadata.location"))?.to_owned();
        return Ok(Place { channel: None, location: Some(location) });
    }
    let channel = world.channel(channel.ok_or_else(|| required("channel_id"))?)?;
    let wanted = if entity == entity::STAGE { kind::STAGE } else { kind::VOICE };
    if channel.guild != Some(guild) || channel.kind != wanted {
        return Err(Refusal::WRONG_CHANNEL_TYPE);
    }
    Ok(Place { channel: Some(channel.id), location: None })
}

/// The times of a body, as far as it has any.
struct Times {
    starts: Option<Timestamp>,
    ends: Option<Timestamp>,
}

impl Times {
    fn of(body: &Value) -> Result<Self, Refusal> {
        let time = |name: &str| match body[name].as_str() {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| {
                Refusal::form(name, "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.")
            }),
        };
        Ok(Self { starts: time("scheduled_start_time")?, ends: time("scheduled_end_time")? })
    }
}

fn in_order(starts: Timestamp, ends: Option<Timestamp>) -> Result<(), Refusal> {
    if ends.is_some_and(|ends| ends <= starts) {
        let message = "Cannot end an event before it starts.";
        let code = "GUILD_SCHEDULED_EVENT_END_BEFORE_START";
        return Err(Refusal::form("scheduled_end_time", code, message));
    }
    Ok(())
}

fn past() -> Refusal {
    let message = "Cannot schedule event in the past.";
    Refusal::form("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", message)
}

fn required(field: &str) -> Refusal {
    Refusal::form(field, "BASE_TYPE_REQUIRED", "This field is required")
}

impl World {
    fn event(&self, call: &Call<'_>) -> Result<&Event, Refusal> {
        let guild = self.guild(call.id("guild_id")?)?.id;
        let id = call.id("guild_scheduled_event_id")?;
        let found = self.events.iter().find(|it| it.id == id && it.guild == guild);
        found.ok_or(Refusal::UNKNOWN_EVENT)
    }

    /// Checks what the bot needs for events of a kind; in a channel also what moderates it.
    fn may_hold(
        &self,
        guild: Id,
        entity: u8,
        channel: Option<Id>,
        wanted: Permission,
    ) -> Result<(), Refusal> {
        let held = match channel {
            Some(channel) => self.may(self.app, channel),
            None => self.may_in_guild(guild, self.app),
        };
        let more = match entity {
            entity::STAGE => {
                Permission::MANAGE_CHANNELS | Permission::MUTE_MEMBERS | Permission::MOVE_MEMBERS
            }
            entity::VOICE => Permission::VIEW_CHANNEL | Permission::CONNECT,
            _ => Permission::NONE,
        };
        if held.has(wanted | more) { Ok(()) } else { Err(Refusal::MISSING_PERMISSIONS) }
    }

    fn may_change(&self, event: &Event) -> Result<(), Refusal> {
        let may = |wanted| self.may_hold(event.guild, event.entity, event.channel, wanted);
        let own = event.creator == self.app && may(Permission::CREATE_EVENTS).is_ok();
        if own { Ok(()) } else { may(Permission::MANAGE_EVENTS) }
    }
}
