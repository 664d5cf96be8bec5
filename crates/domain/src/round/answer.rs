//! What members answered.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::{Address, AnswerId, MemberId};
use super::{Round, RoundDetails};

/// What one member answered in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its number.
    pub id: AnswerId,
    /// Who answered, unless it is anonymous.
    pub by: Option<(MemberId, String)>,
    /// The answer.
    pub text: String,
    /// When a named answer was given.
    pub answered_at: Option<Timestamp>,
    /// When a named answer was last changed.
    pub edited_at: Option<Timestamp>,
    /// Whether it argues a card or is the member's own.
    pub part: Part,
    /// The stance that it argues: its id in the book.
    pub stance: Option<String>,
    /// The same member's answer in the other part, where that may be told.
    pub pair: Option<AnswerId>,
    /// Whether it is among the revealed answers.
    pub shown: bool,
    /// The message that it was, if it was one.
    pub source: Option<Address>,
}

impl Answer {
    /// Whether the same member's answer in the other part may point to this one: only under their
    /// name. Two answers without one tell more of who wrote them than each does.
    #[must_use]
    pub fn may_be_paired(&self, named: bool) -> bool {
        self.by.is_some() && named
    }
}

/// What became of an answer or a withdrawal.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerChange {
    /// The round, as it is now.
    pub round: Round,
    /// The member's answer before.
    pub before: Option<Answer>,
    /// The member's answer now.
    pub after: Option<Answer>,
    /// Everything about the round as it was before …
    pub was: RoundDetails,
    /// … and as it is now. It may have been revealed by this answer, if it was the last awaited.
    pub now: RoundDetails,
}

impl AnswerChange {
    /// Whether anything changed.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.before != self.after
    }
}

/// Which of a member's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What they argue for the card that they were dealt, in a debate.
    Card,
    /// Their own.
    #[default]
    Own,
}
