//! A commonplace book for reading groups on Discord.

pub mod clock;
pub mod commands;
pub mod domain;
pub mod import;
pub mod outbox;
pub mod record;
pub mod reply;
pub mod scheduler;
pub mod store;
