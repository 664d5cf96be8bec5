//! A commonplace book for reading groups on Discord.
