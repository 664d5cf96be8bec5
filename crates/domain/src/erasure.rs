//! What is held about a member, by kind, and what changes for the others when it is erased.

use super::{Answer, ConsentId, RoundDetails, Seminar};

/// A kind of thing that is held about a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// Answers, with a name or without.
    Answers,
    /// Ratings of others' answers.
    Ratings,
    /// Statements proposed.
    Statements,
    /// Wordings of statements.
    Wordings,
    /// Votes on statements, and objections.
    Votes,
    /// Questions asked.
    Questions,
    /// Seminars opened or facilitated.
    Seminars,
    /// Seminars joined.
    Roster,
    /// Meetings that they said they would come to.
    Meetings,
    /// Turns in a queue.
    Turns,
    /// Sides dealt in a debate.
    Sides,
    /// Recalls: of others, and by others.
    Recalls,
    /// What they took down, and what of theirs was taken down.
    TakeDowns,
    /// What they say when a question is asked again.
    SecondThoughts,
    /// Messages that wait for a consent.
    Consents,
    /// Quotes kept.
    Kept,
    /// Dailies made.
    Dailies,
    /// Readings added.
    Readings,
    /// Answers that wait for their round to be chosen.
    Drafts,
    /// Messages on their way.
    Outgoing,
    /// That the member was told what is kept.
    Told,
}

impl Held {
    /// Every kind, in the order in which it is listed.
    pub const ALL: [Self; 21] = [
        Self::Answers,
        Self::Ratings,
        Self::Statements,
        Self::Wordings,
        Self::Votes,
        Self::Questions,
        Self::Seminars,
        Self::Roster,
        Self::Meetings,
        Self::Turns,
        Self::Sides,
        Self::Recalls,
        Self::TakeDowns,
        Self::SecondThoughts,
        Self::Consents,
        Self::Kept,
        Self::Dailies,
        Self::Readings,
        Self::Drafts,
        Self::Outgoing,
        Self::Told,
    ];

    /// Its name in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Ratings => "ratings",
            Self::Statements => "statements",
            Self::Wordings => "wordings",
            Self::Votes => "votes",
            Self::Questions => "questions",
            Self::Seminars => "seminars",
            Self::Roster => "roster",
            Self::Meetings => "meetings",
            Self::Turns => "turns",
            Self::Sides => "sides",
            Self::Recalls => "recalls",
            Self::TakeDowns => "take-downs",
            Self::SecondThoughts => "second-thoughts",
            Self::Consents => "consents",
            Self::Kept => "kept",
            Self::Dailies => "dailies",
            Self::Readings => "readings",
            Self::Drafts => "drafts",
            Self::Outgoing => "outgoing",
            Self::Told => "told",
        }
    }

    /// Whether the group keeps it, without the member's name, when they erase themselves.
    #[must_use]
    pub fn outlives_erasure(self) -> bool {
        matches!(
            self,
            Self::Statements
                | Self::Wordings
                | Self::Questions
                | Self::Seminars
                | Self::Dailies
                | Self::Readings
        )
    }
}

/// What has changed for the others when a member was erased from a server.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Erasure {
    /// The rounds in which there was something of theirs.
    pub rounds: Vec<ErasedFromRound>,
    /// The seminars in which they took part.
    pub seminars: Vec<ErasedFromSeminar>,
    /// The requests about their messages, or that they made.
    pub consents: Vec<ConsentId>,
}

/// A round from which a member was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct ErasedFromRound {
    /// As it was.
    pub was: RoundDetails,
    /// As it is.
    pub now: RoundDetails,
    /// The answers that went.
    pub gone: Vec<Answer>,
}

/// A seminar from which a member was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct ErasedFromSeminar {
    /// As it was.
    pub was: Seminar,
    /// As it is.
    pub now: Seminar,
    /// Its rounds as they are.
    pub rounds: Vec<RoundDetails>,
}

impl Erasure {
    /// How many answers went.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.rounds.iter().map(|it| it.gone.len()).sum()
    }
}
