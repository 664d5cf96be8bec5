//! The record as members read it: an overview of the themes, then a theme or a seminar page by page,
//! the contents first; and what a search finds in it.

mod contents;
mod entry;
mod hits;
mod volume;

pub(super) use self::entry::{note, of_group, statement};
pub use self::hits::{HITS, hits};
pub use self::volume::{Page, of_seminar, of_theme};

use super::map::count;
use super::ui::{
    Block, Card, Menu, MenuEntry, Span, Text, TimeStyle, limits, string, text, truncate,
};
use domain::record::ThemeCount;
use domain::seminar::SeminarState;
use domain::{Seminar, Theme};

/// Before the number of a seminar that is chosen in a menu.
pub const SEMINAR_CHOICE: &str = "seminar:";
/// Before the number of a round that is chosen in a menu.
pub const ROUND_CHOICE: &str = "round:";

/// Seminars that are listed.
const SEMINARS: usize = 10;

/// Why the record is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Both a theme and a seminar were given.
    ThemeAndSeminar,
}

impl RecordError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::ThemeAndSeminar => text!("record-theme-and-seminar"),
        }
    }
}

/// The themes that the group was asked about and the seminars that it held, the newest first, with a
/// menu to open one. `no_theme` means no theme in a line.
#[must_use]
pub fn overview(themes: &[ThemeCount<'_>], no_theme: &str, seminars: &[Seminar]) -> Card {
    let card = Card::titled(string!("record-title"));
    if themes.is_empty() && seminars.is_empty() {
        return card.text(text!("record-empty"));
    }
    let line = |it: &ThemeCount<'_>| {
        let count = count(it.questions, it.answers);
        text!("record-theme-line", theme = name(it.theme), count = count)
    };
    let entry = |it: &ThemeCount<'_>| MenuEntry {
        label: name(it.theme),
        about: Some(count(it.questions, it.answers)),
        value: it.theme.map_or(no_theme, |theme| theme.id.as_str()).to_owned(),
    };
    let mut card = card;
    if !themes.is_empty() {
        card = card.block(Block::List(themes.iter().map(line).collect()));
    }
    if !seminars.is_empty() {
        let lines = seminars.iter().take(SEMINARS).map(seminar_line);
        card = card.text(text!("record-seminars")).block(Block::List(lines.collect()));
    }
    let entries = themes.iter().map(entry).chain(seminars.iter().take(SEMINARS).map(seminar_entry));
    card.menu = Some(Menu {
        press: "record".to_owned(),
        hint: string!("record-open", seminars = !seminars.is_empty()),
        entries: entries.take(limits::SELECT_OPTIONS).collect(),
    });
    card.text(text!("record-search-hint"))
}

/// "On power · 2 May 2026 · 3 questions".
fn seminar_line(seminar: &Seminar) -> Text {
    text!(
        "record-seminar-line",
        title = &seminar.title,
        day = Span::When(seminar.made_at, TimeStyle::Day),
        questions = seminar.rounds().count(),
        open = seminar.state == SeminarState::Open,
    )
}

fn seminar_entry(seminar: &Seminar) -> MenuEntry {
    MenuEntry {
        label: truncate(&seminar.title, limits::SELECT_OPTION),
        about: Some(string!("record-seminar-entry", seminar = seminar.number.0)),
        value: format!("{SEMINAR_CHOICE}{}", seminar.number),
    }
}

pub(super) fn name(theme: Option<&Theme>) -> String {
    theme.map_or_else(|| string!("record-without-theme"), super::ui::theme_name)
}

/// "12 places": what a search found.
#[must_use]
pub fn hit_count(count: usize) -> String {
    string!("record-hits", count = count)
}
