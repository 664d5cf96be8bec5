//! What a line of the console says: who speaks, where, and what they do.

use std::time::Duration;

use super::names;
use crate::command::Invocation;
use crate::commands;
use crate::messages::{Text, console};

/// A line, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// `@ana`: from here on she speaks.
    pub(super) who: Option<String>,
    /// `+role` and `-role`: what the speaker is given or loses.
    pub(super) roles: Vec<(bool, String)>,
    /// `#reading-room`: from here on it happens there.
    pub(super) place: Option<String>,
    /// What is done.
    pub(super) action: Action,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Nothing, or a comment.
    Nothing,
    /// A command, as it was typed.
    Command(String),
    /// Anything else is said in the place.
    Say(String),
    /// `3` or `press Keep`.
    Press(Pick),
    /// `?`
    Help,
    /// `wait 10m`: the console's clock goes on by so much.
    Wait(Duration),
    /// `quit`
    Leave,
}

/// Which button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// By its number.
    Number(usize),
    /// By its label: the newest such.
    Label(String),
}

/// The role that is none: it lets a member manage the server.
pub(super) const MANAGER: &str = "manager";

/// Parses a line, or says what is wrong with it.
pub(super) fn read(line: &str) -> Result<Entry, Text> {
    let mut entry = Entry { who: None, roles: Vec::new(), place: None, action: Action::Nothing };
    let mut rest = line.trim();
    if rest.starts_with(';') {
        return Ok(entry);
    }
    while let Some(mark @ ('@' | '#' | '+' | '-')) = rest.chars().next() {
        let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let name = &word[1..];
        match mark {
            '@' => entry.who = Some(member(name)?),
            '#' => entry.place = Some(place(name)?),
            _ => entry.roles.push((mark == '+', role(name)?)),
        }
        rest = after.trim_start();
    }
    entry.action = action(rest)?;
    Ok(entry)
}

fn action(text: &str) -> Result<Action, Text> {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    Ok(match word.trim_start_matches('/') {
        "" if text.is_empty() => Action::Nothing,
        "?" => Action::Help,
        "quit" | "exit" => Action::Leave,
        "wait" => Action::Wait(span(rest.trim())?),
        "press" => Action::Press(pick(rest.trim())?),
        number if rest.is_empty() && is_number(number) => Action::Press(pick(number)?),
        _ if word.starts_with('/') || is_command(text) => Action::Command(text.to_owned()),
        _ => Action::Say(text.to_owned()),
    })
}

/// Whether words without a slash are a command all the same: its name alone, or with options.
fn is_command(text: &str) -> bool {
    Invocation::parse(text).is_ok_and(|line| {
        let name_alone = text.split_whitespace().eq(line.name.split_whitespace());
        let is_whole = commands::options_of(&line.name).is_some();
        let is_group = name_alone && commands::find(&line.name).is_some();
        is_group || is_whole && (name_alone || !line.options.is_empty())
    })
}

/// The lines of a text that was pasted; a line break between quotation marks is part of a value.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut escaped = false;
    text.split(move |c| {
        let escapes = quoted && !escaped && c == '\\';
        if c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = escapes;
        c == '\n' && !quoted
    })
}

fn pick(text: &str) -> Result<Pick, Text> {
    if text.is_empty() {
        return Err(console::press_what());
    }
    let label = text.trim_matches('"').to_owned();
    Ok(text.parse().map_or(Pick::Label(label), Pick::Number))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn member(name: &str) -> Result<String, Text> {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || name.chars().count() > 32 || !name.chars().all(good) {
        return Err(console::member_name());
    }
    Ok(name.to_owned())
}

fn place(name: &str) -> Result<String, Text> {
    names::channel(name)
        .map(|_| name.to_owned())
        .ok_or_else(|| console::channel_name(names::LONGEST))
}

fn role(name: &str) -> Result<String, Text> {
    names::role(name).map(|_| name.to_owned()).ok_or_else(|| console::role_name(names::LONGEST))
}

/// `90s`, `10m`, `3h`, `2d`.
fn span(text: &str) -> Result<Duration, Text> {
    let wrong = console::wait_how_long;
    let unit = text.chars().last().ok_or_else(wrong)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 60 * 60,
        'd' => 24 * 60 * 60,
        _ => return Err(wrong()),
    };
    let count: u32 = text.trim_end_matches(unit).trim().parse().map_err(|_| wrong())?;
    let most = 400 * 24 * 60 * 60;
    let span = u64::from(count) * seconds;
    if span > most { Err(wrong()) } else { Ok(Duration::from_secs(span)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_and_where_come_first() {
        let entry = read("@ana +teachers #reading-room /quote theme:power").unwrap();
        assert_eq!(entry.who.as_deref(), Some("ana"));
        assert_eq!(entry.place.as_deref(), Some("reading-room"));
        assert_eq!(entry.roles, [(true, "teachers".to_owned())]);
        assert_eq!(entry.action, Action::Command("/quote theme:power".to_owned()));
    }

    #[test]
    fn buttons_are_pressed_by_number_or_label() {
        let action = |line| read(line).unwrap().action;
        assert_eq!(action("@ben 2"), Action::Press(Pick::Number(2)));
        assert_eq!(action("press 2"), Action::Press(Pick::Number(2)));
        assert_eq!(
            action("press Answer anonymously"),
            Action::Press(Pick::Label("Answer anonymously".to_owned()))
        );
    }

    #[test]
    fn the_rest() {
        let action = |line| read(line).unwrap().action;
        assert_eq!(action("; a comment @ana"), Action::Nothing);
        assert_eq!(action("  "), Action::Nothing);
        assert_eq!(action("?"), Action::Help);
        assert_eq!(action("/quit"), Action::Leave);
        assert_eq!(action("I think so."), Action::Say("I think so.".to_owned()));
        for command in ["help", "quote", "daily list", "quote theme:power", "@ana record"] {
            assert!(matches!(action(command), Action::Command(_)), "{command}");
        }
        for words in
            ["quote it", "help me", "daily bread", "I would help theme:power", "12 answers"]
        {
            assert!(matches!(action(words), Action::Say(_)), "{words}");
        }
        assert_eq!(action("wait 2h"), Action::Wait(Duration::from_secs(7_200)));
        for bad in
            ["@", "@a!b /quote", "#Upper", "+", "wait", "wait 5 moons", "wait 999999d", "press"]
        {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_pasted_is_read_line_by_line() {
        let lines = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(
            lines("/theme name:power\n/kept\nhello"),
            ["/theme name:power", "/kept", "hello"]
        );
        assert_eq!(lines("/answer text:\"one\ntwo \\\" three\"\n/kept").len(), 2);
        assert_eq!(lines(""), [""]);
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_or_refused(line in ".*") {
            let _ = read(&line);
        }
    }
}
