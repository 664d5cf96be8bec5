use super::super::outbox::Entry;
use super::super::{JobOutcome, OutboxJob, Retry};
use super::*;
use crate::messages::{Card, Effect, Subject};
use domain::schedule::Refusal;
use domain::{Address, AnswerId, MessageId};

const SUBJECT: Subject = Subject::Answer(AnswerId(5));
const SPOT: Address = Address { place: PLACE, message: MessageId(20) };

fn card(words: &str) -> Card {
    Card::saying(words).about(SUBJECT)
}

fn post(words: &str) -> Effect {
    Effect::Post { place: PLACE, card: Card::saying(words) }
}

async fn put(harness: &StoreHarness, server: ServerId, effect: Effect, now: i64) {
    harness.change(server, async |tx| tx.emit(|| [effect], at(now)).await).await;
}

async fn claim(harness: &StoreHarness, now: i64) -> Vec<OutboxJob> {
    harness.store.claim(at(now), 10).await.unwrap()
}

async fn claim_one(harness: &StoreHarness, now: i64) -> OutboxJob {
    let mut claimed = claim(harness, now).await;
    assert_eq!(claimed.len(), 1, "{claimed:?}");
    claimed.remove(0)
}

async fn confirm(harness: &StoreHarness, row: OutboxJob, outcome: JobOutcome) {
    harness.store.confirm(&row, &outcome, at(50)).await.unwrap();
}

fn retry(seconds: i64, unsure: bool) -> JobOutcome {
    JobOutcome::Retry(Retry { unsure, ..Retry::after(Refusal::Unavailable, at(seconds)) })
}

async fn size(harness: &StoreHarness) -> usize {
    harness.store.outbox_size().await.unwrap()
}

