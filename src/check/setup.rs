//! What is found in the configuration, its files and the book.

use std::path::Path;

use commonplace::config::{Config, Mistakes, Source};
use commonplace::corpus_source;
use domain::Corpus;

use super::finding::{Finding, Findings, Subject};
use crate::copies::shown;

pub(super) fn configuration(
    findings: &mut Findings,
    config: &Result<Config, Mistakes>,
    source: &Source,
) {
    let subject = Subject::Configuration;
    if let Err(mistakes) = config {
        for mistake in mistakes.iter() {
            findings.add(Finding::wrong(subject, mistake));
        }
    }
    let read = match &source.file {
        Some(file) => format!("{} is read", shown(file)),
        None => "no file is read: the defaults hold".to_owned(),
    };
    let read = match source.variables.as_slice() {
        [] => read,
        set => format!("{read}; overridden by {}", set.join(", ")),
    };
    findings.add(match source.look_alikes.first() {
        Some(file) => Finding::warning(
            subject,
            format!("{read}, though {} looks like one", shown(file)),
            "Rename it to config.toml, or name it with `--config`.",
        ),
        None => Finding::ok(subject, read),
    });
}

pub(super) fn telemetry(findings: &mut Findings, config: &Config) {
    let subject = Subject::Metrics;
    findings.add(match config.telemetry.listen {
        None => Finding::ok(subject, "none are served: `listen` under [telemetry] is not set"),
        Some(address) if address.ip().is_loopback() => Finding::ok(
            subject,
            format!("served at http://{address}/metrics, to this machine only"),
        ),
        Some(address) => Finding::warning(
            subject,
            format!("served at http://{address}/metrics, to whoever reaches that address"),
            "Let a firewall keep others out, or give the port alone to serve this machine only.",
        ),
    });
}

pub(super) fn corpus(findings: &mut Findings, config: &Config) -> Option<Corpus> {
    let subject = Subject::Corpus;
    match corpus_source::corpus(config.corpus.dir.as_deref()) {
        Ok(corpus) => {
            let found = match &config.corpus.dir {
                Some(folder) => format!("{} in {}", of_the_book(&corpus), shown(folder)),
                None => format!("{}, built in", of_the_book(&corpus)),
            };
            findings.add(Finding::ok(subject, found));
            Some(corpus)
        }
        Err(error) => {
            for line in error.to_string().lines() {
                findings.add(Finding::wrong(subject, line));
            }
            None
        }
    }
}

/// "2 works, 13 themes, 118 quotes, 42 questions".
pub(crate) fn of_the_book(corpus: &Corpus) -> String {
    let count = |number: usize, one: &str| {
        let ending = if number == 1 { "" } else { "s" };
        format!("{number} {one}{ending}")
    };
    [
        count(corpus.works().len(), "work"),
        count(corpus.themes().len(), "theme"),
        count(corpus.quotes().len(), "quote"),
        count(corpus.questions().len(), "question"),
    ]
    .join(", ")
}

/// Warns of a file that other users of the machine can read.
#[cfg(unix)]
pub(super) fn readable_by_others(findings: &mut Findings, subject: Subject, file: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(found) = std::fs::metadata(file) else { return };
    let mode = found.permissions().mode() & 0o777;
    let who = match (mode & 0o007 != 0, mode & 0o070 != 0) {
        (true, _) => "every user of this machine",
        (false, true) => "its group",
        (false, false) => return,
    };
    let file = shown(file);
    findings.add(Finding::warning(
        subject,
        format!("{file} can be opened by {who} (mode {mode:03o})"),
        &format!("Keep it to its owner: `chmod 600 {file}`."),
    ));
}

#[cfg(not(unix))]
pub(super) fn readable_by_others(_: &mut Findings, _: Subject, _: &Path) {}
