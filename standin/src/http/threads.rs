//! Threads and forum posts.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes::{bodies, check};
use crate::world::channels::NewThread;
use crate::world::messages::{flag, snowflake};
use crate::world::render::thread_member_json;
use crate::world::{Draft, World, kind};

/// Minutes, when nothing else is said.
const AUTO_ARCHIVE: u64 = 4320;

fn minutes(body: &Value) -> u64 {
    body["auto_archive_duration"].as_u64().unwrap_or(AUTO_ARCHIVE)
}

fn name(body: &Value) -> String {
    body["name"].as_str().unwrap_or_default().trim().to_owned()
}

pub(super) fn from_message(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (channel, message) = (call.id("channel_id")?, call.id("message_id")?);
    world.need(channel, Permission::NONE)?;
    let thread_kind = match world.channel(channel)?.kind {
        kind::TEXT => kind::PUBLIC_THREAD,
        kind::ANNOUNCEMENT => kind::ANNOUNCEMENT_THREAD,
        _ => return Err(Refusal::WRONG_CHANNEL_TYPE),
    };
    world.need(channel, Permission::CREATE_PUBLIC_THREADS)?;
    let mut found = check(bodies::THREAD_FROM_MESSAGE, call.body);
    bodies::auto_archive(call.body, &mut found);
    world.accept("thread", found)?;
    world.screen_thread(channel, &call.body["name"])?;
    if world.channels.contains_key(&message) {
        return Err(Refusal::THREAD_EXISTS);
    }
    let mut standing = world.message_in(channel, message)?.clone();
    let id = world.open_thread(NewThread {
        id: Some(message),
        parent: channel,
        kind: thread_kind,
        name: name(call.body),
        owner: world.app,
        auto_archive: minutes(call.body),
        invitable: false,
        tags: Vec::new(),
        is_post: false,
    });
    standing.thread = Some(id);
    standing.flags |= flag::HAS_THREAD;
    world.replace(standing);
    Ok(Answer::Json(201, world.channel_json(id)))
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let channel = call.id("channel_id")?;
    world.need(channel, Permission::NONE)?;
    match world.channel(channel)?.kind {
        kind::FORUM => create_post(world, channel, call),
        kind::TEXT | kind::ANNOUNCEMENT => create_thread(world, channel, call.body),
        _ => Err(Refusal::WRONG_CHANNEL_TYPE),
    }
}

fn create_thread(world: &mut World, channel: Id, body: &Value) -> Result<Answer, Refusal> {
    let mut found = check(bodies::THREAD, body);
    bodies::auto_archive(body, &mut found);
    world.accept("thread", found)?;
    // Without a type Discord makes a private thread.
    let asked = body["type"].as_u64().unwrap_or(12);
    let (thread_kind, wanted) = match (asked, world.channel(channel)?.kind) {
        (11, kind::TEXT) => (kind::PUBLIC_THREAD, Permission::CREATE_PUBLIC_THREADS),
        (12, kind::TEXT) => (kind::PRIVATE_THREAD, Permission::CREATE_PRIVATE_THREADS),
        (10, kind::ANNOUNCEMENT) => (kind::ANNOUNCEMENT_THREAD, Permission::CREATE_PUBLIC_THREADS),
        _ => return Err(Refusal::WRONG_CHANNEL_TYPE),
    };
    world.need(channel, wanted)?;
    world.screen_thread(channel, &body["name"])?;
    let id = world.open_thread(NewThread {
        id: None,
        parent: channel,
        kind: thread_kind,
        name: name(body),
        owner: world.app,
        auto_archive: minutes(body),
        invitable: body["invitable"].as_bool().unwrap_or(true),
        tags: Vec::new(),
        is_post: false,
    });
    Ok(Answer::Json(201, world.channel_json(id)))
}

/// A post in a forum: making one takes the right to send messages.
fn create_post(world: &mut World, forum: Id, call: &Call<'_>) -> Result<Answer, Refusal> {
    world.need(forum, Permission::SEND_MESSAGES)?;
    let body = call.body;
    let mut found = bodies::post(body);
    bodies::auto_archive(body, &mut found);
    world.accept("forum post", found)?;
    world.screen_thread(forum, &body["name"])?;
    world.screen(forum, &body["message"])?;
    if world.options.require_allowed_mentions && body["message"]["allowed_mentions"].is_null() {
        world.journal.violation("forum post: no allowed_mentions");
    }
    world.check_files(call.files)?;
    let applied = body["applied_tags"].as_array().map_or(&[][..], Vec::as_slice);
    let tags = tags(world, forum, applied)?;
    let requires = world.channel(forum)?.forum.as_ref().is_some_and(|forum| forum.require_tag);
    if requires && tags.is_empty() {
        return Err(Refusal::TAG_REQUIRED);
    }
    let draft = world.draft(&body["message"], call.files)?;
    let draft = super::messages::permitted(world, forum, draft)?;
    if draft.content.is_empty()
        && draft.embeds.is_empty()
        && draft.components.is_empty()
        && (draft.attachments.is_empty() || draft.flags & flag::COMPONENTS_V2 != 0)
    {
        return Err(Refusal::EMPTY_MESSAGE);
    }
    let id = world.open_thread(NewThread {
        id: None,
        parent: forum,
        kind: kind::PUBLIC_THREAD,
        name: name(body),
        owner: world.app,
        auto_archive: minutes(body),
        invitable: false,
        tags,
        is_post: true,
    });
    let message = world.post(id, world.app, Draft { id: Some(id), ..draft })?;
    let mut json = world.channel_json(id);
    json["message"] = world.message_json(message);
    Ok(Answer::Json(201, json))
}

