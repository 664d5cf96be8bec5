//! What `/help` shows. The descriptions themselves are in `commands.ftl`.

use super::privacy::Policies;
use super::ui::{
    Block, Card, Language, Text, about, command_name, localized_name, option_name, string, text,
};

/// A command in the menu of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnMessage<'a> {
    /// What the menu shows.
    pub name: &'a str,
    /// The command's word.
    pub word: &'a str,
}

impl OnMessage<'_> {
    /// What the menu shows in the reader's language.
    #[must_use]
    pub fn label(self) -> String {
        let localized = localized_name(Language::current(), self.word, None);
        localized.unwrap_or_else(|| self.name.to_owned())
    }
}

/// An option as help lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether the command needs it.
    pub required: bool,
}

/// All commands, in the order given.
#[must_use]
pub fn overview<'a>(
    typed: impl IntoIterator<Item = &'a str>,
    on_messages: impl IntoIterator<Item = OnMessage<'a>>,
) -> Card {
    let on_messages = on_messages
        .into_iter()
        .map(|it| text!("help-on-message", name = it.label(), about = about(it.word, None)));
    Card::titled(string!("help-title"))
        .text(text!("help-purpose"))
        .block(commands(typed))
        .block(Block::List(on_messages.collect()))
        .text(text!("help-start"))
}

/// The commands that work without a server, for who has the bot for themselves.
#[must_use]
pub fn anywhere<'a>(typed: impl IntoIterator<Item = &'a str>) -> Card {
    Card::titled(string!("help-anywhere-title"))
        .text(text!("help-anywhere"))
        .block(commands(typed))
        .text(text!("help-anywhere-server"))
}

/// The help with links to what the operator has published.
#[must_use]
pub fn with_policies(help: Card, policies: &Policies) -> Card {
    policies.links().into_iter().fold(help, Card::text)
}

/// A command with its options.
#[must_use]
pub fn command<'a>(name: &str, options: impl IntoIterator<Item = Listed<'a>>) -> Card {
    let option = |it: Listed<'a>| {
        let about = about(name, Some(it.name));
        let shown = option_name(name, it.name);
        text!("help-option", name = shown, required = it.required, about = about)
    };
    let options: Vec<Text> = options.into_iter().map(option).collect();
    let card = described(name);
    if options.is_empty() { card } else { card.block(Block::List(options)) }
}

/// A command with its subcommands, whose names are given in full.
#[must_use]
pub fn group<'a>(name: &str, subcommands: impl IntoIterator<Item = &'a str> + Clone) -> Card {
    let card = described(name);
    let card = if name == "seminar" { card.text(text!("help-seminar")) } else { card };
    let example = subcommands.clone().into_iter().next().unwrap_or(name);
    card.block(commands(subcommands)).text(text!("help-more", example = command_name(example)))
}

/// A command in the menu of a message, and where that menu is.
#[must_use]
pub fn on_message(command: OnMessage<'_>) -> Card {
    Card::titled(command.label()).text(about(command.word, None)).text(text!("help-where-menu"))
}

fn described(name: &str) -> Card {
    Card::titled(string!("help-command-title", name = command_name(name))).text(about(name, None))
}

fn commands<'a>(names: impl IntoIterator<Item = &'a str>) -> Block {
    let line = |name: &str| text!("help-command", name = name, about = about(name, None));
    Block::List(names.into_iter().map(line).collect())
}
