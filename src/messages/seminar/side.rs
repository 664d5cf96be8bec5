//! The side that a member argues in a debate.

use super::super::quote::passage;
use super::super::ui::{string, text};
use super::super::{Accent, Card, Text};
use domain::Corpus;
use domain::corpus::{Problem, Stance};

/// A member's side: the stance, the quotes that speak for it, and those that its opponents hold up
/// to it.
#[must_use]
pub fn side(corpus: &Corpus, problem: &Problem, stance: &Stance) -> Card {
    let current = corpus.name_of(stance.current);
    let card = Card::titled(string!("seminar-side-title", current = current))
        .accent(Accent::Question)
        .text(Text::new().strong(&problem.about))
        .text(stance.text.as_str());
    let about = corpus.about_name_of(stance.current);
    let card = about.into_iter().fold(card, |card, about| card.text(Text::new().soft(about)));
    let card = with_quotes(corpus, card, text!("seminar-side-for"), &stance.quotes);
    with_quotes(corpus, card, text!("seminar-side-against"), &stance.against)
        .text(text!("seminar-side-hint"))
        .footer(string!("seminar-side-footer"))
}

fn with_quotes(corpus: &Corpus, card: Card, heading: Text, ids: &[String]) -> Card {
    let quotes: Vec<_> = ids.iter().filter_map(|id| corpus.quote(id)).collect();
    if quotes.is_empty() {
        return card;
    }
    quotes.iter().fold(card.text(heading), |card, quote| card.block(passage(corpus, quote)))
}
