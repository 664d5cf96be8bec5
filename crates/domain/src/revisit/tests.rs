//! What is shown of second thoughts, and which question is asked again.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::round::Unlinked;
use crate::seminar::Reveal;
use crate::{Answer, AnswerId, ChannelId, MemberId, Round, RoundNumber, RoundState, Tally};

fn thought(mind: Mind, passage: Option<&str>) -> SecondThought {
    SecondThought { mind, passage: passage.map(str::to_owned), reason: None }
}

#[test]
fn nothing_is_shown_of_fewer_than_five() {
    for count in 0..12 {
        let thoughts = vec![thought(Mind::Changed, Some("a-1")); count];
        assert_eq!(Moved::of(&thoughts).is_some(), count >= 5, "{count}");
    }
}

#[test]
fn minds_are_counted_and_passages_only_from_three_on() {
    use Mind::{Changed, Same, Somewhat};
    let thoughts = [
        thought(Same, Some("a-9")),
        thought(Changed, Some("a-1")),
        thought(Somewhat, Some("b-2")),
        thought(Changed, Some("b-2")),
        thought(Changed, Some("b-2")),
        thought(Somewhat, None),
    ];
    let named = |quote: &str, times| NamedPassage { quote: quote.to_owned(), times };
    let moved = Moved {
        same: 1,
        somewhat: 2,
        changed: 3,
        passages: vec![named("b-2", Some(3)), named("a-1", None)],
    };
    assert_eq!(Moved::of(&thoughts), Some(moved));
}

#[test]
fn a_revisit_is_due_at_its_time_and_never_after_its_end() {
    use RevisitState::{Closed, Open, Planned};
    let at = |second| Timestamp::from_second(second).unwrap();
    for (state, now, due) in [
        (Planned(at(60)), 59, false),
        (Planned(at(60)), 60, true),
        (Open(at(60)), 59, false),
        (Open(at(60)), 99, true),
        (Closed, 99, false),
    ] {
        let revisit = Revisit { round: RoundId(1), seminar: SeminarId(1), state };
        assert_eq!(revisit.is_due(at(now)), due, "{state:?} {now}");
    }
}

fn any_thought() -> impl Strategy<Value = SecondThought> {
    let mind = prop::sample::select(Mind::ALL.to_vec());
    let passage = prop::option::of(prop::sample::select(vec!["a-1", "b-2", "c-3"]));
    (mind, passage).prop_map(|(mind, passage)| thought(mind, passage))
}

proptest! {
    #[test]
    fn what_is_shown_tells_neither_order_nor_a_small_count(
        thoughts in prop::collection::vec(any_thought(), 0..20),
    ) {
        let shown = Moved::of(&thoughts);
        let mut other = thoughts.clone();
        other.reverse();
        prop_assert_eq!(&shown, &Moved::of(&other));
        if let Some(moved) = shown {
            prop_assert_eq!(moved.answers(), thoughts.len());
            prop_assert!(moved.answers() >= LEAST_ANSWERS);
            let moved_at_all = moved.somewhat + moved.changed;
            for passage in &moved.passages {
                prop_assert!(passage.times.is_none_or(|it| (LEAST_NAMED..=moved_at_all).contains(&it)));
            }
        }
    }
}

/// A round with that many answers, of which each has a tally.
fn round(number: i64, answers: i64, tally: Tally) -> RoundDetails {
    let answer = |id: i64| Answer {
        id: AnswerId(id),
        by: Some((MemberId(id), format!("member {id}"))),
        text: "So.".to_owned(),
        answered_at: Some(Timestamp::UNIX_EPOCH),
        edited_at: None,
        part: Part::Own,
        stance: None,
        pair: None,
        shown: true,
        source: None,
    };
    let round = Round {
        id: RoundId(number),
        number: RoundNumber(number),
        place: ChannelId(1),
        home: ChannelId(1),
        asker: MemberId(1),
        question: None,
        text: "Who rules?".to_owned(),
        theme: None,
        quotes: Vec::new(),
        state: RoundState::Closed,
        posed_at: Timestamp::UNIX_EPOCH,
        closed_at: Some(Timestamp::UNIX_EPOCH),
        named: 0,
        withdrawn: 0,
        anonymous: 0,
        seminar: Some(SeminarId(1)),
        reveal: Reveal::Sealed,
        reveal_at: None,
        awaited: 0,
        part: Part::Own,
        problem: None,
        about: None,
        takes_anonymous: true,
        unlinked: Unlinked::default(),
    };
    let tallies: HashMap<_, _> = (1..=answers).map(|id| (AnswerId(id), tally)).collect();
    RoundDetails { responses: (1..=answers).map(answer).collect(), tallies, ..round.into() }
}

#[test]
fn the_question_on_which_minds_parted_most_is_put_again() {
    let tally = |agree, disagree| Tally { agree, pass: 0, disagree };
    let none = Tally::default();
    for (rounds, chosen) in [
        (vec![], None),
        (vec![round(1, 0, none)], None),
        // Nothing was rated: the most answers, and the earliest of equals.
        (vec![round(1, 2, none), round(2, 4, none), round(3, 4, none)], Some(2)),
        // Opinions differ on one.
        (vec![round(1, 5, tally(4, 0)), round(2, 5, tally(2, 2)), round(3, 5, none)], Some(2)),
        // Where none is split, the one with more disagreement; too few opinions do not count.
        (vec![round(1, 4, tally(3, 1)), round(2, 4, tally(4, 0))], Some(1)),
        (vec![round(1, 3, tally(0, 2)), round(2, 4, none)], Some(2)),
    ] {
        let found = furthest_apart(&rounds).map(|it| it.round.number.0);
        assert_eq!(found, chosen, "{rounds:#?}");
    }
}
