//! What the course of a seminar does elsewhere.

use super::super::{Card, Effect, Subject, queue, round};
use super::{facilitator, lobby, meeting, summary, themes};
use domain::seminar::Ended;
use domain::{ChannelKind, Corpus, RoundDetails, Seminar};

/// The effects of the start: its date is done with, the seminar's card comes, and in a forum the tags
/// of its themes.
#[must_use]
pub fn started_effects(corpus: &Corpus, was: &Seminar, seminar: &Seminar) -> Vec<Effect> {
    let mut effects = meeting::begun_effects(corpus, was, seminar);
    if seminar.kind == ChannelKind::Forum {
        let names = themes(corpus, seminar);
        effects.push(Effect::Tags { forum: seminar.place, names });
    }
    effects.push(Effect::Post { place: seminar.place, card: lobby(corpus, seminar) });
    effects
}

/// The effects of somebody joining.
#[must_use]
pub fn joined_effects(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    vec![Effect::Edit { card: lobby(corpus, seminar) }]
}

/// The effects of the next question: the end of the one before, its own card, who facilitates if
/// that has changed, and the list of speakers if it is shown.
#[must_use]
pub fn posed_effects(corpus: &Corpus, ended: &Ended, new: &RoundDetails) -> Vec<Effect> {
    let mut effects = round_ended(corpus, ended);
    effects.push(Effect::Post { place: new.round.place, card: round::card(corpus, new) });
    if let Some(seminar) = &new.seminar {
        effects.extend(facilitator::drawn_for(corpus, seminar, &new.round));
        if seminar.queue.board {
            effects.extend(queue::moved_effects(seminar, Some(&new.round)));
        }
    }
    effects
}

/// The effects of a draft that is discarded: nobody but its facilitator has seen it, unless its date
/// was announced.
#[must_use]
pub fn discarded_effects(corpus: &Corpus, was: &Seminar, seminar: &Seminar) -> Vec<Effect> {
    meeting::over_effects(corpus, was, seminar)
}

/// The effects of the end: all that was hidden is shown, nothing can be pressed any more, a summary
/// is posted, and last of all the threads and posts are archived.
#[must_use]
pub fn closed_effects(
    corpus: &Corpus,
    ended: &Ended,
    (was, seminar): (&Seminar, &Seminar),
    rounds: &[RoundDetails],
) -> Vec<Effect> {
    let mut effects = round_ended(corpus, ended);
    effects.push(Effect::Edit { card: lobby(corpus, seminar) });
    effects.extend(meeting::over_effects(corpus, was, seminar));
    effects.push(Effect::Delete { subject: Subject::Queue(seminar.id) });
    let own = Subject::Seminar(seminar.id);
    let forum = seminar.kind == ChannelKind::Forum;
    let post = |card: Card| match forum {
        true => Effect::Beside { beside: own, card },
        false => Effect::Post { place: seminar.place, card },
    };
    effects.extend(summary(corpus, seminar, rounds).into_iter().map(post));
    if forum {
        let rounds = seminar.rounds().map(Subject::Round);
        effects.extend(rounds.map(|subject| Effect::Archive { subject }));
    }
    // There is nothing to archive about a channel of messages.
    if matches!(seminar.kind, ChannelKind::Thread | ChannelKind::Forum | ChannelKind::Other) {
        effects.push(Effect::Archive { subject: own });
    }
    effects
}

fn round_ended(corpus: &Corpus, ended: &Ended) -> Vec<Effect> {
    ended.as_ref().map(|(was, now)| round::closed(corpus, was, now)).unwrap_or_default()
}
