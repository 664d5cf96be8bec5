//! What erasing a member changes in messages that are posted.

use std::collections::HashMap;

use super::super::{Card, Effect, Subject, queue, round, seminar};
use domain::erasure::{ErasedFromSeminar, Erasure};
use domain::seminar::SeminarState;
use domain::{Corpus, RoundDetails, RoundId, Seminar};

/// The effects of erasing a member: nothing of theirs is left in any message that shows the group's
/// work.
#[must_use]
pub fn erased_effects(corpus: &Corpus, erasure: &Erasure) -> Vec<Effect> {
    let mut effects = Vec::new();
    for it in &erasure.rounds {
        effects.extend(round::erased(corpus, &it.was, &it.now, &it.gone));
    }
    let were: HashMap<RoundId, &RoundDetails> =
        erasure.rounds.iter().map(|it| (it.was.round.id, &it.was)).collect();
    for it in &erasure.seminars {
        effects.extend(of_seminar(corpus, it, &were));
    }
    let consents = erasure.consents.iter();
    effects.extend(consents.map(|id| Effect::Delete { subject: Subject::Consent(*id) }));
    effects
}

fn of_seminar(
    corpus: &Corpus,
    it: &ErasedFromSeminar,
    were: &HashMap<RoundId, &RoundDetails>,
) -> Vec<Effect> {
    let (was, now) = (&it.was, &it.now);
    let lobby = changed(seminar::lobby(corpus, was), seminar::lobby(corpus, now));
    let board = match now.queue.board {
        true => changed(queue::board(was), queue::board(now)),
        false => None,
    };
    let date = announced(corpus, was).zip(announced(corpus, now));
    let date = date.and_then(|(was, now)| changed(was, now));
    let mut effects: Vec<Effect> = lobby.into_iter().chain(board).chain(date).collect();
    if now.state == SeminarState::Closed {
        let before: Vec<RoundDetails> = it
            .rounds
            .iter()
            .map(|now| were.get(&now.round.id).map_or_else(|| now.clone(), |was| (*was).clone()))
            .collect();
        let (old, new) =
            (seminar::summary(corpus, was, &before), seminar::summary(corpus, now, &it.rounds));
        for page in 0..old.len().max(new.len()) {
            effects.extend(match (old.get(page), new.get(page)) {
                (Some(old), Some(new)) => changed(old.clone(), new.clone()),
                (None, Some(new)) => Some(Effect::Edit { card: new.clone() }),
                (Some(old), None) => old.subject.map(|subject| Effect::Delete { subject }),
                (None, None) => None,
            });
        }
    }
    effects
}

fn announced(corpus: &Corpus, seminar: &Seminar) -> Option<Card> {
    let meeting = seminar.meeting.as_ref()?;
    Some(seminar::meeting::announcement(corpus, seminar, meeting))
}

fn changed(was: Card, now: Card) -> Option<Effect> {
    (was != now).then_some(Effect::Edit { card: now })
}
