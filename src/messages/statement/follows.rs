//! What a change of a statement calls for elsewhere.

use super::super::Effect;
use super::super::round::{near, outcome, roster};
use super::{card, taken_back};
use domain::{Corpus, RoundDetails, RoundState};

/// What a proposal calls for: its own message beside the round's.
#[must_use]
pub fn proposed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let own = now.statement.as_ref().map(|it| near(now, card(now, it)));
    own.into_iter().chain(around(corpus, was, now)).collect()
}

/// What other words call for, or something said to them.
#[must_use]
pub fn changed(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let own = now.statement.as_ref().map(|it| Effect::Edit { card: card(now, it) });
    own.into_iter().chain(roster(corpus, was, now)).collect()
}

/// What a proposal calls for that was taken back.
#[must_use]
pub fn dropped(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let own = was.statement.as_ref().map(|it| Effect::Edit { card: taken_back(now, it) });
    own.into_iter().chain(around(corpus, was, now)).collect()
}

/// What stands under the answers, and the seminar's card if somebody joined by this.
fn around(corpus: &Corpus, was: &RoundDetails, now: &RoundDetails) -> Vec<Effect> {
    let revealed = now.round.state == RoundState::Revealed;
    let outcome = revealed.then(|| Effect::Edit { card: outcome(now) });
    outcome.into_iter().chain(roster(corpus, was, now)).collect()
}
