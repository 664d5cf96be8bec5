//! A seminar: a meeting of a group in one place, with an agenda of questions and a roster.

pub mod agenda;
pub mod deal;
mod free;
pub mod lot;
pub mod queue;
pub mod session;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use self::queue::{Asker, Queue};
use super::{
    ChannelId, ChannelKind, ItemId, Meeting, MemberId, Round, RoundDetails, RoundId, SeminarId,
    SeminarNumber,
};

/// A facilitator who has taken no step for this long may be away.
const LEFT_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seminar {
    /// Its key.
    pub id: SeminarId,
    /// Its number in its server.
    pub number: SeminarNumber,
    /// The channel, thread or forum it meets in.
    pub place: ChannelId,
    /// What that is.
    pub kind: ChannelKind,
    /// What it is called.
    pub title: String,
    /// How its rounds go.
    pub format: Format,
    /// When answers are shown.
    pub reveal: Reveal,
    /// After how many minutes they are shown by themselves.
    pub minutes: Option<u32>,
    /// How many must vote on a statement; `None`: more than half.
    pub quorum: Option<u32>,
    /// The ids of the themes that its questions are drawn from.
    pub themes: Vec<String>,
    /// The id of the work that it is about.
    pub work: Option<String>,
    /// The id of the session plan that it follows.
    pub plan: Option<String>,
    /// Who opened it.
    pub opener: MemberId,
    /// Who facilitates, with the name they go by; `None` until somebody volunteers.
    pub facilitator: Option<(MemberId, String)>,
    /// Whether the facilitator is drawn by lot, anew for each round.
    pub lot: bool,
    /// How far it is.
    pub state: SeminarState,
    /// What it asks, in order.
    pub agenda: Vec<Item>,
    /// Who takes part by name, in the order in which they joined.
    pub roster: Vec<Participant>,
    /// How many others take part in the round at hand without a name; once it is closed, how many
    /// did in the round that had the most.
    pub unnamed: usize,
    /// How many without a name may be among those who joined by name meanwhile.
    pub perhaps_unnamed: usize,
    /// Whose turn it is to speak.
    pub queue: Queue,
    /// When it meets, if it has a date.
    pub meeting: Option<Meeting>,
    /// When it was drafted.
    pub made_at: Timestamp,
    /// When its facilitator last took it a step on: started it, posed a question, revealed answers,
    /// or took it up.
    pub stepped_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// How far a seminar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeminarState {
    /// Only its facilitator sees it.
    Draft,
    /// It has started.
    Open,
    /// It is over: nothing changes any more.
    Closed,
}

/// How the rounds of a seminar go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Everybody answers for themselves.
    Plain,
    /// Everybody first argues a stance that they were dealt, then answers for themselves.
    Debate,
}

/// When answers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reveal {
    /// All at once, when everybody has had the time to think for themselves.
    Sealed,
    /// The named ones as they come, the others at the end.
    #[default]
    Live,
}

/// Where a question of an agenda moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One place earlier.
    Up,
    /// One place later.
    Down,
}

/// One question of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub id: ItemId,
    /// Its id in the book, that of a question or of a prompt, unless it is in the facilitator's own
    /// words.
    pub question: Option<String>,
    /// The problem that it debates: its id in the book.
    pub problem: Option<String>,
    /// The question.
    pub text: String,
    /// The id of its theme.
    pub theme: Option<String>,
    /// How long it may take.
    pub minutes: Option<u16>,
    /// The round in which it was posed.
    pub round: Option<RoundId>,
}

/// Who takes part by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub member: MemberId,
    /// The name they go by.
    pub name: String,
    /// When they joined.
    pub joined_at: Timestamp,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// Whether they would.
    pub volunteers: bool,
    /// How many turns they took in the queue.
    pub spoken: usize,
    /// The round in which they joined while others took part without a name, of whom they may be
    /// one.
    pub joined_among_unnamed: Option<RoundId>,
}

/// The round before, as it was and as it is, if it was closed to go on.
pub type Ended = Option<(RoundDetails, RoundDetails)>;

/// A seminar before and after one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeminarChange {
    /// As it was.
    pub was: Seminar,
    /// As it is.
    pub now: Seminar,
    /// The round that it is at, if a question was posed.
    pub round: Option<Round>,
}

impl SeminarChange {
    /// Whether anything changed.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.was != self.now
    }

    /// Whether another facilitates, or nobody any more.
    #[must_use]
    pub fn passed_on(&self) -> bool {
        let who = |seminar: &Seminar| seminar.facilitator.as_ref().map(|(member, _)| *member);
        who(&self.was) != who(&self.now)
    }
}

impl Seminar {
    /// How many take part, and are waited for. Nobody counts twice: who joins by name while others
    /// take part without one is taken for one of these until they answer by name, whoever they are.
    #[must_use]
    pub fn size(&self) -> usize {
        self.roster.len() + self.unnamed
    }

