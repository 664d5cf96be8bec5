//! What a person should look at after an import.

use std::fmt;

use serde::{Serialize, Serializer};

use super::metadata::UNKNOWN;
use super::repair::Repair;

/// Something that the importer is not sure of.
///
/// Its text is for whoever edits the work file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No title was found, and the file's name was taken.
    NoTitle(String),
    /// No author was found.
    NoAuthor,
    /// No year was found, and the latest that the text speaks of was taken.
    GuessedYear(i16),
    /// No year was found at all.
    NoYear,
    /// The year may be that of a later edition.
    EditionYear,
    /// Nobody has said who holds the rights.
    NoRights,
    /// Notes whose marks are not in the text, by their labels.
    NotesWithoutMark(Vec<String>),
    /// No section was taken for the author's own text.
    NoBody,
    /// The first paragraphs, this many, may be the author's own.
    Introduction(usize),
    /// A page that starts with a sentence may start a paragraph.
    PageStart {
        /// The page and line.
        place: String,
    },
    /// The text does not fit the sections of the last import.
    SectionsAnew,
    /// The book names a page that it does not hold.
    MissingPage(String),
    /// Bytes that are no text.
    WrongBytes {
        /// How many.
        count: usize,
        /// The encoding they should be in.
        encoding: &'static str,
    },
    /// The last pages of the PDF were not read.
    TooManyPages,
    /// Words are missing, since some fonts do not say which letters they draw.
    UnreadableFonts,
    /// Pages on which no words were found.
    EmptyPages(Vec<usize>),
    /// What is unsure about the order of the pages.
    PageOrder(PageOrderDoubt),
    /// A repair that may be wrong.
    Repair {
        /// The page and line.
        place: String,
        /// The text in the file.
        before: String,
        /// The text in the work.
        after: String,
    },
    /// The terms of the themes are not in the language of the text.
    ForeignTerms {
        /// The language of the text.
        language: String,
    },
}

impl Doubt {
    /// That of a repair which may be wrong.
    pub(super) fn of_repair(repair: &Repair) -> Self {
        Self::Repair {
            place: repair.place.to_string(),
            before: repair.before.clone(),
            after: repair.after.clone(),
        }
    }
}

/// What is unsure about the order of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageOrderDoubt {
    /// They were put in another order, and not every page goes on where the one before ends.
    MovedWithGaps(String),
    /// They were put in another order, and a less usual one fits as well.
    MovedAmbiguously(String),
    /// They may be in that printing order, but were left as they were.
    MayBePrinted(String),
    /// Hardly anything shows their order.
    Weak,
    /// Many do not go on where the one before ends, and no order is better.
    Mixed,
    /// Their numbers follow each other, their words do not.
    Torn,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTitle(title) => {
                write!(f, "no title was found; the file's name was taken: {title}")
            }
            Self::NoAuthor => write!(f, "no author was found: `author` is `{UNKNOWN}`"),
            Self::GuessedYear(year) => {
                write!(f, "no year was found; {year} is the latest that the text speaks of")
            }
            Self::NoYear => f.write_str("no year was found: `year` is 2000, which says nothing"),
            Self::EditionYear => {
                f.write_str("the year is that of this edition; the work may be older")
            }
            Self::NoRights => f.write_str("nobody has said who holds the rights: see `rights`"),
            Self::NotesWithoutMark(labels) => {
                write!(f, "no mark was found for the notes {}", labels.join(", "))
            }
            Self::NoBody => f.write_str("nothing was taken for the author's own text"),
            Self::Introduction(paragraphs) => write!(
                f,
                "the first {paragraphs} paragraphs were taken for the editors' introduction; \
                 nothing else marks where the author begins"
            ),
            Self::PageStart { place } => write!(
                f,
                "{place}: a page starts with a sentence; it was taken to go on with the paragraph \
                 of the page before"
            ),
            Self::SectionsAnew => f.write_str(
                "the text has more or fewer paragraphs than at the last import: its sections were \
                 found anew, and titles that were changed by hand have to be changed again",
            ),
            Self::MissingPage(name) => {
                write!(f, "the book names a page that is not in it: {name}")
            }
            Self::WrongBytes { count, encoding } => write!(
                f,
                "{count} bytes of the file are no {encoding}: they are \u{FFFD} in the text"
            ),
            Self::TooManyPages => {
                f.write_str("the PDF is larger than any reading: its last pages were not read")
            }
            Self::UnreadableFonts => f.write_str(
                "some fonts of the PDF do not say which letters they draw: words are missing",
            ),
            Self::EmptyPages(pages) => empty_pages(f, pages),
            Self::PageOrder(doubt) => doubt.fmt(f),
            Self::Repair { place, before, after } => {
                write!(f, "{place}: `{before}` became `{after}`")
            }
            Self::ForeignTerms { language } => write!(
                f,
                "the text is in `{language}`, and the terms of the themes are English: themes \
                 cannot be suggested, and quotes and questions are for a person to choose"
            ),
        }
    }
}

impl fmt::Display for PageOrderDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MovedWithGaps(layout) => write!(
                f,
                "the pages were put in another order ({layout}), but not every page goes on where \
                 the one before ends: look at the joins"
            ),
            Self::MovedAmbiguously(layout) => write!(
                f,
                "the pages were put in another order ({layout}), but another order fits as well, \
                 though it is less usual: look at the joins"
            ),
            Self::MayBePrinted(layout) => write!(
                f,
                "the pages may be in printing order ({layout}), but that is not certain: the order \
                 of the file was kept"
            ),
            Self::Weak => f.write_str(
                "hardly anything shows in which order the pages are read: the order of the file \
                 was kept",
            ),
            Self::Mixed => f.write_str(
                "many pages do not go on where the one before ends, and no order was found that \
                 is better: the order of the file was kept",
            ),
            Self::Torn => f.write_str(
                "the printed page numbers follow each other, but the words of many pages do not: \
                 the order was taken from the numbers",
            ),
        }
    }
}

/// The pages that are named; the others are only mentioned.
const NAMED: usize = 20;

fn empty_pages(f: &mut fmt::Formatter<'_>, pages: &[usize]) -> fmt::Result {
    let numbers: Vec<String> = pages.iter().take(NAMED).map(ToString::to_string).collect();
    let more = if pages.len() > NAMED { " and others" } else { "" };
    let numbers = numbers.join(", ");
    write!(f, "no words were found on the pages {numbers}{more}: they are blank, or pictures")
}

impl Serialize for Doubt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
