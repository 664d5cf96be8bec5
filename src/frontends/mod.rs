//! Where people meet the bot: each turns what comes in into a command, and an answer into what goes
//! out. Neither knows the other.

pub mod console;
pub mod discord;
