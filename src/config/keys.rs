//! The one table of keys: what the file may hold, and what the environment may override.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};

use domain::Shards;

/// A key of the configuration.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its section, without brackets.
    pub section: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub wanted: Wanted,
    /// Whether the program can do without it.
    pub optional: bool,
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The path of a file or folder.
    Path,
    /// An address that starts with `http://` or `https://`.
    Address,
    /// The id of something of Discord's.
    Id,
    /// A whole number between two bounds.
    Whole(u64, u64),
    /// A port of this machine, or an address with a port.
    Listen,
    /// Some of a bot's shards.
    Shards,
    /// A number above 0 and at most 1.
    Share,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// What the environment's names for keys begin with.
pub(super) const PREFIX: &str = "COMMONPLACE_";

/// Every key.
pub static KEYS: &[Key] = &[
    Key { section: "database", name: "path", wanted: Wanted::Path, optional: false },
    Key { section: "database", name: "backups", wanted: Wanted::Whole(0, 100), optional: false },
    Key { section: "corpus", name: "dir", wanted: Wanted::Path, optional: true },
    Key { section: "discord", name: "proxy", wanted: Wanted::Address, optional: true },
    Key { section: "discord", name: "guild", wanted: Wanted::Id, optional: true },
    Key { section: "discord", name: "listen", wanted: Wanted::Listen, optional: true },
    Key { section: "discord", name: "shards", wanted: Wanted::Shards, optional: true },
    Key { section: "discord", name: "share", wanted: Wanted::Share, optional: false },
    Key { section: "readings", name: "megabytes", wanted: Wanted::Whole(1, 50), optional: false },
    Key { section: "readings", name: "per_server", wanted: Wanted::Whole(0, 100), optional: false },
    Key { section: "daily", name: "grace", wanted: Wanted::Whole(0, 24), optional: false },
    Key { section: "privacy", name: "keep", wanted: Wanted::Whole(1, 3650), optional: false },
    Key { section: "privacy", name: "policy", wanted: Wanted::Address, optional: true },
    Key { section: "privacy", name: "terms", wanted: Wanted::Address, optional: true },
    limit("answers_per_member"),
    limit("answers_per_server"),
    limit("questions_per_member"),
    limit("questions_per_server"),
    limit("imports_per_member"),
    limit("imports_per_server"),
    limit("exports_per_member"),
    limit("exports_per_server"),
    limit("copies_per_member"),
    limit("copies_per_server"),
    Key { section: "telemetry", name: "listen", wanted: Wanted::Listen, optional: true },
    Key {
        section: "log",
        name: "format",
        wanted: Wanted::Word(&["text", "json"]),
        optional: false,
    },
];

/// How often something may be done in an hour.
const fn limit(name: &'static str) -> Key {
    Key { section: "limits", name, wanted: Wanted::Whole(1, 1_000_000), optional: false }
}

/// The value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A path or an address.
    Text(String),
    /// A number or an id.
    Number(u64),
    /// The key was set to nothing.
    Nothing,
}

/// The values that are set, by section and name.
pub(super) type Settings = BTreeMap<(&'static str, &'static str), Setting>;

impl Key {
    /// The environment variable that overrides it.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}_{}", self.section, self.name).to_uppercase()
    }

    pub(super) fn find(section: &str, name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.section == section && key.name == name)
    }

    /// The names of the keys of a section.
    pub(super) fn of(section: &str) -> impl Iterator<Item = &'static str> {
        KEYS.iter().filter(move |key| key.section == section).map(|key| key.name)
    }
}

impl Wanted {
    /// Reads a value as text; `None` if it is not what is wanted.
    pub(super) fn read(self, text: &str) -> Option<Setting> {
        match self {
            Self::Path => (!text.is_empty()).then(|| Setting::Text(text.to_owned())),
            Self::Address => {
                let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"))?;
                let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                let good = !host.is_empty() && !text.contains(char::is_whitespace);
                good.then(|| Setting::Text(text.trim_end_matches('/').to_owned()))
            }
            Self::Id => text.parse().ok().filter(|id| *id > 0).map(Setting::Number),
            Self::Whole(least, most) => {
                let number: u64 = text.parse().ok()?;
                (least..=most).contains(&number).then_some(Setting::Number(number))
            }
            Self::Listen => listen(text).map(|at| Setting::Text(at.to_string())),
            Self::Shards => {
                let shards: Shards = text.parse().ok()?;
                Some(Setting::Text(shards.to_string()))
            }
            Self::Share => {
                let share: f64 = text.parse().ok()?;
                (share > 0.0 && share <= 1.0).then(|| Setting::Text(text.to_owned()))
            }
            Self::Word(words) => words.contains(&text).then(|| Setting::Text(text.to_owned())),
        }
    }
}

/// A port alone is this machine's own: nobody else is to read what an operator did not mean to show.
fn listen(text: &str) -> Option<SocketAddr> {
    let text = text.trim();
    match text.parse::<u16>() {
        Ok(port) => Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
        Err(_) => text.replacen("localhost:", "127.0.0.1:", 1).parse().ok(),
    }
}

impl Wanted {
    /// Whether it is written in quotation marks.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Path | Self::Address | Self::Shards | Self::Word(_))
    }

    /// What it takes where nothing stands in quotation marks.
    pub(super) fn bare(self) -> String {
        self.to_string().replace(" in quotation marks", "")
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path => f.write_str("a path in quotation marks"),
            Self::Address => f.write_str("an address that starts with http:// or https://"),
            Self::Id => f.write_str("the id of a server, a long number"),
            Self::Whole(least, most) => write!(f, "a whole number from {least} to {most}"),
            Self::Listen => f.write_str("a port, or an address with a port such as 127.0.0.1:9464"),
            Self::Shards => f.write_str(
                "shards in quotation marks such as \"0-7/16\", \"3/16\" or \"0-1,4-5/8\", numbered from \
                 0 and each named once",
            ),
            Self::Share => f.write_str("a number above 0 and at most 1, such as 0.5"),
            Self::Word(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                f.write_str(&words.join(" or "))
            }
        }
    }
}

impl Setting {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Nothing => None,
        }
    }

    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) | Self::Nothing => None,
        }
    }
}

/// The name that reads most like what was given, if one is near enough to be meant.
pub(super) fn nearest<'a>(
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let given = given.to_lowercase();
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&given, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= 0.7)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}
