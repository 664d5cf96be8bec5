//! What a close offers, and the clock.

use jiff::Timestamp;

use super::super::{Ending, Part, Round, RoundDetails, RoundState, Unlinked};
use crate::seminar::Reveal;
use crate::statement::{Objection, StatementState, Version};
use crate::{ChannelId, MemberId, ObjectionId, RoundId, RoundNumber, Statement, StatementId};

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
        about: None,
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
