//! The message under the revealed answers: what they come to, and what to do next.

use super::super::ui::{Accent, Block, Button, Card, Subject, Text, string, text};
use super::super::{rating, statement};
use super::card::answer_button;
use domain::rating::Leaning;
use domain::{Part, RoundDetails, RoundState};

/// Answers of a kind that are listed; a button shows the rest.
const LISTED: usize = 3;

/// The message under the revealed answers.
#[must_use]
pub fn outcome(details: &RoundDetails) -> Card {
    let round = &details.round;
    let card = Card::default()
        .about(Subject::Outcome(round.id))
        .footer(string!("round-number", round = round.number.0));
    if round.state == RoundState::Open && round.part == Part::Own {
        return card
            .accent(Accent::Question)
            .text(text!("round-outcome-own", question = &round.text))
            .text(text!("round-outcome-own-hint"))
            .buttons([answer_button(round)]);
    }
    let count = round.named + round.anonymous;
    let card = match round.state {
        RoundState::Closed => card.text(text!("round-outcome-count", count = count)),
        RoundState::Open | RoundState::Revealed => {
            Card { title: Some(string!("round-outcome-title")), ..card }
        }
    };
    let card = leanings(details, LISTED).into_iter().fold(card, Card::block);
    if round.state == RoundState::Closed {
        return card.text(text!("round-outcome-closed"));
    }
    next(card, details)
}

/// What to do with the answers now that all can read them.
fn next(card: Card, details: &RoundDetails) -> Card {
    let id = details.round.number;
    let rate = details.ratable().next().is_some();
    let proposer = details.statement.as_ref().map(|it| statement::author(it.by()));
    let propose = proposer.is_none();
    let results = details.ratable().any(|answer| details.tally(answer.id).told());
    let row = [
        rate.then(|| Button::main(string!("round-rate"), format!("weigh round:{id}"))),
        propose.then(|| {
            Button::side(string!("round-propose"), format!("statement propose round:{id}"))
        }),
        results.then(|| Button::side(string!("round-results"), format!("weighed round:{id}"))),
    ];
    card.text(text!("round-next", rate = rate, proposer = proposer))
        .text(text!("round-then"))
        .buttons(row.into_iter().flatten())
        .buttons(go_on(details))
}

/// What the facilitator of a seminar goes on with.
fn go_on(details: &RoundDetails) -> Option<Button> {
    let seminar = details.seminar.as_ref()?;
    let id = seminar.number;
    Some(match seminar.upcoming() {
        Some(_) => {
            Button::side(string!("round-next-question"), format!("seminar next seminar:{id}"))
        }
        None => Button::side(string!("round-close-seminar"), format!("seminar close seminar:{id}")),
    })
}

/// The answers that most agree on, and those on which opinions differ: a few of each.
#[must_use]
pub fn leanings(details: &RoundDetails, most: usize) -> Vec<Block> {
    let kinds = [
        (Leaning::Agreed, text!("round-most-agree")),
        (Leaning::Split, text!("round-opinions-differ")),
    ];
    let mut blocks = Vec::new();
    for (leaning, heading) in kinds {
        let found = details.leaning(leaning);
        if found.is_empty() {
            continue;
        }
        blocks.push(Block::Text(heading));
        let listed = found.iter().take(most);
        let mut lines: Vec<Text> =
            listed.map(|(answer, tally)| rating::line(answer, *tally)).collect();
        let more = found.len().saturating_sub(most);
        if more > 0 {
            lines.push(text!("round-more", count = more));
        }
        blocks.push(Block::List(lines));
    }
    blocks
}
