//! What a change of a round emits.

use super::super::{Card, Effect, Subject, answer, seminar, statement, taken_down};
use super::{card, leanings, outcome, pages};
use domain::moderation::TakeDown;
use domain::seminar::Reveal;
use domain::{
    Answer, AnswerChange, ChannelKind, Corpus, Part, Round, RoundDetails, RoundState, Seminar,
};

/// What an answer, a change of it or a withdrawal emits: the count on the round's card, the
/// member's message where answers are shown as they come, and the pages where they are revealed.
#[must_use]
pub fn answered(corpus: &Corpus, change: &AnswerChange) -> Vec<Effect> {
    if !change.changed() {
        return Vec::new();
    }
    let (was, now) = (&change.was, &change.now);
    let mut effects = vec![Effect::Edit { card: card(corpus, now) }];
    if now.round.reveal == Reveal::Live {
        effects.extend(of_member(corpus, change));
    }
    effects.extend(roster(corpus, was, now));
    if was.round.state != now.round.state || was.round.part != now.round.part {
        effects.extend(shown(corpus, was, now));
    } else {
        effects.extend(turned(corpus, was, now));
        if now.round.state == RoundState::Revealed {
            effects.push(Effect::Edit { card: outcome(now) });
        }
    }
    effects
}

/// What a new name on the seminar's roster emits.
pub(in super::super) fn roster(
    corpus: &Corpus,
    was: &RoundDetails,
    now: &RoundDetails,
) -> Option<Effect> {
    let (was, now) = (was.seminar.as_ref()?, now.seminar.as_ref()?);
    let edit = || Effect::Edit { card: seminar::lobby(corpus, now) };
    (was.size() != now.size() || was.roster.len() != now.roster.len()).then(edit)
}

/// What a rating emits: what the answers come to, if that has changed.
#[must_use]
pub fn rated(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let card = outcome(now);
    let edit = (outcome(was) != card).then_some(Effect::Edit { card });
    edit.into_iter().chain(roster(corpus, was, now)).collect()
}

/// What a reveal emits.
#[must_use]
pub fn revealed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let card = Effect::Edit { card: card(corpus, now) };
    [card].into_iter().chain(shown(corpus, was, now)).collect()
}

/// What other words of a question emit.
#[must_use]
pub fn reworded(corpus: &Corpus, now: &RoundDetails) -> Vec<Effect> {
    vec![Effect::Edit { card: card(corpus, now) }]
}

/// What closing a round emits: what was hidden is shown, and buttons that do nothing any more go.
#[must_use]
pub fn closed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let mut effects = vec![Effect::Edit { card: card(corpus, now) }];
    effects.extend(turned(corpus, was, now));
    // Who was counted twice may count once from now on.
    effects.extend(roster(corpus, was, now));
    if was.round.state == RoundState::Revealed
        || was.round.part != Part::Card && was.round.problem.is_some()
    {
        effects.push(concluded(now));
    }
    effects
        .extend(now.statement.as_ref().map(|it| Effect::Edit { card: statement::card(now, it) }));
    effects
}

/// What the answers came to stays; a message that only said what to do next goes.
fn concluded(now: &RoundDetails) -> Effect {
    match leanings(now, 1).is_empty() {
        true => Effect::Delete { subject: Subject::Outcome(now.round.id) },
        false => Effect::Edit { card: outcome(now) },
    }
}

/// What it emits that something was taken down, or that an appeal is decided: it is in no message any
/// more, and its stub is in its place.
#[must_use]
pub fn moderated(
    corpus: &Corpus,
    was: &RoundDetails,
    now: &RoundDetails,
    entry: &TakeDown,
) -> Vec<Effect> {
    let mut effects = vec![Effect::Edit { card: card(corpus, now) }];
    let stub = |id| Effect::Edit { card: taken_down::in_place_of(now, id, entry) };
    effects.extend(entry.answer().map(stub));
    effects.extend(turned(corpus, was, now));
    effects.push(Effect::Edit { card: outcome(now) });
    effects
        .extend(now.statement.as_ref().map(|it| Effect::Edit { card: statement::card(now, it) }));
    effects
}

/// What erasing a member emits: their answers go from every message, and the counts follow.
#[must_use]
pub fn erased(
    corpus: &Corpus,
    was: &RoundDetails,
    now: &RoundDetails,
    gone: &[Answer],
) -> Vec<Effect> {
    let own = gone.iter().map(|answer| Effect::Delete { subject: Subject::Answer(answer.id) });
    let mut effects: Vec<Effect> = own.collect();
    let face = card(corpus, now);
    if face != card(corpus, was) {
        effects.push(Effect::Edit { card: face });
    }
    // The others have all answered by now.
    if was.round.state != now.round.state || was.round.part != now.round.part {
        effects.extend(shown(corpus, was, now));
    } else {
        effects.extend(turned(corpus, was, now));
        if outcome(was) != outcome(now) {
            effects.push(Effect::Edit { card: outcome(now) });
        }
    }
    if let (Some(old), Some(new)) = (&was.statement, &now.statement)
        && statement::card(was, old) != statement::card(now, new)
    {
        effects.push(Effect::Edit { card: statement::card(now, new) });
    }
    effects
}

/// The revealed answers, and under them what to do next.
fn shown(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let mut effects = Vec::new();
    if was.round.part == Part::Own && was.round.problem.is_some() {
        // It is above the answers that come now.
        effects.push(Effect::Delete { subject: Subject::Outcome(now.round.id) });
    }
    effects.extend(turned(corpus, was, now));
    effects.push(near(now, outcome(now)));
    effects
}

/// Makes the pages that were shown those that are to be shown.
fn turned(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let mut effects = Vec::new();
    for part in [Part::Card, Part::Own] {
        let (old, new) = (pages(corpus, was, part), pages(corpus, now, part));
        for index in 0..old.len().max(new.len()) {
            effects.extend(match (old.get(index), new.get(index)) {
                (None, Some(new)) => Some(near(now, new.clone())),
                (Some(old), Some(new)) if old != new => Some(Effect::Edit { card: new.clone() }),
                (Some(old), None) => old.subject.map(|subject| Effect::Delete { subject }),
                _ => None,
            });
        }
    }
    effects
}

/// A message where a round is.
pub(in super::super) fn near(it: &RoundDetails, card: Card) -> Effect {
    beside(it.seminar.as_ref(), &it.round, card)
}

/// A message where a round of a seminar is.
#[must_use]
pub(in super::super) fn beside(seminar: Option<&Seminar>, round: &Round, card: Card) -> Effect {
    let forum =
        |seminar: &&Seminar| seminar.kind == ChannelKind::Forum && seminar.place == round.place;
    // As long as its post is not there, nobody knows where in the forum that is.
    match seminar.filter(forum) {
        Some(_) => Effect::Beside { beside: Subject::Round(round.id), card },
        None => Effect::Post { place: round.place, card },
    }
}

/// A named answer, where they are shown as they come.
fn of_member(corpus: &Corpus, change: &AnswerChange) -> Vec<Effect> {
    let round = &change.round;
    let named = |answer: &Option<Answer>| answer.clone().filter(|answer| answer.by.is_some());
    match (named(&change.before), named(&change.after)) {
        (Some(before), Some(after)) if before.id == after.id => {
            vec![Effect::Edit { card: answer::card(corpus, round, &after) }]
        }
        (before, after) => {
            let gone = before.map(|gone| {
                let subject = Subject::Answer(gone.id);
                Effect::Delete { subject }
            });
            let new = after.map(|new| near(&change.now, answer::card(corpus, round, &new)));
            gone.into_iter().chain(new).collect()
        }
    }
}
