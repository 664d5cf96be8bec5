//! When the last thing in a part of the record happened.

use jiff::Timestamp;

use super::archive::{Round, Seminar};

pub(super) fn of_seminar(it: &Seminar) -> Timestamp {
    let joined = it.participants.iter().map(|participant| participant.joined_at);
    joined.chain(it.closed_at).fold(it.made_at, Timestamp::max)
}

pub(super) fn of_round(it: &Round) -> Timestamp {
    let answers = it.answers.iter().flat_map(|answer| [answer.answered_at, answer.edited_at]);
    let versions = it.statement.iter().flat_map(|statement| &statement.versions);
    let versions = versions.map(|version| version.made_at);
    let taken_down = it.taken_down.iter().map(|it| it.at);
    let revisit = it.revisit.as_ref().map(|revisit| revisit.closed_at);
    answers
        .flatten()
        .chain(versions)
        .chain(taken_down)
        .chain(it.closed_at)
        .chain(revisit)
        .fold(it.posed_at, Timestamp::max)
}
