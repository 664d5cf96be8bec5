//! Moderation: what facilitators take down, with a reason, in the open.

use serde::{Deserialize, Serialize};

use super::{
    AnswerId, ChannelId, MemberId, ObjectionId, Part, RoundId, RoundNumber, SeminarId,
    TakeDownNumber,
};
use jiff::Timestamp;

/// Why something is taken down. That somebody disagrees is no reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It attacks somebody, not what they say.
    Attack,
    /// It tells what is somebody's own business.
    Private,
    /// It advertises something.
    Advertising,
    /// It has nothing to do with the question.
    Unrelated,
    /// Discord's rules forbid it.
    Rules,
}

/// What is taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An answer.
    Answer,
    /// The words of an objection; the objection itself goes on counting.
    Objection,
}

/// What is to be taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An answer.
    Answer(AnswerId),
    /// The words of an objection.
    Objection(ObjectionId),
}

/// How far an appeal against a take-down is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appeal {
    /// Somebody has asked for a second look.
    Asked,
    /// Who manages the server has looked, and it stays.
    Upheld,
    /// Who manages the server has found that it was a mistake.
    Mistake,
    /// The group recalled the facilitator over it.
    Recalled,
}

/// What a facilitator took down. Its words are gone, and whose they were is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeDown {
    /// Its number in its server's log.
    pub number: TakeDownNumber,
    /// What it was.
    pub kind: Kind,
    /// The number that it had.
    pub subject: i64,
    /// Whether an answer argued a card or was its member's own.
    pub part: Part,
    /// Whether it was among the revealed answers.
    pub shown: bool,
    /// Why.
    pub reason: Reason,
    /// Who took it down; none if they had their name erased.
    pub by: Option<(MemberId, String)>,
    /// When.
    pub at: Timestamp,
    /// Whether its author cannot answer any more in the round.
    pub muted: bool,
    /// What became of the appeal, if there was one.
    pub appeal: Option<Appeal>,
}

/// An entry of a server's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// What was taken down.
    pub take_down: TakeDown,
    /// The round it was in.
    pub round: RoundId,
    /// That round's number.
    pub round_number: RoundNumber,
    /// That round's seminar.
    pub seminar: Option<SeminarId>,
    /// That round's channel or thread.
    pub place: ChannelId,
    /// The channel that has to be viewed to find it.
    pub home: ChannelId,
}

impl Reason {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Attack, Self::Private, Self::Advertising, Self::Unrelated, Self::Rules];

    /// The word for it in a command line and in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Attack => "attack",
            Self::Private => "private",
            Self::Advertising => "advertising",
            Self::Unrelated => "unrelated",
            Self::Rules => "rules",
        }
    }

    /// The reason of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

impl Kind {
    /// The word for it in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Objection => "objection",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Answer, Self::Objection].into_iter().find(|kind| kind.name() == name)
    }
}

impl Appeal {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Upheld, Self::Mistake, Self::Recalled];

    /// The word for it in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Upheld => "upheld",
            Self::Mistake => "mistake",
            Self::Recalled => "recalled",
        }
    }

    /// The appeal of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|appeal| appeal.name() == name)
    }
}

impl Target {
    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Answer(_) => Kind::Answer,
            Self::Objection(_) => Kind::Objection,
        }
    }
}

impl TakeDown {
    /// The answer that it was, by which its message is found.
    #[must_use]
    pub fn answer(&self) -> Option<AnswerId> {
        (self.kind == Kind::Answer).then_some(AnswerId(self.subject))
    }

    /// Whether an appeal has succeeded.
    #[must_use]
    pub fn was_wrong(&self) -> bool {
        matches!(self.appeal, Some(Appeal::Mistake | Appeal::Recalled))
    }

    /// Whether its author is still kept from answering in the round.
    #[must_use]
    pub fn mutes(&self) -> bool {
        self.muted && !self.was_wrong()
    }

    /// Whether somebody can ask for a second look.
    #[must_use]
    pub fn takes_appeal(&self) -> bool {
        self.appeal.is_none()
    }

    /// Whether who manages the server can decide: an appeal that succeeded is not undone, and
    /// nothing is upheld that nobody has appealed.
    #[must_use]
    pub fn takes_decision(&self, decision: Appeal) -> bool {
        match decision {
            Appeal::Upheld => self.appeal == Some(Appeal::Asked),
            Appeal::Mistake => !self.was_wrong(),
            Appeal::Asked | Appeal::Recalled => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(appeal: Option<Appeal>) -> TakeDown {
        TakeDown {
            number: TakeDownNumber(1),
            kind: Kind::Answer,
            subject: 1,
            part: Part::Own,
            shown: true,
            reason: Reason::Attack,
            by: None,
            at: Timestamp::UNIX_EPOCH,
            muted: true,
            appeal,
        }
    }

    #[test]
    fn every_word_is_read_as_what_it_was_written_for() {
        for reason in Reason::ALL {
            assert_eq!(Reason::named(reason.name()), Some(reason));
        }
        for appeal in Appeal::ALL {
            assert_eq!(Appeal::named(appeal.name()), Some(appeal));
        }
        for kind in [Kind::Answer, Kind::Objection] {
            assert_eq!(Kind::named(kind.name()), Some(kind));
        }
        assert_eq!(Reason::named("dissent"), None);
    }

    #[test]
    fn an_appeal_that_succeeds_ends_the_muting_for_good() {
        use Appeal::{Asked, Mistake, Recalled, Upheld};
        for (appeal, mutes, appeals, upheld, mistake) in [
            (None, true, true, false, true),
            (Some(Asked), true, false, true, true),
            (Some(Upheld), true, false, false, true),
            (Some(Mistake), false, false, false, false),
            (Some(Recalled), false, false, false, false),
        ] {
            let it = with(appeal);
            assert_eq!(it.mutes(), mutes, "{appeal:?}");
            assert_eq!(it.takes_appeal(), appeals, "{appeal:?}");
            assert_eq!(it.takes_decision(Upheld), upheld, "{appeal:?}");
            assert_eq!(it.takes_decision(Mistake), mistake, "{appeal:?}");
            assert!(!it.takes_decision(Asked) && !it.takes_decision(Recalled));
        }
    }
}