/// The tags to be put on a post: each must be the forum's, and the moderated ones take a moderator.
pub(super) fn tags(world: &World, forum: Id, asked: &[Value]) -> Result<Vec<Id>, Refusal> {
    let known = world.channel(forum)?.forum.as_ref();
    let held = world.may(world.app, forum);
    asked
        .iter()
        .map(|tag| {
            let id = snowflake(tag).ok_or(Refusal::UNKNOWN_TAG)?;
            let tags = known.map_or(&[][..], |forum| forum.tags.as_slice());
            let tag = tags.iter().find(|tag| tag.id == id).ok_or(Refusal::UNKNOWN_TAG)?;
            if tag.moderated && !held.has(Permission::MANAGE_THREADS) {
                return Err(Refusal::MISSING_PERMISSIONS);
            }
            Ok(id)
        })
        .collect()
}

/// A thread that the bot sees.
fn thread(world: &World, call: &Call<'_>) -> Result<Id, Refusal> {
    let id = call.id("channel_id")?;
    world.need(id, Permission::NONE)?;
    if world.is_thread(id) { Ok(id) } else { Err(Refusal::WRONG_CHANNEL_TYPE) }
}

fn active_thread(world: &World, call: &Call<'_>) -> Result<Id, Refusal> {
    let id = thread(world, call)?;
    if world.channel(id)?.archived() { Err(Refusal::THREAD_ARCHIVED) } else { Ok(id) }
}

pub(super) fn members(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = thread(world, call)?;
    if world.options.privileged_intents & crate::gateway::intent::GUILD_MEMBERS == 0 {
        return Err(Refusal::MISSING_ACCESS);
    }
    let Some(thread) = &world.channel(id)?.thread else {
        return Err(Refusal::UNKNOWN_CHANNEL);
    };
    let members = thread.members.iter();
    let list: Vec<Value> =
        members.map(|user| thread_member_json(id, *user, thread.created)).collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn member(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, user) = (thread(world, call)?, call.id("user_id")?);
    let Some(thread) = &world.channel(id)?.thread else {
        return Err(Refusal::UNKNOWN_CHANNEL);
    };
    if !thread.members.contains(&user) {
        return Err(Refusal::UNKNOWN_MEMBER);
    }
    Ok(Answer::Json(200, thread_member_json(id, user, thread.created)))
}

pub(super) fn join(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = active_thread(world, call)?;
    world.join_thread(id, world.app);
    Ok(Answer::Empty)
}

pub(super) fn leave(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = active_thread(world, call)?;
    let app = world.app;
    if let Some(thread) = &mut world.channel_mut(id)?.thread {
        thread.members.retain(|member| *member != app);
    }
    Ok(Answer::Empty)
}

pub(super) fn add(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, user) = (active_thread(world, call)?, call.id("user_id")?);
    world.need(id, Permission::SEND_MESSAGES_IN_THREADS)?;
    let guild = world.channel(id)?.guild.and_then(|guild| world.guilds.get(&guild));
    if !guild.is_some_and(|guild| guild.members.contains_key(&user)) {
        return Err(Refusal::UNKNOWN_MEMBER);
    }
    world.join_thread(id, user);
    world.touch();
    Ok(Answer::Empty)
}

pub(super) fn remove(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, user) = (active_thread(world, call)?, call.id("user_id")?);
    world.need(id, Permission::MANAGE_THREADS)?;
    if let Some(thread) = &mut world.channel_mut(id)?.thread {
        thread.members.retain(|member| *member != user);
    }
    Ok(Answer::Empty)
}

pub(super) fn archived(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let parent = call.id("channel_id")?;
    world.need(parent, Permission::READ_MESSAGE_HISTORY)?;
    let mut threads: Vec<_> = world
        .channels
        .values()
        .filter(|channel| channel.parent == Some(parent) && channel.archived())
        .filter(|channel| channel.kind != kind::PRIVATE_THREAD)
        .filter_map(|channel| Some((channel.thread.as_ref()?.archive_changed, channel.id)))
        .collect();
    threads.sort_unstable();
    let ids: Vec<Id> = threads.into_iter().rev().map(|(_, id)| id).collect();
    Ok(Answer::Json(200, thread_list(world, &ids)))
}

pub(super) fn active(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?;
    let sees = |id: &Id| world.may(world.app, *id).has(Permission::VIEW_CHANNEL);
    let live = |id: &Id| world.channels.get(id).is_some_and(|channel| !channel.archived());
    let ids: Vec<Id> =
        guild.threads.iter().rev().copied().filter(|id| live(id) && sees(id)).collect();
    Ok(Answer::Json(200, thread_list(world, &ids)))
}

fn thread_list(world: &World, ids: &[Id]) -> Value {
    let threads: Vec<Value> = ids.iter().map(|id| world.channel_json(*id)).collect();
    let members: Vec<&Value> =
        threads.iter().map(|thread| &thread["member"]).filter(|one| !one.is_null()).collect();
    json!({ "threads": threads, "members": members, "has_more": false })
}
