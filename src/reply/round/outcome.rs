//! What stands under the revealed answers: what they come to, and what to do next.

use super::super::{Button, Card, Subject, Text, Tone};
use super::answers_of;
use crate::domain::{Corpus, Part, Proceedings, RoundState};

/// The message under the revealed answers.
#[must_use]
pub fn outcome(_: &Corpus, it: &Proceedings) -> Card {
    let round = &it.round;
    let id = round.id;
    let card = Card::default().about(Subject::Outcome(id)).footer(format!("Round {id}"));
    if round.state == RoundState::Open && round.part == Part::Own {
        return card
            .tone(Tone::Question)
            .text(Text::new().strong("Now in your own name: ").plain(&round.text))
            .text("You argued the card that you were dealt. What do you think yourself?")
            .buttons([
                Button::main("Answer", format!("answer round:{id}")),
                Button::side("Answer anonymously", format!("answer round:{id} anonymous:true")),
            ]);
    }
    let count = answers_of(round.named + round.anonymous);
    let card = card.text(Text::new().strong(format!("{count}.")));
    if round.state == RoundState::Settled {
        return card.text("This round is closed.");
    }
    let next = it.seminar.as_ref().map(|seminar| match seminar.upcoming() {
        Some(_) => Button::side("Next question", format!("seminar next seminar:{}", seminar.id)),
        None => Button::side("Close the seminar", format!("seminar close seminar:{}", seminar.id)),
    });
    card.text("Talk about them here. When you have read them, the facilitator goes on.")
        .buttons(next)
}
