//! What is on the page but is not the text: running heads, page numbers, title, credits,
//! navigation and the like. It is recognised and kept apart.

mod bylines;
mod contents;
mod credits;
mod front;
mod gutenberg;
mod heads;
mod imprint;
mod lines;
mod title_block;

use serde::Serialize;

use super::block::Place;

pub use super::block::Boilerplate;

pub(crate) use bylines::{byline, is_name, is_roman};
pub(crate) use contents::is_leader;
pub(crate) use credits::{Front, year};
pub(crate) use front::part;
pub(crate) use gutenberg::title_in as gutenberg_title;
pub(crate) use heads::strip_heads;
pub(crate) use imprint::Matter;
pub(crate) use lines::is_chapter;

/// A piece that was kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Apart {
    /// What it is.
    pub kind: Boilerplate,
    /// Where it stood.
    pub place: Place,
    /// Its words.
    pub text: String,
}
