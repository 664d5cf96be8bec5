//! What every stage hands on: pieces of text that know where they stood in the file.

use std::borrow::Cow;

use serde::Serialize;

/// Where something stood in the file that was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The page in the order of the file, from 1, if the file has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The line of the file, or the block of a page of the web, from 1.
    pub line: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.page {
            Some(page) => write!(f, "page {page}, line {}", self.line),
            None => write!(f, "line {}", self.line),
        }
    }
}

/// One line of a file, without its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub(crate) place: Place,
    /// A piece of the file, or what was made of it.
    pub(crate) text: Cow<'a, str>,
    /// How it is set, if the file says so.
    pub(crate) style: Option<Style>,
}

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// The size of its letters, in tenths of a point.
    pub(crate) size: u16,
    pub(crate) bold: bool,
    /// How many pieces of it stand far apart, as the cells of a table do.
    pub(crate) cells: u8,
}

/// One page, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page<'a> {
    pub(crate) lines: Vec<Line<'a>>,
}

impl Page<'_> {
    /// The same page without what it was read from.
    pub(crate) fn into_owned(self) -> Page<'static> {
        let lines = self.lines.into_iter().map(|Line { place, text, style }| Line {
            place,
            text: Cow::Owned(text.into_owned()),
            style,
        });
        Page { lines: lines.collect() }
    }
}

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

/// What a piece of text is, as far as its format or its shape says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A heading, and how deep.
    Heading(u8),
    Paragraph,
    Item,
    Quotation,
    /// What stands under a picture.
    Caption,
    /// A cell of a table, code: text, but no prose.
    Figure,
    /// A note by its place at the foot of a page.
    Note,
    /// What is around the text: navigation, a footer.
    Apart(Boilerplate),
}

/// A paragraph, heading or the like, with its line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    /// Where each line of it starts in `text`, and where that stood in the file.
    pub(crate) lines: Vec<(usize, Place)>,
    /// The index of the note that it is a part of.
    pub(crate) note: Option<usize>,
}

impl Block {
    /// A block of one line.
    pub(crate) fn new(kind: BlockKind, text: impl Into<String>, place: Place) -> Self {
        Self { kind, text: text.into(), lines: vec![(0, place)], note: None }
    }

    /// Adds a line after a line break.
    pub(crate) fn push(&mut self, line: &Line<'_>) {
        self.text.push('\n');
        self.lines.push((self.text.len(), line.place));
        self.text.push_str(line.text.trim());
    }

    /// Whether the file marks it as a heading.
    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Where the block starts in the file.
    pub(crate) fn place(&self) -> Place {
        self.lines.first().map(|(_, place)| *place).unwrap_or_default()
    }

    /// Where a byte of the text stood in the file.
    pub(crate) fn place_at(&self, at: usize) -> Place {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        self.lines.get(after.saturating_sub(1)).map(|(_, place)| *place).unwrap_or_default()
    }
}
