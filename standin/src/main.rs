//! Runs a stand-in by itself, for trials by hand; or, as `standin load`, measures bots under load.

use std::error::Error;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use standin::{Options, Standin};

/// A Discord on loopback. Prints the URL and the token for a bot, and runs until it is stopped.
#[derive(Debug, Parser)]
#[command(name = "standin", args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Measures bots under load
    #[cfg(target_os = "linux")]
    Load(Box<standin::load::Arguments>),
}

#[derive(Debug, Args)]
struct Serve {
    /// Listen on this port; any free one if it is 0
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// How many servers there are, with one text channel each
    #[arg(long, default_value_t = 1)]
    servers: usize,
    /// How many members a server has
    #[arg(long, default_value_t = 1)]
    members: usize,
    /// How many shards are recommended
    #[arg(long, default_value_t = 1)]
    shards: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let CommandLine { task, serve } = CommandLine::parse();
    match task {
        None => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            runtime.block_on(stand_in(&serve))?;
            Ok(ExitCode::SUCCESS)
        }
        #[cfg(target_os = "linux")]
        Some(Task::Load(arguments)) => {
            let report = standin::load::load(&arguments)?;
            print!("{}", report.table());
            Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}

async fn stand_in(serve: &Serve) -> Result<(), Box<dyn Error>> {
    let options = Options {
        port: serve.port,
        shards: serve.shards,
        max_concurrency: serve.shards,
        ..Options::load()
    };
    let discord = Standin::start(options).await;
    for n in 0..serve.servers {
        let server = discord.server(&format!("server {n}"));
        server.channel("general");
        for one in 0..serve.members {
            server.member(&format!("member {one} of {n}"));
        }
    }
    println!("url   {}\ntoken {}", discord.url(), discord.token());
    tokio::signal::ctrl_c().await?;
    println!("{} requests, {} of them invalid", discord.served(), discord.invalid_requests());
    for violation in discord.violations() {
        println!("violation: {violation}");
    }
    Ok(())
}
