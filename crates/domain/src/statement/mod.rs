//! Statements: what a group answers to a round together, agreed on word by word.

mod changes;
#[cfg(test)]
mod tests;

pub use changes::{Change, changes, shortened};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::moderation::Reason;
use super::{
    MemberId, ObjectionId, Round, RoundDetails, RoundNumber, RoundState, Seminar, StatementId,
};

/// The most characters of a statement: it is to be read and agreed on, on a phone.
pub const LENGTH: u16 = 1_500;
/// The most characters of a reason.
pub const REASON: u16 = 1_000;

/// A text that the group can adopt as its answer to a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its number.
    pub id: StatementId,
    /// The round it answers.
    pub round: RoundNumber,
    /// Who proposed it first.
    pub proposer: MemberId,
    /// Its versions, the oldest first; there is at least one.
    pub versions: Vec<Version>,
    /// How far it is.
    pub state: StatementState,
    /// How many agree to the newest version.
    pub agree: usize,
    /// How many stand aside from the newest version.
    pub aside: usize,
    /// The objections, in the order of their random numbers.
    pub objections: Vec<Objection>,
    /// How many must vote before it is adopted; see [`quorum`].
    pub quorum: usize,
}

/// One wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// 1, 2, …
    pub number: u32,
    /// The words.
    pub text: String,
    /// The name of who wrote it; empty if they have erased themselves.
    pub name: String,
    /// When.
    pub made_at: Timestamp,
}

/// Why somebody objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Its number.
    pub id: ObjectionId,
    /// The name of who objects, if they gave it.
    pub name: Option<String>,
    /// The reason, word for word; blank if it was taken down.
    pub reason: String,
    /// Why the words of the reason were taken down, if they were. The objection counts all the same.
    pub taken_down: Option<Reason>,
    /// The version that it was made to; it counts until its member retracts it.
    pub version: u32,
}

impl Objection {
    /// Whether its member has erased themselves: only that there was one is kept.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.reason.is_empty() && self.taken_down.is_none()
    }
}

/// How far a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementState {
    /// Members vote on it; see [`Statement::verdict`].
    Proposed,
    /// The round ended with it.
    Adopted,
    /// The round ended with it over objections, which are in the record.
    Dissent,
    /// The round ended without it.
    Without,
    /// It was taken back.
    Dropped,
}

/// How a member votes on a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// They agree.
    Agree,
    /// They do not agree, and do not block it.
    Aside,
    /// They block it, and say why.
    Object {
        /// Why.
        reason: String,
        /// Whether it is shown with their name.
        named: bool,
    },
}

/// What the votes on a proposed statement come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too few have voted; this many more are needed.
    Open(usize),
    /// Enough have voted, and somebody objects.
    Blocked,
    /// Enough have voted, and nobody objects.
    Agreed,
}

/// What becomes of other words for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewording {
    /// They are the words that it has.
    Same,
    /// Somebody else changed it meanwhile.
    Conflict,
    /// They become this version.
    Next(u32),
}

/// A statement's round before and after one change of the statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementChange {
    /// As it was.
    pub was: RoundDetails,
    /// As it is.
    pub now: RoundDetails,
}

/// How many must vote on a statement before it is adopted. Outside a seminar those who have
/// answered take part, and never one alone decides.
#[must_use]
pub fn quorum(round: &Round, seminar: Option<&Seminar>) -> usize {
    seminar.map_or_else(|| ((round.named + round.anonymous) / 2 + 1).max(2), Seminar::quorum)
}

impl Statement {
    /// The newest wording.
    #[must_use]
    pub fn text(&self) -> &str {
        self.versions.last().map_or("", |version| version.text.as_str())
    }

    /// Whether members can still vote on it and change it.
    #[must_use]
    pub fn is_open(&self, round: &Round) -> bool {
        self.state == StatementState::Proposed && round.state != RoundState::Closed
    }

    /// How many have voted on the newest version, or object still.
    #[must_use]
    pub fn voted(&self) -> usize {
        self.agree + self.aside + self.objections.len()
    }

    /// How many of `participants` have not voted.
    #[must_use]
    pub fn not_voted(&self, participants: usize) -> usize {
        participants.saturating_sub(self.voted())
    }

    /// Whether a vote counts that was cast on a version. Nobody consents to words they have not
    /// read; an objection to older words still counts.
    #[must_use]
    pub fn takes(&self, position: Option<&Position>, version: u32) -> bool {
        let consents = matches!(position, Some(Position::Agree | Position::Aside));
        !consents || version == self.newest()
    }

    /// The version that a vote is kept with: one that exists.
    #[must_use]
    pub fn version_voted_on(&self, version: u32) -> u32 {
        version.clamp(1, self.newest().max(1))
    }

    /// What becomes of other words that a member gives after reading `version`. Nobody overwrites
    /// words they have not read.
    #[must_use]
    pub fn reword(&self, version: u32, text: &str) -> Rewording {
        if self.text() == text {
            Rewording::Same
        } else if self.newest() != version {
            Rewording::Conflict
        } else {
            Rewording::Next(version.saturating_add(1))
        }
    }

    /// What the votes come to. It is adopted when enough have voted and nobody objects; and since
    /// what everybody merely lets pass is no common answer, somebody must agree.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let missing = self.quorum.saturating_sub(self.voted());
        match missing.max(usize::from(self.agree == 0 && self.objections.is_empty())) {
            0 if self.objections.is_empty() => Verdict::Agreed,
            0 => Verdict::Blocked,
            missing => Verdict::Open(missing),
        }
    }

    /// Whether it can be adopted over the objections: enough have voted, and more agree than
    /// object.
    #[must_use]
    pub fn outweighs(&self) -> bool {
        self.verdict() == Verdict::Blocked && self.agree > self.objections.len()
    }

    /// What becomes of it when its round ends; `over`: the one who ends it adopts it over the
    /// objections.
    #[must_use]
    pub fn ending(&self, over: bool) -> StatementState {
        match self.verdict() {
            Verdict::Agreed => StatementState::Adopted,
            Verdict::Blocked if over && self.outweighs() => StatementState::Dissent,
            Verdict::Blocked | Verdict::Open(_) => StatementState::Without,
        }
    }

    /// The number of the newest wording.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.versions.last().map_or(0, |version| version.number)
    }

    /// Who proposed it first, by name; empty if they have erased themselves.
    #[must_use]
    pub fn by(&self) -> &str {
        self.versions.first().map_or("", |version| version.name.as_str())
    }

    /// The words before the newest ones, if there are any.
    #[must_use]
    pub fn before(&self) -> Option<&Version> {
        self.versions.iter().rev().nth(1)
    }
}
