//! The side that a member argues in a debate.

use super::super::quote::passage;
use super::super::ui::{string, text};
use super::super::{Accent, Block, Button, Card, Text};
use domain::corpus::{Problem, Stance};
use domain::{Corpus, RoundNumber};

/// A member's side: the stance, the quotes that speak for it, and those that its opponents hold up
/// to it; with the button that argues it in `round`, if that is known.
#[must_use]
pub fn side(
    corpus: &Corpus,
    problem: &Problem,
    stance: &Stance,
    round: Option<RoundNumber>,
) -> Card {
    let argue = round.map(|it| Button::main(string!("round-argue"), format!("answer round:{it}")));
    let current = corpus.name_of(stance.current);
    let card = Card::titled(string!("seminar-side-title", current = current));
    blocks(corpus, problem, stance)
        .into_iter()
        .fold(card, Card::block)
        .accent(Accent::Question)
        .text(text!("seminar-side-hint"))
        .footer(string!("seminar-side-footer"))
        .buttons(argue)
}

/// The same for the form in which they argue.
#[must_use]
pub(in super::super) fn side_blocks(
    corpus: &Corpus,
    problem: &Problem,
    stance: &Stance,
) -> Vec<Block> {
    let current = corpus.name_of(stance.current);
    let title = Text::new().strong(string!("seminar-side-title", current = current));
    [Block::Text(title)].into_iter().chain(blocks(corpus, problem, stance)).collect()
}

/// The button that shows it.
pub(in super::super) fn side_button(round: RoundNumber) -> Button {
    Button::side(string!("seminar-show-side"), format!("seminar card round:{round}"))
}

/// To a member who wants to argue and does not know yet for what.
#[must_use]
pub fn side_first(round: RoundNumber) -> Card {
    Card::saying(text!("seminar-side-first")).buttons([side_button(round)])
}

fn blocks(corpus: &Corpus, problem: &Problem, stance: &Stance) -> Vec<Block> {
    let about = Text::new().strong(&problem.about);
    let current = corpus.about_name_of(stance.current).map(|about| Text::new().soft(about));
    let texts = [about, stance.text.as_str().into()].into_iter().chain(current).map(Block::Text);
    texts
        .chain(with_quotes(corpus, text!("seminar-side-for"), &stance.quotes))
        .chain(with_quotes(corpus, text!("seminar-side-against"), &stance.against))
        .collect()
}

fn with_quotes(corpus: &Corpus, heading: Text, ids: &[String]) -> Vec<Block> {
    let quotes: Vec<Block> =
        ids.iter().filter_map(|id| corpus.quote(id)).map(|quote| passage(corpus, quote)).collect();
    if quotes.is_empty() {
        return quotes;
    }
    [Block::Text(heading)].into_iter().chain(quotes).collect()
}
