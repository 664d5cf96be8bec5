//! Puts pages into the order in which they are read.

mod cohesion;
mod imposition;
mod joins;
mod order;
#[cfg(test)]
mod tests;

pub(crate) use order::reading_order;
