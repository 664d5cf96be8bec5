//! Runs a stand-in by itself, for trials by hand and under load.

use std::error::Error;
use std::time::Duration;

use standin::load::load;
use standin::{Options, Standin};

const HELP: &str = "\
A Discord on loopback. Prints the URL and the token for a bot, and runs until it is stopped.

    --port N         listen on this port (any free one)
    --servers N      so many servers, with one text channel each (1)
    --members N      so many members a server (1)
    --shards N       recommend so many shards (1)
    --drive LINE     when a bot is there with the command, type this slash command, with the
                     number of the time in the place of {n}:
    --first LINE       after somebody in each server has typed this one
    --count N          so often (10000)
    --in-flight N      so many at once (64), and print what was measured
";

/// The command line.
#[derive(Debug)]
struct Asked {
    port: u16,
    servers: usize,
    members: usize,
    shards: u64,
    drive: Option<String>,
    first: Option<String>,
    count: usize,
    in_flight: usize,
}

impl Asked {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Option<Self>, Box<dyn Error>> {
        let mut asked = Self {
            port: 0,
            servers: 1,
            members: 1,
            shards: 1,
            drive: None,
            first: None,
            count: 10_000,
            in_flight: 64,
        };
        while let Some(word) = words.next() {
            if matches!(word.as_str(), "-h" | "--help") {
                return Ok(None);
            }
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--port" => asked.port = value.parse()?,
                "--servers" => asked.servers = value.parse()?,
                "--members" => asked.members = value.parse()?,
                "--shards" => asked.shards = value.parse()?,
                "--drive" => asked.drive = Some(value),
                "--first" => asked.first = Some(value),
                "--count" => asked.count = value.parse()?,
                "--in-flight" => asked.in_flight = value.parse()?,
                _ => return Err(format!("{word} is not known; see --help").into()),
            }
        }
        Ok(Some(asked))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let Some(asked) = Asked::read(std::env::args().skip(1))? else {
        print!("{HELP}");
        return Ok(());
    };
    let options = Options {
        port: asked.port,
        shards: asked.shards,
        max_concurrency: asked.shards,
        ..Options::load()
    };
    let discord = Standin::start(options).await;
    let mut people = Vec::with_capacity(asked.servers * asked.members);
    for n in 0..asked.servers {
        let server = discord.server(&format!("server {n}"));
        let channel = server.channel("general");
        people.extend(
            (0..asked.members)
                .map(|one| (server.member(&format!("member {one} of {n}")), channel.clone())),
        );
    }
    println!("url   {}\ntoken {}", discord.url(), discord.token());
    if let Some(line) = &asked.drive {
        let name = line.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let patience = Duration::from_secs(600);
        discord.command(name, patience).await;
        discord.gateway().wait_for(|all| all.iter().any(|one| one.connected), patience).await;
        if let Some(first) = &asked.first {
            for (member, channel) in people.iter().step_by(asked.members) {
                member.slash(channel, first).await?;
            }
        }
        println!("{}", load(&people, line, asked.count, asked.in_flight).await?);
        report(&discord);
        return Ok(());
    }
    tokio::signal::ctrl_c().await?;
    report(&discord);
    Ok(())
}

fn report(discord: &Standin) {
    println!("{} requests, {} of them invalid", discord.served(), discord.invalid_requests());
    for violation in discord.violations() {
        println!("violation: {violation}");
    }
}
