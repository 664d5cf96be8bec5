//! Messages in channels.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes::messages::Source;
use crate::world::messages::{flag, plain};
use crate::world::{Draft, World, kind};

/// How long an `enforce_nonce` holds.
const NONCE_HOLDS: Duration = Duration::from_secs(300);

/// Checks that the bot may write here.
pub(super) fn may_write(world: &World, channel: Id) -> Result<(), Refusal> {
    let at = world.channel(channel)?;
    if at.kind == kind::FORUM {
        return Err(Refusal::FORUM_TAKES_NO_MESSAGES);
    }
    if !at.takes_messages() {
        return Err(Refusal::NOT_A_TEXT_CHANNEL);
    }
    let wanted = if at.thread.is_some() {
        Permission::SEND_MESSAGES_IN_THREADS
    } else {
        Permission::SEND_MESSAGES
    };
    world.need(channel, wanted)?;
    if let Some(person) = at.recipient {
        world.takes_direct_messages(person)?;
    }
    if at.locked() && !world.may(world.app, channel).has(Permission::MANAGE_THREADS) {
        return Err(Refusal::THREAD_LOCKED);
    }
    Ok(())
}

/// Takes out of a draft what the bot's permissions do not let through.
pub(super) fn permitted(world: &World, channel: Id, mut draft: Draft) -> Result<Draft, Refusal> {
    let held = world.may(world.app, channel);
    if !held.has(Permission::EMBED_LINKS) && !draft.embeds.is_empty() {
        world.journal.violation("embeds were dropped: the bot lacks EMBED_LINKS");
        draft.embeds.clear();
    }
    if !held.has(Permission::ATTACH_FILES) && !draft.attachments.is_empty() {
        return Err(Refusal::MISSING_PERMISSIONS);
    }
    draft.flags &= !flag::EPHEMERAL;
    Ok(draft)
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let channel = call.id("channel_id")?;
    may_write(world, channel)?;
    let body = call.body;
    world.accept_message("message", body, Source::Create, 0)?;
    world.screen(channel, body)?;
    world.check_files(call.files)?;
    if let Some(standing) = same_nonce(world, channel, body) {
        return Ok(Answer::Json(200, world.message_json(standing)));
    }
    let mut draft = permitted(world, channel, world.draft(body, call.files)?)?;
    if let Some(replied) = draft.replies_to {
        let held = world.may(world.app, channel);
        if !held.has(Permission::READ_MESSAGE_HISTORY) {
            return Err(Refusal::NO_REPLY_WITHOUT_HISTORY);
        }
        if world.message_in(channel, replied).is_ok() {
            draft.kind = 19;
        } else if body["message_reference"]["fail_if_not_exists"] == json!(false) {
            draft.replies_to = None;
        } else {
            let message = "Unknown message";
            return Err(Refusal::form("message_reference", "REPLIES_UNKNOWN_MESSAGE", message));
        }
    }
    world.unarchive(channel);
    world.join_thread(channel, world.app);
    let id = world.post(channel, world.app, draft)?;
    Ok(Answer::Json(200, world.message_json(id)))
}

