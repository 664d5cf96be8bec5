//! The record outside of Discord: exports, and the way back from one of them into a database.
//!
//! [`archive`] is the record as data, which is also the JSON format; [`collect`] makes it of what the
//! store has, and [`Export`] writes it as the store reads it, round by round, so that a long record
//! takes no more memory than a short one.

pub mod archive;
mod collect;
mod csv;
mod export;
mod html;
mod json;
mod latest;
mod markdown;
pub mod restore;
mod sink;
mod zipped;

pub use export::{Export, ExportError, Format, Seen, Selection};
pub use zipped::zipped;