fn says(row: &OutboxJob) -> String {
    match &row.effect {
        Effect::Post { card, .. } | Effect::Edit { card } => card.plain(),
        Effect::Beside { .. } => "beside".to_owned(),
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn each_channel_has_its_turn_and_its_order() {
    let harness = StoreHarness::new().await;
    for (server, words) in [(HERE, "1"), (HERE, "2"), (THERE, "3"), (HERE, "4")] {
        put(&harness, server, post(words), 0).await;
    }
    assert_eq!(harness.store.outbox_next().await.unwrap(), Some(at(0)));
    let mut first = claim(&harness, 0).await;
    assert_eq!(first.iter().map(says).collect::<Vec<_>>(), ["1", "3"]);
    // While somebody is at it, nothing else in that channel goes out.
    assert!(claim(&harness, 0).await.is_empty());
    assert_eq!(harness.store.outbox_next().await.unwrap(), None);
    confirm(&harness, first.remove(0), JobOutcome::Done(None)).await;
    // It queues behind those that were ready when the one before went out.
    let second = claim_one(&harness, 50).await;
    assert_eq!(says(&second), "2");
    confirm(&harness, second, JobOutcome::Dropped("no".to_owned())).await;
    assert_eq!(says(&claim_one(&harness, 50).await), "4");
}

#[tokio::test]
async fn what_somebody_waits_for_goes_out_before_the_dailies_of_the_clock() {
    let harness = StoreHarness::new().await;
    for channel in 1..=100 {
        let effect = Effect::Post { place: ChannelId(channel), card: Card::saying("daily") };
        let daily = Entry { late_at: Some(at(300)), ..Entry::new(effect, at(0)) };
        harness.change(HERE, async |tx| tx.enqueue(daily).await).await;
    }
    assert_eq!(harness.store.outbox_next().await.unwrap(), Some(at(0)));
    put(&harness, THERE, post("asked"), 60).await;
    for rebuilt in [false, true] {
        if rebuilt {
            harness.store.release_claims().await.unwrap();
        }
        let claimed = claim(&harness, 60).await;
        let said: Vec<String> = claimed.iter().map(says).collect();
        assert_eq!((said.len(), said[0].as_str(), said[9].as_str()), (10, "asked", "daily"));
    }
}

#[tokio::test]
async fn what_is_to_be_tried_again_waits_for_its_time() {
    let harness = StoreHarness::new().await;
    put(&harness, HERE, post("1"), 0).await;
    let row = claim_one(&harness, 0).await;
    assert!((row.attempts, row.unsure) == (0, false));
    confirm(&harness, row, retry(55, true)).await;
    assert!(claim(&harness, 54).await.is_empty());
    assert_eq!(harness.store.outbox_next().await.unwrap(), Some(at(55)));
    let row = claim_one(&harness, 55).await;
    assert!((row.attempts, row.unsure) == (1, true));
}

#[tokio::test]
async fn what_an_earlier_run_had_claimed_is_taken_up_as_unsure() {
    let mut harness = StoreHarness::new().await;
    put(&harness, HERE, post("1"), 0).await;
    put(&harness, HERE, post("2"), 0).await;
    claim_one(&harness, 0).await;
    harness.reopen().await;
    assert!(claim(&harness, 0).await.is_empty());
    assert_eq!(harness.store.release_claims().await.unwrap(), 1);
    let row = claim_one(&harness, 0).await;
    assert!((says(&row).as_str(), row.unsure) == ("1", true));
    confirm(&harness, row, JobOutcome::Done(None)).await;
    assert!(!claim_one(&harness, 50).await.unsure);
}

#[tokio::test]
async fn edits_of_one_message_go_out_as_one() {
    let harness = StoreHarness::new().await;
    harness.change(HERE, async |tx| tx.remember_message(SUBJECT, SPOT).await).await;
    for words in ["1", "2", "3"] {
        put(&harness, HERE, Effect::Edit { card: card(words) }, 0).await;
    }
    assert!(claim(&harness, 0).await.is_empty());
    let row = claim_one(&harness, 1).await;
    assert_eq!((says(&row).as_str(), row.target), ("3", Some(SPOT)));
    // One that comes while it is carried out waits for its own turn, and takes the older one's
    // place if that has to be tried again.
    put(&harness, HERE, Effect::Edit { card: card("4") }, 2).await;
    confirm(&harness, row, retry(9, false)).await;
    let row = claim_one(&harness, 50).await;
    assert_eq!(says(&row), "4");
    // The same across a restart.
    put(&harness, HERE, Effect::Edit { card: card("5") }, 9).await;
    assert_eq!(harness.store.release_claims().await.unwrap(), 0);
    assert_eq!(says(&claim_one(&harness, 50).await), "5");
    assert_eq!(size(&harness).await, 1);
}

#[tokio::test]
async fn edits_wait_for_no_posts_and_keep_their_distance() {
    let harness = StoreHarness::new().await;
    harness.change(HERE, async |tx| tx.remember_message(SUBJECT, SPOT).await).await;
    for words in ["1", "2"] {
        put(&harness, HERE, post(words), 0).await;
    }
    put(&harness, HERE, Effect::Edit { card: card("3") }, 0).await;
    let said = |rows: &[OutboxJob]| rows.iter().map(says).collect::<Vec<_>>();
    let rows = claim(&harness, 1).await;
    assert_eq!(said(&rows), ["1", "3"]);
    assert!(rows.iter().all(|row| row.queue.channel() == PLACE));
    assert!(claim(&harness, 1).await.is_empty(), "one of each at a time");
    for row in rows {
        confirm(&harness, row, JobOutcome::Done(None)).await;
    }
    put(&harness, HERE, Effect::Edit { card: card("4") }, 60).await;
    let rows = claim(&harness, 61).await;
    assert_eq!(said(&rows), ["2", "4"]);
    // One that comes meanwhile.
    put(&harness, HERE, Effect::Edit { card: card("5") }, 61).await;
    for row in rows {
        confirm(&harness, row, JobOutcome::Done(None)).await;
    }
    assert!(claim(&harness, 62).await.is_empty());
    assert_eq!(said(&claim(&harness, 63).await), ["5"]);
}

#[tokio::test]
async fn a_press_is_told_what_waits_for_it() {
    let harness = StoreHarness::new().await;
    harness.change(HERE, async |tx| tx.remember_message(SUBJECT, SPOT).await).await;
    let other = Address { message: MessageId(21), ..SPOT };
    for (server, at, edit) in [(HERE, SPOT, true), (HERE, other, false), (THERE, SPOT, false)] {
        put(&harness, HERE, Effect::Edit { card: card("1") }, 0).await;
        let waiting = harness.read(server).waiting_for_press(at, ANA).await.unwrap();
        assert_eq!((waiting.edit, waiting.post), (edit, false), "{server} {at:?}");
    }
    let edit = claim_one(&harness, 1).await;
    let waiting = || async { harness.read(HERE).waiting_for_press(SPOT, ANA).await.unwrap().edit };
    assert!(waiting().await, "one that is under way waits still");
    confirm(&harness, edit, JobOutcome::Done(None)).await;
    assert!(!waiting().await);
}

#[tokio::test]
async fn a_post_is_remembered_where_it_stands() {
    let harness = StoreHarness::new().await;
    put(&harness, HERE, Effect::Post { place: PLACE, card: card("1") }, 0).await;
    put(&harness, HERE, Effect::Edit { card: card("2") }, 0).await;
    let row = claim_one(&harness, 5).await;
    confirm(&harness, row, JobOutcome::Done(Some(SPOT))).await;
    assert_eq!(harness.read(HERE).message(SUBJECT).await.unwrap(), Some(SPOT));
    let edit = claim_one(&harness, 50).await;
    assert_eq!((edit.target, edit.waits_for_another), (Some(SPOT), false));
    confirm(&harness, edit, JobOutcome::Done(None)).await;
    put(&harness, HERE, Effect::Delete { subject: SUBJECT }, 6).await;
    let delete = claim_one(&harness, 50).await;
    assert_eq!(delete.target, Some(SPOT));
    confirm(&harness, delete, JobOutcome::Done(None)).await;
    assert_eq!(harness.read(HERE).message(SUBJECT).await.unwrap(), None);
    assert_eq!(size(&harness).await, 0);
}

#[tokio::test]
async fn a_post_that_has_not_gone_out_need_not_go_out_to_be_deleted() {
    let harness = StoreHarness::new().await;
    let posted = || Effect::Post { place: PLACE, card: card("1") };
    put(&harness, HERE, posted(), 0).await;
    put(&harness, HERE, Effect::Edit { card: card("2") }, 0).await;
    put(&harness, HERE, Effect::Delete { subject: SUBJECT }, 0).await;
    assert_eq!(size(&harness).await, 0);
    // One that may have gone out has to be deleted.
    put(&harness, HERE, posted(), 0).await;
    let row = claim_one(&harness, 0).await;
    put(&harness, HERE, Effect::Delete { subject: SUBJECT }, 0).await;
    confirm(&harness, row, retry(3, true)).await;
    put(&harness, HERE, Effect::Delete { subject: SUBJECT }, 0).await;
    let delete = claim_one(&harness, 50).await;
    assert!(delete.waits_for_another && delete.target.is_none());
}

#[tokio::test]
async fn another_server_does_not_delete_ours() {
    let harness = StoreHarness::new().await;
    put(&harness, HERE, Effect::Post { place: PLACE, card: card("1") }, 0).await;
    put(&harness, THERE, Effect::Delete { subject: SUBJECT }, 0).await;
    let claimed = claim(&harness, 0).await;
    assert_eq!(claimed.len(), 1);
    for row in claimed {
        let at = matches!(row.effect, Effect::Post { .. }).then_some(SPOT);
        confirm(&harness, row, JobOutcome::Done(at)).await;
    }
    assert_eq!(harness.read(HERE).message(SUBJECT).await.unwrap(), Some(SPOT));
}

#[tokio::test]
async fn a_row_that_cannot_be_read_keeps_nobody_waiting() {
    let harness = StoreHarness::new().await;
    put(&harness, HERE, post("unreadable"), 0).await;
    put(&harness, HERE, post("1"), 0).await;
    put(&harness, THERE, post("2"), 0).await;
    harness
        .store
        .change_all_servers(async |tx| {
            tx.statement("update outbox set effect = '{\"later\":1}' where id = 1").execute().await
        })
        .await
        .unwrap();
    assert_eq!(says(&claim_one(&harness, 0).await), "2");
    assert_eq!(says(&claim_one(&harness, 0).await), "1");
}

#[tokio::test]
async fn a_round_that_was_posted_to_a_forum_stands_in_its_post() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await;
    let there = harness.pose(THERE, 2).await;
    let card = Card::saying("1").about(Subject::Round(round.id));
    put(&harness, HERE, Effect::Post { place: PLACE, card }, 0).await;
    let row = claim_one(&harness, 0).await;
    let post = Address { place: ChannelId(77), message: MessageId(77) };
    confirm(&harness, row, JobOutcome::Done(Some(post))).await;
    let place = async |server, id| harness.read(server).round(id).await.unwrap().unwrap().place;
    assert_eq!(place(HERE, round.id).await, post.place);
    assert_eq!(harness.store.read(HERE).open_rounds(post.place).await.unwrap().len(), 1);
    // Another server's round does not follow a message of ours.
    let card = Card::saying("2").about(Subject::Round(there.id));
    put(&harness, HERE, Effect::Post { place: PLACE, card }, 0).await;
    let row = claim_one(&harness, 50).await;
    confirm(&harness, row, JobOutcome::Done(Some(post))).await;
    assert_eq!(place(THERE, there.id).await, PLACE);
}

#[tokio::test]
async fn who_posed_a_round_is_told_once_that_it_waits() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await;
    let about = Subject::Round(round.id);
    harness.change(HERE, async |tx| tx.remember_message(about, SPOT).await).await;
    put(&harness, HERE, Effect::Beside { beside: about, card: Card::saying("1") }, 0).await;
    put(&harness, HERE, Effect::Post { place: PLACE, card: card("2").about(about) }, 0).await;
    let blocked = |seconds: i64| JobOutcome::Blocked {
        retry: Retry::after(Refusal::Forbidden, at(seconds)),
        notice: Some(Card::saying("Give me Send Messages there.")),
        why: "Give me Send Messages there.".to_owned(),
    };
    let row = claim_one(&harness, 50).await;
    confirm(&harness, row, blocked(90)).await;
    let mut claimed = claim(&harness, 50).await;
    assert_eq!(claimed.len(), 2, "{claimed:?}");
    let notice = claimed.pop().unwrap();
    assert!(!claimed[0].blocked);
    confirm(&harness, claimed.remove(0), blocked(90)).await;
    let Effect::Notice { place: None, member, card } = &notice.effect else {
        panic!("{notice:?}");
    };
    assert_eq!((*member, card.plain().as_str()), (ANA, "Give me Send Messages there."));
    confirm(&harness, notice, JobOutcome::Done(None)).await;
    assert!(claim(&harness, 89).await.is_empty());
    let row = claim_one(&harness, 90).await;
    assert!(row.blocked && row.attempts == 1, "{row:?}");
    confirm(&harness, row, blocked(95)).await;
    let row = claim_one(&harness, 90).await;
    confirm(&harness, row, JobOutcome::Done(Some(SPOT))).await;
    // Nobody is told again.
    assert_eq!(says(&claim_one(&harness, 95).await), "beside");
    assert_eq!(size(&harness).await, 1);
}

