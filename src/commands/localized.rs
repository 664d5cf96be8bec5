//! Commands that are typed by the names they have in other languages.

use super::{COMMANDS, MESSAGE_COMMANDS, options_of};
use crate::command::Invocation;
use crate::messages::ui::{Language, localized_name};

/// The same line with the commands' and options' own names for those of a language.
#[must_use]
pub fn with_own_names(mut line: Invocation, language: Language) -> Invocation {
    let words: Vec<&str> = line.name.split(' ').collect();
    // The words behind a command may be the value of its first option.
    let found = (1..=words.len().min(2)).rev().find_map(|count| {
        let (command, rest) = words.split_at(count);
        Some((own_name(&command.join(" "), language)?, rest))
    });
    let Some((command, rest)) = found else { return line };
    let options = options_of(&command).unwrap_or_default();
    let own = |given: String| {
        let called = |name: &str| localized_name(language, &command, Some(name));
        let by_own_name = options.iter().any(|option| option.name == given);
        let found = options.iter().find(|option| called(option.name).as_ref() == Some(&given));
        found.filter(|_| !by_own_name).map_or(given, |option| option.name.to_owned())
    };
    line.options = line.options.into_iter().map(|(name, value)| (own(name), value)).collect();
    let name = [&[command.as_str()], rest].concat().join(" ");
    line.name = name;
    line
}

/// The own name of what is called so in a language: a command, a group of them, or one in a message's
/// menu.
pub(super) fn anything(given: &str, language: Language) -> Option<String> {
    let called = |word: &str| localized_name(language, word, None).map(|name| name.to_lowercase());
    let outer = COMMANDS.iter().map(|spec| spec.name);
    let mut words = outer.chain(MESSAGE_COMMANDS.iter().map(|spec| spec.word));
    let word = words.find(|word| called(word).as_deref() == Some(given));
    word.map(str::to_owned).or_else(|| own_name(given, language))
}

/// The own name of a whole command that is called so in a language.
fn own_name(given: &str, language: Language) -> Option<String> {
    let called = |command: &str| {
        let own = command.rsplit(' ').next().unwrap_or(command).to_owned();
        localized_name(language, command, None).unwrap_or(own)
    };
    let mut commands = COMMANDS.iter().flat_map(|spec| {
        let outer = called(spec.name);
        spec.whole_names().into_iter().map(move |name| {
            let localized = match name.contains(' ') {
                true => format!("{outer} {}", called(&name)),
                false => outer.clone(),
            };
            (name, localized)
        })
    });
    let (name, _) = commands.find(|(_, localized)| localized == given)?;
    Some(name)
}
