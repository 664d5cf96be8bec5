//! The daily quote: once, on time, whatever happens. Discord is a channel in memory here, that can
//! lose an answer or close; the program is killed by dropping all of it between two polls.

mod channel;
mod clock;
mod killed;
mod once;
mod place;
mod refused;
mod zones;
