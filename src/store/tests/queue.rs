//! Whose turn it is to speak.

use super::meeting::{CLEO, DAN, begun, closes, goes_on, joiner, joins_unnamed, load};
use super::*;
use crate::messages::{Card, Effect, Subject};
use crate::store::JobOutcome;
use domain::seminar::SeminarChange;
use domain::{Address, MessageId, SeminarId};

async fn asks(
    harness: &StoreHarness,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> SeminarChange {
    asks_in(harness, HERE, id, member, request).await.unwrap()
}

async fn asks_in(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> Option<SeminarChange> {
    let joiner = joiner(member, request);
    harness.change(server, async |tx| tx.ask_to_speak(id, &joiner, RequestId(request)).await).await
}

async fn ends(harness: &StoreHarness, id: SeminarId, turn: i64, request: i64) -> SeminarChange {
    ends_in(harness, HERE, id, turn, request).await.unwrap()
}

async fn ends_in(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    turn: i64,
    request: i64,
) -> Option<SeminarChange> {
    harness.change(server, async |tx| tx.end_turn(id, turn, RequestId(request)).await).await
}

async fn leaves(
    harness: &StoreHarness,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> SeminarChange {
    leaves_in(harness, HERE, id, member, request).await.unwrap()
}

async fn leaves_in(
    harness: &StoreHarness,
    server: ServerId,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> Option<SeminarChange> {
    harness.change(server, async |tx| tx.leave_queue(id, member, RequestId(request)).await).await
}

/// Who speaks, and who waits.
async fn stands(harness: &StoreHarness, id: SeminarId) -> (Option<MemberId>, Vec<MemberId>) {
    let queue = load(harness, id).await.queue;
    let waiting = queue.waiting.into_iter().map(|asker| asker.member).collect();
    (queue.speaking.map(|asker| asker.member), waiting)
}

async fn spoken(harness: &StoreHarness, id: SeminarId, member: MemberId) -> usize {
    load(harness, id).await.participant(member).unwrap().spoken
}

#[tokio::test]
async fn the_turn_goes_to_who_has_spoken_least() {
    let mut harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    for (member, request) in [(ANA, 1), (BEN, 2), (CLEO, 3)] {
        assert!(asks(&harness, id, member, request).await.changed());
    }
    assert_eq!(stands(&harness, id).await, (Some(ANA), vec![BEN, CLEO]));
    let turn = load(&harness, id).await.queue.speaking.unwrap().turn;
    let step = ends(&harness, id, turn, 4).await;
    assert!(step.was.queue.speaks(ANA) && step.now.queue.speaks(BEN));
    asks(&harness, id, ANA, 5).await;
    asks(&harness, id, DAN, 6).await;
    harness.reopen().await;
    assert_eq!(stands(&harness, id).await, (Some(BEN), vec![CLEO, DAN, ANA]));
    assert_eq!((spoken(&harness, id, ANA).await, spoken(&harness, id, BEN).await), (1, 0));
}

#[tokio::test]
async fn the_same_request_twice_ends_one_turn() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    for (member, request) in [(ANA, 1), (BEN, 2), (CLEO, 3)] {
        asks(&harness, id, member, request).await;
    }
    let first = load(&harness, id).await.queue.speaking.unwrap().turn;
    ends(&harness, id, first, 4).await;
    // What it finds the second time is the turn that it has given itself.
    let second = load(&harness, id).await.queue.speaking.unwrap().turn;
    for turn in [first, second] {
        assert!(!ends(&harness, id, turn, 4).await.changed());
    }
    // A turn that is over cannot be ended.
    assert!(!ends(&harness, id, first, 5).await.changed());
    assert!(!asks(&harness, id, CLEO, 3).await.changed());
    assert_eq!(stands(&harness, id).await, (Some(BEN), vec![CLEO]));
    leaves(&harness, id, BEN, 6).await;
    assert!(!leaves(&harness, id, BEN, 6).await.changed());
    assert_eq!(stands(&harness, id).await, (Some(CLEO), vec![]));
    assert_eq!((spoken(&harness, id, BEN).await, spoken(&harness, id, CLEO).await), (1, 0));
}

#[tokio::test]
async fn who_leaves_while_waiting_has_not_spoken() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    asks(&harness, id, ANA, 1).await;
    asks(&harness, id, BEN, 2).await;
    leaves(&harness, id, BEN, 3).await;
    assert_eq!(stands(&harness, id).await, (Some(ANA), vec![]));
    leaves(&harness, id, ANA, 4).await;
    assert_eq!(stands(&harness, id).await, (None, vec![]));
    assert_eq!((spoken(&harness, id, ANA).await, spoken(&harness, id, BEN).await), (1, 0));
}

#[tokio::test]
async fn who_asks_takes_part_under_their_name() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    goes_on(&harness, id, 1).await;
    joins_unnamed(&harness, id, BEN).await;
    let step = asks(&harness, id, BEN, 1).await;
    assert_eq!((step.was.size(), step.was.unnamed), (1, 1));
    // Nobody counts twice, and nobody can see whether they were the one without a name.
    assert_eq!((step.now.size(), step.now.unnamed, step.now.perhaps_unnamed), (1, 0, 1));
    assert_eq!(step.now.queue.speaking.unwrap().name, "member 101");
}

#[tokio::test]
async fn only_an_open_seminar_of_this_server_has_a_queue() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    asks(&harness, id, ANA, 1).await;
    let turn = load(&harness, id).await.queue.speaking.unwrap().turn;
    for server in [THERE, HERE] {
        assert_eq!(asks_in(&harness, server, id, BEN, 9).await, None);
        assert_eq!(ends_in(&harness, server, id, turn, 9).await, None);
        assert_eq!(leaves_in(&harness, server, id, ANA, 9).await, None);
        assert_eq!(harness.read(server).open_seminar(id).await.unwrap(), None);
        if server == THERE {
            assert_eq!(stands(&harness, id).await, (Some(ANA), vec![]));
            closes(&harness, id).await;
        }
    }
    assert_eq!(stands(&harness, id).await, (None, vec![]));
    let reads = &harness.store.reads;
    let left: i64 =
        sqlx::query_scalar("select count(*) from queue").fetch_one(reads).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn two_servers_have_a_queue_each() {
    let harness = StoreHarness::new().await;
    let (here, there) = (begun(&harness, HERE).await, begun(&harness, THERE).await);
    asks(&harness, here, ANA, 1).await;
    let asked = asks_in(&harness, THERE, there, ANA, 1).await;
    assert!(asked.unwrap().now.queue.speaks(ANA));
    leaves(&harness, here, ANA, 2).await;
    assert!(harness.read(THERE).seminar(there).await.unwrap().unwrap().queue.speaks(ANA));
}

#[tokio::test]
async fn a_board_stands_from_the_moment_it_is_to_go_out() {
    let harness = StoreHarness::new().await;
    let id = begun(&harness, HERE).await;
    asks(&harness, id, ANA, 1).await;
    assert!(!load(&harness, id).await.queue.board);
    let subject = Subject::Queue(id);
    let board = Effect::Post { place: PLACE, card: Card::saying("ana").about(subject) };
    harness.change(HERE, async |tx| tx.emit(|| [board], at(2)).await).await;
    assert!(load(&harness, id).await.queue.board);
    let row = harness.store.claim(at(3), 1).await.unwrap().remove(0);
    let spot = Address { place: PLACE, message: MessageId(5) };
    harness.store.confirm(&row, &JobOutcome::Done(Some(spot)), at(3)).await.unwrap();
    assert!(load(&harness, id).await.queue.board);
    assert!(goes_on(&harness, id, 7).await.queue.board);
    harness.change(HERE, async |tx| tx.emit(|| [Effect::Delete { subject }], at(4)).await).await;
    let row = harness.store.claim(at(5), 1).await.unwrap().remove(0);
    harness.store.confirm(&row, &JobOutcome::Done(None), at(5)).await.unwrap();
    assert!(!load(&harness, id).await.queue.board);
}
