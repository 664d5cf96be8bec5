//! The record as a document outside of Discord.

use super::record;
use super::round::recorded;
use super::ui::{Block, Span, TimeStyle, string, text};
use domain::record::Entry;
use domain::{Corpus, RoundState, Theme};

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

/// Everything about one question but the question itself: when it was asked, its quotes whole, what
/// the group made of it, and the answers.
#[must_use]
pub fn entry(corpus: &Corpus, entry: &Entry<'_>) -> Vec<Block> {
    let round = entry.round;
    let seminar = entry.details.and_then(|details| details.seminar.as_ref());
    let asked = text!(
        "export-asked",
        asked = Span::When(round.posed_at, TimeStyle::Day),
        open = round.state != RoundState::Closed,
        seminar = seminar.map(|seminar| &seminar.title),
    );
    let mut blocks = vec![Block::Text(asked)];
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    blocks.extend(quotes.map(|quote| super::quote::passage(corpus, quote)));
    blocks.extend(record::of_group(entry));
    blocks.extend(recorded(corpus, round, &entry.shown));
    blocks.extend(record::note(entry).map(Block::Text));
    blocks
}
