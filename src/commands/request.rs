//! A request as a frontend hands it in: the command, and the texts that its member wrote. They are
//! given back with the refusal if nothing comes of them, so that nobody has to write them twice.

use super::{Command, fill, options_of};
use crate::command::{
    FieldValue, Invocation, OptionKind, ReplyMode, UserError, Value, shows_nothing,
};

/// What a member asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub(super) command: Result<Command, UserError>,
    /// Its name, if it is known.
    pub(super) name: String,
    pub(super) texts: Vec<String>,
}

impl Request {
    /// What a member typed: a slash command, a command on a message, a line of the console.
    #[must_use]
    pub fn typed(line: Invocation) -> Self {
        let (name, texts) = (line.name.clone(), texts(&line));
        Self { command: Command::parse(line), name, texts }
    }

    /// What a button, a menu or a form carries.
    #[must_use]
    pub fn pressed(line: Invocation) -> Self {
        let texts = texts(&line);
        let (name, command) = match fill::filled(&line) {
            Some(typed) => (typed.name.clone(), Command::parse(typed)),
            None => (line.name.clone(), Command::press(line)),
        };
        Self { command, name, texts }
    }

    /// How it is answered; a refusal is for its member alone.
    #[must_use]
    pub fn reply_mode(&self) -> ReplyMode {
        self.command.as_ref().map_or(ReplyMode::EPHEMERAL, Command::reply_mode)
    }

    /// What its member wrote.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }
}

impl From<Result<Command, UserError>> for Request {
    /// A command in which nobody wrote anything, or a line that could not even be read.
    fn from(command: Result<Command, UserError>) -> Self {
        Self { command, name: String::new(), texts: Vec::new() }
    }
}

/// The texts of a line: what was filled into a form, and the options that take prose.
#[must_use]
pub fn texts(line: &Invocation) -> Vec<String> {
    let fields = line.fields.values().filter_map(|value| match value {
        FieldValue::Text(text) => Some(text),
        FieldValue::Choices(_) | FieldValue::Flag(_) | FieldValue::Files(_) => None,
    });
    let known = options_of(&line.name);
    let prose = |name: &str| match known {
        Some(known) => {
            let option = known.iter().find(|option| option.name == name);
            option.is_some_and(|option| matches!(option.kind, OptionKind::Prose(_)))
        }
        // A command that is only pressed can be typed in the console.
        None => name == "text",
    };
    let options = line.options.iter().filter(|(name, _)| prose(name));
    let options = options.filter_map(|(_, value)| match value {
        Value::Text(text) => Some(text),
        _ => None,
    });
    fields.chain(options).filter(|text| !shows_nothing(text)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_a_line_are_its_fields_and_its_prose() {
        let typed = |line: &str| texts(&Invocation::parse(line).unwrap());
        assert_eq!(typed("answer text:\"I do.\" round:1"), ["I do."]);
        assert_eq!(typed("question text:\"Who rules?\" theme:power"), ["Who rules?"]);
        assert_eq!(typed("statement propose text:Nobody."), ["Nobody."]);
        assert_eq!(typed("seminar add text:Nobody?"), ["Nobody?"]);
        assert_eq!(typed("quote search:freedom"), [""; 0]);
        assert_eq!(typed("answer text:\" \""), [""; 0]);
        let form = Invocation::parse("gone command:1").unwrap().field("text", "Ours.");
        assert_eq!(
            texts(&form.chosen("choice", "power").field("it", FieldValue::Flag(true))),
            ["Ours."]
        );
    }
}
