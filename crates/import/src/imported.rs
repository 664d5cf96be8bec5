//! What an import makes of a file.

use serde::Serialize;

use super::boilerplate::Apart;
use super::candidates::{AuthorQuestion, QuoteCandidate};
use super::doubt::Doubt;
use super::metadata::Head;
use super::read::Format;
use super::repair::Repair;
use super::structure::{Note, Paragraph, Part};

/// A text that was imported, with everything that was found and done.
#[derive(Clone, Debug, Serialize)]
pub struct Imported {
    /// The name of the file.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// Its encoding.
    pub encoding: String,
    /// What is known of the work.
    pub work: Head,
    /// What a person should look at, the gravest first.
    pub doubts: Vec<Doubt>,
    /// In which order the file's pages are read, from 1, if that is not the file's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_order: Option<Vec<usize>>,
    /// Sections.
    pub sections: Vec<Part>,
    /// Paragraphs in reading order.
    pub paragraphs: Vec<Paragraph>,
    /// Notes, each with the paragraph that has its mark.
    pub notes: Vec<Note>,
    /// Passages that may be quoted, in the order of the work.
    pub quotes: Vec<QuoteCandidate>,
    /// The author's own questions.
    pub questions: Vec<AuthorQuestion>,
    /// What was mended.
    pub repairs: Vec<Repair>,
    /// What was kept apart.
    pub apart: Vec<Apart>,
    /// The ids of an earlier import whose words are no longer in the text.
    pub gone: Vec<String>,
    /// The work file.
    #[serde(skip)]
    pub toml: String,
}

impl Imported {
    /// When it came out, if that was found.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        (!self.doubts.contains(&Doubt::NoYear)).then_some(self.work.year)
    }
}
