//! Rounds and answers: what was asked, and what members answered.

mod answer;
mod details;
#[cfg(test)]
mod tests;

pub use self::answer::{Answer, AnswerChange, Part};
pub use self::details::RoundDetails;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::seminar::Reveal;
use super::{Address, ChannelId, MemberId, RoundId, RoundNumber, SeminarId};

/// A question posed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its key.
    pub id: RoundId,
    /// Its number in its server.
    pub number: RoundNumber,
    /// Its channel or thread.
    pub place: ChannelId,
    /// The channel that has to be viewed to find it: its seminar's, or its own.
    pub home: ChannelId,
    /// Who posed it.
    pub asker: MemberId,
    /// The question's id, unless it is in the asker's own words.
    pub question: Option<String>,
    /// The question as it was posed.
    pub text: String,
    /// Its theme, if it has one.
    pub theme: Option<String>,
    /// The quotes it was posed with.
    pub quotes: Vec<String>,
    /// How far it is.
    pub state: RoundState,
    /// When it was posed.
    pub posed_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How many named answers the current part has.
    pub named: usize,
    /// How many anonymous ones.
    pub anonymous: usize,
    /// How many answers that others could read have been erased with all else about their member.
    pub withdrawn: usize,
    /// The seminar that it is a round of.
    pub seminar: Option<SeminarId>,
    /// When its answers are shown.
    pub reveal: Reveal,
    /// When they are revealed by themselves, if they are not before.
    pub reveal_at: Option<Timestamp>,
    /// How many had joined the seminar before it was posed.
    pub awaited: usize,
    /// Which answers it takes.
    pub part: Part,
    /// The problem that it debates: its id in the book.
    pub problem: Option<String>,
    /// The message that it is about, for a question that was asked about one.
    pub about: Option<Address>,
    /// Whether its server takes answers without a name.
    pub takes_anonymous: bool,
    /// What its members can change no more, though it is not closed.
    pub unlinked: Unlinked,
}

/// What nothing links to its members any more in a round that is not closed: it was put back from a
/// copy, and what linked it is in no copy. It counts, and whoever gave it might give it again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unlinked {
    /// Anonymous answers to the current part.
    pub answers: usize,
    /// Votes on the statement.
    pub votes: usize,
}

impl Round {
    /// Whether an answer can be read by all: once the round is over, once it is among the revealed
    /// ones, or where named ones are shown as they come.
    #[must_use]
    pub fn shows(&self, answer: &Answer) -> bool {
        self.state == RoundState::Closed
            || answer.shown
            || self.reveal == Reveal::Live && answer.by.is_some()
    }

    /// Whether the member who gave an answer can still change or withdraw it.
    #[must_use]
    pub fn lets_change(&self, answer: &Answer) -> bool {
        self.state != RoundState::Closed && answer.part == self.part
    }

    /// Whether its answers are to be revealed by the clock.
    #[must_use]
    pub fn reveal_is_due(&self, now: Timestamp) -> bool {
        self.state == RoundState::Open && self.reveal_at.is_some_and(|at| at <= now)
    }

    /// Whether an answer that comes now is among the revealed ones at once. An anonymous one never
    /// is: that would tell when it came.
    #[must_use]
    pub fn shows_at_once(&self, named: bool) -> bool {
        named && self.state == RoundState::Revealed && self.reveal == Reveal::Sealed
    }
}

/// What becomes of a statement that is not agreed on when its round closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The round has no statement.
    #[default]
    Without,
    /// It is adopted, and the objections are kept in the record.
    OverObjections,
}

/// How far a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// It takes answers.
    Open,
    /// The answers are shown, and can still be changed.
    Revealed,
    /// It is over: nothing changes any more.
    Closed,
}
