//! What is on the page but is not the text: running heads, page numbers, title, credits,
//! navigation and the like. It is recognised and kept apart.

mod bylines;
mod contents;
mod credits;
mod front;
mod gutenberg;
mod heads;
mod imprint;

use serde::Serialize;

use super::block::Place;

pub(crate) use bylines::{byline, is_name, is_roman};
pub(crate) use contents::is_leader;
pub(crate) use credits::year;
pub(crate) use front::{Front, is_chapter, part};
pub(crate) use gutenberg::title_in as gutenberg_title;
pub(crate) use heads::strip_heads;
pub(crate) use imprint::Matter;

/// What a piece of boilerplate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Boilerplate {
    /// The same line at the head or foot of many pages.
    RunningHead,
    /// The number of a page.
    PageNumber,
    /// The title, the author's name.
    Title,
    /// Who translated, transcribed, published.
    Credit,
    /// Links to elsewhere, and what a site puts around a text.
    Navigation,
    /// The last lines of a page of the web.
    Footer,
    /// A table of contents.
    Contents,
    /// The imprint, the colophon, the licence of a copy.
    Imprint,
    /// What a publisher or a site says for itself.
    Advertisement,
    /// The place of a picture, a line of stars.
    Ornament,
}

impl Boilerplate {
    /// As a report names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RunningHead => "running head",
            Self::PageNumber => "page number",
            Self::Title => "title",
            Self::Credit => "credit",
            Self::Navigation => "navigation",
            Self::Footer => "footer",
            Self::Contents => "contents",
            Self::Imprint => "imprint",
            Self::Advertisement => "advertisement",
            Self::Ornament => "ornament",
        }
    }
}

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
