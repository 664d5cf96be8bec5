//! Revisits: one question of a closed seminar is asked again weeks later, and the group learns how its
//! minds have moved. What a member says is theirs; only counts are ever shown.

mod delay;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

pub use self::delay::{Delay, DelayError};
use super::rating::Leaning;
use super::{Part, RoundDetails, RoundId, SeminarId};

/// Nothing is shown of a revisit that fewer than this many have answered.
pub const LEAST_ANSWERS: usize = 5;
/// No count is shown of a passage that fewer than this many have named.
pub const LEAST_NAMED: usize = 3;
/// How long members can answer.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whether a member has changed their mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mind {
    /// They think the same.
    Same,
    /// They think somewhat differently.
    Somewhat,
    /// They think differently.
    Changed,
}

impl Mind {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Same, Self::Somewhat, Self::Changed];

    /// The word for it in a command line and in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Somewhat => "somewhat",
            Self::Changed => "changed",
        }
    }

    /// The mind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mind| mind.name() == name)
    }

    /// Whether it moved at all.
    #[must_use]
    pub fn moved(self) -> bool {
        self != Self::Same
    }
}

/// What a member says when the question is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondThought {
    /// Whether they have changed their mind.
    pub mind: Mind,
    /// The id of the quote that they name as the reason.
    pub passage: Option<String>,
    /// What moved them; nobody else ever reads it.
    pub reason: Option<String>,
}

/// A question that is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revisit {
    /// The round in which it was first asked.
    pub round: RoundId,
    /// The seminar of that round.
    pub seminar: SeminarId,
    /// How far it is.
    pub state: RevisitState,
}

/// How far a revisit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisitState {
    /// The question is asked again at this time.
    Planned(Timestamp),
    /// It is asked again, and can be answered until this time.
    Open(Timestamp),
    /// It is over.
    Closed,
}

impl Revisit {
    /// Whether it is time to go on to the next state.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        match self.state {
            RevisitState::Planned(at) | RevisitState::Open(at) => at <= now,
            RevisitState::Closed => false,
        }
    }
}

/// What came of a revisit that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When the question was asked again.
    pub asked_at: Timestamp,
    /// When the revisit was closed.
    pub closed_at: Timestamp,
    /// How minds have moved; `None` if fewer than [`LEAST_ANSWERS`] have said so.
    pub moved: Option<Moved>,
}

/// How the minds of at least [`LEAST_ANSWERS`] members have moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// How many think the same.
    pub same: usize,
    /// How many think somewhat differently.
    pub somewhat: usize,
    /// How many think differently.
    pub changed: usize,
    /// The passages that were named as a reason: those with a count first, most often named first.
    pub passages: Vec<NamedPassage>,
}

/// A passage that was named as a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPassage {
    /// The id of the quote.
    pub quote: String,
    /// How many named it; `None` if fewer than [`LEAST_NAMED`].
    pub times: Option<usize>,
}

impl Moved {
    /// What a group's second thoughts come to, if there are enough of them to be shown. Their order
    /// leaves no trace.
    #[must_use]
    pub fn of(thoughts: &[SecondThought]) -> Option<Self> {
        if thoughts.len() < LEAST_ANSWERS {
            return None;
        }
        let count = |mind: Mind| thoughts.iter().filter(|it| it.mind == mind).count();
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for quote in thoughts.iter().filter(|it| it.mind.moved()).flat_map(|it| &it.passage) {
            *named.entry(quote).or_default() += 1;
        }
        let passage = |(quote, times): (&str, usize)| NamedPassage {
            quote: quote.to_owned(),
            times: Some(times).filter(|times| *times >= LEAST_NAMED),
        };
        let mut passages: Vec<NamedPassage> = named.into_iter().map(passage).collect();
        passages.sort_by_key(|it| std::cmp::Reverse(it.times));
        Some(Self {
            same: count(Mind::Same),
            somewhat: count(Mind::Somewhat),
            changed: count(Mind::Changed),
            passages,
        })
    }

    /// How many have said how they think now.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.same + self.somewhat + self.changed
    }
}

/// The rounds whose question can be asked again: those that somebody answered in their own name.
pub fn askable(rounds: &[RoundDetails]) -> impl DoubleEndedIterator<Item = &RoundDetails> {
    rounds.iter().filter(|it| own_answers(it) > 0)
}

/// The round on which the group was furthest apart, whose question is asked again unless another is
/// chosen: the one with the most answers on which opinions differ; then the one with the most
/// objections to its statement, the most disagreement, the most answers. The earliest of equals.
#[must_use]
pub fn furthest_apart(rounds: &[RoundDetails]) -> Option<&RoundDetails> {
    askable(rounds).rev().max_by_key(|it| {
        let split = it.leaning(Leaning::Split).len();
        let objections = it.statement.as_ref().map_or(0, |statement| statement.objections.len());
        let told = it.tallies.values().filter(|tally| tally.told());
        let disagree: usize = told.map(|tally| tally.disagree).sum();
        (split, objections, disagree, own_answers(it))
    })
}

fn own_answers(it: &RoundDetails) -> usize {
    it.responses.iter().filter(|answer| answer.part == Part::Own).count()
}

#[cfg(test)]
mod tests;
