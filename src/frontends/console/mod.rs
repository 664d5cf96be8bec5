//! The same bot in the terminal, without a network: one server, as many members as are named.

mod act;
mod assist;
mod board;
mod cast;
mod clean;
mod clock;
mod complete;
mod entry;
mod fill;
mod input;
mod names;
mod outlet;
mod paint;
mod places;
mod screen;
mod script;
mod session;
mod stage;
mod terminal;
mod view;
mod welcome;
mod work;
mod wrap;

pub use session::{Ended, Options, run};
