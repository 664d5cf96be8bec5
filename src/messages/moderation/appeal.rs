//! Appeals outside of a seminar: who asks is not told, who manages the server decides.

use super::super::ui::{Accent, Button, Card, Key, string, text};
use super::entry;
use domain::ChannelId;
use domain::moderation::{Appeal, LogEntry, TakeDown};

/// What a member is told who appeals; `channel` is where those who manage the server are told.
#[must_use]
pub fn appealed(channel: Option<ChannelId>) -> Card {
    Card::saying(text!("moderation-appealed", channel = channel)).accent(Accent::Done)
}

/// What those who manage the server are told.
#[must_use]
pub fn second_look(it: &LogEntry) -> Card {
    let number = it.take_down.number;
    let review = format!("moderate review entry:{number}");
    Card::saying(text!("moderation-second-look", what = entry(&it.take_down)))
        .accent(Accent::Question)
        .text(text!("moderation-second-look-hint", entry = number.0))
        .footer(string!("round-number", round = it.round_number.0))
        .buttons([Button::side(string!("moderation-review-button"), review)])
}

/// What who manages the server decides on.
#[must_use]
pub fn review(it: &LogEntry) -> Card {
    let taken = &it.take_down;
    let card = Card::titled(string!("moderation-review-title", entry = taken.number.0))
        .text(entry(taken))
        .footer(string!("round-number", round = it.round_number.0));
    let mistake = decision(taken, Appeal::Mistake);
    let upheld = decision(taken, Appeal::Upheld);
    let hint = mistake.is_some().then(|| text!("moderation-review-hint"));
    hint.into_iter().fold(card, Card::text).buttons(mistake.into_iter().chain(upheld))
}

fn decision(it: &TakeDown, appeal: Appeal) -> Option<Button> {
    let label = match appeal {
        Appeal::Mistake => string!("moderation-mistake"),
        _ => string!("moderation-upheld"),
    };
    let line = format!("moderate review entry:{} decide:{}", it.number, appeal.name());
    it.takes_decision(appeal).then(|| Button::side(label, line))
}

/// What they are told who decided.
#[must_use]
pub fn decided(it: &TakeDown) -> Card {
    let appeal = it.appeal.map(|appeal| Key(appeal.name()));
    Card::saying(text!("moderation-decided", appeal = appeal)).accent(Accent::Done)
}
