//! A round and its responses as the group sees them.

mod answers;
mod follows;
mod outcome;
mod weigh;

pub use answers::{pages, recorded};
pub use follows::{answered, revealed, reworded, settled, weighed};
pub(super) use follows::{beside, near, roster};
pub use outcome::{mind, outcome};
pub use weigh::{all_weighed, counts, weighs};

use super::{Accent, Block, Button, Card, Subject, Text, TimeStyle, statement};
use crate::messages::quote::passage;
use crate::messages::ui::thread_name;
use domain::seminar::Reveal;
use domain::{Answer, Corpus, Part, Round, RoundDetails, RoundState};

/// The card of a round: the question, its quotes, how many have answered, and the buttons that fit
/// its state.
#[must_use]
pub fn question(corpus: &Corpus, it: &RoundDetails) -> Card {
    let round = &it.round;
    let theme = round.theme.as_ref().and_then(|id| corpus.theme(id));
    let title = theme.map_or("A question", |theme| theme.name.as_str());
    let mut card = Card::titled(title)
        .accent(Accent::Question)
        .about(Subject::Round(round.id))
        .text(Text::new().strong(&round.text));
    for quote in round.quotes.iter().filter_map(|id| corpus.quote(id)) {
        card = card.block(passage(corpus, quote));
    }
    card = card.text(answers(it)).footer(footer(it));
    if let Some(filed) = filed(corpus, it) {
        card.filed = Some(filed);
    }
    match (round.state, &it.seminar) {
        (RoundState::Closed, _) => statement::ended(it).into_iter().fold(card, Card::block),
        (_, Some(_)) => in_seminar(card, round),
        (_, None) => alone(card, round),
    }
}

/// Outside a seminar its poser closes it.
fn alone(card: Card, round: &Round) -> Card {
    let id = round.id;
    let edit = round.question.is_none().then(|| Button::side("Edit", format!("edit round:{id}")));
    card.buttons([
        Button::main("Answer", format!("answer round:{id}")),
        Button::side("Answer anonymously", format!("answer round:{id} anonymous:true")),
    ])
    .buttons(edit.into_iter().chain([Button::side("Close", format!("close round:{id}"))]))
}

fn in_seminar(card: Card, round: &Round) -> Card {
    let id = round.id;
    let answer = format!("answer round:{id}");
    let hidden = format!("answer round:{id} anonymous:true");
    let card = match (round.state, round.part) {
        (RoundState::Open, Part::Card) => card.buttons([
            Button::main("Argue my card", answer),
            Button::side("Argue anonymously", hidden),
            Button::side("Show my card", format!("seminar card round:{id}")),
        ]),
        _ => card
            .buttons([Button::main("Answer", answer), Button::side("Answer anonymously", hidden)]),
    };
    match round.state {
        RoundState::Open => {
            card.buttons([Button::side("Reveal", format!("seminar reveal round:{id}"))])
        }
        RoundState::Revealed | RoundState::Closed => card,
    }
}

fn footer(it: &RoundDetails) -> String {
    let round = &it.round;
    let mut footer = format!("Round {}", round.id);
    if let Some(seminar) = &it.seminar {
        let place = seminar.rounds().position(|posed| posed == round.id);
        if let Some(place) = place {
            footer += &format!(" · question {} of {}", place + 1, seminar.agenda.len());
        }
    }
    if round.question.is_none() && round.problem.is_none() {
        footer += " · in a member's own words";
    }
    footer
}

/// How a forum files the post of a seminar's round.
fn filed(corpus: &Corpus, it: &RoundDetails) -> Option<super::Filed> {
    let seminar = it.seminar.as_ref()?;
    let place = seminar.rounds().position(|posed| posed == it.round.id)? + 1;
    let theme = it.round.theme.as_ref().and_then(|id| corpus.theme(id));
    let tags = theme.map(|theme| theme.name.clone()).into_iter().collect();
    let name = thread_name(&format!("{place}. {}", it.round.text));
    Some(super::Filed { name, tags, nearest: true })
}

