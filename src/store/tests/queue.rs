//! Whose turn it is to speak.

use super::meeting::{CLEO, DAN, begun, closes, goes_on, joiner, joins_unnamed, load};
use super::*;
use crate::messages::{Card, Effect, Subject};
use crate::store::JobOutcome;
use domain::seminar::SeminarChange;
use domain::{Address, MessageId, SeminarId};

async fn asks(home: &Home, id: SeminarId, member: MemberId, request: i64) -> SeminarChange {
    asks_in(home, HERE, id, member, request).await.unwrap()
}

async fn asks_in(
    home: &Home,
    server: ServerId,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> Option<SeminarChange> {
    let joiner = joiner(member, request);
    home.change(server, async |tx| tx.ask_to_speak(id, &joiner, RequestId(request)).await).await
}

async fn ends(home: &Home, id: SeminarId, turn: i64, request: i64) -> SeminarChange {
    ends_in(home, HERE, id, turn, request).await.unwrap()
}

async fn ends_in(
    home: &Home,
    server: ServerId,
    id: SeminarId,
    turn: i64,
    request: i64,
) -> Option<SeminarChange> {
    home.change(server, async |tx| tx.end_turn(id, turn, RequestId(request)).await).await
}

async fn leaves(home: &Home, id: SeminarId, member: MemberId, request: i64) -> SeminarChange {
    leaves_in(home, HERE, id, member, request).await.unwrap()
}

async fn leaves_in(
    home: &Home,
    server: ServerId,
    id: SeminarId,
    member: MemberId,
    request: i64,
) -> Option<SeminarChange> {
    home.change(server, async |tx| tx.leave_queue(id, member, RequestId(request)).await).await
}

/// Who speaks, and who waits.
async fn stands(home: &Home, id: SeminarId) -> (Option<MemberId>, Vec<MemberId>) {
    let queue = load(home, id).await.queue;
    let waiting = queue.waiting.into_iter().map(|asker| asker.member).collect();
    (queue.speaking.map(|asker| asker.member), waiting)
}

async fn spoken(home: &Home, id: SeminarId, member: MemberId) -> usize {
    load(home, id).await.participant(member).unwrap().spoken
}

#[tokio::test]
async fn the_turn_goes_to_who_has_spoken_least() {
    let mut home = Home::new().await;
    let id = begun(&home, HERE).await;
    for (member, request) in [(ANA, 1), (BEN, 2), (CLEO, 3)] {
        assert!(asks(&home, id, member, request).await.changed());
    }
    assert_eq!(stands(&home, id).await, (Some(ANA), vec![BEN, CLEO]));
    let turn = load(&home, id).await.queue.speaking.unwrap().turn;
    let step = ends(&home, id, turn, 4).await;
    assert!(step.was.queue.speaks(ANA) && step.now.queue.speaks(BEN));
    asks(&home, id, ANA, 5).await;
    asks(&home, id, DAN, 6).await;
    home.reopen().await;
    assert_eq!(stands(&home, id).await, (Some(BEN), vec![CLEO, DAN, ANA]));
    assert_eq!((spoken(&home, id, ANA).await, spoken(&home, id, BEN).await), (1, 0));
}

#[tokio::test]
async fn the_same_request_twice_ends_one_turn() {
    let home = Home::new().await;
    let id = begun(&home, HERE).await;
    for (member, request) in [(ANA, 1), (BEN, 2), (CLEO, 3)] {
        asks(&home, id, member, request).await;
    }
    let first = load(&home, id).await.queue.speaking.unwrap().turn;
    ends(&home, id, first, 4).await;
    // What it finds the second time is the turn that it has given itself.
    let second = load(&home, id).await.queue.speaking.unwrap().turn;
    for turn in [first, second] {
        assert!(!ends(&home, id, turn, 4).await.changed());
    }
    // A turn that is over cannot be ended.
    assert!(!ends(&home, id, first, 5).await.changed());
    assert!(!asks(&home, id, CLEO, 3).await.changed());
    assert_eq!(stands(&home, id).await, (Some(BEN), vec![CLEO]));
    leaves(&home, id, BEN, 6).await;
    assert!(!leaves(&home, id, BEN, 6).await.changed());
    assert_eq!(stands(&home, id).await, (Some(CLEO), vec![]));
    assert_eq!((spoken(&home, id, BEN).await, spoken(&home, id, CLEO).await), (1, 0));
}

#[tokio::test]
async fn who_leaves_while_waiting_has_not_spoken() {
    let home = Home::new().await;
    let id = begun(&home, HERE).await;
    asks(&home, id, ANA, 1).await;
    asks(&home, id, BEN, 2).await;
    leaves(&home, id, BEN, 3).await;
    assert_eq!(stands(&home, id).await, (Some(ANA), vec![]));
    leaves(&home, id, ANA, 4).await;
    assert_eq!(stands(&home, id).await, (None, vec![]));
    assert_eq!((spoken(&home, id, ANA).await, spoken(&home, id, BEN).await), (1, 0));
}

#[tokio::test]
async fn who_asks_takes_part_under_their_name() {
    let home = Home::new().await;
    let id = begun(&home, HERE).await;
    joins_unnamed(&home, id, BEN).await;
    let step = asks(&home, id, BEN, 1).await;
    assert_eq!((step.was.size(), step.was.unnamed), (1, 1));
    // The row without a name stays, or all could see whose it was.
    assert_eq!((step.now.size(), step.now.unnamed), (2, 1));
    assert_eq!(step.now.queue.speaking.unwrap().name, "member 101");
}

#[tokio::test]
async fn only_an_open_seminar_of_this_server_has_a_queue() {
    let home = Home::new().await;
    let id = begun(&home, HERE).await;
    asks(&home, id, ANA, 1).await;
    let turn = load(&home, id).await.queue.speaking.unwrap().turn;
    for server in [THERE, HERE] {
        assert_eq!(asks_in(&home, server, id, BEN, 9).await, None);
        assert_eq!(ends_in(&home, server, id, turn, 9).await, None);
        assert_eq!(leaves_in(&home, server, id, ANA, 9).await, None);
        assert_eq!(home.read(server).open_seminar(id).await.unwrap(), None);
        if server == THERE {
            assert_eq!(stands(&home, id).await, (Some(ANA), vec![]));
            closes(&home, id).await;
        }
    }
    assert_eq!(stands(&home, id).await, (None, vec![]));
    let reads = &home.store.reads;
    let left: i64 =
        sqlx::query_scalar("select count(*) from queue").fetch_one(reads).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn two_servers_have_a_queue_each() {
    let home = Home::new().await;
    let (here, there) = (begun(&home, HERE).await, begun(&home, THERE).await);
    asks(&home, here, ANA, 1).await;
    let asked = asks_in(&home, THERE, there, ANA, 1).await;
    assert!(asked.unwrap().now.queue.speaks(ANA));
    leaves(&home, here, ANA, 2).await;
    assert!(home.read(THERE).seminar(there).await.unwrap().unwrap().queue.speaks(ANA));
}

#[tokio::test]
async fn a_board_stands_from_the_moment_it_is_to_go_out() {
    let home = Home::new().await;
    let id = begun(&home, HERE).await;
    asks(&home, id, ANA, 1).await;
    assert!(!load(&home, id).await.queue.board);
    let subject = Subject::Queue(id);
    let board = Effect::Post { place: PLACE, card: Card::saying("ana").about(subject) };
    home.change(HERE, async |tx| tx.emit([board], at(2)).await).await;
    assert!(load(&home, id).await.queue.board);
    let row = home.store.claim(at(3), 1).await.unwrap().remove(0);
    let spot = Address { place: PLACE, message: MessageId(5) };
    home.store.confirm(&row, &JobOutcome::Done(Some(spot)), at(3)).await.unwrap();
    assert!(load(&home, id).await.queue.board);
    assert!(goes_on(&home, id, 7).await.queue.board);
    home.change(HERE, async |tx| tx.emit([Effect::Delete { subject }], at(4)).await).await;
    let row = home.store.claim(at(5), 1).await.unwrap().remove(0);
    home.store.confirm(&row, &JobOutcome::Done(None), at(5)).await.unwrap();
    assert!(!load(&home, id).await.queue.board);
}
