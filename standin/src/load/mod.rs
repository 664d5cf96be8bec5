//! Load: many people at once, how long a bot keeps them waiting, and what that costs.
//!
//! The stand-in checks too much to be fast, so that the load has a Discord of its own. It speaks the
//! gateway (`gateway.rs`) and the routes that bots call (`http.rs`, `routes.rs`), from prepared
//! payloads (`payloads.rs`, `template.rs`); it runs on one thread, and what it costs is measured
//! beside the bot.

mod arguments;
mod bots;
mod check;
mod discord;
mod exchange;
mod gateway;
mod http;
mod http_way;
mod ids;
mod kind;
mod measure;
mod mix;
mod pace;
mod payloads;
mod process;
mod report;
mod routes;
mod run;
mod script;
mod setup;
mod template;

use std::fs;
use std::io;
use std::rc::Rc;

use tokio::net::TcpListener;
use tokio::task::LocalSet;

pub use arguments::{Arguments, Way};
pub use kind::Kind;
pub use mix::Mix;
pub use process::Memory;
pub use report::{BotReport, Latency, Report, RunReport, Setting};
pub use run::Pace;

use discord::{Discord, Size};
use http_way::Signature;
use measure::Driver;
use process::Cores;

/// Measures one bot after the other, and says on standard error how far it is.
///
/// # Errors
/// If nothing can be measured at all: no port, no core, no file to write to. What is wrong with a bot
/// is in the report.
pub fn load(arguments: &Arguments) -> io::Result<Report> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, measure_all(arguments))
}

async fn measure_all(arguments: &Arguments) -> io::Result<Report> {
    let cores = std::thread::available_parallelism()?.get();
    let pinned = arguments.pin.then(Cores::apart).transpose()?;
    let signature = Rc::new(Signature::new()?);
    let discord = open(arguments, &signature).await?;
    let driver = Driver { arguments, discord, signature, pinned };
    let setting = Setting {
        cores,
        pinned: arguments.pin,
        way: match arguments.way {
            Way::Gateway => "gateway",
            Way::Http => "HTTP",
        },
        servers: arguments.servers,
        active: driver.active(),
        members: arguments.members,
        shards: arguments.shards,
    };
    let mut report = Report { setting, bots: Vec::new() };
    for (name, command) in bots::all(arguments)? {
        report.bots.push(driver.measure(name, command).await?);
        // What is measured is kept, whatever becomes of the next.
        if let Some(file) = &arguments.json {
            fs::write(file, serde_json::to_vec_pretty(&report)?)?;
        }
    }
    Ok(report)
}

/// A Discord on loopback.
async fn open(arguments: &Arguments, signature: &Signature) -> io::Result<Rc<Discord>> {
    let http = TcpListener::bind(("127.0.0.1", 0)).await?;
    let gateway = TcpListener::bind(("127.0.0.1", 0)).await?;
    let size = Size {
        servers: arguments.servers.max(1),
        members: arguments.members,
        shards: arguments.shards,
        patience: arguments.patience,
    };
    let discord = Rc::new(Discord::new(
        size,
        format!("http://{}", http.local_addr()?),
        format!("ws://{}", gateway.local_addr()?),
        signature.verify_key(),
    ));
    tokio::task::spawn_local(http::serve(http, Rc::clone(&discord)));
    tokio::task::spawn_local(gateway::serve(gateway, Rc::clone(&discord)));
    Ok(discord)
}
