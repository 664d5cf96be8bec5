//! Registers the commands of the one table, when they have changed.

use serde_json::{Value, json};
use serenity::http::Route;
use serenity::model::id::ApplicationId;
use sha2::{Digest, Sha256};

use super::ids;
use super::rest::{ApiError, Request, Sender};
use crate::command::{Body, MessageSpec, OptionKind, OptionSpec, Spec};
use crate::commands::{COMMANDS, MESSAGE_COMMANDS};
use crate::messages::ui::{about, choice_name, limits};
use crate::store::{self, Store};
use domain::ServerId;

/// Why commands were not registered.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unregistered {
    #[error(transparent)]
    Discord(#[from] ApiError),
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Registers the commands everywhere or in one server, if Discord does not have them as they are.
pub(super) async fn register(
    sender: &Sender,
    store: &Store,
    application: u64,
    guild: Option<ServerId>,
) -> Result<(), Unregistered> {
    let typed = COMMANDS.iter().map(|spec| command(spec));
    let commands: Vec<Value> =
        typed.chain(MESSAGE_COMMANDS.iter().map(|it| on_message(it))).collect();
    let number = commands.len();
    let commands = Value::from(commands);
    let digest: String =
        Sha256::digest(commands.to_string()).iter().map(|byte| format!("{byte:02x}")).collect();
    let application_id = ApplicationId::new(application);
    let (scope, route) = match guild {
        None => (format!("{application}"), Route::Commands { application_id }),
        Some(server) => {
            let guild_id = ids::guild(server);
            let route = Route::GuildCommands { application_id, guild_id };
            (format!("{application}/{server}"), route)
        }
    };
    let known = store.registration(&scope).await?.is_some_and(|known| known == digest);
    // Somebody may have taken them away since.
    if known && names(&sender.send(Request::get(route)).await?) == names(&commands) {
        return Ok(());
    }
    sender.send(Request::put(route, commands)).await?;
    store.registered(scope, digest).await?;
    tracing::info!(commands = number, "the commands are registered");
    Ok(())
}

fn names(commands: &Value) -> Vec<&str> {
    let commands = commands.as_array().into_iter().flatten();
    let mut names: Vec<&str> = commands.filter_map(|command| command["name"].as_str()).collect();
    names.sort_unstable();
    names
}

/// A command as Discord takes it: for servers only, and without default permissions, which would
/// hide it from facilitators.
fn command(spec: &Spec) -> Value {
    let options: Vec<Value> = match &spec.body {
        Body::Options(options) => options.iter().map(|it| option(spec.name, it)).collect(),
        Body::Subcommands(subs) => subs
            .iter()
            .map(|sub| {
                let command = format!("{} {}", spec.name, sub.name);
                let options: Vec<Value> =
                    sub.options.iter().map(|it| option(&command, it)).collect();
                let description = about(&command, None);
                json!({
                    "type": 1, "name": sub.name, "description": description, "options": options,
                })
            })
            .collect(),
    };
    json!({
        "type": 1,
        "name": spec.name,
        "description": about(spec.name, None),
        "options": options,
        "integration_types": [0],
        "contexts": [0],
    })
}

/// A command in the menu of a message.
fn on_message(spec: &MessageSpec) -> Value {
    json!({"type": 3, "name": spec.name, "integration_types": [0], "contexts": [0]})
}

fn option(command: &str, spec: &OptionSpec) -> Value {
    let mut option = json!({
        "name": spec.name,
        "description": about(command, Some(spec.name)),
        "required": spec.required,
    });
    let rest = match spec.kind {
        OptionKind::Text(most) | OptionKind::Prose(most) => {
            json!({"type": 3, "max_length": most.clamp(1, limits::OPTION_VALUE)})
        }
        OptionKind::Time | OptionKind::Days | OptionKind::Date => {
            json!({"type": 3, "max_length": limits::CHOICE})
        }
        OptionKind::Suggested(_) => {
            json!({"type": 3, "autocomplete": true, "max_length": limits::CHOICE})
        }
        OptionKind::Integer(least, most) => {
            json!({"type": 4, "min_value": least, "max_value": most})
        }
        OptionKind::Flag => json!({"type": 5}),
        OptionKind::File => json!({"type": 11}),
        // Discord has no such option: a message comes with the menu that stands on it.
        OptionKind::Message => json!({"type": 3}),
        // Text, voice, announcements, their threads, stages, forums.
        OptionKind::Channel => json!({"type": 7, "channel_types": [0, 2, 5, 10, 11, 12, 13, 15]}),
        OptionKind::Role => json!({"type": 8}),
        OptionKind::Member => json!({"type": 6}),
        OptionKind::OneOf(choices) => {
            let choices = choices
                .iter()
                .map(|word| json!({"name": choice_name(command, spec.name, word), "value": word}));
            json!({"type": 3, "choices": choices.collect::<Vec<_>>()})
        }
    };
    if let (Some(option), Value::Object(rest)) = (option.as_object_mut(), rest) {
        option.extend(rest);
    }
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_keeps_within_discords_limits() {
        for spec in COMMANDS {
            let command = command(spec);
            check(&command);
            for option in command["options"].as_array().unwrap() {
                check(option);
                let inner = option["options"].as_array();
                let inner = inner.into_iter().flatten();
                inner.for_each(check);
            }
            assert!(command.to_string().chars().count() <= limits::COMMAND_LENGTH, "{}", spec.name);
        }
        assert!(COMMANDS.len() <= limits::COMMANDS);
        // As many as may stand in the menu of a message.
        assert!(MESSAGE_COMMANDS.len() <= limits::MESSAGE_COMMANDS);
        for spec in MESSAGE_COMMANDS {
            assert!(
                (1..=limits::COMMAND_NAME).contains(&spec.name.chars().count()),
                "{}",
                spec.name
            );
        }
    }

    fn check(part: &Value) {
        let name = part["name"].as_str().unwrap();
        let about = part["description"].as_str().unwrap();
        assert!(
            (1..=limits::COMMAND_NAME).contains(&name.len()) && name == name.to_lowercase(),
            "{name}"
        );
        assert!(
            (1..=limits::COMMAND_DESCRIPTION).contains(&about.chars().count()),
            "{name}: {about}"
        );
        let options = part["options"].as_array().cloned().unwrap_or_default();
        assert!(options.len() <= limits::COMMAND_OPTIONS, "{name}");
        let required: Vec<bool> =
            options.iter().filter_map(|option| option["required"].as_bool()).collect();
        assert!(required.is_sorted_by(|a, b| a >= b), "{name}: required options come first");
        assert!(
            part["choices"].as_array().is_none_or(|choices| choices.len() <= limits::CHOICES),
            "{name}"
        );
    }
}
