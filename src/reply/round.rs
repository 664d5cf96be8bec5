//! A round and its responses as the group sees them.

use super::{Block, Button, Card, Subject, Text, Tone, passage};
use crate::domain::{Corpus, Response, Round, RoundState};

/// The card of a round: the question, its quotes, how many have answered, and the buttons that fit
/// its state.
#[must_use]
pub fn question(corpus: &Corpus, round: &Round) -> Card {
    let theme = round.theme.as_ref().and_then(|id| corpus.theme(id));
    let title = theme.map_or("A question", |theme| theme.name.as_str());
    let mut card = Card::titled(title)
        .tone(Tone::Question)
        .about(Subject::Round(round.id))
        .text(Text::new().strong(&round.text));
    for quote in round.quotes.iter().filter_map(|id| corpus.quote(id)) {
        card = card.block(passage(corpus, quote));
    }
    let words = if round.question.is_none() { " · in a member's own words" } else { "" };
    card = card.text(answers(round)).footer(format!("Round {}{words}", round.id));
    if round.state == RoundState::Settled {
        return card;
    }
    let id = round.id;
    let edit = round.question.is_none().then(|| Button::side("Edit", format!("edit round:{id}")));
    card.buttons([
        Button::main("Answer", format!("answer round:{id}")),
        Button::side("Answer anonymously", format!("answer round:{id} anonymous:true")),
    ])
    .buttons(edit.into_iter().chain([Button::side("Close", format!("close round:{id}"))]))
}

/// How many have answered, and what happens to the answers.
fn answers(round: &Round) -> Text {
    let count = match (round.named, round.anonymous) {
        (0, 0) => "No answers yet.".to_owned(),
        (named, 0) => format!("{}.", answers_of(named)),
        (named, anonymous) => {
            format!("{}, {anonymous} of them anonymous.", answers_of(named + anonymous))
        }
    };
    let text = Text::new().strong(count);
    match round.state {
        RoundState::Settled => text.plain(" This round is closed."),
        _ => text.plain(" Anonymous answers are shown when the round is closed."),
    }
}

/// "3 answers".
#[must_use]
pub fn answers_of(number: usize) -> String {
    if number == 1 { "1 answer".to_owned() } else { format!("{number} answers") }
}

/// A response as it is shown.
#[must_use]
pub fn said(response: &Response) -> Block {
    let by = match &response.by {
        Some((id, name)) => Text::new().member(*id, name),
        None => Text::new().soft("Anonymous"),
    };
    Block::Said { by, text: response.text.clone() }
}

/// A named response as it stands in the place of its round; only its member may press the buttons.
#[must_use]
pub fn response(round: &Round, response: &Response) -> Card {
    Card::default()
        .block(said(response))
        .footer(format!("Round {}", round.id))
        .about(Subject::Response(response.id))
        .buttons([
            Button::side("Change mine", format!("answer round:{}", round.id)),
            Button::side("Withdraw mine", format!("withdraw round:{}", round.id)),
        ])
}

/// A named response once its round is closed: the same words, and nothing to press.
#[must_use]
pub fn final_response(round: &Round, given: &Response) -> Card {
    Card { buttons: Vec::new(), ..response(round, given) }
}
