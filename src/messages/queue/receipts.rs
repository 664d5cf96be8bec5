//! What a member reads who asks for a turn, ends one or leaves the queue.

use super::super::seminar::receipt;
use super::super::ui::{string, text};
use super::super::{Button, Card, Text};
use super::{position, speaking};
use domain::seminar::SeminarChange;
use domain::{MemberId, Seminar};

/// To a member who asked for a turn.
#[must_use]
pub fn joined(change: &SeminarChange, member: MemberId) -> Card {
    let (was, now) = (&change.was.queue, &change.now);
    let already = was.speaks(member) || was.position(member).is_some();
    if let Some(speaker) = now.queue.speaking.as_ref().filter(|it| it.member == member) {
        let line = format!("queue next seminar:{} turn:{}", now.number, speaker.turn);
        return receipt(now, text!("queue-turn", already = already))
            .buttons([Button::main(string!("queue-done"), line)]);
    }
    let text = text!(
        "queue-joined",
        already = already,
        speaking = speaking(now),
        position = position(now.queue.position(member).unwrap_or(1)),
    );
    let leave = format!("queue leave seminar:{}", now.number);
    receipt(now, text).buttons([Button::side(string!("queue-leave"), leave)])
}

/// To a member who left the queue.
#[must_use]
pub fn left(change: &SeminarChange, member: MemberId) -> Card {
    let (was, now) = (&change.was.queue, &change.now);
    receipt(
        now,
        if was.speaks(member) {
            text!("queue-turn-over", now = speaks_now(now))
        } else if was.position(member).is_some() {
            text!("queue-left")
        } else {
            text!("queue-not-in")
        },
    )
}

/// To the member who ended a turn.
#[must_use]
pub fn turn_ended(now: &Seminar) -> Card {
    receipt(now, speaks_now(now))
}

/// To a member who ends a turn that is over already.
#[must_use]
pub fn turn_over(now: &Seminar) -> Card {
    receipt(now, text!("queue-late", now = speaks_now(now)))
}

/// To the facilitator who showed the list to all.
#[must_use]
pub fn shown(seminar: &Seminar) -> Card {
    receipt(seminar, text!("queue-shown"))
}

/// Who speaks after a change.
fn speaks_now(now: &Seminar) -> Text {
    let speaker = now.queue.speaking.as_ref();
    let speaker = speaker.map(|it| Text::new().member(it.member, &it.name));
    text!("queue-now", speaker = speaker)
}
