//! Application commands, everywhere and in one server.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::refusal::Refusal;
use crate::shapes;
use crate::world::{Command, World};

/// How many slash commands there may be.
const MOST: usize = 100;

/// The place that the path names: everywhere, or a server that the bot is in.
fn place(world: &World, call: &Call<'_>) -> Result<Option<Id>, Refusal> {
    if call.id("application_id")? != world.app {
        return Err(Refusal {
            code: 20012,
            message: "You are not authorized to perform this action on this application".into(),
            ..Refusal::MISSING_ACCESS
        });
    }
    if call.text("guild_id").is_empty() {
        return Ok(None);
    }
    let guild = call.id("guild_id")?;
    world.guild(guild).map_err(|_| Refusal::MISSING_ACCESS)?;
    Ok(Some(guild))
}

/// A body, filled up with what Discord fills in.
fn filled(world: &World, guild: Option<Id>, id: Id, body: &Value) -> Command {
    let kind = body["type"].as_u64().unwrap_or(1);
    let name = body["name"].as_str().unwrap_or_default().to_owned();
    let mut json = json!({
        "id": id, "application_id": world.app, "version": world.mint.next(),
        "default_member_permissions": null, "type": kind, "name": name, "description": "",
        "nsfw": false, "integration_types": [0],
        "name_localizations": null, "description_localizations": null,
    });
    match guild {
        Some(guild) => json["guild_id"] = json!(guild),
        None => {
            json["contexts"] = Value::Null;
            json["dm_permission"] = json!(true);
        }
    }
    for field in [
        "description",
        "options",
        "default_member_permissions",
        "nsfw",
        "integration_types",
        "contexts",
        "dm_permission",
        "name_localizations",
        "description_localizations",
    ] {
        let set = body.get(field).filter(|value| !value.is_null());
        if let Some(value) = set.filter(|_| json.get(field).is_some() || field == "options") {
            json[field] = value.clone();
        }
    }
    drop_nulls(&mut json["options"]);
    if let Some(object) = json.as_object_mut().filter(|object| object["options"].is_null()) {
        object.remove("options");
    }
    Command { id, guild, kind, name, body: json }
}

/// Discord keeps no field of an option that was sent as null.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        _ => {}
    }
}

/// Checks a command by itself and against the others of its place.
fn accept(world: &World, body: &Value) -> Result<(), Refusal> {
    world.accept("command", shapes::commands::command(body))?;
    world.accept("command", installable(world, body))
}

/// A command is for those by whom the application can be installed.
fn installable(world: &World, body: &Value) -> shapes::Findings {
    let mut found = shapes::Findings::default();
    let wanted = body["integration_types"].as_array();
    if !world.options.user_install && wanted.is_some_and(|types| types.contains(&json!(1))) {
        let message = "The application does not support this integration type";
        found.add("integration_types", "APPLICATION_COMMAND_INTEGRATION_TYPE_INVALID", message);
    }
    found
}

fn in_place(world: &World, guild: Option<Id>) -> impl Iterator<Item = &Command> {
    world.commands.iter().filter(move |command| command.guild == guild)
}

fn same(command: &Command, body: &Value) -> bool {
    command.kind == body["type"].as_u64().unwrap_or(1)
        && Some(command.name.as_str()) == body["name"].as_str()
}

fn find(world: &World, call: &Call<'_>) -> Result<Command, Refusal> {
    let guild = place(world, call)?;
    let id = call.id("command_id")?;
    let found = in_place(world, guild).find(|command| command.id == id);
    found.cloned().ok_or(Refusal::UNKNOWN_COMMAND)
}

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = place(world, call)?;
    let localized = call.wants("with_localizations");
    let list: Vec<Value> = in_place(world, guild)
        .map(|command| {
            let mut body = command.body.clone();
            if let Some(object) = body.as_object_mut().filter(|_| !localized) {
                object.remove("name_localizations");
                object.remove("description_localizations");
            }
            body
        })
        .collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn overwrite(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = place(world, call)?;
    let Some(bodies) = call.body.as_array() else {
        return Err(Refusal::form(
            "",
            "LIST_TYPE_CONVERT",
            "Only iterables may be used in a ListType",
        ));
    };
    let mut all = shapes::Findings::default();
    for (n, body) in bodies.iter().enumerate() {
        all.absorb(&n.to_string(), shapes::commands::command(body));
        all.absorb(&n.to_string(), installable(world, body));
        let kind = |body: &Value| body["type"].as_u64().unwrap_or(1);
        let twin = |other: &Value| kind(other) == kind(body) && other["name"] == body["name"];
        if bodies[..n].iter().any(twin) {
            let message = "Application command names must be unique";
            all.add(&n.to_string(), "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        }
    }
    world.accept("commands", all)?;
    for (kind, most) in [(1, MOST), (2, 15), (3, 15)] {
        let count = bodies.iter().filter(|body| body["type"].as_u64().unwrap_or(1) == kind).count();
        if count > most {
            return Err(Refusal::TOO_MANY_COMMANDS);
        }
    }
    let new: Vec<Command> = bodies
        .iter()
        .map(|body| {
            let standing = in_place(world, guild).find(|command| same(command, body));
            let id = standing.map_or_else(|| world.mint.next(), |command| command.id);
            filled(world, guild, id, body)
        })
        .collect();
    let json: Vec<Value> = new.iter().map(|command| command.body.clone()).collect();
    world.commands.retain(|command| command.guild != guild);
    world.commands.extend(new);
    world.touch();
    Ok(Answer::Json(200, json!(json)))
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = place(world, call)?;
    accept(world, call.body)?;
    let standing = in_place(world, guild).find(|command| same(command, call.body));
    let known = standing.map(|command| command.id);
    let kind = call.body["type"].as_u64().unwrap_or(1);
    let count = in_place(world, guild).filter(|command| command.kind == kind).count();
    if known.is_none() && count >= if kind == 1 { MOST } else { 15 } {
        return Err(Refusal::TOO_MANY_COMMANDS);
    }
    let command = filled(world, guild, known.unwrap_or_else(|| world.mint.next()), call.body);
    let json = command.body.clone();
    world.commands.retain(|other| other.id != command.id);
    world.commands.push(command);
    world.touch();
    Ok(Answer::Json(if known.is_some() { 200 } else { 201 }, json))
}

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Json(200, find(world, call)?.body))
}

pub(super) fn edit(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let standing = find(world, call)?;
    let mut body = standing.body.clone();
    for (field, value) in call.body.as_object().into_iter().flatten() {
        body[field] = value.clone();
    }
    for field in ["id", "application_id", "version", "guild_id"] {
        if let Some(object) = body.as_object_mut() {
            object.remove(field);
        }
    }
    accept(world, &body)?;
    let command = filled(world, standing.guild, standing.id, &body);
    let json = command.body.clone();
    world.commands.retain(|other| other.id != command.id);
    world.commands.push(command);
    world.touch();
    Ok(Answer::Json(200, json))
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let standing = find(world, call)?;
    world.commands.retain(|command| command.id != standing.id);
    world.touch();
    Ok(Answer::Empty)
}
