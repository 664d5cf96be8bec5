//! Rounds and responses: what was asked, and what members answered.

use std::collections::HashMap;

use jiff::Timestamp;

use super::seminar::Reveal;
use super::{
    Address, AnswerId, ChannelId, MemberId, RoundId, Seminar, SeminarId, Statement, Tally,
};

/// A question posed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its number.
    pub id: RoundId,
    /// Its channel or thread.
    pub place: ChannelId,
    /// Who posed it.
    pub poser: MemberId,
    /// The question's id, unless it is in the poser's own words.
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
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
    /// How many named responses the part that is under way has.
    pub named: usize,
    /// How many anonymous ones.
    pub anonymous: usize,
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
}

impl Round {
    /// Whether a response can be read by all: once the round is over, once it stands among the
    /// revealed ones, or where named ones are shown as they come.
    #[must_use]
    pub fn shows(&self, response: &Answer) -> bool {
        self.state == RoundState::Closed
            || response.shown
            || self.reveal == Reveal::Live && response.by.is_some()
    }

    /// Whether a response that comes now stands among the revealed ones at once. One without a name
    /// never does: it would show when it came.
    #[must_use]
    pub fn shows_at_once(&self, named: bool) -> bool {
        named && self.state == RoundState::Revealed && self.reveal == Reveal::Sealed
    }
}

/// Which of a member's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// What they argue for the card that they were dealt, in a debate.
    Card,
    /// Their own.
    #[default]
    Own,
}

/// How far a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// It takes responses.
    Open,
    /// The responses are shown, and can still be edited.
    Revealed,
    /// It is over: nothing changes any more.
    Closed,
}

/// A response as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its number.
    pub id: AnswerId,
    /// Who answered, unless it is anonymous.
    pub by: Option<(MemberId, String)>,
    /// The answer.
    pub text: String,
    /// When a named response was given.
    pub answered_at: Option<Timestamp>,
    /// When a named response was last changed.
    pub edited_at: Option<Timestamp>,
    /// Whether it argues a card or is the member's own.
    pub part: Part,
    /// The stance that it argues: its id in the book.
    pub stance: Option<String>,
    /// The same member's answer in the other part, where that may be told.
    pub pair: Option<AnswerId>,
    /// Whether it stands among the revealed answers.
    pub shown: bool,
    /// The message that it was, if it was one.
    pub source: Option<Address>,
}

impl Answer {
    /// Whether the same member's answer in the other part may point to this one. Under a name
    /// beside one without, the pair would give the member away.
    #[must_use]
    pub fn may_be_paired(&self, named: bool) -> bool {
        self.by.is_some() == named
    }
}

/// What became of an answer or a withdrawal.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerChange {
    /// The round, as it is now.
    pub round: Round,
    /// The member's response before.
    pub before: Option<Answer>,
    /// The member's response now.
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

/// Everything that is to be shown of one round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundDetails {
    /// The round.
    pub round: Round,
    /// The seminar that it is a round of.
    pub seminar: Option<Seminar>,
    /// All its responses, in the order of their random numbers, which is not that in which they
    /// came.
    pub responses: Vec<Answer>,
    /// What members think of each.
    pub tallies: HashMap<AnswerId, Tally>,
    /// The group's response, if one was proposed.
    pub statement: Option<Statement>,
}

impl From<Round> for RoundDetails {
    /// A round in which nothing has happened yet.
    fn from(round: Round) -> Self {
        Self {
            round,
            seminar: None,
            responses: Vec::new(),
            tallies: HashMap::new(),
            statement: None,
        }
    }
}

impl RoundDetails {
    /// The responses that stand among the revealed answers.
    pub fn shown(&self) -> impl Iterator<Item = &Answer> {
        self.responses.iter().filter(|response| response.shown)
    }

    /// Whether a sealed round has the answers of all who take part, so that they are revealed. It
    /// never has where only the first to answer was expected: their answer alone is no reveal.
    #[must_use]
    pub fn all_have_answered(&self) -> bool {
        let round = &self.round;
        let Some(seminar) = &self.seminar else { return false };
        round.state == RoundState::Open
            && round.reveal == Reveal::Sealed
            && round.awaited >= 2
            && round.named + round.anonymous >= seminar.size()
    }

    /// Whether the group's response can be proposed: in a seminar when all have read the answers,
    /// outside of one at any time.
    #[must_use]
    pub fn takes_statement(&self) -> bool {
        match self.round.state {
            RoundState::Open => self.round.seminar.is_none(),
            RoundState::Revealed => true,
            RoundState::Closed => false,
        }
    }
}

#[cfg(test)]
#[path = "round_tests.rs"]
mod tests;
