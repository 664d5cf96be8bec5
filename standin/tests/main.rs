//! The stand-in as its clients see it, in one binary: `cargo test -p standin --test main rates::`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails where it stands"
)]

#[path = "support/api.rs"]
mod api;
mod bodies;
mod events;
mod faults;
mod gateway;
mod independent;
mod layouts;
#[cfg(all(feature = "load", target_os = "linux"))]
mod load;
mod people;
mod rates;
#[cfg(feature = "openapi")]
mod record;
mod routes;
mod rules;
mod serenity;
mod support;
