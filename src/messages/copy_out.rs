//! A passage that somebody quotes, on its way to become a quote of this server's book.

use super::quote::{self, Controls};
use super::ui::{
    Accent, Block, Button, Card, Field, Form, Text, TextDisplay, limits, list_string, string, text,
    truncate,
};
use domain::corpus::LONGEST_QUOTE;
use domain::quotation::{Difference, FEWEST_WORDS, Near, Passage};
use domain::{Corpus, Quote, ReadingId};

/// Differences that are told.
const MOST: usize = 5;
/// The most characters of a speaker's name.
pub const SPEAKER: u16 = 100;

/// Why a passage is not copied out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyOutError {
    /// A bot wrote the message.
    Bot,
    /// There are too few words to find.
    NoWords,
    /// Nothing like it is in any text that is here; of these works only quotes are.
    Nowhere {
        /// Whether any text is here.
        texts: bool,
        /// The titles of works whose text is not here.
        only_quotes: Vec<String>,
    },
    /// It is in a work of the common book.
    Common {
        /// The title of the work.
        title: String,
        /// Its paragraph.
        paragraph: u16,
    },
    /// It is in somebody's introduction or in a note.
    NotTheAuthors,
    /// It is longer than a quote can be.
    TooLong,
    /// It is a quote already.
    Known(String),
    /// The reading has as many quotes as it can have.
    Full(usize),
    /// The reading is not here any more, or has changed.
    Gone,
}

impl CopyOutError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::Bot => text!("copy-out-error-bot"),
            Self::NoWords => text!("copy-out-error-no-words", least = FEWEST_WORDS),
            Self::Nowhere { texts, only_quotes } => {
                let works = (!only_quotes.is_empty()).then(|| list_string(only_quotes.clone()));
                text!("copy-out-error-nowhere", texts = *texts, works = works)
            }
            Self::Common { title, paragraph } => {
                text!("copy-out-error-common", title = title, paragraph = *paragraph)
            }
            Self::NotTheAuthors => text!("copy-out-error-not-the-authors"),
            Self::TooLong => text!("copy-out-error-too-long", most = LONGEST_QUOTE),
            Self::Known(id) => text!("copy-out-error-known", id = id),
            Self::Full(most) => text!("copy-out-error-full", most = *most),
            Self::Gone => text!("copy-out-error-gone"),
        }
    }

    /// Shows the quote that is there already.
    pub(super) fn buttons(&self) -> Vec<Button> {
        match self {
            Self::Known(id) => {
                vec![Button::side(string!("copy-out-show"), format!("quote id:{id}"))]
            }
            _ => Vec::new(),
        }
    }
}

/// The place of a passage, as buttons carry it.
#[must_use]
pub fn line(reading: ReadingId, passage: &Passage<'_>) -> String {
    let (paragraph, range) = (passage.paragraph, &passage.range);
    format!(
        "add-quote reading:{reading} paragraph:{paragraph} from:{} to:{}",
        range.start, range.end
    )
}

/// A passage that is in a reading word for word, for who asked. Who may not add it can propose it.
#[must_use]
pub fn found(book: &Corpus, quote: &Quote, passage: &Passage<'_>, line: &str, adds: bool) -> Card {
    let card = Card::titled(string!("copy-out-found")).block(quote::passage(book, quote));
    let card = with_marks(card, passage);
    match adds {
        true => card.buttons([add_button(line)]),
        false => card
            .text(text!("copy-out-propose-hint"))
            .buttons([Button::main(string!("copy-out-propose"), format!("{line} propose:true"))]),
    }
}

/// A passage that a member proposes to the facilitators, in sight of all.
#[must_use]
pub fn proposed(book: &Corpus, quote: &Quote, passage: &Passage<'_>, line: &str) -> Card {
    let card = Card::titled(string!("copy-out-proposed"))
        .accent(Accent::Question)
        .block(quote::passage(book, quote));
    with_marks(card, passage).text(text!("copy-out-proposed-hint")).buttons([add_button(line)])
}

fn add_button(line: &str) -> Button {
    Button::main(string!("copy-out-add"), line)
}

fn with_marks(card: Card, passage: &Passage<'_>) -> Card {
    match passage.is_within_quotation_marks() {
        true => card.text(text!("copy-out-within-marks")),
        false => card,
    }
}

/// Asks whose words a passage are before it is added.
#[must_use]
pub fn form(book: &Corpus, quote: &Quote, passage: &Passage<'_>, line: &str) -> Form {
    let author = &passage.work.author;
    let about = string!("copy-out-speaker-hint", author = author);
    let speaker = Field::line("speaker", string!("copy-out-speaker"), SPEAKER)
        .description(truncate(&about, limits::FIELD_DESCRIPTION));
    let blocks = vec![quote::passage(book, quote)];
    let asks = TextDisplay { blocks, rest: text!("answer-form-rest") };
    Form {
        title: string!("copy-out-form"),
        submit: line.to_owned(),
        parts: vec![asks.into(), speaker.into()],
    }
}

/// The passage is a quote now.
#[must_use]
pub fn added(book: &Corpus, quote: &Quote) -> Card {
    let card = quote::card(book, quote, Controls::default());
    Card { title: Some(string!("copy-out-added")), ..card }.accent(Accent::Done)
}

/// What is nearest to a quotation that is nowhere word for word, and what differs.
#[must_use]
pub fn near(book: &Corpus, quote: &Quote, near: &Near<'_>) -> Card {
    let lines = near.differences.iter().take(MOST).map(difference).collect();
    let left_out = near.differences.len().saturating_sub(MOST);
    let card = Card::titled(string!("copy-out-near"))
        .accent(Accent::Problem)
        .block(quote::passage(book, quote))
        .text(text!("copy-out-differs"))
        .block(Block::List(lines));
    let card =
        if left_out > 0 { card.text(text!("copy-out-more", count = left_out)) } else { card };
    card.text(text!("copy-out-near-hint"))
}

fn difference(it: &Difference) -> Text {
    match (it.quoted.as_str(), it.written.as_str()) {
        ("", written) => text!("copy-out-left-out", written = written),
        (quoted, "") => text!("copy-out-put-in", quoted = quoted),
        (quoted, written) => text!("copy-out-other", quoted = quoted, written = written),
    }
}

/// Asks for the passage, where there is no message to take it from.
#[must_use]
pub fn ask() -> Form {
    Form {
        title: string!("copy-out-ask"),
        submit: "copy-out".to_owned(),
        parts: vec![
            Field::paragraph("text", string!("copy-out-ask-field"), limits::FIELD_VALUE)
                .description(string!("copy-out-ask-hint"))
                .into(),
        ],
    }
}
