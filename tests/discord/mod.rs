//! The bot on Discord, from end to end: serenity and all, against a strict stand-in for Discord.

mod commands;
mod consent;
mod daily;
mod faults;
mod given_back;
mod harness;
mod many;
mod mentions;
mod network;
mod outbox;
mod posts;
mod privacy;
mod program;
mod readings;
mod refusals;
mod secrets;
mod seminar;
mod servers;
mod sight;
mod sittings;
mod slow;
mod start;
mod texts;
mod traps;
mod turns;
mod unseen;
