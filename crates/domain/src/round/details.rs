//! All that is to be shown of a round, and what follows from it.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::super::moderation::{Kind, TakeDown};
use super::super::revisit::Outcome;
use super::super::seminar::Reveal;
use super::super::statement::{StatementState, Verdict};
use super::super::{AnswerId, Seminar, Statement, Tally};
use super::{Answer, Ending, Part, Round, RoundState};

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
    /// Whether there are answers and nothing that changes with them: a roster, a statement's quorum,
    /// what others thought of them.
    #[must_use]
    pub fn has_answers_alone(&self) -> bool {
        let Self { round: _, seminar, responses: _, tallies, statement, taken_down, revisited } =
            self;
        let discussed = !tallies.is_empty() || statement.is_some() || revisited.is_some();
        seminar.is_none() && taken_down.is_empty() && !discussed
    }

    /// A round that has nothing but these answers.
    #[must_use]
    pub fn of_answers(round: Round, responses: Vec<Answer>) -> Self {
        let in_part = responses.iter().filter(|answer| answer.part == round.part);
        let (named, anonymous): (Vec<_>, Vec<_>) = in_part.partition(|answer| answer.by.is_some());
        let round = Round { named: named.len(), anonymous: anonymous.len(), ..round };
        Self { responses, ..Self::from(round) }
    }

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
