//! `move`: servers with all their data from one database to another.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use commonplace::config::Config;
use commonplace::store::{Move, Preview, Which};
use domain::{ServerId, Shards};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;

use crate::{Complaint, copies};

/// What moves, and where to.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The server's id; a member's own book has their id with a minus
    #[arg(
        long,
        value_name = "ID",
        allow_negative_numbers = true,
        required_unless_present = "shards"
    )]
    server: Option<i64>,
    /// All servers of these shards: 8-15/16; with shard 0 go members' own books
    #[arg(long, value_name = "SHARDS", conflicts_with = "server")]
    shards: Option<Shards>,
    /// The other database; made if it is missing
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Say what would move, and move nothing; also while the bot runs
    #[arg(long)]
    dry_run: bool,
}

/// Moves servers to another database, while no bot runs on either.
pub(crate) async fn run(config: &Config, options: Options) -> Result<ExitCode, Complaint> {
    let which = match (options.shards, options.server) {
        (Some(shards), _) => Which::Shards(shards),
        (None, server) => Which::Server(ServerId(server.unwrap_or_default())),
    };
    let paths = (config.database.path.as_path(), options.to.as_path());
    if options.dry_run {
        let preview = Preview::of(paths, &which).await?;
        print(&preview, paths);
    } else {
        carry_out(paths, &which).await?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn carry_out(paths: (&Path, &Path), which: &Which) -> Result<(), Complaint> {
    let mut moving = Move::open(paths, which, Timestamp::now(), rand::random()).await?;
    let servers = moving.servers().to_vec();
    let bar = bar(servers.len());
    let (mut moved, mut rows, mut refused) = (0, 0, None);
    for server in servers {
        match moving.take(server).await {
            Ok(taken) => {
                moved += 1;
                rows += taken.rows;
                bar.inc(1);
            }
            Err(error) => {
                refused = Some(error);
                break;
            }
        }
    }
    bar.finish_and_clear();
    moving.close().await;
    let to = copies::shown(paths.1);
    match (moved, which) {
        (0, _) if refused.is_some() => {}
        (0, Which::Server(server)) => anstream::println!("Server {server} is in {to} already."),
        (0, Which::Shards(shards)) => {
            anstream::println!("All servers of the shards {shards} are in {to} already.");
        }
        _ => anstream::println!("{} moved to {to} ({}).", servers_of(moved), rows_of(rows)),
    }
    refused.map_or(Ok(()), |error| Err(error.into()))
}

fn print(preview: &Preview, (from, to): (&Path, &Path)) {
    let Preview { servers, rows } = preview;
    let all = rows.iter().map(|(_, count)| count).sum();
    anstream::println!(
        "{} would move from {} to {} ({}):",
        servers_of(servers.len()),
        copies::shown(from),
        copies::shown(to),
        rows_of(all),
    );
    for (table, count) in rows {
        anstream::println!("{count:>10}  {table}");
    }
}

fn servers_of(number: usize) -> String {
    if number == 1 { "1 server".to_owned() } else { format!("{number} servers") }
}

fn rows_of(number: u64) -> String {
    if number == 1 { "1 row".to_owned() } else { format!("{number} rows") }
}

fn bar(servers: usize) -> ProgressBar {
    let length = u64::try_from(servers).unwrap_or(u64::MAX);
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} servers") {
        bar.set_style(style);
    }
    bar
}
