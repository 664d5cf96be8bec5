//! The group's response to a round as the group sees it.

mod follows;
mod words;

pub use follows::{changed, dropped, proposed};
pub use words::{changes, counts, history, objection, verdict};

use super::{Accent, Block, Button, Card, Subject, Text};
use domain::statement::{StatementState, Verdict};
use domain::{RoundDetails, Statement};

/// Objections stand on the card up to so many characters; a button shows the rest.
const OBJECTIONS: usize = 1_800;

/// The card of a statement: its words, what changed, how it stands, and the buttons that fit its
/// state.
#[must_use]
pub fn card(it: &RoundDetails, statement: &Statement) -> Card {
    let title = match statement.state {
        StatementState::Proposed => "Proposed: the group's response",
        StatementState::Adopted => "The group's response",
        StatementState::Dissent => "The group's response, with dissent",
        StatementState::Without => "No common answer",
        StatementState::Dropped => return taken_back(it, statement),
    };
    let open = statement.state == StatementState::Proposed;
    let accent = if open { Accent::Question } else { Accent::Done };
    let mut card = Card::titled(title)
        .accent(accent)
        .about(Subject::Statement(statement.id))
        .footer(footer(it, statement))
        .text(Text::new().soft(&it.round.text))
        .block(Block::Said { by: by(statement), text: statement.text().to_owned() });
    if open {
        card = changes(statement).into_iter().fold(card, Card::block);
    }
    card = card.text(verdict(statement));
    let (shown, left) = fitting(statement);
    let newest = statement.newest();
    card = statement.objections[..shown]
        .iter()
        .map(|it| objection(it, newest))
        .fold(card, Card::block);
    if left > 0 {
        let more = if left == 1 { "1 objection".to_owned() } else { format!("{left} objections") };
        let place = if open { "“All objections”" } else { "/record" };
        card = card.text(Text::new().soft(format!("{more} more: see {place}.")));
    }
    if open { pressed(card, statement, left > 0) } else { card }
}

/// What stays where a proposal was that was taken back.
#[must_use]
pub fn taken_back(it: &RoundDetails, statement: &Statement) -> Card {
    Card::titled("Taken back")
        .about(Subject::Statement(statement.id))
        .footer(format!("Round {}", it.round.id))
        .text(Text::new().soft(&it.round.text))
        .text("The response that was proposed here was taken back. Anyone can propose another.")
}

/// What a round's card says of the group's response when the round is over.
#[must_use]
pub fn ended(it: &RoundDetails) -> Vec<Block> {
    let Some(statement) = &it.statement else { return Vec::new() };
    let said = |by: &str| Block::Said { by: by.into(), text: statement.text().to_owned() };
    match statement.state {
        StatementState::Adopted => vec![said("The group's answer")],
        StatementState::Dissent => vec![
            said("The group's answer, with dissent"),
            Block::Text(Text::new().soft(format!(
                "{} in the record, word for word.",
                words::objections_stand(statement.objections.len())
            ))),
        ],
        StatementState::Without => {
            vec![Block::Text(Text::new().strong("The group found no common answer."))]
        }
        StatementState::Proposed | StatementState::Dropped => Vec::new(),
    }
}

/// Who wrote the newest words.
fn by(statement: &Statement) -> Text {
    match (statement.state, statement.versions.last()) {
        (StatementState::Adopted | StatementState::Dissent, _) => Text::from("The group"),
        (_, Some(newest)) if newest.number > 1 => {
            Text::from(format!("Version {}, by {}", newest.number, newest.name))
        }
        _ => Text::new().plain("Proposed by ").member(statement.proposer, statement.by()),
    }
}

fn footer(it: &RoundDetails, statement: &Statement) -> String {
    let footer = format!("Round {} · version {}", it.round.id, statement.newest());
    match statement.state {
        StatementState::Proposed => {
            format!("{footer} · nobody sees who says what; who objects can give a name")
        }
        _ => footer,
    }
}

/// How many objections stand whole on the card, and how many are left.
fn fitting(statement: &Statement) -> (usize, usize) {
    let mut length = 0;
    let shown = statement.objections.iter().take_while(|objection| {
        let first = length == 0;
        length += objection.reason.chars().count();
        first || length <= OBJECTIONS
    });
    let shown = shown.count();
    (shown, statement.objections.len() - shown)
}

fn pressed(card: Card, statement: &Statement, more: bool) -> Card {
    let (id, version) = (statement.id, statement.newest());
    let says = |word: &str| format!("statement {word} statement:{id} version:{version}");
    let mut row = vec![
        Button::side("Edit", says("edit")),
        Button::side("Take it back", format!("statement drop statement:{id}")),
    ];
    if version > 1 {
        row.push(Button::side("Show changes", format!("statement changes statement:{id}")));
    }
    if more {
        row.push(Button::side("All objections", format!("statement objections statement:{id}")));
    }
    let agree = match statement.verdict() {
        Verdict::Open(_) | Verdict::Agreed => Button::main("Agree", says("agree")),
        Verdict::Blocked => Button::side("Agree", says("agree")),
    };
    card.buttons([
        agree,
        Button::side("Stand aside", says("aside")),
        Button::side("Object", says("object")),
        Button::side("Object anonymously", format!("{} anonymous:true", says("object"))),
    ])
    .buttons(row)
}
