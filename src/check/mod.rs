//! `check`: looks at everything that the bot needs, and says of each whether it is well and what to
//! do. It changes nothing, and works beside a running bot.

mod database;
mod discord;
mod finding;
mod setup;

use std::io::Write;
use std::process::ExitCode;

use commonplace::config::{self, Config, Mistakes, Source, Token};

use finding::{Finding, Findings, Level, Subject};
pub(crate) use setup::of_the_book;

/// Looks at everything; fails if anything is wrong. Warnings are no failure.
pub(crate) async fn check(
    config: Result<Config, Mistakes>,
    source: &Source,
    json: bool,
) -> ExitCode {
    let mut findings = Findings::default();
    setup::configuration(&mut findings, &config, source);
    let token = token(&mut findings);
    // Without a configuration it is not known which book and which database are meant.
    if let Ok(config) = &config {
        setup::telemetry(&mut findings, config);
        let corpus = setup::corpus(&mut findings, config);
        let store = database::look(&mut findings, config).await;
        if let Some(token) = token {
            discord::look(&mut findings, config, token, corpus, store.clone()).await;
        }
        if let Some(store) = store {
            store.close().await;
        }
    }
    let printed = if json { findings.json() } else { findings.lines() };
    // Nobody may be left to read it; the exit status says it as well.
    let _ = std::io::stdout().write_all(printed.as_bytes());
    match findings.worst() {
        Level::Error => ExitCode::FAILURE,
        Level::Ok | Level::Warning => ExitCode::SUCCESS,
    }
}

/// The token, if there is one to use.
fn token(findings: &mut Findings) -> Option<Token> {
    let subject = Subject::Token;
    match config::token(|name| std::env::var_os(name)) {
        Ok(token) => {
            findings.add(if token.looks_real() {
                Finding::ok(subject, "one is set")
            } else {
                Finding::warning(
                    subject,
                    "one is set, but those of Discord have three parts with dots between them, \
                     and this has not",
                    "Copy it again, whole.",
                )
            });
            if let Some(file) = std::env::var_os("DISCORD_TOKEN_FILE") {
                setup::readable_by_others(findings, subject, file.as_ref());
            }
            Some(token)
        }
        Err(config::NoToken::Missing) => {
            findings.add(Finding::ok(
                subject,
                "none is set: the console only, and nothing on Discord is looked at",
            ));
            None
        }
        Err(error) => {
            findings.add(Finding::wrong(subject, error));
            None
        }
    }
}
