//! What stays of a seminar: what was asked, what the group answered, what stayed open, who was there.

use super::super::round::answers_of;
use super::super::{Accent, Block, Card, Text};
use domain::statement::StatementState;
use domain::{Corpus, RoundDetails, Seminar};

/// It goes on in a further message after this many characters.
const PAGE: usize = 3_500;

/// The summary of a closed seminar, in as many messages as it needs.
#[must_use]
pub fn summary(corpus: &Corpus, seminar: &Seminar, rounds: &[RoundDetails]) -> Vec<Card> {
    let title = format!("What came of it: {}", seminar.title);
    let mut cards = vec![Card::titled(&title).accent(Accent::Done)];
    let mut length = 0;
    let parts = rounds.iter().flat_map(|it| asked(corpus, it));
    for block in parts.chain(open(seminar)).chain([took_part(seminar)]) {
        let characters = characters(&block);
        if length > 0 && length + characters > PAGE {
            cards.push(Card::titled(format!("{title} (continued)")).accent(Accent::Done));
            length = 0;
        }
        length += characters;
        if let Some(card) = cards.pop() {
            cards.push(card.block(block));
        }
    }
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
    let count = format!("{}.", answers_of(number));
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

fn characters(block: &Block) -> usize {
    let of = |text: &Text| text.words().chars().count();
    match block {
        Block::Text(text) => of(text),
        Block::Passage { text, source } => text.chars().count() + of(source),
        Block::Section { heading, text } => of(heading) + of(text),
        Block::Said { by, text } => of(by) + text.chars().count(),
        Block::List(lines) => lines.iter().map(|line| of(line) + 3).sum(),
    }
}
