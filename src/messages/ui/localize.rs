//! How the program asks for a message: [`text!`] for one with spans, [`string!`] for plain words.

use super::{Argument, Language, Plain, Text};

/// A message as a [`Text`]: `text!("answer-count", count = 3, by = member)`. The values are
/// anything that makes an [`Argument`]: numbers, words, keys, spans, texts.
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::ui::to_text(
            $id,
            &[$((stringify!($name), $crate::messages::ui::Argument::from($value))),*],
        )
    };
}

/// A message as a `String`, for titles, labels, names of threads and completions. The values are
/// [`Plain`]: no spans, and no markup in the message.
macro_rules! string {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::ui::to_string(
            $id,
            &[$((stringify!($name), $crate::messages::ui::plain($value))),*],
        )
    };
}

pub(crate) use {string, text};

/// What [`text!`] calls.
#[must_use]
pub fn to_text(id: &'static str, arguments: &[(&str, Argument)]) -> Text {
    Language::current().catalog().text(id, arguments)
}

/// What [`string!`] calls.
#[must_use]
pub fn to_string(id: &'static str, arguments: &[(&str, Argument)]) -> String {
    Language::current().catalog().string(id, arguments)
}

/// An argument of [`string!`].
pub fn plain(value: impl Plain) -> Argument {
    value.into()
}

/// The description of a command (`daily add`) or of one of its options.
#[must_use]
pub fn about(command: &str, option: Option<&str>) -> String {
    Language::current().catalog().string(&about_id(command, option), &[])
}

/// What is shown for one of the words that an option can be chosen from.
#[must_use]
pub fn choice_name(command: &str, option: &str, word: &str) -> String {
    Language::current().catalog().string(&choice_id(command, option, word), &[])
}

/// What a language calls a command (the last word of `daily add`) or one of its options; `None` where
/// it goes by its own name.
#[must_use]
pub fn localized_name(language: Language, command: &str, option: Option<&str>) -> Option<String> {
    language.catalog().known(&name_id(command, option))
}

/// The id of the message that [`localized_name`] shows: `names-daily-add`, or its attribute
/// `names-daily-add.time`.
#[must_use]
pub fn name_id(command: &str, option: Option<&str>) -> String {
    id_of("names", command, option)
}

/// The id of the message that [`choice_name`] shows: `commands-seminar-open.format-debate`.
#[must_use]
pub fn choice_id(command: &str, option: &str, word: &str) -> String {
    about_id(command, Some(&format!("{option}-{word}")))
}

/// The id of the message that [`about`] shows: `commands-daily-add`, or its attribute
/// `commands-daily-add.time`.
#[must_use]
pub fn about_id(command: &str, option: Option<&str>) -> String {
    id_of("commands", command, option)
}

fn id_of(file: &str, command: &str, option: Option<&str>) -> String {
    let command = command.replace(' ', "-");
    let option = option.map(|option| format!(".{option}")).unwrap_or_default();
    format!("{file}-{command}{option}")
}