/// The bot's own message with this nonce, when the nonce is to be enforced.
fn same_nonce(world: &World, channel: Id, body: &Value) -> Option<Id> {
    if body["enforce_nonce"] != json!(true) || body["nonce"].is_null() {
        return None;
    }
    let nonce = plain(&body["nonce"]);
    let sent = world.channels.get(&channel)?.nonces.iter().rev();
    let recent = sent.take_while(|(.., at)| at.elapsed() < NONCE_HOLDS);
    let mut same = recent.filter(|(author, known, ..)| *author == world.app && *known == nonce);
    same.find(|(_, _, id, _)| world.messages.contains_key(id)).map(|(_, _, id, _)| *id)
}

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let channel = call.id("channel_id")?;
    world.need(channel, Permission::NONE)?;
    if !world.may(world.app, channel).has(Permission::READ_MESSAGE_HISTORY) {
        return Ok(Answer::Json(200, json!([])));
    }
    let limit = call.query("limit").map_or(Ok(50), str::parse::<usize>);
    let Ok(limit @ 1..=100) = limit else {
        let message = "int value should be between 1 and 100.";
        return Err(Refusal::form("limit", "NUMBER_TYPE_MIN_MAX", message));
    };
    let bound = |name| call.query(name).and_then(|text| text.parse::<Id>().ok());
    let (before, after, around) = (bound("before"), bound("after"), bound("around"));
    let all = &world.channel(channel)?.messages;
    let mut ids: Vec<Id> = if let Some(around) = around {
        let place = all.partition_point(|id| *id < around);
        let start = place.saturating_sub(limit / 2);
        all.iter().skip(start).take(limit).copied().collect()
    } else if let Some(after) = after {
        all.iter().filter(|id| **id > after).take(limit).copied().collect()
    } else {
        let old = all.iter().filter(|id| before.is_none_or(|before| **id < before));
        let old: Vec<Id> = old.copied().collect();
        old[old.len().saturating_sub(limit)..].to_vec()
    };
    ids.reverse();
    let list: Vec<Value> = ids.into_iter().map(|id| world.message_json(id)).collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::READ_MESSAGE_HISTORY)?;
    let id = world.message_in(channel, id)?.id;
    Ok(Answer::Json(200, world.message_json(id)))
}

pub(super) fn edit(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::NONE)?;
    let message = world.message_in(channel, id)?;
    if message.author != world.app {
        return Err(Refusal::NOT_YOUR_MESSAGE);
    }
    if !matches!(message.kind, 0 | 19 | 20 | 23) {
        return Err(Refusal::SYSTEM_MESSAGE);
    }
    let at = world.channel(channel)?;
    if at.archived() {
        return Err(Refusal::THREAD_ARCHIVED);
    }
    let held = world.may(world.app, channel);
    if at.locked() && !held.has(Permission::MANAGE_THREADS) {
        return Err(Refusal::THREAD_LOCKED);
    }
    if !call.files.is_empty() && !held.has(Permission::ATTACH_FILES) {
        return Err(Refusal::MISSING_PERMISSIONS);
    }
    let mut body = call.body.clone();
    let embeds = body["embeds"].as_array().is_some_and(|embeds| !embeds.is_empty());
    if !held.has(Permission::EMBED_LINKS) && embeds {
        world.journal.violation("embeds were dropped: the bot lacks EMBED_LINKS");
        body["embeds"] = json!([]);
    }
    world.edit_checked(id, &body, call.files, "message edit")?;
    Ok(Answer::Json(200, world.message_json(id)))
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::NONE)?;
    let own = world.message_in(channel, id)?.author == world.app;
    if !own && world.channel(channel)?.guild.is_none() {
        return Err(Refusal::NOT_IN_DMS);
    }
    if !own {
        world.need(channel, Permission::MANAGE_MESSAGES)?;
    }
    // Of an archived thread messages can be taken away, but not of one that is locked as well.
    let at = world.channel(channel)?;
    let shut = at.archived() && at.locked();
    if shut && !world.may(world.app, channel).has(Permission::MANAGE_THREADS) {
        return Err(Refusal::THREAD_ARCHIVED);
    }
    world.delete_message(id);
    Ok(Answer::Empty)
}

pub(super) fn crosspost(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::SEND_MESSAGES)?;
    if world.channel(channel)?.kind != kind::ANNOUNCEMENT {
        return Err(Refusal::WRONG_CHANNEL_TYPE);
    }
    let mut message = world.message_in(channel, id)?.clone();
    if message.author != world.app {
        world.need(channel, Permission::MANAGE_MESSAGES)?;
    }
    if message.flags & flag::CROSSPOSTED != 0 {
        return Err(Refusal::ALREADY_CROSSPOSTED);
    }
    message.flags |= flag::CROSSPOSTED;
    world.replace(message);
    Ok(Answer::Json(200, world.message_json(id)))
}

pub(super) fn typing(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    may_write(world, call.id("channel_id")?)?;
    Ok(Answer::Empty)
}