#[tokio::test]
async fn what_was_to_stand_beside_goes_with_what_it_shows() {
    let harness = StoreHarness::new().await;
    harness.change(HERE, async |tx| tx.remember_message(SUBJECT, SPOT).await).await;
    let own = Subject::Answer(AnswerId(6));
    let card = Card::saying("1").about(own);
    put(&harness, HERE, Effect::Beside { beside: SUBJECT, card: card.clone() }, 0).await;
    put(&harness, HERE, Effect::Delete { subject: own }, 0).await;
    assert_eq!(size(&harness).await, 0);
    put(&harness, HERE, Effect::Beside { beside: SUBJECT, card: card.clone() }, 0).await;
    let row = claim_one(&harness, 0).await;
    assert_eq!((row.target, row.waits_for_another), (Some(SPOT), false));
    let at = Address { place: PLACE, message: MessageId(21) };
    confirm(&harness, row, JobOutcome::Done(Some(at))).await;
    assert_eq!(harness.read(HERE).message(own).await.unwrap(), Some(at));
    assert_eq!(harness.read(HERE).message(SUBJECT).await.unwrap(), Some(SPOT));
    // In another server the same message is unknown.
    put(&harness, THERE, Effect::Beside { beside: SUBJECT, card }, 0).await;
    assert_eq!(claim_one(&harness, 50).await.target, None);
}
