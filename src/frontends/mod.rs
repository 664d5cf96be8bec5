//! The ways in and out: each turns what comes in into commands, and replies into its own messages.

pub mod console;
pub mod discord;
