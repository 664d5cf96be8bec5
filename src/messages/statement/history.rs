//! What changed in a statement from version to version.

use super::super::ui::{string, text};
use super::super::{Block, Button, Card, Text};
use super::author;
use domain::Statement;
use domain::statement::{Change, changes as changes_between, shortened};

/// Words around a change that are shown with it.
const AROUND: usize = 5;
/// The most characters of changes on the card of the statement.
const LONG: usize = 1_000;

/// What changed since the version before, in short.
#[must_use]
pub fn changes(statement: &Statement) -> Option<Block> {
    let before = statement.before()?;
    let heading = text!("statement-changed", version = before.number);
    let text = styled(&shortened(changes_between(&before.text, statement.text()), AROUND));
    let long = text.words().chars().count() > LONG;
    let text = if long { text!("statement-changed-much") } else { text };
    Some(Block::Section { heading, text })
}

/// One version, whole, with all that changed in it, and buttons to the others.
#[must_use]
pub fn history(statement: &Statement, version: u32) -> Card {
    let index = statement.versions.iter().position(|it| it.number == version);
    let index = index.unwrap_or(statement.versions.len().saturating_sub(1));
    let Some(shown) = statement.versions.get(index) else { return Card::default() };
    let title = string!("statement-version", version = shown.number, newest = statement.newest());
    let by = text!("statement-version-by", name = author(&shown.name));
    let card = Card::titled(title)
        .block(Block::Said { by, text: shown.text.clone() })
        .footer(string!("statement-private-footer", round = statement.round.0));
    let before = index.checked_sub(1).and_then(|index| statement.versions.get(index));
    let after = statement.versions.get(index + 1);
    let card = match before {
        Some(before) => card.section(
            text!("statement-changed", version = before.number),
            styled(&changes_between(&before.text, &shown.text)),
        ),
        None => card,
    };
    let to = |label: String, version: u32| {
        let id = statement.id;
        Button::side(label, format!("statement changes statement:{id} version:{version}"))
    };
    let back =
        before.map(|it| to(string!("statement-version-before", version = it.number), it.number));
    let forward =
        after.map(|it| to(string!("statement-version-after", version = it.number), it.number));
    card.buttons(back.into_iter().chain(forward))
}

/// Changes as text: removed words struck out, added ones marked.
fn styled(changes: &[Change]) -> Text {
    changes.iter().fold(Text::new(), |text, change| match change {
        Change::Kept(words) => text.plain(words),
        Change::Removed(words) => text.struck(words),
        Change::Added(words) => text.added(words),
        Change::Gap => text.plain("… "),
    })
}
