//! What a change of a statement does elsewhere.

use super::super::Effect;
use super::super::round::{near, outcome, roster};
use super::{card, replaced, taken_back};
use domain::{Corpus, RoundDetails, RoundState};

/// The effects of a proposal: its own message beside the round's.
#[must_use]
pub fn proposed_effects(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    if was == now {
        return Vec::new();
    }
    let own = now.statement.as_ref().map(|it| near(now, card(now, it)));
    own.into_iter().chain(around(corpus, was, now)).collect()
}

/// The effects of other words: they come as a new message, since nobody is told of an edit, and the
/// message before says so.
#[must_use]
pub fn revised_effects(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let (Some(old), Some(new)) = (&was.statement, &now.statement) else { return Vec::new() };
    if old.newest() == new.newest() {
        return Vec::new();
    }
    let new_message = near(now, card(now, new));
    let old_message = Effect::Edit { card: replaced(now, new, old.newest()) };
    [new_message, old_message].into_iter().chain(roster(corpus, was, now)).collect()
}

/// The effects of a vote.
#[must_use]
pub fn voted_effects(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    if was == now {
        return Vec::new();
    }
    let own = now.statement.as_ref().map(|it| Effect::Edit { card: card(now, it) });
    own.into_iter().chain(roster(corpus, was, now)).collect()
}

/// The effects of taking a statement back.
#[must_use]
pub fn deleted_effects(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let own = was.statement.as_ref().map(|it| Effect::Edit { card: taken_back(now, it) });
    own.into_iter().chain(around(corpus, was, now)).collect()
}

/// The message under the answers, and the seminar's card if somebody joined by this.
fn around(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let revealed = now.round.state == RoundState::Revealed;
    let outcome = revealed.then(|| Effect::Edit { card: outcome(now) });
    outcome.into_iter().chain(roster(corpus, was, now)).collect()
}
