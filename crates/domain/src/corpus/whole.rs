//! The whole text of a work that an operator imported.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The paragraphs and notes of a work; empty for one of which only quotes are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The paragraphs by their numbers.
    pub paragraphs: BTreeMap<u16, String>,
    /// The notes.
    pub notes: Vec<Note>,
}

/// A note, and where its mark is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number or sign.
    pub label: String,
    /// The paragraph that holds it.
    pub paragraph: u16,
    /// The paragraph that has its mark, if one has.
    pub marked_in: Option<u16>,
    /// Whether it is the editors'.
    pub by_editor: bool,
}
