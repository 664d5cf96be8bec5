//! What the tests of several modules share: a database in a folder, waiting, texts kept in files.
//! The harnesses themselves are beside what they test.

mod database;
mod log;
mod until;
mod written;

pub(crate) use database::{folder, open, path};
pub(crate) use log::Log;
pub(crate) use until::until;
pub(crate) use written::assert_written;
