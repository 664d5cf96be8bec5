//! The configuration: `config.toml`, what the environment overrides, and the secret.

mod environment;
mod file;
mod keys;
mod mistakes;
mod secret;
mod source;
pub mod text;

use domain::Shards;
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
#[derive(Clone, Debug, PartialEq)]
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
    /// `[privacy]`
    pub privacy: Privacy,
    /// `[limits]`
    pub limits: Limits,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Discord {
    /// The base of the HTTP API, if it is not Discord's own.
    pub proxy: Option<String>,
    /// The one server to register commands in.
    pub guild: Option<u64>,
    /// Where interactions are served, if they come by HTTP and not over the gateway.
    pub listen: Option<SocketAddr>,
    /// The shards that this process runs; all that Discord recommends if `None`.
    pub shards: Option<Shards>,
    /// Which part of what Discord allows the token this process may use: above 0 and at most 1.
    pub share: f64,
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

/// How long what is kept, and what the operator has published about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// For how long the data of a server is kept that the bot has left.
    pub keep: SignedDuration,
    /// The address of the privacy policy.
    pub policy: Option<String>,
    /// The address of the terms of use.
    pub terms: Option<String>,
}

/// How often what may be done in an hour: by a member in a server, and in the whole server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Answers, and changes of them.
    pub answers: [u32; 2],
    /// Questions asked.
    pub questions: [u32; 2],
    /// Readings handed in.
    pub imports: [u32; 2],
    /// Files asked for.
    pub exports: [u32; 2],
    /// Passages looked for in the readings.
    pub copies: [u32; 2],
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
        let often = |member, server| {
            [member, server].map(|name| {
                let number = number("limits", name).unwrap_or_default();
                u32::try_from(number).unwrap_or(u32::MAX)
            })
        };
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
                listen: text("discord", "listen").and_then(|address| address.parse().ok()),
                shards: text("discord", "shards").and_then(|shards| shards.parse().ok()),
                share: text("discord", "share").and_then(|it| it.parse().ok()).unwrap_or(1.0),
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
            privacy: Privacy {
                keep: SignedDuration::from_hours(
                    24 * number("privacy", "keep").unwrap_or_default().cast_signed(),
                ),
                policy: text("privacy", "policy").map(str::to_owned),
                terms: text("privacy", "terms").map(str::to_owned),
            },
            limits: Limits {
                answers: often("answers_per_member", "answers_per_server"),
                questions: often("questions_per_member", "questions_per_server"),
                imports: often("imports_per_member", "imports_per_server"),
                exports: often("exports_per_member", "exports_per_server"),
                copies: often("copies_per_member", "copies_per_server"),
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
