//! How close edits of one message follow each other: the first goes out at once, later ones at a pace
//! that leaves room in Discord's bucket of five edits in five seconds a channel. So the last of many
//! never waits for a bucket that earlier ones have used up.
//!
//! It is kept in memory alone: when a message was edited last says when somebody answered last, which
//! nothing on the disk may say of an anonymous answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::messages::{Effect, Subject};
use domain::ServerId;

/// Two edits of one message are at least this far apart.
const PACE: SignedDuration = SignedDuration::from_secs(2);

/// When each message was edited last, if that was lately. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct EditPace(Arc<Mutex<HashMap<(ServerId, Subject), Timestamp>>>);

impl EditPace {
    /// Effects are about to go out; edits among them count.
    pub(super) fn claimed<'e>(
        &self,
        effects: impl Iterator<Item = (ServerId, &'e Effect)>,
        now: Timestamp,
    ) {
        let edits = effects.filter(|(_, effect)| matches!(effect, Effect::Edit { .. }));
        let edits = edits.filter_map(|(server, effect)| Some((server, effect.subject()?)));
        let mut edits = edits.peekable();
        if edits.peek().is_none() {
            return;
        }
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.retain(|_, at| next(*at, now).is_some());
        last.extend(edits.map(|edit| (edit, now)));
    }

    /// When an effect is due that is due at `due_at` by itself.
    pub(super) fn due(
        &self,
        server: ServerId,
        effect: &Effect,
        due_at: Timestamp,
        now: Timestamp,
    ) -> Timestamp {
        let (Effect::Edit { .. }, Some(subject)) = (effect, effect.subject()) else {
            return due_at;
        };
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = last.get(&(server, subject));
        last.and_then(|at| next(*at, now)).map_or(due_at, |next| next.max(due_at))
    }
}

/// The earliest time of the edit after one that went out at `last`, if that is still to come.
fn next(last: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let next = last.saturating_add(PACE).ok()?;
    // A clock that was ahead once must not keep anything waiting.
    (last <= now && now < next).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Card;
    use domain::AnswerId;

    const HERE: ServerId = ServerId(1);
    const THERE: ServerId = ServerId(2);

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(ms).unwrap()
    }

    fn edit(of: i64) -> Effect {
        Effect::Edit { card: Card::saying("x").about(Subject::Answer(AnswerId(of))) }
    }

    fn claimed(pace: &EditPace, of: i64, now: i64) {
        pace.claimed([(HERE, &edit(of))].into_iter(), at(now));
    }

    #[test]
    fn an_edit_keeps_its_distance_from_the_one_before() {
        let pace = EditPace::default();
        assert_eq!(pace.due(HERE, &edit(1), at(250), at(0)), at(250), "the first");
        claimed(&pace, 1, 300);
        for (server, effect, now, due) in [
            (HERE, edit(1), 400, 2_300),
            (HERE, edit(1), 2_299, 2_549),
            (HERE, edit(1), 2_300, 2_550),
            // Another message, and another server's.
            (HERE, edit(2), 400, 650),
            (THERE, edit(1), 400, 650),
            // Nothing but edits is held up.
            (HERE, Effect::Delete { subject: Subject::Answer(AnswerId(1)) }, 400, 650),
            // The clock was put back.
            (HERE, edit(1), 100, 350),
        ] {
            assert_eq!(pace.due(server, &effect, at(now + 250), at(now)), at(due), "{now}");
        }
    }

    #[test]
    fn thirty_answers_in_ten_seconds_never_use_up_five_edits_in_five_seconds() {
        let pace = EditPace::default();
        let (mut due, mut sent) = (None, Vec::new());
        // One answer every third of a second; the worker looks every 50 ms.
        for now in (0..15_000).step_by(50) {
            if now < 10_000 && now % 350 == 0 {
                due = due.or(Some(pace.due(HERE, &edit(1), at(now + 250), at(now))));
            }
            if due.is_some_and(|due| due <= at(now)) {
                claimed(&pace, 1, now);
                sent.push(now);
                due = None;
            }
        }
        for (index, first) in sent.iter().enumerate() {
            let in_five = sent[index..].iter().take_while(|it| **it < first + 5_000).count();
            assert!(in_five <= 3, "{sent:?}");
        }
        assert_eq!(sent[0], 250, "the first goes out at once");
        let last = sent.last().unwrap();
        assert!((9_800..=12_000).contains(last), "{last}");
    }

    #[test]
    fn what_is_over_is_forgotten() {
        let pace = EditPace::default();
        for number in 0..10_000 {
            claimed(&pace, number, number * 10);
        }
        assert!(pace.0.lock().unwrap().len() <= 201);
    }
}
