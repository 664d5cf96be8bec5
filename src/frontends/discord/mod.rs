//! Discord: interactions come in through the gateway or by HTTP, become commands, and their answers go
//! out through one sender; what has to happen elsewhere goes out through the outlet.
//!
//! serenity and twilight stand only here: serenity's routes, ids and permissions, twilight's
//! connection to the gateway. Requests to the API and the life of the shards are our own ([`rest`],
//! [`gateway`] say why), and so is the reading of interactions ([`interaction`]).
//!
//! ```text
//! gateway, endpoint → event_handler → interaction → Command → respond → render → rest
//!                                          outbox → publisher → render → rest
//! ```

mod autocomplete;
mod endpoint;
mod endpoint_urls;
mod event_handler;
mod files;
mod followed;
mod gateway;
mod handover;
mod ids;
mod inspect;
mod interaction;
mod lenient;
pub mod log;
mod membership;
mod mentions;
mod offline;
mod permissions;
mod platform;
mod posted;
mod press_tokens;
mod publisher;
mod ready;
mod register;
mod render;
mod respond;
mod rest;
mod seen;
mod start;
mod start_error;
mod ttl_cache;

pub use endpoint_urls::EndpointUrls;
pub use gateway::Timings;
pub use inspect::{CommandChanges, Inspection, PrivilegedIntent, inspect};
pub use offline::{read_interaction, reply_body};
pub use permissions::invite;
pub use ready::{AsBot, OnReady};
pub use start::{Options, run};
pub use start_error::StartError;
