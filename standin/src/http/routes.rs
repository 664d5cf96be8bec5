//! The table of routes.

use std::borrow::Cow;

use axum::http::Method;
use serde_json::json;

use super::{Answer, Call, Handler};
use super::{channels, commands, events, guilds, interactions, messages, pins, threads};
use crate::refusal::Refusal;
use crate::world::World;

/// One route.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) method: Method,
    /// As Discord's description writes it.
    pub(crate) template: &'static str,
    pub(crate) handler: Handler,
    pub(crate) needs_token: bool,
    /// Whether the global rate limit counts it.
    pub(crate) global: bool,
}

const fn route(method: Method, template: &'static str, handler: Handler) -> Route {
    Route { method, template, handler, needs_token: true, global: true }
}

/// A route whose path holds its own token.
const fn open(method: Method, template: &'static str, handler: Handler) -> Route {
    Route { method, template, handler, needs_token: false, global: false }
}

const GET: Method = Method::GET;
const POST: Method = Method::POST;
const PUT: Method = Method::PUT;
const PATCH: Method = Method::PATCH;
const DELETE: Method = Method::DELETE;

static ROUTES: &[Route] = &[
    // What a loaded bot calls most comes first.
    open(
        POST,
        "/interactions/{interaction_id}/{interaction_token}/callback",
        interactions::callback,
    ),
    open(POST, "/webhooks/{webhook_id}/{webhook_token}", interactions::follow_up),
    open(
        GET,
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        interactions::get_original,
    ),
    open(
        PATCH,
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        interactions::edit_original,
    ),
    open(
        DELETE,
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        interactions::delete_original,
    ),
    open(
        GET,
        "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        interactions::get_message,
    ),
    open(
        PATCH,
        "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        interactions::edit_message,
    ),
    open(
        DELETE,
        "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        interactions::delete_message,
    ),
    route(POST, "/channels/{channel_id}/messages", messages::create),
    route(GET, "/channels/{channel_id}/messages", messages::list),
    route(GET, "/channels/{channel_id}/messages/pins", pins::list),
    route(GET, "/channels/{channel_id}/messages/{message_id}", messages::get),
    route(PATCH, "/channels/{channel_id}/messages/{message_id}", messages::edit),
    route(DELETE, "/channels/{channel_id}/messages/{message_id}", messages::delete),
    route(POST, "/channels/{channel_id}/messages/{message_id}/crosspost", messages::crosspost),
    route(PUT, "/channels/{channel_id}/messages/pins/{message_id}", pins::pin),
    route(DELETE, "/channels/{channel_id}/messages/pins/{message_id}", pins::unpin),
    route(GET, "/channels/{channel_id}/pins", pins::list_old),
    route(PUT, "/channels/{channel_id}/pins/{message_id}", pins::pin),
    route(DELETE, "/channels/{channel_id}/pins/{message_id}", pins::unpin),
    route(POST, "/channels/{channel_id}/typing", messages::typing),
    route(GET, "/channels/{channel_id}", channels::get),
    route(PATCH, "/channels/{channel_id}", channels::edit),
    route(DELETE, "/channels/{channel_id}", channels::delete),
    route(POST, "/channels/{channel_id}/messages/{message_id}/threads", threads::from_message),
    route(POST, "/channels/{channel_id}/threads", threads::create),
    route(GET, "/channels/{channel_id}/thread-members", threads::members),
    route(PUT, "/channels/{channel_id}/thread-members/@me", threads::join),
    route(DELETE, "/channels/{channel_id}/thread-members/@me", threads::leave),
    route(GET, "/channels/{channel_id}/thread-members/{user_id}", threads::member),
    route(PUT, "/channels/{channel_id}/thread-members/{user_id}", threads::add),
    route(DELETE, "/channels/{channel_id}/thread-members/{user_id}", threads::remove),
    route(GET, "/channels/{channel_id}/threads/archived/public", threads::archived),
    route(GET, "/guilds/{guild_id}", guilds::get),
    route(GET, "/guilds/{guild_id}/channels", guilds::channels),
    route(GET, "/guilds/{guild_id}/roles", guilds::roles),
    route(GET, "/guilds/{guild_id}/roles/{role_id}", guilds::role),
    route(GET, "/guilds/{guild_id}/members/{user_id}", guilds::member),
    route(GET, "/guilds/{guild_id}/threads/active", threads::active),
    route(GET, "/guilds/{guild_id}/scheduled-events", events::list),
    route(POST, "/guilds/{guild_id}/scheduled-events", events::create),
    route(GET, "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", events::get),
    route(PATCH, "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", events::edit),
    route(DELETE, "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", events::delete),
    route(
        GET,
        "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users",
        events::users,
    ),
    route(GET, "/users/@me", guilds::me),
    route(GET, "/users/@me/guilds", guilds::mine),
    route(POST, "/users/@me/channels", channels::open_direct),
    route(GET, "/users/{user_id}", guilds::user),
    route(GET, "/applications/@me", guilds::application),
    route(GET, "/oauth2/applications/@me", guilds::application),
    open(GET, "/gateway", guilds::gateway),
    route(GET, "/gateway/bot", guilds::gateway_bot),
    route(GET, "/applications/{application_id}/commands", commands::list),
    route(PUT, "/applications/{application_id}/commands", commands::overwrite),
    route(POST, "/applications/{application_id}/commands", commands::create),
    route(GET, "/applications/{application_id}/commands/{command_id}", commands::get),
    route(PATCH, "/applications/{application_id}/commands/{command_id}", commands::edit),
    route(DELETE, "/applications/{application_id}/commands/{command_id}", commands::delete),
    route(GET, "/applications/{application_id}/guilds/{guild_id}/commands", commands::list),
    route(PUT, "/applications/{application_id}/guilds/{guild_id}/commands", commands::overwrite),
    route(POST, "/applications/{application_id}/guilds/{guild_id}/commands", commands::create),
    route(
        GET,
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
        commands::get,
    ),
    route(
        PATCH,
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
        commands::edit,
    ),
    route(
        DELETE,
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
        commands::delete,
    ),
    route(GET, "/applications/{application_id}/entitlements", no_entitlements),
];

/// The bot sells nothing.
fn no_entitlements(_: &mut World, _: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Json(200, json!([])))
}

/// The route of a path, with what its blanks hold.
pub(crate) fn find(
    method: &Method,
    path: &str,
) -> Option<(&'static Route, Vec<(&'static str, String)>)> {
    ROUTES
        .iter()
        .filter(|route| route.method == *method)
        .find_map(|route| Some((route, matches(route.template, path)?)))
}

/// Whether the path exists with another method.
pub(crate) fn path_exists(path: &str) -> bool {
    ROUTES.iter().any(|route| matches(route.template, path).is_some())
}

fn matches(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut blanks, mut steps) = (template.split('/'), path.split('/'));
    let mut params = Vec::new();
    loop {
        match (blanks.next(), steps.next()) {
            (None, None) => return Some(params),
            (Some(blank), Some(step)) => {
                let step = decoded(step);
                match blank.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(name) if !step.is_empty() => params.push((name, step.into_owned())),
                    None if blank == step => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

/// A step of a path, without percent signs: some clients write `%40original`.
fn decoded(step: &str) -> Cow<'_, str> {
    if !step.contains('%') {
        return Cow::Borrowed(step);
    }
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend(rest.bytes());
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
