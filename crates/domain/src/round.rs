//! Rounds and answers: what was asked, and what members answered.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::moderation::{Kind, TakeDown};
use super::revisit::Outcome;
use super::seminar::Reveal;
use super::statement::{StatementState, Verdict};
use super::{
    Address, AnswerId, ChannelId, MemberId, RoundId, RoundNumber, Seminar, SeminarId, Statement,
    Tally,
};

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

/// Everything that is to be shown of one round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundDetails {
    /// The round.
    pub round: Round,
    /// The seminar that it is a round of.
    pub seminar: Option<Seminar>,
    /// All its answers, in the order of their random numbers, which is not that in which they
    /// came.
    pub responses: Vec<Answer>,
    /// What members think of each.
    pub tallies: HashMap<AnswerId, Tally>,
    /// The group's statement, if one was proposed.
    pub statement: Option<Statement>,
    /// What facilitators took down in it, the oldest first.
    pub taken_down: Vec<TakeDown>,
    /// What came of asking its question again, if it was and that is over.
    pub revisited: Option<Outcome>,
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
            taken_down: Vec::new(),
            revisited: None,
        }
    }
}

impl RoundDetails {
    /// The answers that are revealed.
    pub fn shown(&self) -> impl Iterator<Item = &Answer> {
        self.responses.iter().filter(|answer| answer.shown)
    }

    /// The answers of one part that were taken down, as far as they were among the revealed ones.
    pub fn taken_from_page(&self, part: Part) -> impl Iterator<Item = &TakeDown> {
        self.taken_answers().filter(move |it| it.shown && it.part == part)
    }

    /// The answers that were taken down.
    pub fn taken_answers(&self) -> impl Iterator<Item = &TakeDown> {
        self.taken_down.iter().filter(|it| it.kind == Kind::Answer)
    }

    /// The answer of a number, if all can read it.
    #[must_use]
    pub fn readable(&self, id: AnswerId) -> Option<&Answer> {
        self.responses.iter().find(|answer| answer.id == id && self.round.shows(answer))
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

    /// How many who take part have not answered yet, while all are awaited.
    #[must_use]
    pub fn still_awaited(&self) -> usize {
        let size = self.seminar.as_ref().map_or(0, Seminar::size);
        size.saturating_sub(self.round.named + self.round.anonymous)
    }

    /// Whether a statement can be proposed: in a seminar when all have read the answers,
    /// outside of one at any time.
    #[must_use]
    pub fn takes_statement(&self) -> bool {
        match self.round.state {
            RoundState::Open => self.round.seminar.is_none(),
            RoundState::Revealed => true,
            RoundState::Closed => false,
        }
    }

    /// When the next part is revealed by itself, if this one is revealed now: members get the same
    /// time for their own view as they had to argue.
    #[must_use]
    pub fn next_reveal_at(&self, now: Timestamp) -> Option<Timestamp> {
        let minutes = self.seminar.as_ref()?.minutes?;
        now.checked_add(SignedDuration::from_mins(i64::from(minutes))).ok()
    }

    /// The choice that closing the round offers: none, unless a statement is proposed that
    /// is not agreed on.
    #[must_use]
    pub fn endings(&self) -> &'static [Ending] {
        let proposed = |it: &&Statement| it.state == StatementState::Proposed;
        match self.statement.as_ref().filter(proposed) {
            None => &[],
            Some(it) if it.verdict() == Verdict::Agreed => &[],
            Some(it) if it.outweighs() => &[Ending::OverObjections, Ending::Without],
            Some(_) => &[Ending::Without],
        }
    }

    /// Whether the round can be closed with what was chosen; it may have been chosen when something
    /// else was possible.
    #[must_use]
    pub fn may_close(&self, chosen: Option<Ending>) -> bool {
        let endings = self.endings();
        endings.is_empty() || chosen.is_some_and(|chosen| endings.contains(&chosen))
    }

    /// Whether members can still answer.
    #[must_use]
    pub fn takes_answers(&self) -> bool {
        self.round.state != RoundState::Closed
    }
}

#[cfg(test)]
mod tests {
    use super::super::statement::{Objection, Version};
    use super::super::{ObjectionId, StatementId};
    use super::*;

    fn round() -> Round {
        Round {
            id: RoundId(1),
            number: RoundNumber(1),
            place: ChannelId(1),
            home: ChannelId(1),
            asker: MemberId(1),
            question: None,
            text: "Who rules?".to_owned(),
            theme: None,
            quotes: Vec::new(),
            state: RoundState::Open,
            posed_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
            named: 0,
            anonymous: 0,
            withdrawn: 0,
            seminar: None,
            reveal: Reveal::Sealed,
            reveal_at: None,
            awaited: 0,
            part: Part::Own,
            problem: None,
            takes_anonymous: true,
            unlinked: Unlinked::default(),
        }
    }

    /// A statement for which three must vote.
    fn statement(state: StatementState, agree: usize, objections: usize) -> Statement {
        let objection = || Objection {
            id: ObjectionId(1),
            name: None,
            reason: "No.".to_owned(),
            taken_down: None,
            version: 1,
        };
        Statement {
            id: StatementId(1),
            round: RoundNumber(1),
            proposer: MemberId(1),
            versions: vec![Version {
                number: 1,
                text: "Nobody.".to_owned(),
                name: "Ana".to_owned(),
                made_at: Timestamp::UNIX_EPOCH,
            }],
            state,
            agree,
            aside: 0,
            objections: std::iter::repeat_with(objection).take(objections).collect(),
            quorum: 3,
        }
    }

    #[test]
    fn whoever_closes_a_round_chooses_only_where_the_statement_is_not_agreed_on() {
        use Ending::{OverObjections, Without};
        use StatementState::{Dropped, Proposed};
        for (proposed, endings) in [
            (None, &[] as &[Ending]),
            (Some(statement(Dropped, 0, 0)), &[]),
            (Some(statement(Proposed, 3, 0)), &[]),
            (Some(statement(Proposed, 1, 0)), &[Without]),
            (Some(statement(Proposed, 2, 2)), &[Without]),
            (Some(statement(Proposed, 2, 1)), &[OverObjections, Without]),
        ] {
            let details = RoundDetails { statement: proposed, ..round().into() };
            assert_eq!(details.endings(), endings, "{:?}", details.statement);
            let all = [None, Some(Without), Some(OverObjections)];
            for chosen in all {
                let may = endings.is_empty() || chosen.is_some_and(|it| endings.contains(&it));
                assert_eq!(details.may_close(chosen), may, "{chosen:?}");
            }
        }
    }

    #[test]
    fn answers_are_revealed_by_the_clock_once_and_in_time() {
        let at = |second| Timestamp::from_second(second).unwrap();
        for (state, reveal_at, now, due) in [
            (RoundState::Open, Some(60), 59, false),
            (RoundState::Open, Some(60), 60, true),
            (RoundState::Open, Some(60), 99, true),
            (RoundState::Open, None, 99, false),
            (RoundState::Revealed, Some(60), 99, false),
            (RoundState::Closed, Some(60), 99, false),
        ] {
            let round = Round { state, reveal_at: reveal_at.map(at), ..round() };
            assert_eq!(round.reveal_is_due(at(now)), due, "{state:?} {reveal_at:?} {now}");
        }
    }
}

#[cfg(test)]
#[path = "round_tests.rs"]
mod answering_tests;
