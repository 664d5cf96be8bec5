//! Registers the commands of the one table, when they have changed.

use serde_json::{Value, json};
use serenity::http::Route;
use serenity::model::id::ApplicationId;
use sha2::{Digest, Sha256};

use super::endpoint_urls::EndpointUrls;
use super::ids;
use super::rest::{ApiError, Request, Sender};
use crate::command::{Body, MessageSpec, OptionKind, OptionSpec, Spec};
use crate::commands::{ANYWHERE, COMMANDS, MESSAGE_COMMANDS};
use crate::messages::ui::{Language, about, choice_name, limits, localized_name};
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
    listens: bool,
) -> Result<(), Unregistered> {
    let about = application_of(sender).await?;
    EndpointUrls::of(&about).warn(listens);
    // Discord takes what members may use by themselves only if they can have the application so.
    let for_members = guild.is_none() && user_install(&about);
    let commands = all(for_members);
    // Hardly anybody reads them here again, and they are a good part of all messages.
    Language::ALL.into_iter().for_each(|language| language.catalog().forget());
    let number = commands.len();
    let commands = Value::from(commands);
    let digest: String =
        Sha256::digest(commands.to_string()).iter().map(|byte| format!("{byte:02x}")).collect();
    let scope = Scope { application, guild };
    let known = store.registration(&scope.name()).await?.is_some_and(|known| known == digest);
    // Somebody may have taken them away since.
    if !known
        || registered(&sender.send(Request::get(scope.route())).await?) != registered(&commands)
    {
        sender.send(Request::put(scope.route(), commands)).await?;
        store.registered(scope.name(), digest).await?;
        tracing::info!(commands = number, "the commands are registered");
    }
    unregister_elsewhere(sender, store, scope).await
}

/// What Discord says of the application.
pub(super) async fn application_of(sender: &Sender) -> Result<Value, ApiError> {
    sender.send(application_request()).await
}

/// Asks what Discord says of the application.
pub(super) fn application_request() -> Request<'static> {
    // The older route of the two tells no flags.
    Request::get(Route::Oauth2ApplicationCurrent).at("/applications/@me")
}

/// Whether members can have the application for themselves.
pub(super) fn user_install(application: &Value) -> bool {
    application["integration_types_config"].get("1").is_some_and(|config| !config.is_null())
}

/// Every command, as Discord takes it; `for_members`: some also for members by themselves.
pub(super) fn all(for_members: bool) -> Vec<Value> {
    let typed = COMMANDS.iter().map(|spec| {
        let mut command = command(spec);
        if for_members && ANYWHERE.contains(&spec.name) {
            command["integration_types"] = json!([0, 1]);
            // Servers, direct messages with us, and those with others.
            command["contexts"] = json!([0, 1, 2]);
        }
        command
    });
    typed.chain(MESSAGE_COMMANDS.iter().map(|it| on_message(it))).collect()
}

/// Where commands are registered: everywhere or in one server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) application: u64,
    pub(super) guild: Option<ServerId>,
}

impl Scope {
    /// What the store calls it.
    fn name(self) -> String {
        match self.guild {
            None => format!("{}", self.application),
            Some(server) => format!("{}/{server}", self.application),
        }
    }

    fn named(name: &str) -> Option<Self> {
        let (application, guild) = match name.split_once('/') {
            Some((application, guild)) => (application, Some(ServerId(guild.parse().ok()?))),
            None => (name, None),
        };
        Some(Self { application: application.parse().ok()?, guild })
    }

    pub(super) fn route(self) -> Route<'static> {
        let application_id = ApplicationId::new(self.application);
        match self.guild {
            None => Route::Commands { application_id },
            Some(server) => Route::GuildCommands { application_id, guild_id: ids::guild(server) },
        }
    }
}

/// Takes the commands away where they were registered before: a server would show them twice.
async fn unregister_elsewhere(
    sender: &Sender,
    store: &Store,
    here: Scope,
) -> Result<(), Unregistered> {
    let before = store.registrations().await?;
    let mut elsewhere: Vec<Scope> = before.iter().filter_map(|name| Scope::named(name)).collect();
    if here.guild.is_some() {
        // Another database may have registered them everywhere.
        elsewhere.push(Scope { guild: None, ..here });
    }
    elsewhere.retain(|there| there.application == here.application && *there != here);
    elsewhere.dedup();
    for there in elsewhere {
        match remove(sender, there).await {
            Ok(()) => {}
            // We were thrown out of that server, and our commands with us.
            Err(fault) if matches!(fault.status(), Some(403 | 404)) => {}
            Err(fault) => return Err(fault.into()),
        }
        store.unregistered(there.name()).await?;
    }
    Ok(())
}

async fn remove(sender: &Sender, there: Scope) -> Result<(), ApiError> {
    let found = sender.send(Request::get(there.route())).await?;
    if !registered(&found).is_empty() {
        sender.send(Request::put(there.route(), json!([]))).await?;
        tracing::info!(scope = there.name(), "the commands registered there before are removed");
    }
    Ok(())
}

fn registered(commands: &Value) -> Vec<&str> {
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
                    "type": 1, "name": sub.name,
                    "name_localizations": names(&command, None),
                    "description": description,
                    "description_localizations": localized(|| about(&command, None)),
                    "options": options,
                })
            })
            .collect(),
    };
    json!({
        "type": 1,
        "name": spec.name,
        "name_localizations": names(spec.name, None),
        "description": about(spec.name, None),
        "description_localizations": localized(|| about(spec.name, None)),
        "options": options,
        "integration_types": [0],
        "contexts": [0],
    })
}

