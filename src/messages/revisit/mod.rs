//! A question that is asked again: what is said before, while it is open, and when it is over.

mod effects;
mod errors;
mod moved;
mod plan;
mod private;

pub use effects::{asked_effects, called_off, called_off_effects, closed_effects};
pub use errors::RevisitError;
pub use moved::moved;
pub use plan::{offer, planned, status};
pub use private::{REASON, look_again, reason_form, taken_back};

use super::ui::{Span, string};
use super::{Button, Card, Text, TimeStyle};
use domain::{Round, RoundDetails};
use jiff::Timestamp;

/// A card about a round, headed by its question.
fn about(title: String, round: &Round) -> Card {
    Card::titled(title)
        .text(Text::new().strong(&round.text))
        .footer(string!("revisit-round-footer", round = round.number.0))
}

fn title_of(it: &RoundDetails) -> String {
    it.seminar.as_ref().map(|seminar| seminar.title.clone()).unwrap_or_default()
}

fn day(at: Timestamp) -> Span {
    Span::When(at, TimeStyle::Day)
}

/// The button that shows a member what they can say.
fn look_again_button(round: &Round) -> Button {
    Button::main(string!("revisit-look-again"), format!("revisit round:{}", round.number))
}