/// How many have answered, and what happens to the answers.
fn answers(it: &RoundDetails) -> Text {
    let round = &it.round;
    // Where all are hidden still, a count of its own would tell when an anonymous answer came.
    let (named, anonymous) = match (round.state, round.reveal) {
        (RoundState::Open, Reveal::Sealed) => (round.named + round.anonymous, 0),
        _ => (round.named, round.anonymous),
    };
    let count = match (named, anonymous) {
        (0, 0) if round.state == RoundState::Closed => "No answers.".to_owned(),
        (0, 0) => "No answers yet.".to_owned(),
        (named, 0) => format!("{}.", answers_of(named)),
        (named, anonymous) => {
            format!("{}, {anonymous} of them anonymous.", answers_of(named + anonymous))
        }
    };
    let text = Text::new().strong(count);
    match (round.state, round.reveal) {
        (RoundState::Closed, _) => text.plain(" This round is closed."),
        (RoundState::Revealed, _) if round.named + round.anonymous == 0 => text
            .plain(" The time is up; answers still count, and named ones are shown as they come."),
        (RoundState::Revealed, _) => text.plain(
            " They are revealed. Answers still count; anonymous ones that come now are shown when \
             the round is closed.",
        ),
        (RoundState::Open, Reveal::Sealed) => sealed(text, round),
        (RoundState::Open, Reveal::Live) if it.seminar.is_some() => {
            let text = text.plain(" Anonymous answers are shown when the facilitator reveals them");
            until(text, round).plain(".")
        }
        (RoundState::Open, Reveal::Live) => {
            text.plain(" Anonymous answers are shown when the round is closed.")
        }
    }
}

fn sealed(text: Text, round: &Round) -> Text {
    let text = match round.part {
        Part::Card => text.plain(" First argue for the side that you were dealt."),
        Part::Own if round.problem.is_some() => text.plain(" Now say what you think yourself."),
        Part::Own => text,
    };
    let text = text.plain(
        " Answers stay hidden until the facilitator reveals them, or all who joined have answered",
    );
    until(text, round).plain(".")
}

/// Adds when the answers are revealed by themselves.
fn until(text: Text, round: &Round) -> Text {
    match round.reveal_at {
        Some(at) => text.plain(", or by themselves ").when(at, TimeStyle::Relative),
        None => text,
    }
}

/// "3 answers".
#[must_use]
pub fn answers_of(number: usize) -> String {
    if number == 1 { "1 answer".to_owned() } else { format!("{number} answers") }
}

/// A response as it is shown.
#[must_use]
pub fn said(response: &Answer) -> Block {
    let by = match &response.by {
        Some((id, name)) => Text::new().member(*id, name),
        None => Text::new().soft("Anonymous"),
    };
    let by = match response.source {
        Some(to) => by.plain(" · ").span(super::Span::Message { words: "message".to_owned(), to }),
        None => by,
    };
    Block::Said { by, text: response.text.clone() }
}

/// A response to a card that its member was dealt, as it is shown.
fn argued(corpus: &Corpus, response: &Answer) -> Block {
    let stance = response.stance.as_deref().and_then(|id| stance(corpus, id));
    match (said(response), stance) {
        (Block::Said { by, text }, Some(stance)) => {
            Block::Said { by: by.soft(format!(", for the {stance} side")), text }
        }
        (block, _) => block,
    }
}

/// The name of the current that a stance is of.
fn stance<'c>(corpus: &'c Corpus, id: &str) -> Option<&'c str> {
    let stances = corpus.problems().iter().flat_map(|problem| &problem.stances);
    stances.into_iter().find(|stance| stance.id == id).map(|stance| stance.current.name())
}

/// A named response as it stands in the place of its round; only its member may press the buttons.
#[must_use]
pub fn response(corpus: &Corpus, round: &Round, response: &Answer) -> Card {
    let block = if response.stance.is_some() { argued(corpus, response) } else { said(response) };
    Card::default()
        .block(block)
        .footer(format!("Round {}", round.id))
        .about(Subject::Answer(response.id))
        .buttons([
            Button::side("Change mine", format!("answer round:{}", round.id)),
            Button::side("Withdraw mine", format!("withdraw round:{}", round.id)),
        ])
}

/// A named response once its round is closed: the same words, and nothing to press.
#[must_use]
pub fn final_response(corpus: &Corpus, round: &Round, given: &Answer) -> Card {
    Card { buttons: Vec::new(), ..response(corpus, round, given) }
}
