//! What a member who closes a round is asked and told.

use super::super::statement;
use super::super::ui::{Accent, Button, Card, Text, string, text};
use domain::RoundDetails;
use domain::round::Ending;

/// Asks whether to close a round, and what becomes of its statement; `line` closes it.
#[must_use]
pub fn ask_to_close(details: &RoundDetails, line: &str) -> Card {
    let round = &details.round;
    let card = Card::titled(string!("round-closing"))
        .text(Text::new().strong(&round.text))
        .text(text!("round-closing-hint", count = round.named + round.anonymous));
    if details.endings().is_empty() {
        let statement = details.statement.as_ref();
        let state =
            statement.map(|it| text!("round-closing-statement", state = statement::verdict(it)));
        return state
            .into_iter()
            .fold(card, Card::text)
            .buttons([Button::danger(string!("round-closing-sure"), line)]);
    }
    endings(card, details, line)
}

/// Asks what becomes of a round's statement; `line` closes the round, and the choice is added.
#[must_use]
pub fn choose_ending(details: &RoundDetails, line: &str) -> Card {
    let words = details.statement.as_ref().map_or("", |statement| statement.text());
    let card = Card::titled(string!("round-closing")).text(Text::new().strong(words));
    endings(card, details, line)
}

fn endings(card: Card, details: &RoundDetails, line: &str) -> Card {
    let Some(statement) = &details.statement else { return card };
    let choices = details.endings();
    let state = statement::verdict(statement);
    let hint = if choices.contains(&Ending::OverObjections) {
        text!("round-closing-outweighs", state = state)
    } else if statement.objections.is_empty() {
        text!("round-closing-open", state = state)
    } else {
        text!("round-closing-blocked", state = state)
    };
    card.text(hint).buttons(choices.iter().map(|choice| match choice {
        Ending::OverObjections => {
            Button::side(string!("round-close-over"), format!("{line} over:true"))
        }
        Ending::Without => {
            Button::side(string!("round-close-without"), format!("{line} over:false"))
        }
    }))
}

/// What the member who closed a round is told.
#[must_use]
pub fn closed_receipt(details: &RoundDetails) -> Card {
    let round = &details.round;
    let card = Card::saying(text!("round-closed", count = round.named + round.anonymous));
    let state = details.statement.as_ref().map(statement::verdict);
    state.into_iter().fold(card, Card::text).accent(Accent::Done)
}
