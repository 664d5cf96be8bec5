//! The real program in the terminal, played from scripts.
#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod cards;
mod consent;
mod program;
mod scripts;
mod seminar;
mod starting;
mod transcripts;
