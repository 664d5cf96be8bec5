//! What the course of a seminar calls for elsewhere.

use super::super::{Card, Effect, Subject, round};
use super::{facilitator, lobby, queue, summary, themes};
use domain::{ChannelKind, Corpus, RoundDetails, Seminar};

/// What the start calls for: the seminar's card, and in a forum the tags of its themes.
#[must_use]
pub fn begun(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    let mut effects = Vec::new();
    if seminar.kind == ChannelKind::Forum {
        let names = themes(corpus, seminar).into_iter().map(str::to_owned).collect();
        effects.push(Effect::Tags { forum: seminar.place, names });
    }
    effects.push(Effect::Post { place: seminar.place, card: lobby(corpus, seminar) });
    effects
}

/// What somebody who joins calls for.
#[must_use]
pub fn joined(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    vec![Effect::Edit { card: lobby(corpus, seminar) }]
}

/// What the next question calls for: the end of the one before, its own card, and beside that who
/// facilitates, if that has changed, and whose turn it is to speak, if that is shown.
#[must_use]
pub fn posed(
    corpus: &Corpus,
    ended: Option<&(RoundDetails, RoundDetails)>,
    new: &RoundDetails,
) -> Vec<Effect> {
    let mut effects = ends(corpus, ended);
    effects.push(Effect::Post { place: new.round.place, card: round::card(corpus, new) });
    if let Some(seminar) = &new.seminar {
        effects.extend(facilitator::drawn_for(corpus, seminar, &new.round));
        if seminar.queue.board {
            effects.extend(queue::moved(seminar, Some(&new.round)));
        }
    }
    effects
}

/// What the end calls for: all that was hidden is shown, nothing can be pressed any more, and last
/// of all the threads and posts are put away.
#[must_use]
pub fn closed(
    corpus: &Corpus,
    ended: Option<&(RoundDetails, RoundDetails)>,
    seminar: &Seminar,
    all: &[RoundDetails],
) -> Vec<Effect> {
    let mut effects = ends(corpus, ended);
    effects.push(Effect::Edit { card: lobby(corpus, seminar) });
    effects.push(Effect::Delete { subject: Subject::Queue(seminar.id) });
    let own = Subject::Seminar(seminar.id);
    let forum = seminar.kind == ChannelKind::Forum;
    let beside = |card: Card| match forum {
        true => Effect::Beside { beside: own, card },
        false => Effect::Post { place: seminar.place, card },
    };
    effects.extend(summary(corpus, seminar, all).into_iter().map(beside));
    if forum {
        let rounds = seminar.rounds().map(Subject::Round);
        effects.extend(rounds.map(|subject| Effect::Archive { subject }));
    }
    effects.push(Effect::Archive { subject: own });
    effects
}

fn ends(corpus: &Corpus, ended: Option<&(RoundDetails, RoundDetails)>) -> Vec<Effect> {
    ended.map(|(was, now)| round::closed(corpus, was, now)).unwrap_or_default()
}
