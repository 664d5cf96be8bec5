//! What a facilitator sees of a revisit that is planned.

use jiff::Timestamp;

use super::super::ui::{limits, string, text, truncate};
use super::super::{Button, Card, Menu, MenuEntry, Text};
use super::{about, day, look_again_button, moved, title_of};
use domain::revisit::{LEAST_ANSWERS, Revisit, RevisitState, askable};
use domain::{Corpus, Part, RoundDetails, Seminar, SeminarNumber};

/// Says before a seminar is closed that `chosen` is asked again `at` that time; another of its `rounds`
/// can be chosen, which is added to the line `press`.
#[must_use]
pub fn offer(
    card: Card,
    chosen: &RoundDetails,
    at: Timestamp,
    rounds: &[RoundDetails],
    press: String,
) -> Card {
    let card = card
        .text(text!("revisit-offer", day = day(at)))
        .text(Text::new().strong(&chosen.round.text));
    let size = chosen.seminar.as_ref().map_or(0, Seminar::size);
    let few = (size < LEAST_ANSWERS).then(|| text!("revisit-offer-few", count = size));
    let card = few.into_iter().fold(card, Card::text);
    let others = askable(rounds).filter(|it| it.round.id != chosen.round.id);
    let entries: Vec<MenuEntry> = others.take(limits::SELECT_OPTIONS).map(entry).collect();
    if entries.is_empty() {
        return card;
    }
    Card { menu: Some(Menu { press, hint: string!("revisit-choose"), entries }), ..card }
}

fn entry(it: &RoundDetails) -> MenuEntry {
    let round = &it.round;
    let answers = it.responses.iter().filter(|answer| answer.part == Part::Own).count();
    let about = string!("revisit-entry-about", round = round.number.0, answers = answers);
    MenuEntry {
        label: truncate(&round.text, limits::SELECT_OPTION),
        about: Some(about),
        value: round.number.to_string(),
    }
}

/// Adds to the receipt of a seminar that was closed which question is asked again, and when.
#[must_use]
pub fn planned(receipt: Card, it: &RoundDetails, seminar: SeminarNumber, at: Timestamp) -> Card {
    receipt
        .text(text!("revisit-planned", day = day(at), question = &it.round.text))
        .buttons([call_off_button(seminar)])
}

/// How far a revisit is; `leads`: to somebody who can call it off.
#[must_use]
pub fn status(corpus: &Corpus, it: &RoundDetails, revisit: &Revisit, leads: bool) -> Card {
    let card = about(string!("revisit-status-title", title = title_of(it)), &it.round);
    let seminar = it.seminar.as_ref().map(|seminar| seminar.number);
    let call_off = seminar.filter(|_| leads).map(call_off_button);
    match revisit.state {
        RevisitState::Planned(at) => {
            card.text(text!("revisit-status-planned", day = day(at))).buttons(call_off)
        }
        RevisitState::Open(until) => card
            .text(text!("revisit-status-open", day = day(until)))
            .buttons([look_again_button(&it.round)].into_iter().chain(call_off)),
        RevisitState::Closed => moved(corpus, it).into_iter().fold(card, Card::block),
    }
}

fn call_off_button(seminar: SeminarNumber) -> Button {
    let line = format!("seminar revisit seminar:{seminar} off:true");
    Button::danger(string!("revisit-call-off"), line)
}
