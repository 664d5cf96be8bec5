//! The configuration: `config.toml`, what the environment overrides, and the secret.

mod environment;
mod file;
mod keys;
mod mistakes;
mod secret;
mod source;
pub mod text;

use jiff::SignedDuration;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

pub use keys::{KEYS, Key, Setting, Wanted};
pub use mistakes::{Mistake, Mistakes};
pub use secret::{NoToken, Token, token};
pub use source::Source;

/// The file as it is shipped: it explains every key, and what stands in it are the defaults.
pub const SHIPPED: &str = include_str!("../../config.toml");

/// The file that is read if none is named and there is one.
pub const USUAL: &str = "config.toml";

/// How the program is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `[database]`
    pub database: Database,
    /// `[corpus]`
    pub corpus: Corpus,
    /// `[discord]`
    pub discord: Discord,
    /// `[readings]`
    pub readings: Readings,
    /// `[daily]`
    pub daily: Daily,
    /// `[telemetry]`
    pub telemetry: Telemetry,
    /// `[log]`
    pub log: Log,
}

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// Its file.
    pub path: PathBuf,
    /// How many daily copies of it are kept.
    pub backups: usize,
}

/// Where the book comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus {
    /// A folder, instead of the book that is built in.
    pub dir: Option<PathBuf>,
}

/// How Discord is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    /// The base of the HTTP API, if it is not Discord's own.
    pub proxy: Option<String>,
    /// The one server to register commands in.
    pub guild: Option<u64>,
}

/// What servers may bring of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// The largest file, in megabytes.
    pub megabytes: u64,
    /// The most readings of one server.
    pub per_server: usize,
}

/// How daily quotes are posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Daily {
    /// For how long after its time a quote is still posted.
    pub grace: SignedDuration,
}

/// How the bot can be watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telemetry {
    /// Where metrics and health are served, if they are.
    pub listen: Option<SocketAddr>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// In which form.
    pub format: LogFormat,
}

/// The form of a log line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// A line for people.
    #[default]
    Text,
    /// An object in JSON, for a program.
    Json,
}

impl Config {
    /// Reads a file (or the usual one, if it is there), then what the environment overrides.
    ///
    /// # Errors
    /// Every mistake in the file and in the environment, in one go.
    pub fn load(
        named: Option<&Path>,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, Mistakes> {
        let mut mistakes = Mistakes::default();
        let mut settings = file::read(SHIPPED, Path::new(USUAL), &mut mistakes);
        match text_of(named) {
            Ok(Some((path, text))) => settings.extend(file::read(&text, &path, &mut mistakes)),
            Ok(None) => {}
            Err(mistake) => mistakes.add(mistake),
        }
        environment::read(environment, &mut settings, &mut mistakes);
        mistakes.none_or(|| Self::of(&settings))
    }

    fn of(settings: &keys::Settings) -> Self {
        let text = |section, name| settings.get(&(section, name)).and_then(Setting::text);
        let number = |section, name| settings.get(&(section, name)).and_then(Setting::number);
        Self {
            database: Database {
                path: text("database", "path").unwrap_or_default().into(),
                backups: usize::try_from(number("database", "backups").unwrap_or_default())
                    .unwrap_or(usize::MAX),
            },
            corpus: Corpus { dir: text("corpus", "dir").map(PathBuf::from) },
            discord: Discord {
                proxy: text("discord", "proxy").map(str::to_owned),
                guild: number("discord", "guild"),
            },
            readings: Readings {
                megabytes: number("readings", "megabytes").unwrap_or_default(),
                per_server: usize::try_from(number("readings", "per_server").unwrap_or_default())
                    .unwrap_or(usize::MAX),
            },
            daily: Daily {
                grace: SignedDuration::from_hours(
                    number("daily", "grace").unwrap_or_default().cast_signed(),
                ),
            },
            telemetry: Telemetry {
                listen: text("telemetry", "listen").and_then(|address| address.parse().ok()),
            },
            log: Log {
                format: match text("log", "format") {
                    Some("json") => LogFormat::Json,
                    _ => LogFormat::Text,
                },
            },
        }
    }
}

/// The file to read, if there is one, and what it says.
fn text_of(named: Option<&Path>) -> Result<Option<(PathBuf, String)>, Mistake> {
    let path = named.unwrap_or(Path::new(USUAL));
    match text::read(path) {
        Ok(text) => Ok(Some((path.to_owned(), text))),
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Mistake::in_file(path, format!("it cannot be read: {}.", why(&error)))),
    }
}

/// What the system says went wrong, without its number.
#[must_use]
pub fn why(error: &std::io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => words,
    }
}
