//! What is held about a member, and how it is erased; how long the data of a server is kept that the
//! bot has left. `docs/privacy.md` says it in plain words.
//!
//! `tests.rs` beside this holds every column of every table to it.

mod affected;
mod delete_server;
mod erase;
mod hashes;
mod held;
mod informed;
mod servers;
#[cfg(test)]
pub(crate) mod tests;

pub(super) use delete_server::TABLES;
pub use held::{About, Link};
