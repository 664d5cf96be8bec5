//! What Discord knows of us, for `commonplace check`: nothing is changed and no shard connects.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::endpoint_urls::EndpointUrls;
use super::files::Files;
use super::platform::Places;
use super::register::{self, Scope};
use super::rest::{ApiError, Request, Sender};
use super::start::{DISCORD, Options, failed, reach};
use super::start_error::StartError;
use crate::command::Platform;

/// With many servers, questions wait for each other under Discord's rate limits.
const PATIENCE: Duration = Duration::from_secs(60);

/// What Discord knows of us.
pub struct Inspection {
    /// The application's id.
    pub application: u64,
    /// Its name.
    pub name: String,
    /// In about how many servers it is.
    pub servers: Option<u64>,
    /// How many logins are left today.
    pub logins_left: Option<u32>,
    /// How many shards Discord recommends.
    pub recommended_shards: u32,
    /// The privileged intents that are turned on. We need none.
    pub intents: Vec<PrivilegedIntent>,
    /// Whether it has a link to a privacy policy.
    pub has_privacy_policy: bool,
    /// Whether it has a link to terms of service.
    pub has_terms: bool,
    /// Whether members can have it for themselves.
    pub user_install: bool,
    /// Where Discord sends what does not come over the gateway.
    pub endpoint: EndpointUrls,
    /// How the registered commands differ from ours.
    pub commands: CommandChanges,
    places: Places,
}

impl Inspection {
    /// What a place is, and what we may do there.
    #[must_use]
    pub fn platform(&self) -> &dyn Platform {
        &self.places
    }

    /// How many questions to [`Inspection::platform`] Discord has left without an answer: of those,
    /// all was taken to be well.
    #[must_use]
    pub fn unanswered(&self) -> u64 {
        self.places.unanswered()
    }
}

/// An intent that has to be turned on in Discord's portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivilegedIntent {
    /// Who is online.
    Presence,
    /// Who is in a server.
    ServerMembers,
    /// What members write.
    MessageContent,
}

/// How the registered commands differ from ours, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandChanges {
    /// How many are as they should be.
    pub same: usize,
    /// Those that are not registered.
    pub missing: Vec<String>,
    /// Those that are registered otherwise.
    pub changed: Vec<String>,
    /// Those that we have not.
    pub unknown: Vec<String>,
}

#[derive(Deserialize)]
struct Application {
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    flags: u64,
    approximate_guild_count: Option<u64>,
    privacy_policy_url: Option<String>,
    terms_of_service_url: Option<String>,
}

/// The flags of an application that may have an intent, in many servers or in few.
const INTENTS: [(u64, PrivilegedIntent); 3] = [
    (1 << 12 | 1 << 13, PrivilegedIntent::Presence),
    (1 << 14 | 1 << 15, PrivilegedIntent::ServerMembers),
    (1 << 18 | 1 << 19, PrivilegedIntent::MessageContent),
];

/// Asks Discord who we are, which commands are registered, and so on.
///
/// # Errors
/// Like [`run`](super::run): a token that is wrong, an API that cannot be reached, a server that does
/// not know the bot.
pub async fn inspect(options: &Options) -> Result<Inspection, StartError> {
    let token = options.token.trim();
    let address = options.proxy.as_deref().unwrap_or(DISCORD);
    let fault = |fault: ApiError| failed(address, fault);
    let sender = Sender::new(address, token, 1.0, options.metrics.clone()).map_err(fault)?;
    let (gateway, me) = reach(&sender, options.patience, None).await.map_err(fault)?;
    let application = register::application_of(&sender).await.map_err(fault)?;
    let user_install = register::user_install(&application);
    let endpoint = EndpointUrls::of(&application);
    let invalid = |error: serde_json::Error| ApiError::Invalid(error.to_string());
    let application: Application =
        serde_json::from_value(application).map_err(invalid).map_err(fault)?;
    let id = application.id.parse().unwrap_or_default();
    let files = Files::new(options.proxy.as_deref());
    let scope = Scope { application: id, guild: options.guild };
    // Else Discord leaves out what they are called in other languages.
    let localized = [("with_localizations", "true".to_owned())];
    let registered = match sender.send(Request::get(scope.route()).query(&localized)).await {
        Ok(registered) => registered,
        Err(refused) => match (refused.status(), options.guild) {
            (Some(403 | 404), Some(guild)) => return Err(StartError::Guild(guild)),
            _ => return Err(fault(refused)),
        },
    };
    let on = INTENTS.iter().filter(|(flags, _)| application.flags & flags != 0);
    let set = |url: Option<String>| url.is_some_and(|url| !url.is_empty());
    Ok(Inspection {
        application: id,
        name: application.name,
        servers: application.approximate_guild_count,
        logins_left: gateway.logins_left,
        recommended_shards: gateway.recommended,
        intents: on.map(|(_, intent)| *intent).collect(),
        user_install,
        endpoint,
        has_privacy_policy: set(application.privacy_policy_url),
        has_terms: set(application.terms_of_service_url),
        commands: compare(
            &register::all(user_install && options.guild.is_none()),
            registered.as_array().map_or(&[], Vec::as_slice),
        ),
        places: Places::new(sender, me, files).patient(PATIENCE),
    })
}

fn compare(ours: &[Value], theirs: &[Value]) -> CommandChanges {
    let key = |command: &Value| (command["type"].as_u64().unwrap_or(1), name(command));
    let mut changes = CommandChanges::default();
    for command in ours {
        match theirs.iter().find(|registered| key(registered) == key(command)) {
            None => changes.missing.push(name(command)),
            Some(registered) if is_as(command, registered) => changes.same += 1,
            Some(_) => changes.changed.push(name(command)),
        }
    }
    let known = |registered: &Value| ours.iter().any(|command| key(command) == key(registered));
    changes.unknown = theirs.iter().filter(|it| !known(it)).map(name).collect();
    changes
}

fn name(command: &Value) -> String {
    command["name"].as_str().unwrap_or_default().to_owned()
}

/// Whether Discord holds a value as we gave it. It adds fields of its own, and leaves out those that
/// say no more than their absence.
fn is_as(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => ours.iter().all(|(field, value)| {
            let held = theirs.get(field).unwrap_or(&Value::Null);
            is_as(value, held) || is_empty(value) && is_empty(held)
        }),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| is_as(a, b))
        }
        (Value::Number(ours), Value::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (ours, theirs) => ours == theirs,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn commands_are_compared_by_what_we_gave() {
        let option = |about: &str| json!({"name": "theme", "description": about, "required": false, "type": 3});
        let ours = [
            json!({"type": 1, "name": "quote", "description": "A", "options": [option("of")]}),
            json!({"type": 1, "name": "kept", "description": "B", "options": []}),
            json!({"type": 3, "name": "Record as answer", "contexts": [0]}),
            json!({"type": 1, "name": "theme", "description": "C", "options": []}),
        ];
        let held = json!({"name": "theme", "description": "on", "type": 3});
        let theirs = [
            json!({"id": "1", "type": 1, "name": "quote", "description": "A", "options": [held]}),
            json!({"id": "2", "type": 1, "name": "kept", "description": "B", "nsfw": false}),
            json!({"id": "3", "type": 3, "name": "Record as answer", "contexts": [0]}),
            json!({"id": "4", "type": 1, "name": "ping", "description": "D"}),
        ];
        let changes = compare(&ours, &theirs);
        assert_eq!(changes.same, 2);
        assert_eq!(changes.changed, ["quote"]);
        assert_eq!(changes.missing, ["theme"]);
        assert_eq!(changes.unknown, ["ping"]);
    }
}
