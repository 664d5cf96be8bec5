//! Statements: the group's response to a round, agreed on word by word.

use jiff::Timestamp;

use super::{MemberId, RoundId, StatementId};

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

    /// How it stands.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.quorum.saturating_sub(self.spoken()) {
            0 if self.objections.is_empty() => Verdict::Agreed,
            0 => Verdict::Blocked,
            missing => Verdict::Open(missing),
        }
    }
}