/// Discord's types of channels in which something can be posted.
pub(super) const POSTABLE: [u8; 8] = [0, 2, 5, 10, 11, 12, 13, 15];

/// Discord's locales.
const LOCALES: &[&str] = &[
    "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr",
    "uk", "vi", "zh-CN", "zh-TW",
];

/// Those whose language is one of ours; what is left out is English, as is the default.
fn translated() -> impl Iterator<Item = (String, Language)> {
    let known = LOCALES.iter().filter_map(|it| Some(((*it).to_owned(), Language::of_locale(it)?)));
    known.filter(|(_, language)| *language != Language::default())
}

/// What a command or an option is called in each of Discord's locales that has a name of its own for
/// it.
fn names(command: &str, option: Option<&str>) -> Value {
    let names = translated().filter_map(|(locale, language)| {
        let name = localized_name(language, command, option)?;
        Some((locale, json!(name)))
    });
    Value::Object(names.collect())
}

/// What is written in each of Discord's locales but the default.
fn localized(write: impl Fn() -> String) -> Value {
    let words = translated();
    let words = words.map(|(locale, language)| (locale, json!(language.sync_scope(&write))));
    Value::Object(words.collect())
}

/// A command in the menu of a message.
fn on_message(spec: &MessageSpec) -> Value {
    json!({
        "type": 3,
        "name": spec.name,
        "name_localizations": names(spec.word, None),
        "integration_types": [0],
        "contexts": [0],
    })
}

fn option(command: &str, spec: &OptionSpec) -> Value {
    let mut option = json!({
        "name": spec.name,
        "name_localizations": names(command, Some(spec.name)),
        "description": about(command, Some(spec.name)),
        "description_localizations": localized(|| about(command, Some(spec.name))),
        "required": spec.required,
    });
    let rest = match spec.kind {
        OptionKind::Text(most) | OptionKind::Prose(most) => {
            json!({"type": 3, "max_length": most.clamp(1, limits::OPTION_VALUE)})
        }
        OptionKind::Time | OptionKind::Days | OptionKind::Date | OptionKind::Delay => {
            json!({"type": 3, "max_length": limits::CHOICE})
        }
        OptionKind::Suggested(_) => {
            json!({"type": 3, "autocomplete": true, "max_length": limits::CHOICE})
        }
        OptionKind::Integer(least, most) => {
            json!({"type": 4, "min_value": least, "max_value": most})
        }
        OptionKind::Flag => json!({"type": 5}),
        OptionKind::File(types) => json!({"type": 11, "file_types": types}),
        // Discord has no such option: a message comes with the menu that stands on it.
        OptionKind::Message => json!({"type": 3}),
        // Text, voice, announcements, their threads, stages, forums.
        OptionKind::Channel => json!({"type": 7, "channel_types": POSTABLE}),
        OptionKind::Role => json!({"type": 8}),
        OptionKind::Member => json!({"type": 6}),
        OptionKind::OneOf(choices) => {
            let choices = choices.iter().map(|word| {
                let name = || choice_name(command, spec.name, word);
                json!({"name": name(), "name_localizations": localized(name), "value": word})
            });
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
            assert!(longest(&command) <= limits::COMMAND_LENGTH, "{}", spec.name);
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

    /// What Discord counts of a command: of each name, description and value the longest of all
    /// locales.
    fn longest(part: &Value) -> usize {
        let field = |field: &str| {
            let own = part[field].as_str().into_iter();
            let localized = part[format!("{field}_localizations")].as_object();
            let localized =
                localized.into_iter().flat_map(|it| it.values().filter_map(Value::as_str));
            own.chain(localized).map(|words| words.chars().count()).max().unwrap_or(0)
        };
        let within = ["options", "choices"].into_iter().filter_map(|list| part[list].as_array());
        let within: usize = within.flatten().map(longest).sum();
        field("name") + field("description") + field("value") + within
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
        let localized = part["description_localizations"].as_object().unwrap();
        for (locale, about) in localized {
            let length = about.as_str().unwrap().chars().count();
            assert!(
                (1..=limits::COMMAND_DESCRIPTION).contains(&length),
                "{name} {locale}: {about}"
            );
        }
        for choice in part["choices"].as_array().into_iter().flatten() {
            for name in choice["name_localizations"].as_object().unwrap().values() {
                let length = name.as_str().unwrap().chars().count();
                assert!((1..=limits::CHOICE).contains(&length), "{name}");
            }
        }
        let options = part["options"].as_array().cloned().unwrap_or_default();
        assert!(options.len() <= limits::COMMAND_OPTIONS, "{name}");
        let types = part["file_types"].as_array();
        assert!(types.is_none_or(|types| types.len() <= limits::FILE_TYPES), "{name}");
        let required: Vec<bool> =
            options.iter().filter_map(|option| option["required"].as_bool()).collect();
        assert!(required.is_sorted_by(|a, b| a >= b), "{name}: required options come first");
        assert!(
            part["choices"].as_array().is_none_or(|choices| choices.len() <= limits::CHOICES),
            "{name}"
        );
    }
}
