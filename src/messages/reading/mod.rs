//! A server's own readings.

mod file;
mod form;

pub use form::{AUTHOR, TITLE, add_form};

use super::quote::passage;
use super::ui::{Accent, Block, Button, Card, Text, string, text};
use domain::corpus::Section;
use domain::{Corpus, Reading, ReadingId, Work};
use import::{Doubt, Refusal};

/// Quotes of a file that are shown before it is added.
const QUOTES: usize = 3;
/// Sections and doubts of a file that are shown.
const LINES: usize = 8;

/// Why a reading is not added, removed or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingError {
    /// There is no such reading any more.
    Gone,
    /// The server has as many as it may have.
    TooMany(usize),
    /// The file is larger than this many megabytes.
    TooLarge(u64),
    /// The file is not where members' files are.
    NotAnAttachment,
    /// The file could not be fetched.
    NotDownloaded,
    /// A file of the terminal's computer cannot be read.
    UnreadableFile {
        /// Its path.
        file: String,
        /// Why.
        reason: String,
    },
    /// The importer failed.
    NotImported,
    /// The file cannot become a reading.
    Refused(Refusal),
}

impl ReadingError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::Gone => text!("reading-gone"),
            Self::TooMany(most) => text!("reading-too-many", most = *most),
            Self::TooLarge(megabytes) => text!("reading-too-large", megabytes = *megabytes),
            Self::NotAnAttachment => text!("reading-not-an-attachment"),
            Self::NotDownloaded => text!("reading-not-downloaded"),
            Self::UnreadableFile { file, reason } => {
                text!("reading-unreadable-file", file = file, reason = reason)
            }
            Self::NotImported => text!("reading-not-imported"),
            Self::Refused(refusal) => file::refusal(refusal),
        }
    }
}

/// What was found in a file; `book` is the server's book with it.
#[must_use]
pub fn found(book: &Corpus, id: ReadingId, reading: &Reading, doubts: &[Doubt]) -> Card {
    let work = &reading.work;
    let sections = work.sections.iter().take(LINES).map(section).collect();
    let card = Card::titled(string!("reading-found-title", title = &work.title))
        .text(text!("reading-found-author", author = &work.author))
        .text(text!(
            "reading-found-counts",
            paragraphs = work.text.paragraphs.len(),
            quotes = reading.quotes.len(),
            questions = reading.questions.len(),
        ))
        .section(string!("reading-found-sections"), "")
        .block(Block::List(sections));
    let quotes = reading.quotes.iter().take(QUOTES);
    let mut card = quotes.fold(card, |card, quote| card.block(passage(book, quote)));
    let doubts = file::doubts(doubts);
    if !doubts.is_empty() {
        let lines = doubts.into_iter().take(LINES).collect();
        card = card.section(string!("reading-found-doubts"), "").block(Block::List(lines));
    }
    let add = Button::main(string!("reading-found-add"), format!("reading confirm reading:{id}"));
    let discard =
        Button::danger(string!("reading-found-discard"), format!("reading remove reading:{id}"));
    card.footer(string!("reading-found-footer")).buttons([add, discard])
}

/// A reading is part of the server's book.
#[must_use]
pub fn added(work: &Work) -> Card {
    let quote = Button::main(string!("reading-added-quote"), format!("quote work:{}", work.id));
    Card::saying(text!("reading-added", title = &work.title)).accent(Accent::Done).buttons([quote])
}

/// The name of a reading that no other has: `r2: Essays, by A`.
#[must_use]
pub fn name(id: ReadingId, work: &Work) -> String {
    string!("reading-name", reading = id.to_string(), title = &work.title, author = &work.author)
}

/// Whether a reading is to be removed.
#[must_use]
pub fn ask_to_remove(id: ReadingId, reading: &Reading) -> Card {
    let (quotes, questions) = (reading.quotes.len(), reading.questions.len());
    let remove = Button::danger(
        string!("reading-remove-button"),
        format!("reading remove reading:{id} sure:true"),
    );
    Card::titled(string!("reading-remove-title", title = &reading.work.title))
        .text(text!("reading-found-author", author = &reading.work.author))
        .text(text!("reading-remove-ask", quotes = quotes, questions = questions))
        .buttons([remove])
}

/// A reading is removed.
#[must_use]
pub fn removed(work: &Work) -> Card {
    Card::saying(text!("reading-removed", title = &work.title)).accent(Accent::Done)
}

/// The readings of a server, which may have at most `most`.
#[must_use]
pub fn list<'a>(readings: impl IntoIterator<Item = (ReadingId, &'a Reading)>, most: usize) -> Card {
    let line = |(id, reading): (ReadingId, &Reading)| {
        text!(
            "reading-listed",
            author = &reading.work.author,
            title = &reading.work.title,
            quotes = reading.quotes.len(),
            reading = id.to_string(),
        )
    };
    let lines: Vec<Text> = readings.into_iter().map(line).collect();
    let card = Card::titled(string!("reading-list-title"));
    if lines.is_empty() {
        return card.text(text!("reading-list-none"));
    }
    let footer = string!("reading-list-footer", count = lines.len(), most = most);
    card.block(Block::List(lines)).footer(footer)
}

fn section(section: &Section) -> Text {
    text!(
        "reading-found-section",
        title = &section.title,
        first = section.first,
        last = section.last,
    )
}
