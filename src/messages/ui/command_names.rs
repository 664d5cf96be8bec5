//! Commands in a message, such as `` `/daily add time:9:00` ``, as the reader's Discord calls them.

use super::{Language, Span, Text, localized_name};

/// Puts the names of a language for those of commands and options wherever a command is written.
pub(super) fn localize(text: Text, language: Language) -> Text {
    let localized = text.0.into_iter().map(|span| match span {
        Span::Code(words) => Span::Code(match words.strip_prefix('/') {
            Some(command) => format!("/{}", line(command, language)),
            None => words,
        }),
        other => other,
    });
    Text(localized.collect())
}

/// A command such as `daily add`, as the reader's Discord calls it.
#[must_use]
pub fn command_name(command: &str) -> String {
    line(command, Language::current())
}

/// An option of a command, as the reader's Discord calls it.
#[must_use]
pub fn option_name(command: &str, option: &str) -> String {
    let localized = localized_name(Language::current(), command, Some(option));
    localized.unwrap_or_else(|| option.to_owned())
}

/// A command line in the names of a language; what is no command stays as it is.
fn line(words: &str, language: Language) -> String {
    let mut command = String::new();
    let mut line = String::new();
    for (at, word) in words.split(' ').enumerate() {
        if at > 0 {
            line.push(' ');
        }
        let option = word.split_once(':').map(|(name, value)| {
            let name = localized_name(language, &command, Some(name)).unwrap_or(name.to_owned());
            format!("{name}:{value}")
        });
        if let Some(option) = option {
            line.push_str(&option);
            continue;
        }
        let longer = if at == 0 { word.to_owned() } else { format!("{command} {word}") };
        match localized_name(language, &longer, None) {
            Some(name) => {
                command = longer;
                line.push_str(&name);
            }
            None => line.push_str(word),
        }
    }
    line
}
