//! The command line of `standin load`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::Mix;

/// Starts bots one after the other, each as a process of its own on a Discord on loopback, has many
/// people use it, and says how long they waited and what that cost.
///
/// A bot finds in its environment: DISCORD_TOKEN; DISCORD_API, the base of the HTTP API, which takes
/// the place of Discord's own address; DATABASE, a file that is not there yet; and LISTEN, the address
/// to take interactions at, with --way http. It is started once to make its database, and a second
/// time to be measured.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    /// A bot: its name in the table, and the command that starts it.
    #[arg(long = "bot", value_name = "NAME=COMMAND", value_parser = bot)]
    pub bots: Vec<(String, String)>,

    /// Commonplace, and the bots in --peers at synchronous = NORMAL and FULL; each kind alone as well.
    #[arg(long)]
    pub compare: bool,

    /// Commonplace's program; beside this one if it is not named.
    #[arg(long, value_name = "FILE")]
    pub ours: Option<PathBuf>,

    /// Where the bots to compare with were built.
    #[arg(long, value_name = "FOLDER", default_value = "standin/peers")]
    pub peers: PathBuf,

    /// What people do, with weights: quote, draw, autocomplete, answer, weigh, help. A bot does of it
    /// what it can.
    #[arg(long, default_value = "quote=60,autocomplete=25,answer=10,weigh=5")]
    pub mix: Mix,

    /// Measure also each kind of the mix alone, and these kinds.
    #[arg(long, value_name = "KINDS", num_args = 0..=1, default_missing_value = "quote")]
    pub each: Option<Mix>,

    /// At full speed, with so many waiting for an answer at any moment; several in turn.
    #[arg(long, value_name = "N", value_delimiter = ',')]
    pub in_flight: Vec<usize>,

    /// So many a second, at random moments, whatever becomes of them; several in turn. How long one
    /// waited counts from when it ought to have been sent.
    #[arg(long, value_name = "PER SECOND", value_delimiter = ',')]
    pub rate: Vec<f64>,

    /// How many commands one measurement has at most.
    #[arg(long, default_value_t = 20_000)]
    pub count: u64,

    /// How long one measurement takes at most.
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    pub time: Duration,

    /// How many commands come before the first measurement.
    #[arg(long, value_name = "COUNT", default_value_t = 2_000)]
    pub warm_up: u64,

    /// How long a bot is left alone before its memory at rest is read.
    #[arg(long, value_name = "SECONDS", default_value = "3", value_parser = seconds)]
    pub settle: Duration,

    /// How late an answer may be and still be right. Discord waits three seconds.
    #[arg(long, value_name = "SECONDS", default_value = "3", value_parser = seconds)]
    pub patience: Duration,

    /// How many servers there are.
    #[arg(long, default_value_t = 500)]
    pub servers: usize,

    /// In how many of them something happens. Their members answer one after the other, and change their
    /// answers when all have answered.
    #[arg(long, default_value_t = 500)]
    pub active: usize,

    /// How many members a server has. From 1 to 1000.
    #[arg(long, default_value_t = 20, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1_000))]
    pub members: usize,

    /// How many shards Discord recommends.
    #[arg(long, default_value_t = 1, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub shards: usize,

    /// How interactions reach the bot.
    #[arg(long, value_enum, default_value_t = Way::Gateway)]
    pub way: Way,

    /// One core for the driver, the others for the bots.
    #[arg(long)]
    pub pin: bool,

    /// What the choices follow from; they are the same for every bot.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,

    /// Write all that was measured to this file.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
}

/// How interactions reach a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// Over the gateway; the answer is a request.
    Gateway,
    /// By a signed HTTP request, whose response is the answer.
    Http,
}

fn bot(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, command)) if !name.is_empty() && !command.is_empty() => {
            Ok((name.to_owned(), command.to_owned()))
        }
        _ => Err("it wants a name, =, and a command".to_owned()),
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "it wants a number of seconds".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}
