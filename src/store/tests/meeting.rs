//! A seminar that is under way, for the tests of its queue and its facilitation.

use super::super::{Ending, Joiner, NewItem, NewSeminar, NextRound, Within};
use super::*;
use domain::seminar::{Format, Reveal};
use domain::{ChannelKind, Part, Seminar, SeminarId};

pub(super) const CLEO: MemberId = MemberId(102);
pub(super) const DAN: MemberId = MemberId(103);

/// A seminar of three questions that ana facilitates.
pub(super) async fn begun(harness: &StoreHarness, server: ServerId) -> SeminarId {
    let item = |text: &str| NewItem {
        question: None,
        problem: None,
        text: text.to_owned(),
        theme: Some("power".to_owned()),
        minutes: None,
    };
    let new = NewSeminar {
        place: PLACE,
        kind: ChannelKind::Channel,
        request: RequestId(800),
        title: "On power".to_owned(),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: None,
        themes: Vec::new(),
        work: None,
        plan: None,
        opener: ANA,
        name: "member 100".to_owned(),
        agenda: ["Who rules?", "Who should?", "Who will?"].map(item).to_vec(),
        meeting: None,
        now: at(0),
    };
    let drafted = harness.change(server, async |tx| tx.draft_seminar(new).await).await.id;
    harness.change(server, async |tx| tx.start_seminar(drafted, at(0)).await).await.unwrap();
    drafted
}

pub(super) fn joiner(member: MemberId, now: i64) -> Joiner {
    Joiner {
        member,
        name: format!("member {member}"),
        eligible: true,
        anonymous: false,
        stances: Vec::new(),
        now: at(now),
        seed: u64::try_from(member.0 * 1_000 + now).unwrap(),
    }
}

pub(super) async fn joins(harness: &StoreHarness, id: SeminarId, members: &[MemberId]) {
    for member in members {
        join(harness, HERE, id, joiner(*member, 1)).await;
    }
}

/// Somebody who takes part without their name.
pub(super) async fn joins_unnamed(harness: &StoreHarness, id: SeminarId, member: MemberId) {
    let joiner = Joiner { anonymous: true, ..joiner(member, 1) };
    join(harness, HERE, id, joiner).await;
}

pub(super) async fn join(harness: &StoreHarness, server: ServerId, id: SeminarId, joiner: Joiner) {
    harness.change(server, async |tx| tx.join_seminar(id, &joiner).await).await.unwrap();
}

pub(super) async fn load(harness: &StoreHarness, id: SeminarId) -> Seminar {
    harness.read(HERE).seminar(id).await.unwrap().unwrap()
}

/// Poses the next question.
pub(super) async fn goes_on(harness: &StoreHarness, id: SeminarId, request: i64) -> Seminar {
    let seminar = load(harness, id).await;
    let within = Within {
        seminar: id,
        reveal: Reveal::Sealed,
        reveal_at: None,
        awaited: 0,
        part: Part::Own,
        problem: None,
    };
    let next = NextRound {
        seminar: id,
        item: seminar.upcoming().unwrap().id,
        round: NewRound { within: Some(within), ..round(request) },
        stances: Vec::new(),
        ending: Ending::Without,
        seed: u64::try_from(request).unwrap(),
    };
    let posed = harness.change(HERE, async |tx| tx.next_round(next).await).await.unwrap();
    posed.details.seminar.unwrap()
}

pub(super) async fn closes(harness: &StoreHarness, id: SeminarId) {
    let close = async |tx: &mut ServerTx| tx.close_seminar(id, Ending::Without, at(90)).await;
    harness.change(HERE, close).await.unwrap();
}
