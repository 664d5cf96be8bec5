//! The bot on Discord, from end to end: serenity and all, against a strict stand-in for Discord.

mod commands;
mod daily;
mod faults;
mod seminar;
mod servers;
mod stage;
mod start;
mod texts;
mod traps;
