//! How a statement stands, what changed in it, and what is said against it.

use super::super::{Block, Button, Card, Text};
use domain::Statement;
use domain::statement::{Change, Objection, StatementState, Verdict, changes as told, shortened};

/// Words that are kept are shown so many around a change.
const AROUND: usize = 5;
/// Changes longer than this are not shown on the card.
const LONG: usize = 1_000;

/// How a statement stands, in a sentence or two.
#[must_use]
pub fn verdict(statement: &Statement) -> Text {
    let number = statement.objections.len();
    let first = match (statement.state, statement.verdict()) {
        (StatementState::Adopted, _) => "Adopted.".to_owned(),
        (StatementState::Dissent, _) => {
            format!("Adopted with dissent: {}.", lowered(&objections_stand(number)))
        }
        (StatementState::Without | StatementState::Dropped, _) => {
            "The round ended without a common answer.".to_owned()
        }
        (StatementState::Proposed, Verdict::Agreed) => {
            "Adopted, unless somebody objects before the round is closed.".to_owned()
        }
        (StatementState::Proposed, Verdict::Blocked) => {
            format!("Enough have spoken, but {} against it.", lowered(&objections_stand(number)))
        }
        (StatementState::Proposed, Verdict::Open(missing)) => waits(statement, missing),
    };
    Text::new().strong(first).plain(format!(" {}.", counts(statement)))
}

/// "2 of 4 have spoken; 2 more are needed."
fn waits(statement: &Statement, missing: usize) -> String {
    let (spoken, quorum) = (statement.spoken(), statement.quorum);
    if spoken >= quorum {
        return "Enough have spoken, but nobody agrees yet.".to_owned();
    }
    let has = if spoken == 1 { "has" } else { "have" };
    let are = if missing == 1 { "is" } else { "are" };
    format!("{spoken} of {quorum} {has} spoken; {missing} more {are} needed.")
}

/// "3 agree, 1 stands aside, 1 objects".
#[must_use]
pub fn counts(statement: &Statement) -> String {
    let parts = [
        (statement.agree, "agrees", "agree"),
        (statement.aside, "stands aside", "stand aside"),
        (statement.objections.len(), "objects", "object"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
        .collect();
    if parts.is_empty() { "Nobody has spoken yet".to_owned() } else { parts.join(", ") }
}

/// "2 objections stand".
pub(super) fn objections_stand(number: usize) -> String {
    match number {
        1 => "One objection stands".to_owned(),
        number => format!("{number} objections stand"),
    }
}

fn lowered(words: &str) -> String {
    words.replacen("One", "one", 1)
}

/// An objection, word for word.
#[must_use]
pub fn objection(objection: &Objection, newest: u32) -> Block {
    let by = match &objection.name {
        Some(name) => Text::from(format!("{name} objects")),
        None => Text::from("Somebody objects"),
    };
    let by = if objection.version < newest {
        by.soft(format!(", to version {}", objection.version))
    } else {
        by
    };
    Block::Said { by, text: objection.reason.clone() }
}

/// What changed since the version before, in short.
#[must_use]
pub fn changes(statement: &Statement) -> Option<Block> {
    let before = statement.before()?;
    let heading = Text::from(format!("What changed from version {}", before.number));
    let short = shortened(told(&before.text, statement.text()), AROUND);
    let text = shown(&short);
    let text = if text.words().chars().count() > LONG {
        Text::new().soft("Much of it: “Show changes” has it all.")
    } else {
        text
    };
    Some(Block::Section { heading, text })
}

/// One version, whole, with all that changed in it, and buttons to the others.
#[must_use]
pub fn history(statement: &Statement, version: u32) -> Card {
    let newest = statement.newest();
    let place = statement.versions.iter().position(|it| it.number == version);
    let place = place.unwrap_or(statement.versions.len().saturating_sub(1));
    let Some(shown_now) = statement.versions.get(place) else { return Card::default() };
    let card = Card::titled(format!("Version {} of {newest}", shown_now.number))
        .block(Block::Said {
            by: Text::from(format!("By {}", shown_now.name)),
            text: shown_now.text.clone(),
        })
        .footer(format!("Round {} · only you see this", statement.round));
    let before = place.checked_sub(1).and_then(|place| statement.versions.get(place));
    let card = match before {
        Some(before) => card.section(
            format!("What changed from version {}", before.number),
            shown(&told(&before.text, &shown_now.text)),
        ),
        None => card,
    };
    let to = |label: String, version: u32| {
        let id = statement.id;
        Button::side(label, format!("statement changes statement:{id} version:{version}"))
    };
    let after = statement.versions.get(place + 1);
    let before = before.map(|it| to(format!("‹ Version {}", it.number), it.number));
    let after = after.map(|it| to(format!("Version {} ›", it.number), it.number));
    card.buttons(before.into_iter().chain(after))
}

/// Changes as text: what went is struck out, what came stands out.
fn shown(changes: &[Change]) -> Text {
    changes.iter().fold(Text::new(), |text, change| match change {
        Change::Kept(words) => text.plain(words),
        Change::Removed(words) => text.struck(words),
        Change::Added(words) => text.added(words),
        Change::Gap => text.plain("… "),
    })
}
