//! Who facilitates a seminar.

use super::meeting::{CLEO, DAN, begun, closes, goes_on, join, joiner, joins, joins_unnamed, load};
use super::*;
use crate::store::{Decision, Facilitation, Joiner, Recall, RecallOutcome, Settings};
use domain::SeminarId;
use domain::seminar::SeminarChange;

async fn volunteers(
    harness: &StoreHarness,
    id: SeminarId,
    member: MemberId,
    would: bool,
) -> SeminarChange {
    volunteers_as(harness, HERE, id, joiner(member, 2), would).await.unwrap()
}

async fn volunteers_as(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    joiner: Joiner,
    would: bool,
) -> Option<SeminarChange> {
    harness.change(server, async |tx| tx.volunteer(id, &joiner, would).await).await
}

async fn decides(
    harness: &StoreHarness,
    id: SeminarId,
    by: MemberId,
    what: Facilitation,
) -> SeminarChange {
    decides_in(harness, HERE, id, by, what).await.unwrap()
}

async fn decides_in(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    by: MemberId,
    what: Facilitation,
) -> Option<SeminarChange> {
    let decision = Decision { by: Some(by), what, seed: 3 };
    harness.change(server, async |tx| tx.decide_facilitator(id, decision).await).await
}

async fn recalls(
    harness: &StoreHarness,
    id: SeminarId,
    member: MemberId,
    of: MemberId,
) -> RecallOutcome {
    recalls_in(harness, HERE, id, Recall { member, of, back: false, over: None, seed: 4 })
        .await
        .unwrap()
}

async fn recalls_in(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    recall: Recall,
) -> Option<RecallOutcome> {
    harness.change(server, async |tx| tx.recall(id, recall).await).await
}

async fn has_recalled(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    member: MemberId,
) -> bool {
    harness.read(server).recalls(id, member).await.unwrap()
}

async fn facilitator(harness: &StoreHarness, id: SeminarId) -> Option<MemberId> {
    load(harness, id).await.facilitator.map(|(member, _)| member)
}

#[tokio::test]
async fn who_volunteers_joins_and_facilitates_where_nobody_does() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    let step = volunteers(&harness, id, BEN, true).await;
    assert!(step.now.participant(BEN).unwrap().volunteers && !step.passed_on());
    assert!(!volunteers(&harness, id, BEN, true).await.changed());
    assert!(!volunteers(&harness, id, BEN, false).await.now.participant(BEN).unwrap().volunteers);
    // Who would not does not join either.
    let not = volunteers(&harness, id, CLEO, false).await;
    assert!(!not.changed());
    assert_eq!(not.now.participant(CLEO), None);
    let barred = Joiner { eligible: false, ..joiner(CLEO, 2) };
    let not = volunteers_as(&harness, HERE, id, barred, true).await.unwrap();
    assert!(!not.changed());
    assert_eq!(not.now.participant(CLEO), None);
    // He alone takes part, and nobody else may.
    let all = Settings { facilitators: Some(domain::RoleId(7)), ..Settings::default() };
    harness.change(HERE, async |tx| tx.change_settings(all).await).await;
    assert!(recalls(&harness, id, BEN, ANA).await.change.passed_on());
    assert_eq!(facilitator(&harness, id).await, None);
    let taken = volunteers(&harness, id, CLEO, true).await;
    assert!(taken.passed_on() && taken.now.facilitated_by(CLEO));
    assert!(!volunteers(&harness, id, DAN, true).await.passed_on());
}

#[tokio::test]
async fn the_lot_is_cast_once_before_the_first_round_and_then_for_each() {
    let mut harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    joins(&harness, id, &[BEN, CLEO]).await;
    volunteers(&harness, id, BEN, true).await;
    assert!(!decides(&harness, id, BEN, Facilitation::ByLot).await.changed());
    let step = decides(&harness, id, ANA, Facilitation::ByLot).await;
    assert!(step.now.lot && step.now.facilitated_by(BEN));
    // The same once more casts no other.
    let again = decides(&harness, id, BEN, Facilitation::ByLot).await;
    assert!(!again.changed());
    harness.reopen().await;
    volunteers(&harness, id, CLEO, true).await;
    assert!(goes_on(&harness, id, 1).await.facilitated_by(BEN));
    assert!(goes_on(&harness, id, 2).await.facilitated_by(CLEO));
    // The same request is the same round, and the same lot.
    assert_eq!(facilitator(&harness, id).await, Some(CLEO));
    let kept = decides(&harness, id, CLEO, Facilitation::Kept).await;
    assert!(!kept.now.lot);
    assert!(goes_on(&harness, id, 3).await.facilitated_by(CLEO));
}

#[tokio::test]
async fn a_lot_that_falls_on_nobody_changes_nothing() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    let step = decides(&harness, id, ANA, Facilitation::ByLot).await;
    assert!(step.changed() && !step.passed_on());
    assert!(goes_on(&harness, id, 1).await.facilitated_by(ANA));
    joins(&harness, id, &[BEN]).await;
    assert!(goes_on(&harness, id, 2).await.facilitated_by(BEN));
}

