//! What the templates of the page are filled with.

use jiff::tz::TimeZone;
use serde::Serialize;

use super::super::archive::Seminar;
use super::super::sink::Exported;
use super::margin::Notes;
use crate::messages::ui::{self, Span, Text, date};
use crate::messages::{export, quote};
use domain::seminar::SeminarState;
use domain::{Corpus, Quote};

/// A run of words in one style.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Words {
    style: &'static str,
    words: String,
}

pub(super) fn spans(text: &Text) -> Vec<Words> {
    text.0.iter().map(words).collect()
}

fn words(span: &Span) -> Words {
    let style = match span {
        Span::Strong(_) => "strong",
        Span::Soft(_) => "soft",
        Span::Struck(_) => "struck",
        Span::Added(_) => "added",
        Span::Code(_) => "code",
        _ => "plain",
    };
    Words { style, words: span.printed() }
}

/// A part of a card.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Block {
    kind: &'static str,
    by: Vec<Words>,
    text: String,
    lines: Vec<Vec<Words>>,
}

impl From<&ui::Block> for Block {
    fn from(block: &ui::Block) -> Self {
        let plain = |kind, by: &Text, text: &str| Self {
            kind,
            by: spans(by),
            text: text.to_owned(),
            lines: Vec::new(),
        };
        match block {
            ui::Block::Text(text) => plain("text", text, ""),
            ui::Block::Passage { text, source } => plain("passage", source, text),
            ui::Block::Section { heading, text } => plain("said", heading, &text.words()),
            ui::Block::Said { by, text } => plain("said", by, text),
            ui::Block::Row { block, .. } => Self::from(&**block),
            ui::Block::List(lines) => Self {
                kind: "list",
                by: Vec::new(),
                text: String::new(),
                lines: lines.iter().map(spans).collect(),
            },
        }
    }
}

/// A theme in the contents.
#[derive(Debug, Serialize)]
pub(super) struct ThemeLink {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) count: String,
    #[serde(skip)]
    pub(super) questions: usize,
}

/// A work of which something was asked.
#[derive(Debug, Serialize)]
pub(super) struct WorkView {
    pub(super) author: String,
    pub(super) title: String,
    pub(super) date: Option<String>,
    pub(super) language: String,
    #[serde(skip)]
    pub(super) sections: Vec<WorkSection>,
}

/// A section of a work.
#[derive(Debug)]
pub(super) struct WorkSection {
    pub(super) title: String,
    pub(super) places: Vec<Place>,
}

impl WorkSection {
    /// Adds the next quote about which something was asked: to the last place, if the same was asked
    /// there.
    pub(super) fn add(&mut self, corpus: &Corpus, quote: &Quote, notes: &Notes) {
        let quote = QuoteView::new(corpus, quote);
        match self.places.last_mut().filter(|last| last.notes == *notes) {
            Some(last) => last.quotes.push(quote),
            None => self.places.push(Place { quotes: vec![quote], notes: notes.clone() }),
        }
    }
}

/// Quotes that stand together, with what was asked about them in the margin.
#[derive(Debug, Serialize)]
pub(super) struct Place {
    quotes: Vec<QuoteView>,
    #[serde(skip)]
    pub(super) notes: Notes,
}

/// A quote.
#[derive(Debug, Serialize)]
struct QuoteView {
    anchor: String,
    text: String,
    source: Vec<Words>,
}

impl QuoteView {
    fn new(corpus: &Corpus, quote: &Quote) -> Self {
        let source = match quote::passage(corpus, quote) {
            ui::Block::Passage { source, .. } => spans(&source),
            _ => Vec::new(),
        };
        Self { anchor: format!("quote-{}", quote.id), text: quote.text.clone(), source }
    }
}

/// A question in the margin, with what the group made of it.
#[derive(Debug, Serialize)]
pub(super) struct Note {
    pub(super) anchor: String,
    question: String,
    about: String,
    group: Vec<Block>,
}

impl Note {
    pub(super) fn new(corpus: &Corpus, exported: &Exported) -> Self {
        let Exported { round, details } = exported;
        let day = date(round.posed_at.to_zoned(TimeZone::UTC).date());
        let mut about = vec![day, export::answers(round.answers.len())];
        let hidden = details.responses.len() - round.answers.len();
        if hidden > 0 {
            about.push(export::hidden(hidden));
        }
        let statement = details.statement.iter().filter(|_| !round.answers.is_empty());
        let group = statement.flat_map(export::statement);
        let group = group.chain(export::moved(corpus, details));
        Self {
            anchor: anchor(round.id),
            question: round.text.clone(),
            about: about.join(" · "),
            group: group.map(|block| Block::from(&block)).collect(),
        }
    }
}

/// What leads to a question on the page.
pub(super) fn anchor(round: i64) -> String {
    format!("question-{round}")
}

/// A seminar on the timeline.
#[derive(Debug, Serialize)]
pub(super) struct SeminarView {
    title: String,
    about: String,
    questions: Vec<SeminarItem>,
}

/// A question of a seminar's agenda.
#[derive(Debug, Serialize)]
pub(super) struct SeminarItem {
    text: String,
    anchor: Option<String>,
}

impl SeminarView {
    pub(super) fn new(it: &Seminar) -> Self {
        let day = date(it.made_at.to_zoned(TimeZone::UTC).date());
        let mut about = vec![day, export::participants(it.participants.len() + it.unnamed)];
        if it.state != SeminarState::Closed {
            about.push(export::still_open());
        }
        let item = |item: &super::super::archive::AgendaItem| SeminarItem {
            text: item.text.clone(),
            anchor: item.round.map(anchor),
        };
        let asked = it.agenda.iter().filter(|item| item.round.is_some());
        Self {
            title: it.title.clone(),
            about: about.join(" · "),
            questions: asked.map(item).collect(),
        }
    }
}
