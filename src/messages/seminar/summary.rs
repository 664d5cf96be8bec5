//! What stays of a seminar: what was asked, what the group answered, what stayed open, who was there.

use super::super::answer;
use super::super::{Accent, Block, Card, Text};
use crate::messages::ui::{PAGE, paginate};
use domain::statement::StatementState;
use domain::{Corpus, RoundDetails, Seminar};

/// The summary of a closed seminar, in as many messages as it needs.
#[must_use]
pub fn summary(corpus: &Corpus, seminar: &Seminar, rounds: &[RoundDetails]) -> Vec<Card> {
    let title = format!("What came of it: {}", seminar.title);
    let parts = rounds.iter().map(|it| asked(corpus, it));
    let end = open(seminar).into_iter().chain([took_part(seminar)]).map(|block| vec![block]);
    let pages = paginate(parts.chain(end), PAGE).into_iter().enumerate();
    let card = |(page, blocks): (usize, Vec<Block>)| {
        let card = match page {
            0 => Card::titled(&title),
            _ => Card::titled(format!("{title} (continued)")),
        };
        blocks.into_iter().fold(card.accent(Accent::Done), Card::block)
    };
    let mut cards: Vec<Card> = pages.map(card).collect();
    if let Some(last) = cards.last_mut() {
        last.footer = Some(format!("Seminar {} · all of it stands in /record", seminar.id));
    }
    cards
}

/// A question, and what the group answered.
fn asked(_: &Corpus, it: &RoundDetails) -> Vec<Block> {
    let heading = Text::from(it.round.text.as_str());
    let number = it.round.named + it.round.anonymous;
    if number == 0 {
        return vec![Block::Section { heading, text: Text::from("Nobody answered.") }];
    }
    let count = format!("{}.", answer::count(number));
    let Some(statement) = &it.statement else {
        let text = Text::from(count).plain(" No common answer was proposed.");
        return vec![Block::Section { heading, text }];
    };
    let how = match statement.state {
        StatementState::Adopted => " The group's answer:",
        StatementState::Dissent => " The group's answer, with dissent:",
        StatementState::Proposed | StatementState::Without | StatementState::Dropped => {
            let text = Text::from(count).plain(" The group found no common answer.");
            return vec![Block::Section { heading, text }];
        }
    };
    let mut blocks = vec![
        Block::Section { heading, text: Text::from(count).plain(how) },
        Block::Said { by: Text::from("All of us"), text: statement.text().to_owned() },
    ];
    blocks.extend(statement.objections.iter().map(|objection| {
        let by = objection.name.as_deref().unwrap_or("Somebody");
        Block::Said { by: Text::from(format!("{by} objects")), text: objection.reason.clone() }
    }));
    blocks
}

/// The questions that were not posed.
fn open(seminar: &Seminar) -> Option<Block> {
    let left = seminar.agenda.iter().filter(|item| item.round.is_none());
    let lines: Vec<String> = left.map(|item| format!("• {}", item.text)).collect();
    let heading = Text::from("What stayed open");
    (!lines.is_empty()).then(|| Block::Section { heading, text: Text::from(lines.join("\n")) })
}

fn took_part(seminar: &Seminar) -> Block {
    let mut text = Text::new();
    for (place, participant) in seminar.roster.iter().enumerate() {
        text = text.plain(if place == 0 { "" } else { ", " });
        text = text.member(participant.member, &participant.name);
    }
    let text = match (seminar.roster.len(), seminar.unnamed) {
        (0, 0) => Text::from("Nobody."),
        (0, unnamed) => Text::from(format!("{unnamed} without a name.")),
        (_, 0) => text.plain("."),
        (_, unnamed) => text.plain(format!(", and {unnamed} without a name.")),
    };
    let text = match &seminar.facilitator {
        Some((member, name)) => text.plain(" Facilitated by ").member(*member, name).plain("."),
        None => text,
    };
    Block::Section { heading: Text::from("Who took part"), text }
}
