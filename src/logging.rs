//! The log: to standard error, as lines for people or for a program, and never with a token or a
//! member's text in it.

use std::io::IsTerminal as _;

use commonplace::config::LogFormat;
use commonplace::frontends::discord;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts the log. `usual` is the filter if COMMONPLACE_LOG asks for no other.
pub(crate) fn start(usual: &str, format: LogFormat) -> Result<(), String> {
    let wanted = std::env::var("COMMONPLACE_LOG").unwrap_or_default();
    let filter = match wanted.trim() {
        "" => filter(usual).unwrap_or_default(),
        // A level for everything is not meant for every statement of the database.
        wanted => filter(&without_sql(wanted)).ok_or_else(|| {
            format!(
                "COMMONPLACE_LOG: {wanted:?} is no filter; try `debug` or `warn,commonplace=debug`."
            )
        })?,
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match format {
        LogFormat::Text => {
            let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            lines.with_ansi(colours).boxed()
        }
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
    };
    // Whatever filter is asked for, what could hold a token or a member's text stays out.
    tracing_subscriber::registry()
        .with(lines.with_filter(filter).with_filter(filter_fn(discord::log::may_appear)))
        .init();
    std::panic::set_hook(Box::new(|panic| {
        // Words that were put together at run time can hold a member's text.
        let words = panic.payload().downcast_ref::<&'static str>();
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, words, "a panic");
    }));
    Ok(())
}

/// The filter that was asked for, with `sqlx` at its warnings unless that was asked for by name.
fn without_sql(wanted: &str) -> String {
    if wanted.contains("sqlx") { wanted.to_owned() } else { format!("sqlx=warn,{wanted}") }
}

/// A filter that says what it looks as if it said: a mistyped level is no name of a target.
fn filter(wanted: &str) -> Option<Targets> {
    let is_level = |word: &str| word.parse::<LevelFilter>().is_ok();
    for directive in wanted.split(',').map(str::trim) {
        let level = directive.rsplit_once('=').map_or(directive, |(_, level)| level.trim());
        if !is_level(level) || directive.contains(':') && !directive.contains("::") {
            return None;
        }
    }
    wanted.parse().ok()
}