#[tokio::test]
async fn it_is_handed_only_to_who_takes_part_and_may() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    joins(&harness, id, &[BEN]).await;
    let barred = Joiner { eligible: false, ..joiner(CLEO, 1) };
    join(&harness, HERE, id, barred).await;
    joins_unnamed(&harness, id, DAN).await;
    for (by, heir) in [(BEN, BEN), (ANA, CLEO), (ANA, DAN), (ANA, MemberId(999))] {
        assert!(!decides(&harness, id, by, Facilitation::HandedTo(heir)).await.changed());
    }
    assert!(decides(&harness, id, ANA, Facilitation::HandedTo(BEN)).await.now.facilitated_by(BEN));
    assert!(!decides(&harness, id, ANA, Facilitation::HandedTo(ANA)).await.changed());
}

#[tokio::test]
async fn more_than_half_of_the_whole_roster_recall() {
    let mut harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    joins(&harness, id, &[ANA, BEN, CLEO]).await;
    joins_unnamed(&harness, id, DAN).await;
    // Neither the one it is about, nor who takes no part, nor about somebody else.
    for (member, of) in [(ANA, ANA), (MemberId(999), ANA), (CLEO, BEN)] {
        let nothing = recalls(&harness, id, member, of).await;
        assert_eq!((nothing.counts, nothing.said), (false, 0));
    }
    let first = recalls(&harness, id, BEN, ANA).await;
    assert_eq!((first.counts, first.said, first.change.changed()), (true, 1, false));
    assert_eq!(recalls(&harness, id, BEN, ANA).await.said, 1);
    assert!(has_recalled(&harness, HERE, id, BEN).await);
    assert!(!has_recalled(&harness, THERE, id, BEN).await);
    let back = Recall { member: BEN, of: ANA, back: true, over: None, seed: 4 };
    let back = recalls_in(&harness, HERE, id, back).await.unwrap();
    assert_eq!((back.said, back.change.changed()), (0, false));
    recalls(&harness, id, BEN, ANA).await;
    assert_eq!(recalls(&harness, id, DAN, ANA).await.said, 2);
    harness.reopen().await;
    // Two of four are not more than half.
    assert_eq!(facilitator(&harness, id).await, Some(ANA));
    volunteers(&harness, id, ANA, true).await;
    let done = recalls(&harness, id, CLEO, ANA).await;
    assert!(done.change.passed_on());
    let heir = facilitator(&harness, id).await.unwrap();
    assert!([BEN, CLEO].contains(&heir), "{heir}");
    for member in [BEN, CLEO, DAN] {
        assert!(!has_recalled(&harness, HERE, id, member).await);
    }
    // Who was recalled is not drawn again, nor takes it up by themselves.
    assert!(!load(&harness, id).await.participant(ANA).unwrap().volunteers);
    assert!(!volunteers(&harness, id, ANA, true).await.changed());
    decides(&harness, id, heir, Facilitation::ByLot).await;
    for request in 1..=3 {
        assert!(!goes_on(&harness, id, request).await.facilitated_by(ANA));
    }
}

#[tokio::test]
async fn a_new_facilitator_is_not_recalled_by_what_was_said_of_the_one_before() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    joins(&harness, id, &[BEN, CLEO, DAN]).await;
    recalls(&harness, id, BEN, ANA).await;
    decides(&harness, id, ANA, Facilitation::HandedTo(CLEO)).await;
    assert_eq!(recalls(&harness, id, DAN, CLEO).await.said, 1);
    assert_eq!(facilitator(&harness, id).await, Some(CLEO));
}

#[tokio::test]
async fn once_a_role_is_asked_for_nobody_is_known_to_bear_it() {
    let harness = StoreHarness::new().await;
    let (here, there) = (begun(&harness, HERE).await, begun(&harness, THERE).await);
    joins(&harness, here, &[BEN]).await;
    join(&harness, THERE, there, joiner(BEN, 1)).await;
    let zone = Settings { timezone: Some("Europe/Paris".to_owned()), ..Settings::default() };
    harness.change(HERE, async |tx| tx.change_settings(zone).await).await;
    assert!(load(&harness, here).await.participant(BEN).unwrap().eligible);
    let role = Settings { facilitators: Some(domain::RoleId(7)), ..Settings::default() };
    harness.change(HERE, async |tx| tx.change_settings(role).await).await;
    assert!(!load(&harness, here).await.participant(BEN).unwrap().eligible);
    let other = harness.read(THERE).seminar(there).await.unwrap().unwrap();
    assert!(other.participant(BEN).unwrap().eligible);
    // They are seen again.
    joins(&harness, here, &[BEN]).await;
    assert!(load(&harness, here).await.participant(BEN).unwrap().eligible);
}

#[tokio::test]
async fn nothing_of_it_reaches_another_server_or_a_closed_seminar() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    joins(&harness, id, &[BEN, CLEO]).await;
    recalls(&harness, id, BEN, ANA).await;
    for server in [THERE, HERE] {
        if server == HERE {
            closes(&harness, id).await;
        }
        assert_eq!(volunteers_as(&harness, server, id, joiner(BEN, 5), true).await, None);
        assert_eq!(decides_in(&harness, server, id, ANA, Facilitation::ByLot).await, None);
        let recall = Recall { member: CLEO, of: ANA, back: false, over: None, seed: 4 };
        assert_eq!(recalls_in(&harness, server, id, recall).await, None);
    }
    for table in ["recalls", "recalled"] {
        let left: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
                .fetch_one(&harness.store.reads)
                .await
                .unwrap();
        assert_eq!(left, 0, "{table}");
    }
    assert_eq!(facilitator(&harness, id).await, Some(ANA));
}
