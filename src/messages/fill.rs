//! A form for the options of a command. Their names and descriptions are those of the command.

use super::ui::{
    ChoiceInput, ChoiceOption, EntitySelect, Field, FieldInput, Form, Selectable, TextInput, about,
    choice_name, command_name, limits, option_name, string, truncate,
};

/// What a form asks for one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank<'a> {
    /// The option's name.
    pub option: &'a str,
    /// Whether the command needs it.
    pub required: bool,
    /// The most characters it takes.
    pub most: usize,
    /// Whether it takes several lines.
    pub long: bool,
    /// The words that it can be chosen from, if it takes no others.
    pub words: &'a [&'a str],
    /// What of the server it names, if it does.
    pub of: Option<Selectable>,
}

/// The form of a command; sending it is typing the command.
#[must_use]
pub fn form<'a>(command: &str, blanks: impl IntoIterator<Item = Blank<'a>>) -> Form {
    let title = string!("panel-form", command = command_name(command));
    Form {
        title: truncate(&title, limits::MODAL_TITLE),
        submit: line(command),
        parts: blanks.into_iter().map(|blank| field(command, blank).into()).collect(),
    }
}

/// The line that opens the form of a command, and that the form sends.
pub(super) fn line(command: &str) -> String {
    match command.contains(' ') {
        true => format!("fill command:\"{command}\""),
        false => format!("fill command:{command}"),
    }
}

fn field(command: &str, blank: Blank<'_>) -> Field {
    let about = about(command, Some(blank.option));
    let name = option_name(command, blank.option);
    let most = u16::try_from(blank.most).unwrap_or(u16::MAX).min(limits::FIELD_VALUE);
    let option = |word: &&str| ChoiceOption::new(word, choice_name(command, blank.option, word));
    let input = match (blank.of, blank.words) {
        (Some(of), _) => FieldInput::Select(EntitySelect { of, required: blank.required }),
        (None, []) => FieldInput::Text(TextInput {
            hint: None,
            value: None,
            length: (u16::from(blank.required), most),
            long: blank.long,
            required: blank.required,
        }),
        (None, words) => FieldInput::Choice(ChoiceInput {
            options: words.iter().map(option).collect(),
            chosen: None,
            required: blank.required,
        }),
    };
    Field {
        id: blank.option.to_owned(),
        label: truncate(&name, limits::FIELD_LABEL),
        description: Some(truncate(&about, limits::FIELD_DESCRIPTION)),
        input,
    }
}
