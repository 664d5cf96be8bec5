//! A member's own answers. Only they see them.

use super::answer::{change_buttons, count as counted};
use super::ui::{Block, Card, Text, limits, string, text};
use domain::{Answer, Part, Round, RoundState};

/// Answers on a page; each may have two buttons.
const MOST: usize = 4;

/// The answers in pages, each as full as a message can be.
#[must_use]
pub fn in_pages(own: &[(Round, Answer)]) -> Vec<&[(Round, Answer)]> {
    let mut pages = Vec::new();
    let mut rest = own;
    while !rest.is_empty() {
        let mut room = limits::COMPONENTS_LENGTH;
        let fitting = rest.iter().take(MOST).take_while(|(round, answer)| {
            let length = limits::length(&round.text) + limits::length(&answer.text);
            let fits = length <= room;
            room = room.saturating_sub(length);
            fits
        });
        let (page, others) = rest.split_at(fitting.count().max(1));
        pages.push(page);
        rest = others;
    }
    pages
}

/// A page of a member's answers, with buttons for those that can be changed.
#[must_use]
pub fn list(own: &[(Round, Answer)]) -> Card {
    let card = Card::titled(string!("answers-title"));
    if own.is_empty() {
        return card.text(text!("answers-none"));
    }
    own.iter().fold(card, |card, (round, answer)| {
        let card = card
            .text(Text::new().strong(&round.text))
            .block(Block::Said { by: by(round, answer), text: answer.text.clone() });
        match round.lets_change(answer) {
            true => card.buttons(buttons(round, answer)),
            false => card,
        }
    })
}

/// "3 answers", and which are not among them.
#[must_use]
pub fn count(number: usize) -> String {
    string!("answers-count", counted = counted(number))
}

/// The round of an answer, and who sees it.
fn by(round: &Round, answer: &Answer) -> Text {
    text!(
        "answers-by",
        round = round.number.0,
        anonymous = answer.by.is_none(),
        argued = answer.part == Part::Card,
        open = round.state != RoundState::Closed,
        shown = round.shows(answer),
    )
}

/// As under a receipt, with the number of the round: there are several.
fn buttons(round: &Round, answer: &Answer) -> Vec<super::Button> {
    let numbered = |mut button: super::Button| {
        button.label = string!("answers-button", label = &button.label, round = round.number.0);
        button
    };
    change_buttons(round, answer.by.is_none()).map(numbered).collect()
}
