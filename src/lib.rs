//! A commonplace book for reading groups on Discord.

pub mod commands;
pub mod domain;
pub mod reply;
pub mod store;
