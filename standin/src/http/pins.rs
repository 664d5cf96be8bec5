//! Pinned messages, by the old routes and the new.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::clock;
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::world::{Draft, World};

/// How many a channel may have.
const MOST: usize = 250;

/// The type of the message that tells of a pin.
const PINNED: u8 = 6;

/// Checks that the bot may pin here. Pinning has a permission of its own; the older one no longer
/// does.
fn checked(world: &World, call: &Call<'_>) -> Result<(Id, Id), Refusal> {
    let (channel, id) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::PIN_MESSAGES)?;
    let id = world.message_in(channel, id)?.id;
    if world.channel(channel)?.archived() {
        return Err(Refusal::THREAD_ARCHIVED);
    }
    Ok((channel, id))
}

pub(super) fn pin(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = checked(world, call)?;
    let pins = &mut world.channel_mut(channel)?.pins;
    if pins.contains(&id) {
        return Ok(Answer::Empty);
    }
    if pins.len() >= MOST {
        return Err(Refusal::TOO_MANY_PINS);
    }
    pins.push(id);
    mark(world, id, true);
    // The channel is told, in the name of whoever pinned it.
    let told = Draft { kind: PINNED, replies_to: Some(id), ..Draft::default() };
    world.post(channel, world.app, told)?;
    Ok(Answer::Empty)
}

pub(super) fn unpin(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, id) = checked(world, call)?;
    world.channel_mut(channel)?.pins.retain(|other| *other != id);
    mark(world, id, false);
    Ok(Answer::Empty)
}

fn mark(world: &mut World, id: Id, pinned: bool) {
    if let Some(mut message) = world.messages.get(&id).cloned() {
        message.pinned = pinned;
        world.replace(message);
    }
}

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let items: Vec<Value> = pinned(world, call)?
        .into_iter()
        .map(|message| json!({ "pinned_at": clock::now(), "message": message }))
        .collect();
    Ok(Answer::Json(200, json!({ "items": items, "has_more": false })))
}

pub(super) fn list_old(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Json(200, json!(pinned(world, call)?)))
}

fn pinned(world: &World, call: &Call<'_>) -> Result<Vec<Value>, Refusal> {
    let channel = call.id("channel_id")?;
    world.need(channel, Permission::READ_MESSAGE_HISTORY)?;
    let pins = world.channel(channel)?.pins.iter().rev();
    Ok(pins.map(|id| world.message_json(*id)).collect())
}
