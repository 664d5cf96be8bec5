//! What could come next in a line: members, places, commands, options and their values.

use std::sync::LazyLock;

use super::input_line::MANAGER;
use crate::command::{OptionKind, OptionSpec};
use crate::commands::{self, COMMANDS, MESSAGE_COMMANDS};
use crate::messages::Choice;
use crate::messages::ui::{about, choice_name};

/// Where the cursor is, and what can be completed there.
#[derive(Debug, PartialEq)]
pub(super) enum Spot<'a> {
    /// A name after this mark.
    Name(char),
    /// The command itself, without its slash.
    Command(&'a str),
    /// The name of an option of this command.
    Option { command: &'static str, given: Vec<&'a str> },
    /// The value of an option of this command; `typed` is what of it is there.
    Value { command: &'static str, option: &'static OptionSpec, typed: &'a str },
    /// Nothing of ours.
    Nothing,
}

/// One way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// What the list shows.
    pub(super) shown: String,
    /// What is put in the line.
    pub(super) put: String,
}

/// Finds what the end of a line is part of, and where that word starts.
pub(super) fn spot(line: &str) -> (usize, Spot<'_>) {
    let mut start = line.len() - line.trim_start().len();
    while let Some(mark @ ('@' | '#' | '+' | '-')) = line[start..].chars().next() {
        let Some(end) = line[start..].find(char::is_whitespace) else {
            return (start, Spot::Name(mark));
        };
        start += end;
        start += line[start..].len() - line[start..].trim_start().len();
    }
    let words = line[start..].trim_start_matches('/');
    let Some((command, options)) = command(words) else {
        return (start, Spot::Command(words));
    };
    let at = line.len() - words.len() + command.len();
    let (word, given) = last_word(&words[command.len()..]);
    let known = || options.iter().find(|option| Some(option.name) == word.split(':').next());
    match word.split_once(':') {
        None => (at + offset(&words[command.len()..], word), Spot::Option { command, given }),
        Some((_, typed)) => match known() {
            Some(option) => (line.len() - typed.len(), Spot::Value { command, option, typed }),
            None => (line.len(), Spot::Nothing),
        },
    }
}

/// The command that the words begin with, once a space follows it.
fn command(words: &str) -> Option<(&'static str, &'static [OptionSpec])> {
    let ends = |name: &str| {
        words.strip_prefix(name).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    };
    let name = &names().iter().find(|(name, _)| ends(name))?.0;
    Some((name, commands::options_of(name)?))
}

/// What a command can begin with, and what it does.
fn first_words() -> &'static [(String, String)] {
    static NAMES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let typed = COMMANDS.iter().map(|spec| spec.name);
        let words = typed.chain(MESSAGE_COMMANDS.iter().map(|spec| spec.word));
        words.map(|word| (word.to_owned(), about(word, None))).collect()
    });
    &NAMES
}

/// Every whole command, with what it does.
fn names() -> &'static [(String, String)] {
    static NAMES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let typed = COMMANDS.iter().flat_map(|spec| spec.whole_names());
        let on_messages = MESSAGE_COMMANDS.iter().map(|spec| spec.word.to_owned());
        let described = |name: String| {
            let about = about(&name, None);
            (name, about)
        };
        typed.chain(on_messages).map(described).collect()
    });
    &NAMES
}

