//! Discord: interactions come in through the gateway, become commands, and their answers go out
//! through one sender; what has to happen elsewhere goes out through the outlet.
//!
//! serenity stands only here. Its types read what the gateway brings, its runner keeps a shard's
//! connection; requests to the API and the life of the shards are our own ([`rest`],
//! [`gateway`] say why).
//!
//! ```text
//! gateway → intake → incoming → Command → respond → render → sender
//!                        outbox → outlet → render → sender
//! ```

mod autocomplete;
mod event_handler;
mod files;
mod gateway;
mod ids;
mod inspect;
mod interaction;
pub mod log;
mod mentions;
mod permissions;
mod platform;
mod publisher;
mod ready;
mod register;
mod render;
mod respond;
mod rest;
mod start;
mod ttl_cache;

pub use gateway::Timings;
pub use inspect::{CommandChanges, Inspection, PrivilegedIntent, inspect};
pub use permissions::invite;
pub use ready::{AsBot, OnReady};
pub use start::{Options, StartError, run};
