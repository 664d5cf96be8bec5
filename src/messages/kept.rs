//! The quotes that a member keeps.

use super::quote::passage;
use super::ui::{Accent, Button, Card, list_string, string, text};
use domain::{Corpus, Quote, Theme};

/// A quote is kept; `new` if it was not before.
#[must_use]
pub fn kept(id: &str, new: bool) -> Card {
    let text = if new { text!("kept-added") } else { text!("kept-already") };
    let remove = Button::side(string!("kept-remove"), format!("letgo quote:{id}"));
    Card::saying(text).accent(Accent::Done).buttons([remove])
}

/// A quote is kept no longer; `in_book` if it can be kept again.
#[must_use]
pub fn removed(id: &str, in_book: bool) -> Card {
    let again = in_book.then(|| Button::side(string!("kept-again"), format!("keep quote:{id}")));
    Card::saying(text!("kept-removed")).accent(Accent::Done).buttons(again)
}

/// A page of the member's quotes, each with the button that lets it go. `gone` are the ids of those
/// that have left the book.
#[must_use]
pub fn list<'c>(
    corpus: &Corpus,
    theme: Option<&Theme>,
    quotes: impl IntoIterator<Item = &'c Quote>,
    gone: &[String],
) -> Card {
    let mut card = Card::titled(string!("kept-title", theme = theme.map(super::ui::theme_name)));
    for quote in quotes {
        let remove = Button::side(string!("kept-remove"), format!("letgo quote:{}", quote.id));
        card = card.row(passage(corpus, quote), remove);
    }
    if card.blocks.is_empty() && gone.is_empty() {
        card = card.text(text!("kept-none"));
    }
    if !gone.is_empty() {
        let ids = list_string(gone.iter().cloned());
        card = card.text(text!("kept-gone", count = gone.len(), ids = ids));
    }
    card
}

/// "12 quotes".
#[must_use]
pub fn count(number: usize) -> String {
    string!("kept-count", count = number)
}