/// The word at the end, quotation marks heeded, and the names of the options before it.
fn last_word(text: &str) -> (&str, Vec<&str>) {
    let mut given = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => {
                given.extend(text[start..at].split_once(':').map(|(name, _)| name));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    (&text[start..], given)
}

fn offset(text: &str, tail: &str) -> usize {
    text.len() - tail.len()
}

/// The ways on from a command's beginning: its first word, then the second.
pub(super) fn commands(begun: &str) -> Vec<Way> {
    let begun = begun.to_lowercase();
    let names = if begun.contains(' ') { names() } else { first_words() };
    let widest = names.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let fitting = names.iter().filter(|(name, _)| name.starts_with(&begun));
    fitting
        .map(|(name, about)| Way {
            shown: format!("/{name:widest$}  {about}"),
            put: format!("/{name} "),
        })
        .collect()
}

/// The options of a command that begin so and have not been given.
pub(super) fn options(command: &str, given: &[&str], begun: &str) -> Vec<Way> {
    let left = commands::options_of(command).unwrap_or_default().iter();
    let left =
        left.filter(|option| !given.contains(&option.name) && option.name.starts_with(begun));
    left.map(|option| Way {
        shown: format!("{}: — {}", option.name, about(command, Some(option.name))),
        put: format!("{}:", option.name),
    })
    .collect()
}

/// Names of members, places or roles that begin so.
pub(super) fn known(mark: char, names: &[String], begun: &str) -> Vec<Way> {
    let manager = [MANAGER.to_owned()];
    let names = if matches!(mark, '+' | '-') { &manager } else { names };
    let begun = begun.to_lowercase();
    let fitting = names.iter().filter(|name| name.to_lowercase().starts_with(&begun));
    fitting
        .map(|name| Way { shown: format!("{mark}{name}"), put: format!("{mark}{name} ") })
        .collect()
}

/// The values that an option takes, where they are known without asking.
pub(super) fn values(
    command: &str,
    option: &OptionSpec,
    members: &[String],
    places: &[String],
    typed: &str,
) -> Vec<Way> {
    let typed = typed.trim_start_matches(['"', '#', '@']).to_lowercase();
    let all: Vec<(String, String)> = match option.kind {
        OptionKind::Flag => ["true", "false"].map(|flag| (flag.into(), flag.into())).into(),
        OptionKind::OneOf(few) => {
            let shown = |word: &str| (choice_name(command, option.name, word), word.to_owned());
            few.iter().copied().map(shown).collect()
        }
        OptionKind::Channel => {
            places.iter().map(|place| (format!("#{place}"), format!("#{place}"))).collect()
        }
        OptionKind::Member => {
            members.iter().map(|name| (format!("@{name}"), format!("@{name}"))).collect()
        }
        _ => Vec::new(),
    };
    let fits =
        |value: &str| value.trim_start_matches(['#', '@']).to_lowercase().starts_with(&typed);
    all.into_iter()
        .filter(|(_, value)| fits(value))
        .map(|(shown, value)| Way { shown, put: quoted(&value) })
        .collect()
}

/// Choices that a command suggests.
pub(super) fn choices(choices: Vec<Choice>) -> Vec<Way> {
    choices
        .into_iter()
        .map(|choice| Way { shown: choice.name, put: quoted(&choice.value) })
        .collect()
}

/// A value as it is written in a line.
fn quoted(value: &str) -> String {
    let plain = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || c == '"');
    if plain {
        return format!("{value} ");
    }
    format!("\"{}\" ", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spot_is_found() {
        assert_eq!(spot("@an"), (0, Spot::Name('@')));
        assert_eq!(spot("@ana #re"), (5, Spot::Name('#')));
        assert_eq!(spot("@ana /qu"), (5, Spot::Command("qu")));
        assert_eq!(spot("/daily "), (0, Spot::Command("daily ")));
        let (at, found) = spot("/quote theme:power au");
        assert_eq!(at, 19);
        assert_eq!(found, Spot::Option { command: "quote", given: vec!["theme"] });
        let (at, found) = spot("/quote author:\"Daniel G");
        assert_eq!(at, 14);
        assert!(matches!(found, Spot::Value { typed: "\"Daniel G", .. }));
        assert!(matches!(spot("/daily add ").1, Spot::Option { command: "daily add", .. }));
    }

    #[test]
    fn ways_on() {
        assert_eq!(commands("quo")[0].put, "/quote ");
        assert_eq!(commands("dai").len(), 1);
        assert_eq!(commands("").iter().filter(|way| way.put == "/seminar ").count(), 1);
        assert!(commands("daily ").len() >= 4);
        let left = options("quote", &["theme"], "");
        assert!(left.iter().all(|way| way.put != "theme:"));
        assert_eq!(quoted("Daniel \"G\""), "\"Daniel \\\"G\\\"\" ");
    }

    proptest::proptest! {
        #[test]
        fn any_line_has_a_spot(line in "[@#/a-z:\" \\\\é]{0,40}") {
            let (at, _) = spot(&line);
            proptest::prop_assert!(line.is_char_boundary(at));
        }
    }
}
