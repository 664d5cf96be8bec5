//! Others' answers one at a time, for one member to weigh, and what all of them got.

use std::collections::HashMap;

use super::super::{Accent, Block, Button, Card, Text};
use super::answers::own_after_argued;
use super::answers_of;
use super::outcome::{for_and_against, said_in_line};
use domain::weighing::{Leaning, wording};
use domain::{Answer, AnswerId, Corpus, Opinion, RoundDetails};

/// An answer for a member to weigh. `turn`: all that they weigh, in their order; `said`: what they
/// think so far.
#[must_use]
pub fn weighs(
    corpus: &Corpus,
    it: &RoundDetails,
    turn: &[&Answer],
    said: &HashMap<AnswerId, Opinion>,
    at: &Answer,
) -> Card {
    let round = it.round.id;
    let line = |response: AnswerId| format!("weigh round:{round} response:{response}");
    let place = turn.iter().position(|response| response.id == at.id).unwrap_or_default();
    let card = Card::titled(format!("Answer {} of {}", place + 1, turn.len()))
        .accent(Accent::Question)
        .text(Text::new().soft(&it.round.text));
    let card = own_after_argued(corpus, it, at).into_iter().fold(card, Card::block);
    let card = match said.get(&at.id) {
        Some(Opinion::Agree) => card.text("You agree. You can say something else."),
        Some(Opinion::Pass) => card.text("You passed. You can say something else."),
        Some(Opinion::Disagree) => card.text("You disagree. You can say something else."),
        None => card,
    };
    let words = wording(&at.text);
    let says = Opinion::ALL.map(|opinion| {
        let label = match opinion {
            Opinion::Agree => "Agree",
            Opinion::Pass => "Pass",
            Opinion::Disagree => "Disagree",
        };
        Button::side(label, format!("{} words:{words} say:{}", line(at.id), opinion.name()))
    });
    let before = place.checked_sub(1).and_then(|place| turn.get(place));
    let before = before.map(|response| Button::side("‹ Back", line(response.id)));
    let after = turn.get(place + 1).map(|response| Button::side("Skip ›", line(response.id)));
    card.footer(format!(
        "You have weighed {} of {} · only you see this",
        weighed(turn, said),
        turn.len()
    ))
    .buttons(says)
    .buttons(before.into_iter().chain(after))
}

/// What a member reads when they have weighed all there is.
#[must_use]
pub fn all_weighed(it: &RoundDetails, turn: &[&Answer]) -> Card {
    let round = it.round.id;
    let Some(first) = turn.first() else {
        return Card::saying("There is no answer of somebody else to weigh here.")
            .footer(format!("Round {round}"));
    };
    let text = match turn.len() {
        1 => "That was the only one. Thank you!".to_owned(),
        number => format!("You have weighed all {number}. Thank you!"),
    };
    let told = it.weighable().any(|response| it.tally(response.id).told());
    let again = format!("weigh round:{round} response:{}", first.id);
    let counts = told.then(|| Button::side("What each got", format!("weighed round:{round}")));
    Card::saying(Text::new().strong(text))
        .text(
            "Nobody sees what you said. You can change your mind until the round is closed. \
             Counts are shown for an answer once three people have weighed it.",
        )
        .accent(Accent::Done)
        .footer(format!("Round {round}"))
        .buttons([Button::side("Look again", again)].into_iter().chain(counts))
}

/// What each answer got, a line each: first where the group is of one mind, then where it splits.
/// Of an answer that few have weighed no counts are told.
#[must_use]
pub fn counts(it: &RoundDetails, skip: usize, page: usize) -> Card {
    let could = it.could_weigh();
    let mut all: Vec<&Answer> = it.weighable().collect();
    all.sort_by_key(|response| {
        let tally = it.tally(response.id);
        let rank = match tally.leaning(could) {
            Some(Leaning::OneMind) => 0,
            Some(Leaning::Split) => 1,
            None if tally.told() => 2,
            None => 3,
        };
        // Of what is not told, the order must not tell it.
        (rank, if tally.told() { usize::MAX - tally.agree } else { 0 })
    });
    let lines = all.into_iter().skip(skip).take(page).map(|response| {
        let tally = it.tally(response.id);
        let line = said_in_line(response);
        if !tally.told() {
            return line.soft(" · too few have weighed it");
        }
        let passed = match tally.pass {
            0 => String::new(),
            1 => ", 1 passed".to_owned(),
            number => format!(", {number} passed"),
        };
        line.plain(format!(" · {}{passed}", for_and_against(tally)))
    });
    let lines: Vec<Text> = lines.collect();
    let card = Card::titled("What each answer got").text(Text::new().soft(&it.round.text));
    if lines.is_empty() {
        return card.text(format!("{} to weigh so far.", answers_of(0)));
    }
    card.block(Block::List(lines))
}

/// How many of these a member has weighed.
fn weighed(turn: &[&Answer], said: &HashMap<AnswerId, Opinion>) -> usize {
    turn.iter().filter(|response| said.contains_key(&response.id)).count()
}
