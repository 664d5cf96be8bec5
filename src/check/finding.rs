//! What was found: one line each, for people or as JSON. The fields of the JSON and their words are in
//! `docs/operations.md`; they stay.

use std::fmt::{self, Write as _};

use domain::{ChannelId, ServerId};
use serde::Serialize;

/// The version of the JSON. It changes if a field changes its meaning or goes.
const VERSION: u32 = 1;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Level {
    /// It is well.
    Ok,
    /// It works, but not as well or as safely as it could.
    Warning,
    /// Something does not work.
    Error,
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Subject {
    Configuration,
    Token,
    Metrics,
    Corpus,
    Database,
    Backups,
    Disk,
    TimeZones,
    Discord,
    Endpoint,
    Intents,
    Commands,
    Links,
    Invite,
    Server,
    Channel,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    level: Level,
    subject: Subject,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    finding: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<String>,
}

impl Finding {
    /// It is well.
    pub(super) fn ok(subject: Subject, finding: impl fmt::Display) -> Self {
        Self::new(Level::Ok, subject, &finding.to_string(), None)
    }

    /// It could be better.
    pub(super) fn warning(subject: Subject, finding: impl fmt::Display, advice: &str) -> Self {
        Self::new(Level::Warning, subject, &finding.to_string(), Some(advice))
    }

    /// Something does not work.
    pub(super) fn error(subject: Subject, finding: impl fmt::Display, advice: &str) -> Self {
        Self::new(Level::Error, subject, &finding.to_string(), Some(advice))
    }

    /// Something does not work, and the words say already what to do.
    pub(super) fn wrong(subject: Subject, finding: impl fmt::Display) -> Self {
        Self::new(Level::Error, subject, &finding.to_string(), None)
    }

    /// Of which server and channel.
    pub(super) fn at(self, server: ServerId, channel: Option<ChannelId>) -> Self {
        let (server, channel) = (server.to_string(), channel.map(|channel| channel.to_string()));
        Self { server: Some(server), channel, ..self }
    }

    fn new(level: Level, subject: Subject, finding: &str, advice: Option<&str>) -> Self {
        let advice = advice.map(str::to_owned);
        let finding = finding.trim_end_matches('.').replace('\n', " ");
        Self { level, subject, server: None, channel: None, finding, advice }
    }
}

/// Everything that was looked at, in order.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

#[derive(Serialize)]
struct Report<'f> {
    version: u32,
    program: &'static str,
    level: Level,
    findings: &'f [Finding],
}

impl Findings {
    pub(super) fn add(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// The worst of them.
    pub(super) fn worst(&self) -> Level {
        self.0.iter().map(|finding| finding.level).max().unwrap_or(Level::Ok)
    }

    /// One line each: how it is, what it is about, what was found, and what to do.
    pub(super) fn lines(&self) -> String {
        self.0.iter().fold(String::new(), |mut lines, finding| {
            let Finding { level, subject, server, channel, finding, advice } = finding;
            let _ = write!(lines, "{:<8} {:<14} ", word(level), word(subject));
            for (what, id) in [("server", server), ("channel", channel)] {
                if let Some(id) = id {
                    let _ = write!(lines, "{what} {id}: ");
                }
            }
            let _ = write!(lines, "{finding}.");
            if let Some(advice) = advice {
                let _ = write!(lines, " {advice}");
            }
            lines.push('\n');
            lines
        })
    }

    /// All of them as JSON.
    pub(super) fn json(&self) -> String {
        let (level, findings) = (self.worst(), self.0.as_slice());
        let program = env!("CARGO_PKG_VERSION");
        let report = Report { version: VERSION, program, level, findings };
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }
}

/// The word that the JSON has for it.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word.replace('-', " "),
        _ => String::new(),
    }
}
