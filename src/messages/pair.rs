//! Two quotes that disagree.

use super::quote::{explained, passage};
use super::ui::{self, Button, Card, Text, enumeration, string, text};
use domain::Corpus;
use domain::corpus::Pair;

/// A pair: both quotes and what they disagree on; `None` if a quote has left the book.
#[must_use]
pub fn card(corpus: &Corpus, pair: &Pair) -> Option<Card> {
    let quotes = corpus.quotes_of(pair)?;
    let footer = string!("pair-footer", themes = enumeration(themes(corpus, pair)), id = &pair.id);
    let card = quotes
        .iter()
        .fold(Card::titled(string!("pair-title")), |card, quote| card.block(passage(corpus, quote)))
        .text(dispute(pair))
        .footer(footer);
    let ask = Button::main(string!("pair-ask"), format!("question id:{}", pair.id));
    Some(card.buttons([ask].into_iter().chain(explained(corpus, &quotes))))
}

/// What two quotes disagree on.
#[must_use]
pub fn dispute(pair: &Pair) -> Text {
    text!("pair-dispute", dispute = &pair.dispute)
}

/// A pair as a question.
#[must_use]
pub fn question(pair: &Pair) -> String {
    string!("pair-question", dispute = &pair.dispute)
}

/// The name of a thread about a pair.
#[must_use]
pub fn thread_name(pair: &Pair) -> String {
    ui::thread_name(&pair.dispute)
}

/// The names of its themes.
pub(super) fn themes(corpus: &Corpus, pair: &Pair) -> Vec<String> {
    let themes = corpus.themes_of(pair).into_iter().filter_map(|id| corpus.theme(id));
    themes.map(super::ui::theme_name).collect()
}
