//! Rounds and responses: what was asked, and what members answered.

use jiff::Timestamp;

use super::{MemberId, PlaceId, ResponseId, RoundId};

/// A question posed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its number.
    pub id: RoundId,
    /// Its channel or thread.
    pub place: PlaceId,
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
    /// How many named responses it has.
    pub named: usize,
    /// How many anonymous ones.
    pub anonymous: usize,
}

/// How far a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// It takes responses.
    Open,
    /// The responses are shown, and can still be edited.
    Revealed,
    /// It is over: nothing changes any more.
    Settled,
}

/// A response as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Its number.
    pub id: ResponseId,
    /// Who answered, unless it is anonymous.
    pub by: Option<(MemberId, String)>,
    /// The answer.
    pub text: String,
    /// When a named response was given.
    pub answered_at: Option<Timestamp>,
    /// When a named response was last changed.
    pub edited_at: Option<Timestamp>,
}

/// What became of an answer or a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The round, as it is now.
    pub round: Round,
    /// The member's response before.
    pub before: Option<Response>,
    /// The member's response now.
    pub after: Option<Response>,
}

impl Standing {
    /// Whether anything changed.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.before != self.after
    }
}