    /// Whether a member facilitates.
    #[must_use]
    pub fn facilitated_by(&self, member: MemberId) -> bool {
        self.facilitator.as_ref().is_some_and(|(facilitator, _)| *facilitator == member)
    }

    /// Whether it goes on and its facilitator has taken no step for a day, or is not there when it is to
    /// start: then it should not depend on them.
    #[must_use]
    pub fn is_left(&self, now: Timestamp) -> bool {
        let missed = |date: &Meeting| date.starts_at <= now || self.facilitator.is_none();
        match self.state {
            SeminarState::Open => now.duration_since(self.stepped_at) >= LEFT_AFTER,
            SeminarState::Draft => self.meeting.as_ref().is_some_and(missed),
            SeminarState::Closed => false,
        }
    }

    /// Whether it has not started and everybody knows when it will.
    #[must_use]
    pub fn is_announced(&self) -> bool {
        self.state == SeminarState::Draft && self.meeting.is_some()
    }

    /// Who takes part by name and is this member.
    #[must_use]
    pub fn participant(&self, member: MemberId) -> Option<&Participant> {
        self.roster.iter().find(|participant| participant.member == member)
    }

    /// Whether a member's wish for another facilitator counts: they take part, and it is about the
    /// one who facilitates now and is not themselves.
    #[must_use]
    pub fn counts_recall(&self, by: MemberId, of: MemberId, takes_part: bool) -> bool {
        takes_part && by != of && self.facilitated_by(of)
    }

    /// How many must want another facilitator: more than half of those who take part.
    #[must_use]
    pub fn recalls_needed(&self) -> usize {
        self.size() / 2 + 1
    }

    /// The first question that has not been posed.
    #[must_use]
    pub fn upcoming(&self) -> Option<&Item> {
        self.agenda.iter().find(|item| item.round.is_none())
    }

    /// Whether a question is the next to be posed.
    #[must_use]
    pub fn asks_next(&self, item: ItemId) -> bool {
        self.upcoming().is_some_and(|upcoming| upcoming.id == item)
    }

    /// The question posed last.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.agenda.iter().rfind(|item| item.round.is_some())
    }

    /// The question at hand in a debate: the one posed last, or before that the first to come.
    #[must_use]
    pub fn debated(&self) -> Option<&Item> {
        self.current().or_else(|| self.upcoming()).filter(|item| item.problem.is_some())
    }

    /// Whether it is open and has posed no question yet.
    #[must_use]
    pub fn awaits_first_round(&self) -> bool {
        self.state == SeminarState::Open && self.rounds().next().is_none()
    }

    /// Whether the facilitator of the next round is to be drawn by lot; `drawn`: that was done
    /// already for the first one.
    #[must_use]
    pub fn draws_for_next(&self, drawn: bool) -> bool {
        let first = self.rounds().next().is_none();
        self.lot && !(drawn && first && self.facilitator.is_some())
    }

    /// The order of the agenda once a question has moved. What was posed comes first and stays; a
    /// question that cannot move that way stays too.
    #[must_use]
    pub fn agenda_with(&self, moving: ItemId, step: Move) -> Vec<ItemId> {
        let ids = |posed: bool| {
            let items = self.agenda.iter().filter(move |item| item.round.is_some() == posed);
            items.map(|item| item.id).collect::<Vec<_>>()
        };
        let mut waiting = ids(false);
        if let Some(index) = waiting.iter().position(|item| *item == moving) {
            let other = match step {
                Move::Up => index.checked_sub(1),
                Move::Down => Some(index + 1).filter(|index| *index < waiting.len()),
            };
            other.into_iter().for_each(|other| waiting.swap(index, other));
        }
        [ids(true), waiting].concat()
    }

    /// Whether its questions take the minutes that the agenda has for them: not if the answers to
    /// one may stay hidden for longer than that.
    #[must_use]
    pub fn keeps_time(&self) -> bool {
        let hidden = self.minutes.unwrap_or(0);
        self.agenda.iter().filter_map(|item| item.minutes).all(|it| hidden <= u32::from(it))
    }

    /// How long the agenda takes in all; `None` if no question says, or the group does not keep to
    /// it.
    #[must_use]
    pub fn length(&self) -> Option<u16> {
        let minutes = self.agenda.iter().filter_map(|item| item.minutes);
        minutes.reduce(u16::saturating_add).filter(|_| self.keeps_time())
    }

    /// The rounds so far, in order.
    pub fn rounds(&self) -> impl Iterator<Item = RoundId> {
        self.agenda.iter().filter_map(|item| item.round)
    }

    /// How many must vote on a statement before it is adopted: what was set, or more than half of
    /// those who take part, and never one alone.
    #[must_use]
    pub fn quorum(&self) -> usize {
        let set = self.quorum.and_then(|quorum| usize::try_from(quorum).ok());
        set.unwrap_or(self.size() / 2 + 1).max(2)
    }
}

#[cfg(test)]
mod tests;
