//! What is measured on: books and groups of any size, the same each time.

mod book;
mod group;
pub mod rows;
pub mod typed;

pub use book::{book, words};
pub use group::{Group, SERVER};

/// The number of every draw here.
const SEED: u64 = 16;
