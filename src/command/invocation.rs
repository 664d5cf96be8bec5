//! A command as it comes in: its words, its options as typed values, and what a form or menu added.
//!
//! The text form, `daily add time:9:00 theme:"power"`, is what the console takes and what a
//! button's `custom_id` is. A slash command comes with its options as values and is never written
//! out as text; nor are the fields of a form.

use std::collections::BTreeMap;

use super::UserError;
use crate::messages::{Field, FieldInput};
use domain::{Address, ChannelId, MemberId, RoleId};

/// A command before it is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invocation {
    /// The command, and the subcommand if it has one: `daily add`.
    pub name: String,
    /// The options that were given.
    pub options: BTreeMap<String, Value>,
    /// What a form or a menu holds, by field.
    pub fields: BTreeMap<String, FieldValue>,
}

/// What a field of a form holds, or a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words, as they were written.
    Text(String),
    /// The values of the options that were chosen.
    Choices(Vec<String>),
    /// Whether a box is checked.
    Flag(bool),
    /// Files that were uploaded.
    Files(Vec<Attachment>),
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as typed.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Flag(bool),
    /// A channel or thread.
    Channel(ChannelId),
    /// A role.
    Role(RoleId),
    /// A member of the server.
    Member {
        /// Who.
        id: MemberId,
        /// The name they go by.
        name: String,
        /// Whether it is a bot.
        bot: bool,
    },
    /// A file that came with the command.
    File(Attachment),
    /// The message that a command was used on.
    Message(TargetMessage),
}

/// A message as it came with a command that was used on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetMessage {
    /// Where it is.
    pub at: Address,
    /// Who wrote it.
    pub author: MemberId,
    /// The name they go by.
    pub name: String,
    /// Whether that is a program: a bot or a webhook.
    pub bot: bool,
    /// Its words; none if it is only a picture, or a notice of the platform's own.
    pub text: String,
    /// The names of its pictures and files.
    pub files: Vec<String>,
}

/// A file that a member has handed in, and that can be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without folders.
    pub name: String,
    /// Where it is: an address of Discord's, or a path in the console.
    pub at: String,
    /// Its size in bytes, as far as that was said.
    pub size: u64,
}

impl Invocation {
    /// Reads the text form. A leading `/` is allowed. A value with a space in it is put in double
    /// quotation marks, with `\"` and `\\` inside; an option's name is a word followed by `:`.
    ///
    /// # Errors
    /// A word that is no option, an option given twice, or a quotation mark that is never closed.
    pub fn parse(text: &str) -> Result<Self, UserError> {
        let mut line = Self::default();
        for word in words(text.trim().trim_start_matches('/'))? {
            match word {
                Word::Bare(name) if line.options.is_empty() => {
                    if !line.name.is_empty() {
                        line.name.push(' ');
                    }
                    line.name.push_str(&name);
                }
                Word::Bare(stray) => return Err(UserError::StrayWord(stray)),
                Word::Option(name, value) => {
                    if line.options.insert(name.clone(), Value::Text(value)).is_some() {
                        return Err(UserError::TwiceGiven(name));
                    }
                }
            }
        }
        Ok(line)
    }

    /// Adds an option.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.options.insert(name.to_owned(), value);
        self
    }

    /// Adds a field of a form.
    #[must_use]
    pub fn field(mut self, name: &str, value: impl Into<FieldValue>) -> Self {
        self.fields.insert(name.to_owned(), value.into());
        self
    }

    /// Adds what was chosen in a menu, or in a field of a form.
    #[must_use]
    pub fn chosen(self, name: &str, value: impl Into<String>) -> Self {
        self.field(name, FieldValue::Choices(vec![value.into()]))
    }
}

impl FieldValue {
    /// What a field holds before anybody has touched it.
    #[must_use]
    pub fn initial(field: &Field) -> Self {
        match &field.input {
            FieldInput::Text(input) => Self::Text(input.value.clone().unwrap_or_default()),
            FieldInput::Choice(input) => Self::Choices(input.chosen.clone().into_iter().collect()),
            FieldInput::Select(_) => Self::Choices(Vec::new()),
            FieldInput::Checkbox { checked } => Self::Flag(*checked),
            FieldInput::FileUpload(_) => Self::Files(Vec::new()),
        }
    }
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for FieldValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

enum Word {
    Bare(String),
    Option(String, String),
}

fn words(text: &str) -> Result<Vec<Word>, UserError> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let option = rest[..end].split_once(':').filter(|(name, _)| is_name(name));
        if let Some((name, _)) = option {
            let (value, after) = value(&rest[name.len() + 1..])?;
            words.push(Word::Option(name.to_owned(), value));
            rest = after.trim_start();
        } else {
            words.push(Word::Bare(rest[..end].to_owned()));
            rest = rest[end..].trim_start();
        }
    }
    Ok(words)
}

fn is_name(word: &str) -> bool {
    let fits = |c: char| c.is_lowercase() || c == '-' || c == '_' || c == '\'';
    !word.is_empty() && word.chars().all(fits)
}

/// The value at the start of `text`, and what follows it.
fn value(text: &str) -> Result<(String, &str), UserError> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        return Ok((text[..end].to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((value, &quoted[at + 1..])),
            '\\' => match chars.next() {
                Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                Some((_, other)) => value.extend(['\\', other]),
                None => return Err(UserError::OpenQuotation),
            },
            other => value.push(other),
        }
    }
    Err(UserError::OpenQuotation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &Invocation, name: &str) -> String {
        match &line.options[name] {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn names_and_options_are_told_apart() {
        let line = Invocation::parse("/daily add time:9:00 theme:\"the \\\"state\\\"\"").unwrap();
        assert_eq!(line.name, "daily add");
        assert_eq!(text(&line, "time"), "9:00");
        assert_eq!(text(&line, "theme"), "the \"state\"");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (bad, want) in [
            ("quote search:\"free", "never closed"),
            ("quote theme:power theme:liberty", "twice"),
            ("quote theme:power liberty", "liberty"),
        ] {
            let said = Invocation::parse(bad).unwrap_err().to_string();
            assert!(said.contains(want), "{bad}: {said}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = Invocation::parse(&text);
        }

        #[test]
        fn a_quoted_value_comes_back_whole(value in "[^\u{0}]*") {
            let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
            let line = Invocation::parse(&format!("quote search:\"{quoted}\"")).unwrap();
            proptest::prop_assert_eq!(text(&line, "search"), value);
        }
    }
}
