//! The command line: reads it, opens what a subcommand needs, and says in a sentence what is wrong.

mod check;
mod copies;
mod export;
mod logging;
mod manual;
mod moving;
mod one_shot;
mod person;
mod service;

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;
use commonplace::backups::Backups;
use commonplace::clock::Clock;
use commonplace::command::{Allowances, Limits};
use commonplace::config::{self, Config, Source, Token};
use commonplace::corpus_source;
use commonplace::frontends::discord::StartError;
use commonplace::frontends::{console, discord};
use commonplace::messages::privacy::Policies;
use commonplace::metrics::Metrics;
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, Store, beside};
use domain::{ServerId, Shards};
use import::cli::{self as importer, Import};
use jiff::Timestamp;
use mimalloc::MiMalloc;
use tokio_util::sync::CancellationToken;

/// A command makes many small values, and the system's allocator takes its time with them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// A commonplace book for reading groups: quotes, seminar questions, and a record of the answers.
///
/// Without a subcommand it runs on Discord if DISCORD_TOKEN or DISCORD_TOKEN_FILE is set, else in
/// the terminal.
#[derive(Parser)]
#[command(version, max_term_width = 80)]
struct CommandLine {
    /// The configuration [default: config.toml in this folder, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    subcommand: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// Connects to Discord
    Run,
    /// The same bot in the terminal, without a network; reads a script on standard input
    Console {
        /// Draw the same at random each time
        #[arg(long, value_name = "NUMBER")]
        seed: Option<u64>,
        /// Let the clock stand still at this time: 2026-05-01T18:00:00Z
        #[arg(long, value_name = "TIME")]
        now: Option<Timestamp>,
        /// Start with an empty database, which goes when the console is left
        #[arg(long)]
        fresh: bool,
        /// Carry out this line and end; can be given again
        #[arg(short, long, value_name = "LINE")]
        command: Vec<String>,
    },
    /// Shows a quote of the book, drawn at random
    Quote(one_shot::Quote),
    /// Shows what a server has answered, theme by theme; also while the bot runs
    Record(one_shot::Record),
    /// Copies the database to a new file, while the bot runs
    Backup {
        /// The new file
        file: PathBuf,
    },
    /// Puts a copy in the place of the database, and keeps what stood there beside it
    Restore {
        /// The copy
        file: PathBuf,
    },
    /// Moves servers with all their data to another database, while no bot runs on either
    Move(moving::Options),
    /// Makes a work file of a text
    Import(Import),
    /// Writes the record of a server to a file, while the bot runs
    Export(export::Options),
    /// Puts an export in JSON into a database without a record
    ImportRecord {
        /// The export
        file: PathBuf,
    },
    /// Shows, copies or erases what is held of one person in all servers, while the bot runs
    #[command(subcommand)]
    Privacy(person::Privacy),
    /// Says what is wrong: configuration, corpus, database and, with a token, everything on Discord
    Check {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Prints what a shell needs to complete this command line
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Prints the manual page
    Man {
        /// Write a page for each subcommand into this folder
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// Why the program ends: what goes to standard error, and its exit status.
struct Complaint {
    words: String,
    status: u8,
}

/// `EX_CONFIG` of `sysexits.h`: somebody has to mend something, and a restart cannot help. The
/// systemd unit in `contrib/` does not restart after it.
const NEEDS_MENDING: u8 = 78;

impl Complaint {
    fn needs_mending(error: impl std::fmt::Display) -> Self {
        Self { words: error.to_string(), status: NEEDS_MENDING }
    }
}

impl<T: std::fmt::Display> From<T> for Complaint {
    fn from(error: T) -> Self {
        Self { words: error.to_string(), status: 1 }
    }
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match start(line) {
        Ok(code) => code,
        Err(Complaint { words, status }) => {
            anstream::eprintln!("{words}");
            ExitCode::from(status)
        }
    }
}

fn start(line: CommandLine) -> Result<ExitCode, Complaint> {
    let config = Config::load(line.config.as_deref(), std::env::vars_os());
    let implied = line.subcommand.is_none();
    let what = line.subcommand.unwrap_or_else(usual);
    let format = config.as_ref().map(|config| config.log.format).unwrap_or_default();
    logging::start(log_filter(&what), format)?;
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| format!("The program cannot start: {error}."))?;
    let code = runtime.block_on(async {
        match what {
            What::Run => run(config.map_err(Complaint::needs_mending)?).await,
            What::Console { seed, now, fresh, command } => {
                let mut config = config.map_err(Complaint::needs_mending)?;
                // It goes, with all that is in it, when this is dropped.
                let _folder = if fresh { Some(fresh_database(&mut config)?) } else { None };
                console(config, Played { seed, now, lines: command }, implied).await
            }
            What::Backup { file } => {
                Ok(copies::backup(&config.map_err(Complaint::needs_mending)?, &file).await?)
            }
            What::Restore { file } => {
                Ok(copies::restore(&config.map_err(Complaint::needs_mending)?, &file).await?)
            }
            What::Move(options) => {
                moving::run(&config.map_err(Complaint::needs_mending)?, options).await
            }
            What::Import(import) => {
                tokio::spawn(importer::end_on_interrupt());
                import_texts(&config.map_err(Complaint::needs_mending)?, &import)
            }
            What::Export(options) => {
                export::export(&config.map_err(Complaint::needs_mending)?, options).await
            }
            What::ImportRecord { file } => {
                let (books, store) = open(&config.map_err(Complaint::needs_mending)?).await?;
                let done = export::import_record(&books, &file).await;
                store.close().await;
                done
            }
            What::Quote(quote) => quote.run(&config.map_err(Complaint::needs_mending)?),
            What::Record(record) => record.run(&config.map_err(Complaint::needs_mending)?).await,
            What::Privacy(what) => what.run(&config.map_err(Complaint::needs_mending)?).await,
            What::Check { json } => {
                let source = Source::of(line.config.as_deref(), std::env::vars_os());
                Ok(check::check(config, &source, json).await)
            }
            What::Completions { shell } => {
                manual::completions(CommandLine::command(), shell)?;
                Ok(ExitCode::SUCCESS)
            }
            What::Man { out } => {
                manual::pages(CommandLine::command(), out.as_deref())?;
                Ok(ExitCode::SUCCESS)
            }
        }
    });
    // Whoever still reads from a terminal or a pipe is not waited for.
    runtime.shutdown_background();
    code
}

/// What is done if no subcommand is given.
fn usual() -> What {
    let set = |name| std::env::var_os(name).is_some_and(|value: OsString| !value.is_empty());
    if set("DISCORD_TOKEN") || set("DISCORD_TOKEN_FILE") {
        What::Run
    } else {
        What::Console { seed: None, now: None, fresh: false, command: Vec::new() }
    }
}

/// What is logged: what happens when the bot runs, else only what is wrong.
fn log_filter(what: &What) -> &'static str {
    match what {
        What::Run => "info,sqlx=warn",
        What::Console { .. }
        | What::Backup { .. }
        | What::Restore { .. }
        | What::Move(_)
        | What::Import(_)
        | What::Export(_)
        | What::ImportRecord { .. }
        | What::Quote(_)
        | What::Record(_)
        | What::Privacy(_)
        | What::Check { .. }
        | What::Completions { .. }
        | What::Man { .. } => "warn,sqlx=error",
    }
}

async fn run(config: Config) -> Result<ExitCode, Complaint> {
    let token: Token =
        config::token(|name| std::env::var_os(name)).map_err(Complaint::needs_mending)?;
    let (books, store) = open_for_shards(&config, config.discord.shards.clone()).await?;
    // Nothing waits for it: in a large file it takes a moment.
    tokio::spawn(service::tell_of_foreign_servers(store.clone()));
    let metrics = Metrics::default();
    let backups = Backups::new(&config.database.path, config.database.backups);
    service::watch(&config, &metrics, &store, &backups).await.map_err(Complaint::needs_mending)?;
    let started = service::Started::new(&books, &config.database.path);
    let watched = store.clone();
    let options = discord::Options {
        metrics,
        on_ready: discord::OnReady::new(move |as_bot| started.ready(as_bot, &watched)),
        limits: limits(&config),
        proxy: config.discord.proxy.clone(),
        share: config.discord.share,
        guild: config.discord.guild.map(|id| ServerId(id.cast_signed())),
        listen: config.discord.listen,
        grace: config.daily.grace,
        keep: config.privacy.keep,
        policies: policies(&config.privacy),
        sessions: Some(beside(&config.database.path, "-sessions")),
        ..discord::Options::new(token.reveal())
    };
    let stop = CancellationToken::new();
    let copying = tokio::spawn(backups.run(Clock::System, stop.clone()));
    let ended = discord::run(books, options, stopped()).await;
    service::stopping();
    stop.cancel();
    let _ = copying.await;
    store.close().await;
    ended.map_err(|error| match error {
        StartError::NoToken
        | StartError::WrongToken
        | StartError::Intents
        | StartError::Shards { .. }
        | StartError::Guild(_)
        | StartError::Listen { .. }
        | StartError::OneProcess => Complaint::needs_mending(error),
        StartError::Unreachable { .. } | StartError::TooOften(_) => error.into(),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Imports into the operator's corpus, or into `corpus` here if none is configured.
fn import_texts(config: &Config, import: &Import) -> Result<ExitCode, Complaint> {
    let folder = config.corpus.dir.as_deref();
    let themes = corpus_source::corpus(None)?;
    Ok(importer::run(import, folder.unwrap_or(Path::new("corpus")), themes.themes()))
}

/// Puts the database in a folder of its own for as long as that is kept.
fn fresh_database(config: &mut Config) -> Result<tempfile::TempDir, Complaint> {
    let folder = tempfile::tempdir()
        .map_err(|error| format!("There is no folder for a fresh database: {error}."))?;
    config.database.path = folder.path().join("fresh.db");
    Ok(folder)
}

/// What the console is to play.
struct Played {
    seed: Option<u64>,
    now: Option<Timestamp>,
    lines: Vec<String>,
}

/// Runs the console; `implied`, if it was only taken for want of a token.
async fn console(config: Config, played: Played, implied: bool) -> Result<ExitCode, Complaint> {
    let (books, store) = open(&config).await?;
    let (limits, policies) = (limits(&config), policies(&config.privacy));
    let mut history = config.database.path.into_os_string();
    history.push(".history");
    let Played { seed, now, lines } = played;
    let grace = config.daily.grace;
    let history = history.into();
    let options = console::Options { history, grace, limits, policies, seed, now, lines };
    let ended = console::run(books, options, stopped()).await;
    store.close().await;
    let ended = ended.map_err(|error| format!("The terminal cannot be used: {error}."))?;
    if implied && ended.lines == 0 && !std::io::stdin().is_terminal() {
        anstream::eprintln!(
            "DISCORD_TOKEN is not set, so this was the console, and its standard input was empty. \
             Set DISCORD_TOKEN or DISCORD_TOKEN_FILE to run on Discord."
        );
    }
    if ended.failed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let lines: Vec<String> = ended.failed.iter().map(usize::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    let (count, all, lines) = (lines.len(), ended.lines, lines.join(", "));
    let failed = format!("{count} of {all} commands failed ({word} {lines}).");
    Err(failed.into())
}

/// Opens the book and the database.
async fn open(config: &Config) -> Result<(Books, Store), Complaint> {
    open_for_shards(config, None).await
}

/// The same for a process that runs some of the bot's shards.
async fn open_for_shards(
    config: &Config,
    shards: Option<Shards>,
) -> Result<(Books, Store), Complaint> {
    let corpus = corpus_source::corpus(config.corpus.dir.as_deref())?;
    let store = Store::open(&config.database.path, Mode::Bot).await?;
    let store = match shards {
        Some(shards) => {
            store.count_apart(Timestamp::now(), rand::random()).await?;
            store.for_shards(shards)
        }
        None => store,
    };
    let books = Books::new(Arc::new(corpus), store.clone()).await?;
    Ok((books, store))
}

fn limits(config: &Config) -> Limits {
    let config::Readings { megabytes, per_server } = config.readings;
    let config::Limits { answers, questions, imports, exports, copies } = config.limits;
    let often = Allowances { answers, questions, imports, exports, copies };
    Limits { reading_bytes: megabytes * 1_000_000, readings: per_server, often }
}

fn policies(config: &config::Privacy) -> Policies {
    Policies { privacy: config.policy.clone(), terms: config.terms.clone() }
}

/// Waits for Ctrl-C or for the order to end.
async fn stopped() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let ended = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let ended = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = ended => {}
    }
}
