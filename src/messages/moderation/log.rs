//! The log of what was taken down, for every member.

use super::super::taken_down::{outcome, reason};
use super::super::ui::{Key, Span, Text, TimeStyle, string, text};
use super::super::{Block, Card};
use domain::moderation::{LogEntry, TakeDown};

/// A page of the log.
#[must_use]
pub fn log(entries: &[LogEntry]) -> Card {
    let card = Card::titled(string!("moderation-log-title"));
    if entries.is_empty() {
        return card.text(text!("moderation-log-empty"));
    }
    let line = |it: &LogEntry| {
        let number = it.take_down.number.0;
        let what = entry(&it.take_down);
        text!("moderation-log-line", entry = number, round = it.round_number.0, what = what)
    };
    card.block(Block::List(entries.iter().map(line).collect())).text(text!("moderation-log-about"))
}

/// What was taken down, by whom, when, why, and what became of the appeal.
#[must_use]
pub fn entry(it: &TakeDown) -> Text {
    text!(
        "moderation-entry",
        kind = Key(it.kind.name()),
        by = it.by.as_ref().map(|(_, name)| name),
        day = Span::When(it.at, TimeStyle::Day),
        reason = reason(it.reason),
        muted = it.muted,
        appeal = outcome(it.appeal),
    )
}

/// "3 entries".
#[must_use]
pub fn count(number: usize) -> String {
    string!("moderation-log-count", count = number)
}

/// "3: round 7, a personal attack".
#[must_use]
pub fn suggestion(it: &LogEntry) -> String {
    string!(
        "moderation-suggestion",
        entry = it.take_down.number.0,
        round = it.round_number.0,
        reason = reason(it.take_down.reason),
    )
}
