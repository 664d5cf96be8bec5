//! What a text is made of.

use serde::Serialize;

use crate::block::Place;
use crate::doubt::Doubt;
use domain::corpus::SectionKind;

/// A part of the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its number, from 1.
    pub number: u16,
    /// The number that its heading is printed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its heading, or what it is where it has none.
    pub title: String,
    /// Whose words it holds.
    #[serde(serialize_with = "kind_name")]
    pub kind: SectionKind,
    /// Its first paragraph.
    pub first: u16,
    /// Its last.
    pub last: u16,
}

fn kind_name<S: serde::Serializer>(kind: &SectionKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(section_kind(*kind))
}

/// The kind of a section as a work file has it.
pub(crate) fn section_kind(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Body => "body",
        SectionKind::Introduction => "introduction",
        SectionKind::Notes => "notes",
    }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphKind {
    /// Running text.
    Text,
    /// One of a list.
    Item,
    /// A passage of somebody else's, set off.
    Quotation,
    /// What stands under a picture.
    Caption,
    /// A cell of a table, code.
    Figure,
    /// A note.
    Note,
}

/// Whose words a paragraph holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The author of the work.
    Author,
    /// Its editors.
    Editor,
    /// Somebody quoted at length; the name, if the text says it plainly.
    Speaker(Option<String>),
}

/// The mark of a note in running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The note's label.
    pub label: String,
    /// So many characters of the paragraph stand before it.
    pub after: usize,
}

/// A numbered paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its number, through the whole work from 1.
    pub number: u16,
    /// The number of its section.
    pub section: u16,
    /// What it is.
    pub kind: ParagraphKind,
    /// Whose words it holds, but for what stands in brackets.
    pub voice: Voice,
    /// The number or letter of an item or a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its words, without label and marks.
    pub text: String,
    /// Where notes belong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where it stood in the file.
    pub place: Place,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its label.
    pub label: String,
    /// The paragraph that holds it.
    pub paragraph: u16,
    /// The paragraph that has its mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marked_in: Option<u16>,
    /// Whose it is.
    pub voice: Voice,
    /// Whether an author's note has an addition of the editors' in brackets.
    pub has_addition: bool,
}

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) parts: Vec<Part>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) notes: Vec<Note>,
    pub(crate) doubts: Vec<Doubt>,
}
