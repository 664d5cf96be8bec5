//! Answers to interactions, and what follows them.

use super::{Answer, Call};
use crate::id::Id;
use crate::refusal::Refusal;
use crate::world::World;

pub(super) fn callback(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.id("interaction_id")?;
    let token = call.text("interaction_token");
    let answer = world.answer(id, token, call.body, call.files, call.wants("with_response"));
    if let Err(refusal) = &answer
        && let Some(interaction) = world.interactions.get_mut(&id)
    {
        interaction.refused.push(refusal.clone());
        interaction.changed.notify_waiters();
    }
    answer
}

/// The interaction whose token stands in the path.
fn interaction(world: &World, call: &Call<'_>) -> Result<Id, Refusal> {
    let app = call.id("webhook_id")?;
    Ok(world.by_token(app, call.text("webhook_token"))?.id)
}

pub(super) fn follow_up(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let interaction = interaction(world, call)?;
    let id = world.follow_up(interaction, call.body, call.files)?;
    Ok(Answer::Json(200, world.message_json(id)))
}

fn original(world: &World, call: &Call<'_>) -> Result<(Id, Id), Refusal> {
    let id = interaction(world, call)?;
    let original = world.interactions.get(&id).and_then(|interaction| interaction.original);
    let message = original.filter(|id| world.messages.contains_key(id));
    Ok((id, message.ok_or(Refusal::UNKNOWN_MESSAGE)?))
}

/// A message that was sent with the interaction's token, or that its first answer has updated.
fn message(world: &World, call: &Call<'_>) -> Result<(Id, Id), Refusal> {
    let id = interaction(world, call)?;
    let message = call.id("message_id")?;
    let interaction = world.interactions.get(&id).ok_or(Refusal::UNKNOWN_MESSAGE)?;
    let own = interaction.follow_ups.contains(&message) || interaction.original == Some(message);
    if own && world.messages.contains_key(&message) {
        Ok((id, message))
    } else {
        Err(Refusal::UNKNOWN_MESSAGE)
    }
}

fn show(world: &World, message: Id) -> Answer {
    Answer::Json(200, world.message_json(message))
}

pub(super) fn get_original(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (_, message) = original(world, call)?;
    Ok(show(world, message))
}

pub(super) fn edit_original(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (interaction, message) = original(world, call)?;
    world.edit_answer(interaction, message, call.body, call.files)?;
    Ok(show(world, message))
}

pub(super) fn delete_original(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (interaction, message) = original(world, call)?;
    Ok(remove(world, interaction, message))
}

pub(super) fn get_message(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (_, message) = message(world, call)?;
    Ok(show(world, message))
}

pub(super) fn edit_message(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (interaction, message) = message(world, call)?;
    world.edit_answer(interaction, message, call.body, call.files)?;
    Ok(show(world, message))
}

pub(super) fn delete_message(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (interaction, message) = message(world, call)?;
    Ok(remove(world, interaction, message))
}

fn remove(world: &mut World, interaction: Id, message: Id) -> Answer {
    world.delete_message(message);
    if let Some(interaction) = world.interactions.get(&interaction) {
        interaction.changed.notify_waiters();
    }
    Answer::Empty
}
