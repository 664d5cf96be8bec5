//! What a change of a round calls for elsewhere.

use super::super::{Card, Effect, Subject, seminar, statement};
use super::{final_response, outcome, pages, question, response};
use domain::seminar::Reveal;
use domain::{
    Answer, AnswerChange, ChannelKind, Corpus, Part, Round, RoundDetails, RoundState, Seminar,
};

/// What an answer, a change of it or a withdrawal calls for: the count on the round's card, the
/// member's message where answers are shown as they come, and the pages where they are revealed.
#[must_use]
pub fn answered(corpus: &Corpus, standing: &AnswerChange) -> Vec<Effect> {
    if !standing.changed() {
        return Vec::new();
    }
    let (was, now) = (&standing.was, &standing.now);
    let mut effects = vec![Effect::Edit { card: question(corpus, now) }];
    if now.round.reveal == Reveal::Live {
        effects.extend(of_member(corpus, standing));
    }
    effects.extend(roster(corpus, was, now));
    if was.round.state != now.round.state || was.round.part != now.round.part {
        effects.extend(shown(corpus, was, now));
    } else {
        effects.extend(turned(corpus, was, now));
        if now.round.state == RoundState::Revealed {
            effects.push(Effect::Edit { card: outcome(corpus, now) });
        }
    }
    effects
}

/// What somebody calls for who takes part in the seminar from now on.
pub(in super::super) fn roster(
    corpus: &Corpus,
    was: &RoundDetails,
    now: &RoundDetails,
) -> Option<Effect> {
    let (was, now) = (was.seminar.as_ref()?, now.seminar.as_ref()?);
    let edit = || Effect::Edit { card: seminar::lobby(corpus, now) };
    (was.size() != now.size() || was.roster.len() != now.roster.len()).then(edit)
}

/// What an opinion on an answer calls for: what the answers come to, if that is another.
#[must_use]
pub fn weighed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let card = outcome(corpus, now);
    let edit = (outcome(corpus, was) != card).then_some(Effect::Edit { card });
    edit.into_iter().chain(roster(corpus, was, now)).collect()
}

/// What a reveal calls for.
#[must_use]
pub fn revealed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let card = Effect::Edit { card: question(corpus, now) };
    [card].into_iter().chain(shown(corpus, was, now)).collect()
}

/// What new words for a question call for.
#[must_use]
pub fn reworded(corpus: &Corpus, now: &RoundDetails) -> Vec<Effect> {
    vec![Effect::Edit { card: question(corpus, now) }]
}

/// What the end of a round calls for: what was hidden is shown, and what can no longer be pressed
/// goes.
#[must_use]
pub fn settled(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let round = &now.round;
    let mut effects = vec![Effect::Edit { card: question(corpus, now) }];
    if round.reveal == Reveal::Live {
        let named = now.responses.iter().filter(|response| response.by.is_some());
        effects
            .extend(named.map(|named| Effect::Edit { card: final_response(corpus, round, named) }));
    }
    effects.extend(turned(corpus, was, now));
    if was.round.state == RoundState::Revealed
        || was.round.part != Part::Card && was.round.problem.is_some()
    {
        effects.push(Effect::Edit { card: outcome(corpus, now) });
    }
    effects
        .extend(now.statement.as_ref().map(|it| Effect::Edit { card: statement::card(now, it) }));
    effects
}

/// The revealed answers, and under them what to do next.
fn shown(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let mut effects = Vec::new();
    if was.round.part == Part::Own && was.round.problem.is_some() {
        // It stands above the answers that come now.
        effects.push(Effect::Delete { subject: Subject::Outcome(now.round.id) });
    }
    effects.extend(turned(corpus, was, now));
    effects.push(near(now, outcome(corpus, now)));
    effects
}

/// What turns the pages that were shown into those that are to be shown.
fn turned(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let mut effects = Vec::new();
    for part in [Part::Card, Part::Own] {
        let (old, new) = (pages(corpus, was, part), pages(corpus, now, part));
        for place in 0..old.len().max(new.len()) {
            effects.extend(match (old.get(place), new.get(place)) {
                (None, Some(new)) => Some(near(now, new.clone())),
                (Some(old), Some(new)) if old != new => Some(Effect::Edit { card: new.clone() }),
                (Some(old), None) => old.subject.map(|subject| Effect::Delete { subject }),
                _ => None,
            });
        }
    }
    effects
}

/// A message in the place of a round.
pub(in super::super) fn near(it: &RoundDetails, card: Card) -> Effect {
    beside(it.seminar.as_ref(), &it.round, card)
}

/// A message in the place of a round of a seminar.
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
fn of_member(corpus: &Corpus, standing: &AnswerChange) -> Vec<Effect> {
    let round = &standing.round;
    let named =
        |response: &Option<Answer>| response.clone().filter(|response| response.by.is_some());
    match (named(&standing.before), named(&standing.after)) {
        (Some(before), Some(after)) if before.id == after.id => {
            vec![Effect::Edit { card: response(corpus, round, &after) }]
        }
        (before, after) => {
            let gone = before.map(|gone| {
                let subject = Subject::Answer(gone.id);
                Effect::Delete { subject }
            });
            let new = after.map(|new| near(&standing.now, response(corpus, round, &new)));
            gone.into_iter().chain(new).collect()
        }
    }
}
