//! The panel: buttons for everything that is typed elsewhere.

use super::fill;
use super::permissions::{Permission, names};
use super::ui::{Accent, Button, Card, Subject, Text, string, text};
use domain::ChannelId;

/// Why there is no panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelError {
    /// No message can stay in this kind of channel.
    Channel,
    /// We lack these permissions here.
    Missing(Vec<Permission>),
    /// No option of the command can be written in a form.
    NothingToFill(String),
}

impl PanelError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::Channel => text!("panel-error-channel"),
            Self::Missing(permissions) => {
                text!("panel-error-missing", permissions = names(permissions))
            }
            Self::NothingToFill(command) => {
                text!("panel-error-nothing-to-fill", command = command)
            }
        }
    }
}

/// A part of the panel that only the member who opens it sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Quotes, words and readings.
    Book,
    /// The record, and what is kept of a member.
    Record,
    /// Questions, statements and seminars, for who takes part.
    Group,
    /// Seminars, for their facilitator.
    Seminar,
    /// What else facilitators do.
    Facilitators,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Book, Self::Record, Self::Group, Self::Seminar, Self::Facilitators];

    /// Its word in a command line.
    fn name(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Record => "record",
            Self::Group => "group",
            Self::Seminar => "seminar",
            Self::Facilitators => "facilitators",
        }
    }

    /// The page of that word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    fn button(self) -> Button {
        let label = match self {
            Self::Book => string!("panel-open-book"),
            Self::Record => string!("panel-open-record"),
            Self::Group => string!("panel-open-group"),
            Self::Seminar => string!("panel-open-seminar"),
            Self::Facilitators => string!("panel-open-facilitators"),
        };
        Button::side(label, format!("panel page:{}", self.name()))
    }
}

/// The panel of a channel.
#[must_use]
pub fn card(place: ChannelId) -> Card {
    Card::titled(string!("panel-title"))
        .text(text!("panel-about"))
        .about(Subject::Panel(place))
        .buttons([
            Button::main(string!("panel-answer"), "answer"),
            Button::side(string!("panel-answers"), "answers"),
            Button::side(string!("panel-ask"), fill::line("question")),
            Button::side(string!("panel-quote"), "quote another:true"),
        ])
        .buttons([Page::Group, Page::Book, Page::Record].map(Page::button))
        .buttons([Page::Seminar, Page::Facilitators].map(Page::button))
        .buttons([
            Button::side(string!("panel-privacy"), "privacy show"),
            Button::side(string!("panel-help"), "help"),
        ])
}

/// A part of the panel.
#[must_use]
pub fn page(page: Page) -> Card {
    match page {
        Page::Book => book(),
        Page::Record => record(),
        Page::Group => group(),
        Page::Seminar => seminar(),
        Page::Facilitators => facilitators(),
    }
}

fn book() -> Card {
    Card::titled(string!("panel-open-book"))
        .buttons([
            Button::main(string!("panel-find-quote"), fill::line("quote")),
            Button::side(string!("panel-kept"), "kept"),
            Button::side(string!("panel-themes"), "theme"),
        ])
        .buttons([
            Button::side(string!("panel-who"), fill::line("who")),
            Button::side(string!("panel-timeline"), "who"),
            Button::side(string!("panel-readings"), "reading list"),
            Button::side(string!("panel-copy-out"), "copy-out"),
        ])
}

fn record() -> Card {
    Card::titled(string!("panel-open-record"))
        .buttons([
            Button::main(string!("panel-record"), "record"),
            Button::side(string!("panel-search-record"), fill::line("record")),
            Button::side(string!("panel-export"), fill::line("export")),
        ])
        .buttons([
            Button::side(string!("panel-privacy"), "privacy show"),
            Button::side(string!("panel-privacy-copy"), "privacy export"),
            Button::danger(string!("panel-privacy-erase"), "privacy erase"),
        ])
        .buttons([
            Button::side(string!("panel-taken-down"), "moderate log"),
            Button::side(string!("panel-appeal"), fill::line("moderate appeal")),
        ])
}

fn group() -> Card {
    Card::titled(string!("panel-open-group"))
        .buttons([
            Button::main(string!("panel-join"), "seminar join"),
            Button::side(string!("panel-status"), "seminar status"),
            Button::side(string!("panel-side"), "seminar card"),
            Button::side(string!("panel-revisit"), "seminar revisit"),
        ])
        .buttons([
            Button::side(string!("panel-queue-join"), "queue join"),
            Button::side(string!("panel-queue-leave"), "queue leave"),
            Button::side(string!("panel-queue"), "queue show"),
        ])
        .buttons([
            Button::side(string!("panel-statement"), "statement show"),
            Button::side(string!("panel-propose"), "statement propose"),
            Button::side(string!("panel-close"), "close"),
        ])
        .buttons([
            Button::side(string!("panel-facilitation"), "seminar facilitator"),
            Button::side(string!("panel-recall"), "seminar recall"),
        ])
}

fn seminar() -> Card {
    Card::titled(string!("panel-open-seminar"))
        .buttons([
            Button::main(string!("panel-seminar-open"), fill::line("seminar open")),
            Button::side(string!("panel-agenda"), "seminar agenda"),
            Button::side(string!("meeting-set-date"), "seminar move"),
            Button::side(string!("panel-start"), "seminar start"),
        ])
        .buttons([
            Button::side(string!("panel-next"), "seminar next"),
            Button::side(string!("panel-reveal"), "seminar reveal"),
            Button::side(string!("panel-queue-next"), "queue next"),
            Button::side(string!("panel-seminar-close"), "seminar close"),
        ])
}

fn facilitators() -> Card {
    Card::titled(string!("panel-open-facilitators"))
        .buttons([
            Button::main(string!("panel-dailies"), "daily list"),
            Button::side(string!("panel-daily-add"), fill::line("daily add")),
            Button::side(string!("panel-daily-preview"), fill::line("daily preview")),
            Button::side(string!("panel-daily-now"), fill::line("daily now")),
        ])
        .buttons([
            Button::side(string!("panel-daily-pause"), fill::line("daily pause")),
            Button::side(string!("panel-daily-resume"), fill::line("daily resume")),
            Button::side(string!("panel-daily-skip"), fill::line("daily skip")),
            Button::danger(string!("panel-daily-remove"), fill::line("daily remove")),
        ])
        .buttons([
            Button::side(string!("panel-take-down"), "moderate take-down"),
            Button::side(string!("panel-taken-down"), "moderate log"),
            Button::side(string!("panel-review"), fill::line("moderate review")),
        ])
        .buttons([
            Button::side(string!("panel-readings"), "reading list"),
            Button::side(string!("panel-reading-add"), "reading add"),
            Button::danger(string!("panel-reading-remove"), fill::line("reading remove")),
            Button::side(string!("panel-settings"), fill::line("settings")),
        ])
}

/// What who asked for a panel is told; `pins`: it is being pinned.
#[must_use]
pub fn posted(pins: bool) -> Card {
    let card = Card::saying(text!("panel-posted", pins = pins)).accent(Accent::Done);
    if pins { card } else { card.text(text!("deliveries-pin-by-hand")) }
}
