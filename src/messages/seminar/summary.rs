//! What stays of a seminar: what was asked, what the group answered, what was not posed, who was
//! there.

use super::super::round::leanings;
use super::super::ui::{PAGE, paginate, string, text};
use super::super::{Accent, Block, Card, Text, map, statement};
use super::participants;
use domain::record::{Entry, ThemeMap};
use domain::statement::StatementState;
use domain::{Corpus, RoundDetails, Seminar};

/// Answers of a kind that are listed.
const LISTED: usize = 3;

/// The summary of a closed seminar, in as many messages as it needs; the last one has a picture of it
/// all.
#[must_use]
pub fn summary(corpus: &Corpus, seminar: &Seminar, rounds: &[RoundDetails]) -> Vec<Card> {
    let entries: Vec<Entry<'_>> = rounds.iter().map(Entry::from).collect();
    let map = ThemeMap::of_seminar(corpus, seminar, &entries);
    let parts = rounds.iter().zip(1..).map(|(round, number)| about_round(round, number));
    let end = unposed(seminar).into_iter().chain([who_took_part(seminar)]).map(|it| vec![it]);
    let end = end.chain([map::passages(&map)]);
    let pages = paginate(parts.chain(end), PAGE).into_iter().enumerate();
    let card = |(page, blocks): (usize, Vec<Block>)| {
        let title = string!("seminar-summary-title", continued = page > 0, title = &seminar.title);
        blocks.into_iter().fold(Card::titled(title).accent(Accent::Done), Card::block)
    };
    let mut cards: Vec<Card> = pages.map(card).collect();
    if let Some(last) = cards.last_mut() {
        last.picture = map::picture(&seminar.title, &map);
        last.footer = Some(string!("seminar-summary-footer", seminar = seminar.number.0));
    }
    cards
}

/// A question, what the group answered, and on what its members agree.
fn about_round(it: &RoundDetails, number: usize) -> Vec<Block> {
    let mut blocks = answered(it, number);
    blocks.extend(leanings(it, LISTED));
    blocks
}

fn answered(it: &RoundDetails, number: usize) -> Vec<Block> {
    let answers = text!("seminar-summary-answers", count = it.round.named + it.round.anonymous);
    // What the group said stands out, not what it was asked.
    let question = text!("seminar-summary-question", number = number, question = &it.round.text);
    let section = |text: Text| Block::Text(question.clone().plain("\n").then(text));
    let Some(statement) = &it.statement else { return vec![section(answers)] };
    match statement.state {
        StatementState::Adopted | StatementState::Dissent => {
            let newest = statement.newest();
            let objections = statement.objections.iter();
            let objections = objections.map(|it| statement::objection(it, newest));
            let adopted = statement::adopted(it, statement);
            [section(answers), adopted].into_iter().chain(objections).collect()
        }
        StatementState::Proposed | StatementState::Without | StatementState::Dropped => {
            vec![section(text!("seminar-summary-not-adopted", answers = answers))]
        }
    }
}

/// The questions that were not posed.
fn unposed(seminar: &Seminar) -> Option<Block> {
    let left = seminar.agenda.iter().filter(|item| item.round.is_none());
    let lines: Vec<String> = left.map(|item| format!("• {}", item.text)).collect();
    let heading = text!("seminar-summary-unposed");
    (!lines.is_empty()).then(|| Block::Section { heading, text: Text::from(lines.join("\n")) })
}

fn who_took_part(seminar: &Seminar) -> Block {
    let facilitator = seminar.facilitator.as_ref();
    let facilitator = facilitator.map(|(member, name)| Text::new().member(*member, name));
    let who = participants(seminar, usize::MAX);
    let who = (!who.is_empty()).then_some(who);
    Block::Section {
        heading: text!("seminar-summary-who"),
        text: text!("seminar-summary-roster", who = who, facilitator = facilitator),
    }
}
