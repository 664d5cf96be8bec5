//! `docs/commands.md`: every command, option, limit and description, written by a test.

use std::fmt::Write;

use super::super::{COMMANDS, MESSAGE_COMMANDS, NAMES, is_pressable};
use crate::command::{Body, OptionKind, OptionSpec, Suggested};
use crate::messages::ui::{about, choice_name};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/commands.md");

const HEAD: &str = "\
# Commands

Written by a test from the table of commands and `locales/en/commands.ftl`: change those, then run
`UPDATE_DOCS=1 cargo test -p commonplace --lib reference`. A command with *button* can also be
carried by a button, a menu or a form; the others are only typed.
";

#[test]
fn the_reference_of_the_commands_is_up_to_date() {
    let written = reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PATH, &written).unwrap();
    }
    let kept = std::fs::read_to_string(PATH).unwrap_or_default();
    same(&kept, &written);
}

fn same(kept: &str, written: &str) {
    let differs = kept.lines().zip(written.lines()).find(|(kept, written)| kept != written);
    assert!(kept == written, "UPDATE_DOCS=1 writes docs/commands.md anew; it differs: {differs:?}");
}

fn reference() -> String {
    let mut text = HEAD.to_owned();
    for spec in COMMANDS {
        let _ = write!(text, "\n## `/{}`\n\n{}.\n", spec.name, about(spec.name, None));
        match spec.body {
            Body::Options(options) => {
                if is_pressable(spec.name) {
                    text.push_str("\n*button*\n");
                }
                table(&mut text, spec.name, options);
            }
            Body::Subcommands(_) => {
                for (name, options) in spec.whole() {
                    let button = if is_pressable(&name) { " *button*" } else { "" };
                    let _ = write!(text, "\n### `/{name}`\n\n{}.{button}\n", about(&name, None));
                    table(&mut text, &name, options);
                }
            }
        }
    }
    text.push_str("\n## In the menu of a message\n\n");
    for spec in MESSAGE_COMMANDS {
        let (name, word) = (spec.name, spec.word);
        let _ = writeln!(text, "- *{name}*: {}. In the console `/{word}`.", about(word, None));
    }
    text.push_str("\n## Carried by buttons alone\n\n");
    for name in NAMES.iter().filter(|name| !is_typed(name) && is_pressable(name)) {
        let _ = writeln!(text, "- `{name}`");
    }
    text
}

fn is_typed(name: &str) -> bool {
    COMMANDS.iter().any(|spec| spec.whole_names().iter().any(|whole| whole == name))
}

fn table(text: &mut String, command: &str, options: &[OptionSpec]) {
    if options.is_empty() {
        return;
    }
    text.push_str("\n| option | takes | |\n| --- | --- | --- |\n");
    for option in options {
        let name = option.name;
        let needed = if option.required { " (needed)" } else { "" };
        let (takes, about) = (takes(option.kind), about(command, Some(name)));
        let _ = writeln!(text, "| `{name}`{needed} | {takes} | {about} |");
        if let OptionKind::OneOf(words) = option.kind {
            for word in words {
                let _ = writeln!(text, "| | `{word}` | {} |", choice_name(command, name, word));
            }
        }
    }
}

fn takes(kind: OptionKind) -> String {
    match kind {
        OptionKind::Text(most) | OptionKind::Prose(most) => {
            format!("text of at most {most} characters")
        }
        OptionKind::Suggested(what) => format!("{}, completed", suggested(what)),
        OptionKind::Integer(least, most) => format!("a number from {least} to {most}"),
        OptionKind::Flag => "true or false".to_owned(),
        OptionKind::Channel => "a channel, a thread or a forum".to_owned(),
        OptionKind::Role => "a role".to_owned(),
        OptionKind::Member => "a member".to_owned(),
        OptionKind::File(types) => format!("a file: `{}`", types.join("` `")),
        OptionKind::Message => "a message".to_owned(),
        OptionKind::Time => "a time of day".to_owned(),
        OptionKind::Days => "days of the week".to_owned(),
        OptionKind::Date => "a date".to_owned(),
        OptionKind::Delay => "weeks or days".to_owned(),
        OptionKind::OneOf(_) => "one of:".to_owned(),
    }
}

fn suggested(what: Suggested) -> &'static str {
    match what {
        Suggested::Theme => "a theme",
        Suggested::Themes => "themes, with commas",
        Suggested::Author => "an author or a speaker",
        Suggested::Work => "a work",
        Suggested::Gloss => "a person or a word",
        Suggested::Plan => "a session plan",
        Suggested::Quote => "the id of a quote",
        Suggested::Question => "the id of a question",
        Suggested::Round => "the number of a round",
        Suggested::Seminar | Suggested::AnySeminar => "the number of a seminar",
        Suggested::Schedule => "the number of a daily",
        Suggested::Reading => "the number of a reading",
        Suggested::TakeDown => "the number of an entry of the log",
        Suggested::TimeZone => "a time zone",
        Suggested::Moment => "a day and a time",
        Suggested::Command => "the name of a command",
    }
}
