//! The bot on Discord, from end to end: serenity and all, against a strict stand-in for Discord.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails where it stands"
)]

mod commands;
mod consent;
mod daily;
mod faults;
mod many;
mod outbox;
mod posts;
mod program;
mod readings;
mod secrets;
mod seminar;
mod servers;
mod sittings;
mod slow;
mod stage;
mod start;
mod texts;
mod traps;
