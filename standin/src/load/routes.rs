//! The routes that bots call, and what they are answered.

use serde_json::{Value, json};

use super::discord::Discord;
use super::http::{Method, Response};
use super::ids::{self, APPLICATION};
use super::payloads::{self, ADMINISTRATOR};
use super::template;

const OK: &str = "200 OK";
const NO_CONTENT: Response = Response { status: "204 No Content", json: None, limited: false };

/// The longest path has so many steps.
const STEPS: usize = 8;

/// Answers a request.
pub(super) fn answer(discord: &Discord, method: Method, target: &str, body: &[u8]) -> Response {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = path.strip_prefix("/api/v10/").unwrap_or(path);
    let mut steps = [""; STEPS];
    let mut count = 0;
    for (place, step) in steps.iter_mut().zip(path.split('/')) {
        *place = step;
        count += 1;
    }
    let found = of_interaction(discord, method, &steps[..count], query, body)
        .or_else(|| of_bot(discord, method, &steps[..count], query, body));
    found.unwrap_or_else(|| {
        discord.count("unknown");
        discord.not_known(format!("{method:?} {target}"));
        let json = Some(r#"{"message":"404: Not Found","code":0}"#.to_owned());
        Response { status: "404 Not Found", json, limited: false }
    })
}

/// What an interaction's own token is for.
fn of_interaction(
    discord: &Discord,
    method: Method,
    steps: &[&str],
    query: &str,
    body: &[u8],
) -> Option<Response> {
    match (method, steps) {
        (Method::Post, ["interactions", id, _, "callback"]) => {
            let id = id.parse().ok()?;
            discord.count("answer");
            discord.answered(id, body);
            if !query.contains("with_response=true") {
                return Some(NO_CONTENT);
            }
            let message = answer_to(discord, id);
            Some(plain(&json!({
                "interaction": {
                    "id": id.to_string(), "type": 2, "response_message_loading": false,
                    "response_message_id": ids::answer_to(id).to_string(),
                    "response_message_ephemeral": false,
                },
                "resource": { "type": 4, "message": message },
            })))
        }
        (Method::Patch, ["webhooks", _, token, "messages", "@original" | "%40original"]) => {
            let id = template::id_in_token(token)?;
            discord.count("edit of an answer");
            discord.edited(id, body);
            Some(limited(&answer_to(discord, id)))
        }
        (Method::Get, ["webhooks", _, token, "messages", ..]) => {
            let id = template::id_in_token(token)?;
            discord.count("look at an answer");
            Some(limited(&answer_to(discord, id)))
        }
        (Method::Patch, ["webhooks", _, _, "messages", id]) => {
            discord.count("edit by token");
            Some(limited(&payloads::message(id.parse().ok()?, 0, &json!({}))))
        }
        (Method::Delete, ["webhooks", _, _, "messages", _]) => {
            discord.count("deletion by token");
            Some(NO_CONTENT)
        }
        (Method::Post, ["webhooks", _, _]) => {
            discord.count("follow-up");
            Some(limited(&payloads::message(discord.mint(), 0, &json!({}))))
        }
        _ => None,
    }
}

/// The message with which an interaction was answered.
fn answer_to(discord: &Discord, interaction: u64) -> Value {
    let channel = discord.place_of(interaction);
    payloads::message(ids::answer_to(interaction), channel, &json!({}))
}

/// What the bot's token is for.
fn of_bot(
    discord: &Discord,
    method: Method,
    steps: &[&str],
    query: &str,
    body: &[u8],
) -> Option<Response> {
    let id = |text: &str| text.parse::<u64>().ok();
    match (method, steps) {
        (Method::Get, ["gateway", "bot"]) => {
            let shards = discord.size.shards;
            Some(plain(&json!({
                "url": discord.gateway, "shards": shards,
                "session_start_limit": {
                    "total": 1000, "remaining": 1000, "reset_after": 86_400_000,
                    "max_concurrency": shards,
                },
            })))
        }
        (Method::Get, ["gateway"]) => Some(plain(&json!({ "url": discord.gateway }))),
        (Method::Get, ["users", "@me"]) => Some(plain(&payloads::bot())),
        (Method::Get, ["users", "@me", "guilds"]) => Some(limited(&servers(discord, query))),
        (Method::Get, ["applications", "@me"] | ["oauth2", "applications", "@me"]) => {
            Some(plain(&application(discord)))
        }
        (Method::Get, ["applications", _, "commands"]) => Some(limited(&json!(discord.commands()))),
        (Method::Put, ["applications", _, "commands"]) => {
            discord.count("registration");
            let all = serde_json::from_slice(body).ok()?;
            Some(Response { status: OK, json: Some(discord.register(all)), limited: true })
        }
        (_, ["applications", _, "guilds", _, "commands", ..]) => Some(limited(&json!([]))),
        (Method::Get, ["channels", channel]) => {
            discord.count("look at a channel");
            Some(limited(&place(id(channel)?, 0)))
        }
        (Method::Get, ["channels", _, "messages"]) => Some(limited(&json!([]))),
        (Method::Post, ["channels", channel, "messages"]) => {
            discord.count("message");
            Some(limited(&payloads::message(discord.mint(), id(channel)?, &json!({}))))
        }
        (Method::Get | Method::Patch, ["channels", channel, "messages", message]) => {
            discord.count("edit of a message");
            Some(limited(&payloads::message(id(message)?, id(channel)?, &json!({}))))
        }
        (Method::Post, ["channels", channel, "threads"])
        | (Method::Post, ["channels", channel, "messages", _, "threads"]) => {
            discord.count("thread");
            let mut thread = place(id(channel)?, 11);
            thread["parent_id"] = json!(channel);
            thread["id"] = json!(discord.mint().to_string());
            Some(limited(&thread))
        }
        (Method::Put | Method::Delete | Method::Post, ["channels", _, ..]) => {
            discord.count("other with a channel");
            Some(Response { limited: true, ..NO_CONTENT })
        }
        (Method::Get, ["guilds", guild, rest @ ..]) => {
            discord.count("look at a server");
            of_server(discord, id(guild)?, rest)
        }
        _ => None,
    }
}

fn of_server(discord: &Discord, guild: u64, rest: &[&str]) -> Option<Response> {
    let number = ids::number_of(guild);
    if number >= discord.size.servers {
        return None;
    }
    let channels = [ids::Place::General, ids::Place::Seminar];
    match rest {
        ["roles"] => Some(limited(&json!([everyone(number)]))),
        ["members", user] => Some(limited(&json!({
            "user": { "id": user, "username": "reader", "discriminator": "0", "avatar": null,
                "global_name": "Reader", "public_flags": 0 },
            "roles": [], "joined_at": "2024-09-03T17:12:51.204000+00:00", "deaf": false,
            "mute": false, "flags": 0, "nick": null, "avatar": null, "pending": false,
        }))),
        ["channels"] => {
            let all = channels.map(|at| place(ids::channel(number, at), 0));
            Some(limited(&json!(all)))
        }
        ["threads", "active"] => Some(limited(&json!({ "threads": [], "members": [] }))),
        ["scheduled-events"] => Some(limited(&json!([]))),
        [] => Some(limited(&json!({
            "id": guild.to_string(), "name": format!("Server {number}"),
            "owner_id": ids::user(number, 0).to_string(), "roles": [everyone(number)],
            "features": [], "preferred_locale": "en-US",
        }))),
        _ => None,
    }
}

/// The role that everybody has; the bot may do all there is.
pub(super) fn everyone(number: usize) -> Value {
    json!({
        "id": ids::guild(number).to_string(), "name": "@everyone", "position": 0,
        "permissions": ADMINISTRATOR.to_string(), "color": 0, "hoist": false, "managed": false,
        "mentionable": false, "icon": null, "unicode_emoji": null, "flags": 0, "description": null,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
    })
}

fn place(channel: u64, kind: u8) -> Value {
    json!({
        "id": channel.to_string(), "type": kind, "guild_id": ids::guild_of(channel).to_string(),
        "name": "reading-group", "position": 3, "permission_overwrites": [], "topic": null,
        "nsfw": false, "parent_id": null, "rate_limit_per_user": 0, "flags": 0,
        "last_message_id": null,
    })
}

/// The most servers of one answer.
const MOST_SERVERS: usize = 200;

fn servers(discord: &Discord, query: &str) -> Value {
    let after = query.split('&').find_map(|part| part.strip_prefix("after=")?.parse::<u64>().ok());
    let first = after.map_or(0, |id| if id == 0 { 0 } else { ids::number_of(id) + 1 });
    let list: Vec<Value> = (first..discord.size.servers)
        .take(MOST_SERVERS)
        .map(|number| {
            json!({
                "id": ids::guild(number).to_string(), "name": format!("Server {number}"),
                "icon": null, "banner": null, "owner": false, "features": [],
                "permissions": ADMINISTRATOR.to_string(),
            })
        })
        .collect();
    json!(list)
}

fn application(discord: &Discord) -> Value {
    json!({
        "id": APPLICATION.to_string(), "name": "Commonplace", "icon": null, "description": "",
        "summary": "", "type": null, "bot": payloads::bot(), "bot_public": true, "flags": 0,
        "bot_require_code_grant": false, "verify_key": discord.verify_key, "team": null,
        "tags": [], "hook": true, "redirect_uris": [], "rpc_origins": [], "is_monetized": false,
        "interactions_endpoint_url": null, "role_connections_verification_url": null,
        "approximate_guild_count": discord.size.servers, "approximate_user_install_count": 0,
        "integration_types_config": { "0": {} },
    })
}

fn plain(json: &Value) -> Response {
    Response { status: OK, json: Some(json.to_string()), limited: false }
}

fn limited(json: &Value) -> Response {
    Response { limited: true, ..plain(json) }
}
