//! A seminar with a date, and what is said of it.

use std::sync::LazyLock;

use domain::meeting::{LocalTime, Meeting, MeetingState, Opening};
use domain::seminar::{Format, Item, Queue, Reveal, SeminarState};
use domain::{ChannelId, ChannelKind, Corpus, ItemId, MemberId, Seminar, SeminarId, SeminarNumber};
use insta::assert_snapshot;
use jiff::Timestamp;

use super::super::super::Effect;
use super::*;

pub(super) static BOOK: LazyLock<Corpus> =
    LazyLock::new(|| crate::corpus_source::corpus(None).unwrap());

/// On Thursday, 3 December 2026, at 19:00 in Paris.
pub(super) fn seminar() -> Seminar {
    let made_at: Timestamp = "2026-11-26T12:00:00Z".parse().unwrap();
    let item = Item {
        id: ItemId(1),
        question: None,
        problem: None,
        text: "Who rules?".to_owned(),
        theme: Some("power".to_owned()),
        minutes: Some(90),
        round: None,
    };
    Seminar {
        id: SeminarId(7),
        number: SeminarNumber(3),
        place: ChannelId(10),
        kind: ChannelKind::Channel,
        title: "Power".to_owned(),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: None,
        themes: vec!["power".to_owned()],
        work: None,
        plan: None,
        opener: MemberId(1),
        facilitator: Some((MemberId(1), "fay".to_owned())),
        lot: false,
        state: SeminarState::Draft,
        agenda: vec![item],
        roster: Vec::new(),
        unnamed: 0,
        perhaps_unnamed: 0,
        queue: Queue::default(),
        meeting: Some(Meeting {
            at: LocalTime {
                date: "2026-12-03".parse().unwrap(),
                time: "19:00".parse().unwrap(),
                timezone: "Europe/Paris".to_owned(),
            },
            starts_at: "2026-12-03T18:00:00Z".parse().unwrap(),
            minutes: 90,
            opening: Opening::Asks,
            state: MeetingState::Planned,
            revision: 0,
            coming: Vec::new(),
        }),
        made_at,
        stepped_at: made_at,
        closed_at: None,
    }
}

/// With so many who come.
fn expecting(count: i64) -> Seminar {
    let mut it = seminar();
    let coming = (0..count).map(|id| (MemberId(100 + id), format!("reader{id}")));
    it.meeting.as_mut().unwrap().coming = coming.collect();
    it
}

#[test]
fn the_announcement_says_when_and_what_and_hides_the_questions() {
    let it = seminar();
    let card = announcement(&BOOK, &it, it.meeting.as_ref().unwrap());
    assert_snapshot!(card.plain(), @"
    # Meeting: Power
    2026-12-03T18:00:00Z (2026-12-03T18:00:00Z) · 90 minutes
    Agreed on: Thu 3 Dec 2026 19:00 Europe/Paris
    1 question on Power · 90 minutes
    Facilitated by fay.
    The facilitator starts it then.
    Will you come? I remind those who say so one hour before.
    (Seminar 3)
    [I'll come] seminar come seminar:3
    [Calendar file] seminar calendar seminar:3
    ");
    assert!(!card.plain().contains("Who rules"));
}

#[test]
fn a_reminder_calls_those_who_come_each_once_and_nobody_else() {
    let others = vec![(MemberId(101), "reader1".to_owned()), (MemberId(300), "zoe".to_owned())];
    let Some(Effect::Remind { card, until, .. }) = reminder(&expecting(2), &others) else {
        panic!("nobody is reminded");
    };
    assert_snapshot!(card.plain(), @"
    !reader0
    !reader1
    !zoe
    Power starts 2026-12-03T18:00:00Z. 3 people have said that they will come.
    (Seminar 3)
    [I can't come] seminar come seminar:3 not:true
    ");
    assert_eq!(until.to_string(), "2026-12-03T18:00:00Z");
    assert_eq!(card.pinged().count(), 3);
}

#[test]
fn nobody_is_called_if_nobody_comes_or_a_crowd_does() {
    assert_eq!(reminder(&expecting(0), &[]), None);
    let Some(Effect::Remind { card, .. }) = reminder(&expecting(51), &[]) else {
        panic!("nobody is reminded");
    };
    assert_eq!(card.pinged().count(), 0);
    assert_snapshot!(card.plain(), @"
    Power starts 2026-12-03T18:00:00Z. 51 people have said that they will come.
    More than 50 come, so I call nobody by name.
    (Seminar 3)
    [I can't come] seminar come seminar:3 not:true
    ");
}

#[test]
fn an_event_fits_discords_limits_whatever_the_seminar_is_called() {
    let mut it = seminar();
    it.title = "Ω".repeat(300);
    it.agenda = vec![it.agenda[0].clone(); 40];
    let effects = planned_effects(&BOOK, &it);
    let [_, Effect::Event { event }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(event.name.chars().count() <= 100 && event.description.chars().count() <= 1_000);
    assert_eq!(event.mark(), "Seminar 3");
}
