//! Who is awaited, and what an answer shows.

use jiff::Timestamp;

use super::super::{Part, Round, RoundDetails, RoundState, Unlinked};
use crate::seminar::{Format, Queue, Reveal, SeminarState};
use crate::{
    ChannelId, ChannelKind, MemberId, RoundId, RoundNumber, Seminar, SeminarId, SeminarNumber,
};

fn round(state: RoundState, reveal: Reveal) -> Round {
    Round {
        id: RoundId(1),
        number: RoundNumber(1),
        place: ChannelId(10),
        home: ChannelId(10),
        asker: MemberId(1),
        question: None,
        text: "Who rules?".to_owned(),
        theme: None,
        quotes: Vec::new(),
        state,
        posed_at: Timestamp::UNIX_EPOCH,
        closed_at: None,
        named: 0,
        anonymous: 0,
        withdrawn: 0,
        seminar: Some(SeminarId(1)),
        reveal,
        reveal_at: None,
        awaited: 2,
        part: Part::Own,
        problem: None,
        about: None,
        takes_anonymous: true,
        unlinked: Unlinked::default(),
    }
}

/// A seminar with this many unnamed participants.
fn seminar(unnamed: usize) -> Seminar {
    Seminar {
        id: SeminarId(1),
        number: SeminarNumber(1),
        place: ChannelId(10),
        kind: ChannelKind::Channel,
        title: "Power".to_owned(),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: None,
        themes: Vec::new(),
        work: None,
        plan: None,
        opener: MemberId(1),
        facilitator: None,
        lot: false,
        state: SeminarState::Open,
        agenda: Vec::new(),
        roster: Vec::new(),
        unnamed,
        perhaps_unnamed: 0,
        queue: Queue::default(),
        meeting: None,
        made_at: Timestamp::UNIX_EPOCH,
        stepped_at: Timestamp::UNIX_EPOCH,
        closed_at: None,
    }
}

#[test]
fn the_last_awaited_answer_completes_a_sealed_round() {
    use Reveal::{Live, Sealed};
    use RoundState::{Closed, Open, Revealed};
    // How many take part and were awaited, the answers by name and without, and whether that is all.
    for (state, reveal, size, awaited, (named, anonymous), complete) in [
        (Open, Sealed, 3, 3, (2, 1), true),
        (Open, Sealed, 3, 3, (3, 1), true),
        (Open, Sealed, 3, 3, (2, 0), false),
        (Open, Sealed, 4, 3, (2, 1), false),
        (Open, Sealed, 1, 1, (1, 0), false),
        (Open, Live, 3, 3, (2, 1), false),
        (Revealed, Sealed, 3, 3, (2, 1), false),
        (Closed, Sealed, 3, 3, (2, 1), false),
    ] {
        let round = Round { awaited, named, anonymous, ..round(state, reveal) };
        let alone = RoundDetails::from(round);
        let it = RoundDetails { seminar: Some(seminar(size)), ..alone.clone() };
        assert_eq!(it.all_have_answered(), complete, "{:?} of {size}", it.round);
        assert!(!alone.all_have_answered(), "outside a seminar nobody is awaited");
    }
}

#[test]
fn only_a_named_answer_after_the_reveal_is_shown_at_once() {
    use Reveal::{Live, Sealed};
    use RoundState::{Closed, Open, Revealed};
    for (state, reveal, named, at_once) in [
        (Revealed, Sealed, true, true),
        (Revealed, Sealed, false, false),
        (Open, Sealed, true, false),
        (Closed, Sealed, true, false),
        (Revealed, Live, true, false),
    ] {
        assert_eq!(round(state, reveal).shows_at_once(named), at_once, "{state:?} {reveal:?}");
    }
}
