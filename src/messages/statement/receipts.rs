//! What a member reads who has proposed, changed or voted on a statement.

use super::super::ui::{Key, string, text};
use super::super::{Accent, Block, Button, Card, Text};
use super::{card, change_buttons, counts, verdict};
use domain::statement::Position;
use domain::{RoundDetails, Statement};

/// To its proposer.
#[must_use]
pub fn proposed_receipt(statement: &Statement) -> Card {
    done(statement, text!("statement-proposed"))
        .text(text!("statement-proposed-hint"))
        .buttons(change_buttons(statement))
}

/// To a member whose position was recorded; `before` is what it was.
#[must_use]
pub fn vote_receipt(
    it: &RoundDetails,
    statement: &Statement,
    before: Option<&Position>,
    position: Option<&Position>,
) -> Card {
    let first = match position {
        Some(_) if before == position => text!("statement-vote-same"),
        Some(position) => text!("statement-vote", vote = key(position)),
        None if before.is_some() => text!("statement-vote-removed"),
        None => text!("statement-vote-none"),
    };
    let card = done(statement, first).text(verdict(statement));
    let card = match it.round.unlinked.votes {
        0 => card,
        _ if before.is_some() => card,
        count => card.text(text!("statement-unlinked", count = count)),
    };
    if position.is_none() {
        return card;
    }
    let undo = format!("statement unsay statement:{}", statement.id);
    card.text(text!("statement-vote-hint")).buttons([Button::side(string!("statement-undo"), undo)])
}

/// To a member who votes on words that are no longer the newest: those, to read first.
#[must_use]
pub fn outdated(it: &RoundDetails, statement: &Statement) -> Card {
    let mut card = private(it, statement, false);
    card.blocks.insert(0, Block::Text(text!("statement-outdated")));
    card
}

/// The card of a statement for one member, who may change it or not. The message that is remembered
/// as the statement's stays the one for all.
#[must_use]
pub fn private(it: &RoundDetails, statement: &Statement, may_change: bool) -> Card {
    let change = may_change.then(|| change_buttons(statement));
    Card { subject: None, ..card(it, statement) }.buttons(change.into_iter().flatten())
}

/// To a member who gave it other words.
#[must_use]
pub fn edited(statement: &Statement) -> Card {
    done(statement, text!("statement-edited", version = statement.newest()))
        .buttons(change_buttons(statement))
}

/// Asks whether a statement is to be deleted.
#[must_use]
pub fn ask_to_take_back(statement: &Statement) -> Card {
    let sure = format!("statement drop statement:{} sure:true", statement.id);
    Card::titled(string!("statement-take-back-title"))
        .text(Text::new().strong(statement.text()))
        .text(text!("statement-take-back-text", counts = counts(statement)))
        .buttons([Button::danger(string!("statement-take-back"), sure)])
}

/// To the member who deleted it.
#[must_use]
pub fn deleted() -> Card {
    Card::saying(text!("statement-deleted")).accent(Accent::Done)
}

fn done(statement: &Statement, text: Text) -> Card {
    Card::saying(text).accent(Accent::Done).footer(footer(statement))
}

fn footer(statement: &Statement) -> String {
    string!("statement-round-footer", round = statement.round.0)
}

fn key(position: &Position) -> Key {
    Key(match position {
        Position::Agree => "agree",
        Position::Aside => "aside",
        Position::Object { named: true, .. } => "object-named",
        Position::Object { named: false, .. } => "object-anonymous",
    })
}
