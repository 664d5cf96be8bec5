//! The side that a member argues in a debate.

use super::super::quote::passage;
use super::super::ui::{Key, string, text};
use super::super::{Accent, Card, Text};
use domain::Corpus;
use domain::corpus::{Current, Problem, Stance};

/// A member's side: the stance, and the quotes that bear it out.
#[must_use]
pub fn side(corpus: &Corpus, problem: &Problem, stance: &Stance) -> Card {
    let current = Key(match stance.current {
        Current::Authoritarian => "authoritarian",
        Current::Libertarian => "libertarian",
        Current::Marxist => "marxist",
    });
    let card = Card::titled(string!("seminar-side-title", current = current))
        .accent(Accent::Question)
        .text(Text::new().strong(&problem.about))
        .text(stance.text.as_str());
    let quotes = stance.quotes.iter().filter_map(|id| corpus.quote(id));
    quotes
        .fold(card, |card, quote| card.block(passage(corpus, quote)))
        .text(text!("seminar-side-hint"))
        .footer(string!("seminar-side-footer"))
}
