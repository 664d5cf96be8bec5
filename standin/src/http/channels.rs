//! Channels and threads as such.

use std::time::SystemTime;

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::permissions::{Overwrite, Permission};
use crate::refusal::Refusal;
use crate::shapes::{bodies, check};
use crate::world::messages::snowflake;
use crate::world::{Tag, World};

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.id("channel_id")?;
    world.need(id, Permission::NONE)?;
    Ok(Answer::Json(200, world.channel_json(id)))
}

pub(super) fn edit(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.id("channel_id")?;
    world.need(id, Permission::NONE)?;
    let channel = world.channel(id)?;
    if channel.guild.is_none() {
        return Err(Refusal::NOT_IN_DMS);
    }
    if channel.thread.is_some() {
        edit_thread(world, id, call.body)?;
    } else {
        edit_guild_channel(world, id, call.body)?;
    }
    world.channel_changed(id);
    Ok(Answer::Json(200, world.channel_json(id)))
}

fn edit_thread(world: &mut World, id: Id, body: &Value) -> Result<(), Refusal> {
    let mut found = check(bodies::THREAD_PATCH, body);
    bodies::auto_archive(body, &mut found);
    world.accept("thread edit", found)?;
    let channel = world.channel(id)?;
    let Some(thread) = channel.thread.clone() else {
        return Err(Refusal::UNKNOWN_CHANNEL);
    };
    let held = world.may(world.app, id);
    let manages = held.has(Permission::MANAGE_THREADS);
    let owns = thread.owner == world.app;
    let asks = |field: &str| body.get(field).is_some_and(|value| !value.is_null());
    if asks("locked") || asks("rate_limit_per_user") || asks("flags") {
        allow(manages)?;
    }
    let reopens = body["archived"] == json!(false);
    let only_reopens = body.as_object().is_some_and(|map| map.len() == 1) && reopens;
    if thread.locked && !manages {
        return Err(if thread.archived {
            Refusal::MISSING_PERMISSIONS
        } else {
            Refusal::THREAD_LOCKED
        });
    }
    if only_reopens {
        allow(manages || owns || held.has(Permission::SEND_MESSAGES_IN_THREADS))?;
    } else {
        allow(manages || owns)?;
    }
    // An archived thread can be changed only by what brings it back.
    if thread.archived && !reopens && !asks("archived") {
        return Err(Refusal::THREAD_ARCHIVED);
    }
    let tags = match body["applied_tags"].as_array() {
        Some(tags) => {
            let parent = channel.parent.ok_or(Refusal::UNKNOWN_CHANNEL)?;
            Some(super::threads::tags(world, parent, tags)?)
        }
        None => None,
    };
    let channel = world.channel_mut(id)?;
    if let Some(name) = body["name"].as_str() {
        channel.name = name.trim().to_owned();
    }
    let Some(thread) = &mut channel.thread else {
        return Ok(());
    };
    if let Some(archived) = body["archived"].as_bool() {
        thread.archived = archived;
        thread.archive_changed = SystemTime::now();
    }
    if let Some(locked) = body["locked"].as_bool() {
        thread.locked = locked;
    }
    if let Some(minutes) = body["auto_archive_duration"].as_u64() {
        thread.auto_archive = minutes;
    }
    if let Some(invitable) = body["invitable"].as_bool() {
        thread.invitable = invitable;
    }
    if let Some(tags) = tags {
        thread.tags = tags;
    }
    Ok(())
}

fn allow(yes: bool) -> Result<(), Refusal> {
    if yes { Ok(()) } else { Err(Refusal::MISSING_PERMISSIONS) }
}

fn edit_guild_channel(world: &mut World, id: Id, body: &Value) -> Result<(), Refusal> {
    world.need(id, Permission::MANAGE_CHANNELS)?;
    world.accept("channel edit", check(bodies::CHANNEL_PATCH, body))?;
    let new_tags = body["available_tags"].as_array().map(|tags| read_tags(world, tags));
    let channel = world.channel_mut(id)?;
    if let Some(name) = body["name"].as_str() {
        channel.name = name.trim().to_owned();
    }
    if body.get("topic").is_some() {
        channel.topic = body["topic"].as_str().map(str::to_owned);
    }
    if let Some(list) = body["permission_overwrites"].as_array() {
        channel.overwrites = list.iter().filter_map(read_overwrite).collect();
    }
    if let (Some(forum), Some(tags)) = (&mut channel.forum, new_tags) {
        let mut names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Refusal {
                code: 40061,
                ..Refusal::form("available_tags", "TAG_NAMES_UNIQUE", "Tag names must be unique")
            });
        }
        forum.tags = tags;
    }
    if let (Some(forum), Some(flags)) = (&mut channel.forum, body["flags"].as_u64()) {
        forum.require_tag = flags & (1 << 4) != 0;
    }
    Ok(())
}

fn read_tags(world: &World, tags: &[Value]) -> Vec<Tag> {
    tags.iter()
        .map(|tag| Tag {
            id: snowflake(&tag["id"]).unwrap_or_else(|| world.mint.next()),
            name: tag["name"].as_str().unwrap_or_default().to_owned(),
            moderated: tag["moderated"] == json!(true),
            emoji: tag["emoji_name"].as_str().map(str::to_owned),
        })
        .collect()
}

fn read_overwrite(over: &Value) -> Option<Overwrite> {
    let bits = |field: &str| {
        Permission(over[field].as_str().and_then(|text| text.parse().ok()).unwrap_or(0))
    };
    Some(Overwrite {
        target: snowflake(&over["id"])?,
        is_member: over["type"] == json!(1),
        allow: bits("allow"),
        deny: bits("deny"),
    })
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.id("channel_id")?;
    let channel = world.channel(id)?;
    let wanted = match (&channel.guild, &channel.thread) {
        (None, _) => Permission::NONE,
        (_, Some(_)) => Permission::MANAGE_THREADS,
        _ => Permission::MANAGE_CHANNELS,
    };
    world.need(id, wanted)?;
    let json = world.channel_json(id);
    world.remove_channel(id);
    Ok(Answer::Json(200, json))
}

/// Opens a direct-message channel. That works also with a person who takes no messages; sending one
/// does not.
pub(super) fn open_direct(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    world.accept("direct channel", check(bodies::DIRECT, call.body))?;
    let user = snowflake(&call.body["recipient_id"]).ok_or(Refusal::INVALID_RECIPIENT)?;
    match world.users.get(&user) {
        None => return Err(Refusal::UNKNOWN_USER),
        Some(user) if user.bot => return Err(Refusal::CANNOT_DM),
        Some(_) => {}
    }
    let id = world.direct(user);
    Ok(Answer::Json(200, world.channel_json(id)))
}

impl World {
    /// Whether the bot can write to this person: they share a server with it, and allow it.
    pub(crate) fn takes_direct_messages(&self, person: Id) -> Result<(), Refusal> {
        let shares = |guild: &crate::world::Guild| {
            guild.members.contains_key(&person) && guild.members.contains_key(&self.app)
        };
        if !self.guilds.values().any(shares) {
            return Err(Refusal::NO_MUTUAL_SERVER);
        }
        let allows = self.users.get(&person).is_some_and(|user| !user.blocks_dms);
        if allows { Ok(()) } else { Err(Refusal::CANNOT_DM) }
    }
}
