use super::*;

/// A seminar whose first questions were posed in rounds of their own.
fn seminar(questions: i64, posed: i64) -> Seminar {
    let item = |number| Item {
        id: ItemId(number),
        question: None,
        problem: None,
        text: format!("Question {number}?"),
        theme: None,
        minutes: None,
        round: (number <= posed).then_some(RoundId(number)),
    };
    Seminar {
        id: SeminarId(1),
        number: SeminarNumber(1),
        place: ChannelId(1),
        kind: ChannelKind::Channel,
        title: "On power".to_owned(),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: None,
        themes: Vec::new(),
        work: None,
        plan: None,
        opener: MemberId(1),
        facilitator: Some((MemberId(1), "Ana".to_owned())),
        lot: false,
        state: SeminarState::Open,
        agenda: (1..=questions).map(item).collect(),
        roster: Vec::new(),
        unnamed: 0,
        perhaps_unnamed: 0,
        queue: Queue::default(),
        meeting: None,
        made_at: Timestamp::UNIX_EPOCH,
        stepped_at: Timestamp::UNIX_EPOCH,
        closed_at: None,
    }
}

#[test]
fn a_question_moves_among_those_that_wait() {
    for (posed, moving, step, order) in [
        (0, 2, Move::Up, [2, 1, 3, 4]),
        (0, 2, Move::Down, [1, 3, 2, 4]),
        (0, 1, Move::Up, [1, 2, 3, 4]),
        (0, 4, Move::Down, [1, 2, 3, 4]),
        // What was posed stays where it is.
        (2, 3, Move::Up, [1, 2, 3, 4]),
        (2, 3, Move::Down, [1, 2, 4, 3]),
        (2, 1, Move::Down, [1, 2, 3, 4]),
        (0, 9, Move::Up, [1, 2, 3, 4]),
    ] {
        let moved = seminar(4, posed).agenda_with(ItemId(moving), step);
        assert_eq!(moved, order.map(ItemId), "{posed} posed, {moving} {step:?}");
    }
}

#[test]
fn the_lot_is_drawn_for_each_round_and_for_the_first_only_once() {
    for (lot, posed, drawn, facilitated, draws) in [
        (false, 0, false, true, false),
        (true, 0, false, true, true),
        (true, 0, true, true, false),
        (true, 0, true, false, true),
        (true, 1, true, true, true),
        (true, 1, false, true, true),
    ] {
        let mut it = Seminar { lot, ..seminar(3, posed) };
        it.facilitator = it.facilitator.filter(|_| facilitated);
        let said = format!("{lot} {posed} {drawn} {facilitated}");
        assert_eq!(it.draws_for_next(drawn), draws, "{said}");
    }
}

#[test]
fn a_seminar_is_left_a_day_after_the_last_step() {
    let at = |hours: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
    for (state, hours, left) in [
        (SeminarState::Open, 23, false),
        (SeminarState::Open, 24, true),
        (SeminarState::Draft, 48, false),
        (SeminarState::Closed, 48, false),
    ] {
        let it = Seminar { state, ..seminar(3, 1) };
        assert_eq!(it.is_left(at(hours)), left, "{state:?} {hours}");
    }
}

#[test]
fn an_agenda_keeps_its_time_unless_answers_are_hidden_for_longer() {
    for (planned, hidden, length) in [
        ([Some(5), Some(20)], None, Some(25)),
        ([Some(5), Some(20)], Some(5), Some(25)),
        ([Some(5), Some(20)], Some(6), None),
        ([None, Some(20)], Some(10), Some(20)),
        ([None, None], Some(10), None),
    ] {
        let mut it = Seminar { minutes: hidden, ..seminar(2, 0) };
        for (item, minutes) in it.agenda.iter_mut().zip(planned) {
            item.minutes = minutes;
        }
        assert_eq!(it.length(), length, "{planned:?} {hidden:?}");
    }
}

#[test]
fn only_an_open_seminar_awaits_its_first_round() {
    let draft = Seminar { state: SeminarState::Draft, ..seminar(3, 0) };
    assert!(seminar(3, 0).awaits_first_round());
    assert!(!seminar(3, 1).awaits_first_round() && !draft.awaits_first_round());
}

#[test]
fn a_recall_counts_if_it_is_about_the_facilitator_and_by_another_who_takes_part() {
    let (ana, ben, cleo) = (MemberId(1), MemberId(2), MemberId(3));
    for (by, of, takes_part, counts) in [
        (ben, ana, true, true),
        (ben, ana, false, false),
        (ana, ana, true, false),
        (ben, cleo, true, false),
    ] {
        let counted = seminar(1, 0).counts_recall(by, of, takes_part);
        assert_eq!(counted, counts, "{by} {of} {takes_part}");
    }
}

#[test]
fn the_first_question_that_was_not_posed_is_the_next() {
    for (posed, item, next) in
        [(0, 1, true), (0, 2, false), (1, 1, false), (1, 2, true), (2, 2, false), (2, 9, false)]
    {
        assert_eq!(seminar(2, posed).asks_next(ItemId(item)), next, "{posed} {item}");
    }
}
