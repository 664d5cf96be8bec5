//! The record as a document outside of Discord.

use super::round::recorded;
use super::ui::limits::MEBIBYTE;
use super::ui::{Block, Card, Key, Span, Text, TimeStyle, date_range, string, text};
use super::{map, record};
use domain::record::Entry;
use domain::{Corpus, RoundState, Statement, Theme};
use jiff::civil::Date;

/// Why the record is not given as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// It is too large for Discord.
    TooLarge {
        /// How large it is.
        bytes: usize,
        /// How large it may be.
        most: usize,
    },
}

impl ExportError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::TooLarge { bytes, most } => {
                let megabytes = |bytes: usize| bytes.div_ceil(MEBIBYTE);
                text!("export-too-large", size = megabytes(bytes), most = megabytes(most))
            }
        }
    }
}

/// What comes with the file.
#[must_use]
pub fn file(format: &'static str) -> Card {
    Card::titled(title()).text(text!("export-file", format = Key(format)))
}

/// What comes with a zip of what is too large for one file.
#[must_use]
pub fn packed(format: &'static str) -> Card {
    Card::titled(title()).text(text!("export-packed", format = Key(format)))
}

/// What the document is called.
#[must_use]
pub fn title() -> String {
    string!("export-title")
}

/// That nothing is in it.
#[must_use]
pub fn empty() -> String {
    string!("export-empty")
}

/// What the questions about a theme are headed by.
#[must_use]
pub fn heading(theme: Option<&Theme>) -> String {
    record::name(theme)
}

/// How much is in it: "3 questions · 12 answers".
#[must_use]
pub fn count(questions: usize, answers: usize) -> String {
    map::count(questions, answers)
}

/// "5 answers".
#[must_use]
pub fn answers(count: usize) -> String {
    string!("export-answers", count = count)
}

/// "5 participants".
#[must_use]
pub fn participants(count: usize) -> String {
    string!("export-participants", count = count)
}

/// That some answers cannot be read yet.
#[must_use]
pub fn hidden(count: usize) -> String {
    string!("export-hidden", count = count)
}

/// That a seminar is not over.
#[must_use]
pub fn still_open() -> String {
    string!("export-seminar-open")
}

/// From which day to which.
#[must_use]
pub fn days(first: Date, last: Date) -> String {
    date_range(first, last)
}

/// One question without its words.
#[derive(Clone, Debug)]
pub struct Question {
    /// When it was asked, and whether it is open.
    pub asked: Text,
    /// Its quotes, whole.
    pub quotes: Vec<Block>,
    /// What the group made of it: its statement, and on what its members agree and differ.
    pub group: Vec<Block>,
    /// What members answered.
    pub answers: Vec<Block>,
    /// That nobody answered, or that some answers are hidden as yet.
    pub note: Option<Text>,
}

impl Question {
    /// The question of an entry.
    #[must_use]
    pub fn new(corpus: &Corpus, entry: &Entry<'_>) -> Self {
        let round = entry.round;
        let seminar = entry.details.and_then(|details| details.seminar.as_ref());
        let asked = text!(
            "export-asked",
            asked = Span::When(round.posed_at, TimeStyle::Day),
            open = round.state != RoundState::Closed,
            seminar = seminar.map(|seminar| &seminar.title),
        );
        let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
        Self {
            asked,
            quotes: quotes.map(|quote| super::quote::passage(corpus, quote)).collect(),
            group: record::of_group(entry),
            answers: recorded(corpus, round, &entry.shown),
            note: record::note(entry),
        }
    }
}

/// The group's statement with the votes on it and the objections.
#[must_use]
pub fn statement(statement: &Statement) -> Vec<Block> {
    record::statement(statement)
}

/// The words of the page that are the same in every record, by their names in its templates.
#[must_use]
pub fn labels() -> [(&'static str, String); 30] {
    [
        ("title", title()),
        ("empty", empty()),
        ("skip", string!("export-skip")),
        ("contents", string!("export-contents")),
        ("reading", string!("export-reading")),
        ("reading_about", string!("export-reading-about")),
        ("themes", string!("export-themes")),
        ("seminars", string!("export-seminars")),
        ("pictures", string!("export-pictures")),
        ("asked_here", string!("export-asked-here")),
        ("made", string!("export-made")),
        ("as_table", string!("export-as-table")),
        ("over_time", string!("export-over-time")),
        ("over_time_about", string!("export-over-time-about")),
        ("agreement", string!("export-agreement")),
        ("agreement_about", string!("export-agreement-about")),
        ("coverage", string!("export-coverage")),
        ("coverage_about", string!("export-coverage-about")),
        ("day", string!("export-column-day")),
        ("answers", string!("export-column-answers")),
        ("participants", string!("export-column-participants")),
        ("question", string!("export-column-question")),
        ("agree", string!("export-column-agree")),
        ("aside", string!("export-column-aside")),
        ("object", string!("export-column-object")),
        ("section", string!("export-column-section")),
        ("paragraphs", string!("export-column-paragraphs")),
        ("read", string!("export-column-read")),
        ("argued", string!("export-column-argued")),
        ("untouched", string!("export-column-untouched")),
    ]
}
