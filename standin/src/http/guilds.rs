//! Servers, members, the bot itself, and where the gateway is.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::world::World;

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?;
    let mut json = world.guild_json(guild);
    if call.wants("with_counts") {
        json["approximate_member_count"] = json!(guild.members.len());
        json["approximate_presence_count"] = json!(1);
    }
    Ok(Answer::Json(200, json))
}

pub(super) fn channels(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?;
    let list: Vec<Value> = guild.channels.iter().map(|id| world.channel_json(*id)).collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn roles(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?;
    let list: Vec<Value> = guild.roles.iter().map(|role| world.role_json(role, guild.id)).collect();
    Ok(Answer::Json(200, json!(list)))
}

pub(super) fn role(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?;
    let role = guild.role(call.id("role_id")?).ok_or(Refusal::UNKNOWN_ROLE)?;
    Ok(Answer::Json(200, world.role_json(role, guild.id)))
}

pub(super) fn member(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let guild = world.guild(call.id("guild_id")?)?.id;
    let user = call.id("user_id")?;
    if !world.users.contains_key(&user) {
        return Err(Refusal::UNKNOWN_USER);
    }
    let json = world.member_json(guild, user).ok_or(Refusal::UNKNOWN_MEMBER)?;
    Ok(Answer::Json(200, json))
}

pub(super) fn me(world: &mut World, _: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Json(200, world.me_json()))
}

pub(super) fn user(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.id("user_id")?;
    if !world.users.contains_key(&id) {
        return Err(Refusal::UNKNOWN_USER);
    }
    Ok(Answer::Json(200, world.user_json(id)))
}

/// The most servers of one answer.
const MOST_GUILDS: usize = 200;

pub(super) fn mine(world: &mut World, call: &Call<'_>) -> Result<Answer, Refusal> {
    let limit = call.query("limit").map_or(Ok(MOST_GUILDS), str::parse::<usize>);
    let Ok(limit @ 1..=MOST_GUILDS) = limit else {
        let message = "int value should be between 1 and 200.";
        return Err(Refusal::form("limit", "NUMBER_TYPE_MIN_MAX", message));
    };
    let after = call.query("after").and_then(|id| id.parse().ok()).unwrap_or(Id(0));
    let list: Vec<Value> = world
        .guilds
        .values()
        .filter(|guild| guild.members.contains_key(&world.app) && guild.id > after)
        .take(limit)
        .map(|guild| {
            json!({
                "id": guild.id, "name": guild.name, "icon": null, "banner": null,
                "owner": guild.owner == world.app, "features": [],
                "permissions": world.may_in_guild(guild.id, world.app).0.to_string(),
            })
        })
        .collect();
    Ok(Answer::Json(200, json!(list)))
}

/// The application. `flags` tells which privileged intents it was granted, in their form for a bot
/// that is in few servers.
pub(super) fn application(world: &mut World, _: &Call<'_>) -> Result<Answer, Refusal> {
    let granted = world.options.privileged_intents;
    let flags = [(1 << 8, 1 << 13), (1 << 1, 1 << 15), (1 << 15, 1 << 19)]
        .iter()
        .filter(|(intent, _)| granted & intent != 0)
        .fold(0, |flags, (_, flag)| flags | flag);
    let scopes = json!({
        "oauth2_install_params": { "scopes": ["applications.commands", "bot"],
            "permissions": Permission::EVERYONE.0.to_string() },
    });
    let mut json = json!({
        "id": world.app, "name": "Commonplace", "icon": null, "description": "", "summary": "",
        "type": null, "flags_new": flags.to_string(), "eligible_oauth2_scopes": [],
        "bot": world.user_json(world.app), "bot_public": true,
        "bot_require_code_grant": false, "verify_key": world.verify_key, "flags": flags,
        "owner": world.user_json(world.operator), "team": null, "tags": [],
        "is_monetized": false, "is_verified": false, "is_discoverable": false, "hook": true,
        "storefront_available": false, "redirect_uris": [], "rpc_origins": [],
        "interactions_endpoint_url": world.interactions_endpoint_url, "role_connections_verification_url": null,
        "approximate_guild_count": world.guilds.len(), "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "explicit_content_filter": 0,
        "integration_types_config": { "0": scopes }, "event_webhooks_status": if world.event_webhooks_url.is_some() { 2 } else { 1 },
    });
    if world.options.user_install {
        json["integration_types_config"]["1"] = json!({});
    }
    if let Some(url) = &world.event_webhooks_url {
        json["event_webhooks_url"] = json!(url);
        json["event_webhooks_types"] =
            json!(["APPLICATION_AUTHORIZED", "APPLICATION_DEAUTHORIZED"]);
    }
    for (field, url) in [
        ("privacy_policy_url", &world.options.privacy_policy_url),
        ("terms_of_service_url", &world.options.terms_of_service_url),
    ] {
        if let Some(url) = url {
            json[field] = json!(url);
        }
    }
    Ok(Answer::Json(200, json))
}

fn gateway_url(world: &World) -> String {
    world.url.replacen("http", "ws", 1) + "/gateway"
}

pub(super) fn gateway(world: &mut World, _: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Json(200, json!({ "url": gateway_url(world) })))
}

pub(super) fn gateway_bot(world: &mut World, _: &Call<'_>) -> Result<Answer, Refusal> {
    let used = world.gateway.identified();
    let json = json!({
        "url": gateway_url(world), "shards": world.options.shards,
        "session_start_limit": {
            "total": 1000, "remaining": 1000_u64.saturating_sub(used), "reset_after": 86_400_000,
            "max_concurrency": world.options.max_concurrency,
        },
    });
    Ok(Answer::Json(200, json))
}
