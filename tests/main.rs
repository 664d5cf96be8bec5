//! The program from outside, all in one binary: each more would link serenity and SQLite anew.
//!
//! One module a subject: `cargo test --test main discord::posts`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails where it stands"
)]

mod book;
mod config;
mod console;
mod daily;
mod discord;
mod import;
mod layers;
mod messages;
mod readings;
mod readme;
mod shipped;
