//! Statements: the group's response to a round, agreed on word by word.

mod changes;
#[cfg(test)]
mod tests;

pub use changes::{Change, changes, shortened};
use jiff::Timestamp;

use super::{MemberId, RoundId, StatementId};

/// The most characters of a statement: it is to be read and agreed on, on a phone.
pub const LENGTH: u16 = 1_500;
/// The most characters of a reason.
pub const REASON: u16 = 1_000;

/// The group's response to a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its number.
    pub id: StatementId,
    /// The round it answers.
    pub round: RoundId,
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
    /// The objections that stand, in the order of their random numbers.
    pub objections: Vec<Objection>,
    /// How many must speak before it is adopted.
    pub quorum: usize,
}

/// One wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// 1, 2, …
    pub number: u32,
    /// The words.
    pub text: String,
    /// The name of who wrote it.
    pub name: String,
    /// When.
    pub made_at: Timestamp,
}

/// Why somebody objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The name of who objects, if they gave it.
    pub name: Option<String>,
    /// The reason, word for word.
    pub reason: String,
    /// The version that it was said to; it stands until its member takes it back.
    pub version: u32,
}

/// How far a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementState {
    /// It is talked about; see [`Statement::verdict`] for how it stands.
    Proposed,
    /// The round ended with it.
    Adopted,
    /// The round ended with it over objections, which stand in the record.
    Dissent,
    /// The round ended without a common answer.
    Without,
    /// It was taken back.
    Dropped,
}

/// What a member says to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// They agree.
    Agree,
    /// They do not agree, and do not stand in the way.
    Aside,
    /// They stand in the way, and say why.
    Object {
        /// Why.
        reason: String,
        /// Whether their name stands with it.
        named: bool,
    },
}

/// How a proposed statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too few have spoken: so many more are needed.
    Open(usize),
    /// Enough have spoken, and objections stand.
    Blocked,
    /// Enough have spoken, and no objection stands.
    Agreed,
}

impl Statement {
    /// The newest wording.
    #[must_use]
    pub fn text(&self) -> &str {
        self.versions.last().map_or("", |version| version.text.as_str())
    }

    /// How many have spoken to the newest version, or object still.
    #[must_use]
    pub fn spoken(&self) -> usize {
        self.agree + self.aside + self.objections.len()
    }

    /// How it stands. It is adopted when enough have spoken and no objection stands; and since
    /// what everybody merely lets pass is no common answer, somebody must agree.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let missing = self.quorum.saturating_sub(self.spoken());
        match missing.max(usize::from(self.agree == 0 && self.objections.is_empty())) {
            0 if self.objections.is_empty() => Verdict::Agreed,
            0 => Verdict::Blocked,
            missing => Verdict::Open(missing),
        }
    }

    /// Whether it can be adopted over the objections: enough have spoken, and more agree than
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

    /// Who proposed it first, by name.
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
