//! What stays of something that was taken down: a stub with the reason, wherever it was shown.

use super::ui::{Block, Card, Key, Subject, Text, string, text};
use domain::moderation::{Appeal, Reason, TakeDown};
use domain::{AnswerId, RoundDetails};

/// "a personal attack".
pub(super) fn reason(reason: Reason) -> String {
    string!("moderation-reason", reason = Key(reason.name()))
}

/// What became of the appeal, as a sentence.
pub(super) fn outcome(appeal: Option<Appeal>) -> Option<String> {
    appeal.map(|appeal| string!("moderation-appeal", appeal = Key(appeal.name())))
}

/// What stays of some answers; nothing if there are none.
pub(super) fn stubs<'t>(taken: impl Iterator<Item = &'t TakeDown>) -> Option<Block> {
    let lines: Vec<Text> = taken.map(stub).collect();
    (!lines.is_empty()).then_some(Block::List(lines))
}

fn stub(it: &TakeDown) -> Text {
    text!("moderation-stub", reason = reason(it.reason), appeal = outcome(it.appeal))
}

/// What stays of the words of an objection.
pub(super) fn of_objection(why: Reason) -> Text {
    text!("moderation-objection", reason = reason(why))
}

/// How many answers of a round were taken down, if any were.
pub(super) fn counted(it: &RoundDetails) -> Option<Text> {
    let count = it.taken_answers().count();
    (count > 0).then(|| text!("moderation-count", count = count))
}

/// What the message of an answer shows in its place.
pub(super) fn in_place_of(it: &RoundDetails, answer: AnswerId, entry: &TakeDown) -> Card {
    Card::saying(stub(entry))
        .footer(string!("round-number", round = it.round.number.0))
        .about(Subject::Answer(answer))
}
