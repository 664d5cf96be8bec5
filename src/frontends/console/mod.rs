//! The same bot in the terminal, without a network: one server, as many members as are named.

mod clean;
mod clock;
mod complete;
mod execute;
mod fill;
mod input;
mod input_line;
mod line_editor;
mod members;
mod messages;
mod names;
mod page;
mod places;
mod publisher;
mod render;
mod restore;
mod screen;
mod script;
mod session;
mod state;
mod style;
mod terminal;
#[cfg(unix)]
mod type_ahead;
mod worker;
mod wrap;

pub use page::print;
pub use session::{Ended, Options, run};
