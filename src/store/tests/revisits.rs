//! A question of a closed seminar is asked again, on the real migrations.

use super::super::{Asked, NewThought, Planned};
use super::erasure::{holds, keeps};
use super::group::seminar;
use super::*;
use crate::store::keys::path_of;
use domain::SeminarId;
use domain::member_hash::{Purpose, member_hash};
use domain::revisit::{Mind, Moved, NamedPassage, Outcome, Revisit, RevisitState, SecondThought};

const CLEO: MemberId = MemberId(102);
const DAY: i64 = 86_400;

/// A closed seminar whose one question ana and ben answered by name and cleo without.
async fn closed(harness: &StoreHarness) -> (SeminarId, RoundId) {
    let (id, round) = seminar(harness).await;
    harness.respond(round, ANA, "Nobody does.", 1).await;
    harness.respond(round, BEN, "All do.", 2).await;
    harness.respond_anonymously(round, CLEO, "I do.").await;
    harness.change(HERE, async |tx| tx.close_seminar(id, Ending::Without, at(60)).await).await;
    (id, round)
}

async fn planned(harness: &StoreHarness) -> (SeminarId, RoundId) {
    let (seminar, round) = closed(harness).await;
    let new = Planned { round, seminar, at: at(28 * DAY) };
    harness.change(HERE, async |tx| tx.plan_revisit(new, at(60)).await).await;
    (seminar, round)
}

/// The question is asked again.
async fn open(harness: &StoreHarness) -> (RoundId, Asked) {
    let (_, round) = planned(harness).await;
    let it = harness.read(HERE).revisit(round).await.unwrap().unwrap();
    let ask = async |tx: &mut ServerTx| tx.ask_again(&it, at(28 * DAY)).await;
    (round, harness.change(HERE, ask).await.unwrap())
}

fn thought(mind: Mind, passage: Option<&str>) -> SecondThought {
    let passage = passage.map(str::to_owned);
    SecondThought { mind, passage, reason: Some(format!("Because, {}.", mind.name())) }
}

impl StoreHarness {
    async fn thinks(&self, round: RoundId, member: i64, thought: SecondThought) -> bool {
        let new = NewThought { round, member: MemberId(member), thought, seed: 7 };
        self.change(HERE, async |tx| tx.think_again(new).await).await
    }

    async fn thought(&self, round: RoundId, member: i64) -> Option<SecondThought> {
        self.read(HERE).second_thought(round, MemberId(member)).await.unwrap()
    }

    async fn close_revisit(&self, round: RoundId) -> Option<Outcome> {
        self.change(HERE, async |tx| tx.close_revisit(round, at(35 * DAY)).await).await
    }
}

#[tokio::test]
async fn a_seminar_has_one_revisit_and_it_comes_when_it_is_due() {
    let harness = StoreHarness::new().await;
    let (seminar, round) = planned(&harness).await;
    let again = Planned { round, seminar, at: at(DAY) };
    harness.change(HERE, async |tx| tx.plan_revisit(again, at(70)).await).await;
    let it = Revisit { round, seminar, state: RevisitState::Planned(at(28 * DAY)) };
    assert_eq!(harness.read(HERE).revisit(round).await.unwrap(), Some(it));
    assert_eq!(harness.read(HERE).revisit_of_seminar(seminar).await.unwrap(), Some(it));
    assert_eq!(harness.read(HERE).revisits_ahead().await.unwrap(), [it]);
    assert_eq!(harness.store.revisits_next().await.unwrap(), Some(at(28 * DAY)));
    let due = async |now| harness.store.revisits_due(at(now), 9).await.unwrap();
    assert!(due(28 * DAY - 1).await.is_empty());
    assert_eq!(due(28 * DAY).await, [(HERE, round)]);
    // Nothing of it can be reached from another server.
    assert_eq!(harness.read(THERE).revisit(round).await.unwrap(), None);
    assert_eq!(harness.read(THERE).revisit_of_seminar(seminar).await.unwrap(), None);
    let ask = async |tx: &mut ServerTx| tx.ask_again(&it, at(0)).await;
    assert_eq!(harness.change(THERE, ask).await, None);
    let call_off = async |tx: &mut ServerTx| tx.call_off_revisit(round).await;
    assert_eq!(harness.change(THERE, call_off).await, None);
    let elsewhere = Planned { round, seminar, at: at(1) };
    harness.change(THERE, async |tx| tx.plan_revisit(elsewhere, at(0)).await).await;
    assert_eq!(harness.read(THERE).revisits_ahead().await.unwrap(), []);
}

#[tokio::test]
async fn who_is_known_to_have_taken_part_is_asked_once() {
    let harness = StoreHarness::new().await;
    let (round, asked) = open(&harness).await;
    assert_eq!(asked, Asked { members: vec![ANA, BEN], until: at(35 * DAY) });
    let it = harness.read(HERE).revisit(round).await.unwrap().unwrap();
    assert_eq!(it.state, RevisitState::Open(at(35 * DAY)));
    let twice = async |tx: &mut ServerTx| tx.ask_again(&it, at(29 * DAY)).await;
    assert_eq!(harness.change(HERE, twice).await, None);
}

#[tokio::test]
async fn a_member_says_one_thing_and_can_change_it_and_take_it_back() {
    let harness = StoreHarness::new().await;
    let (round, _) = open(&harness).await;
    assert_eq!(harness.thought(round, 102).await, None);
    assert!(harness.thinks(round, 102, thought(Mind::Same, None)).await);
    assert!(harness.thinks(round, 102, thought(Mind::Changed, Some("b-2"))).await);
    assert_eq!(harness.thought(round, 102).await, Some(thought(Mind::Changed, Some("b-2"))));
    assert!(!holds(&harness, b"Because, same."), "what was said before");
    assert_eq!(harness.thought(round, 103).await, None);
    assert_eq!(harness.read(THERE).second_thought(round, CLEO).await.unwrap(), None);
    let new = NewThought { round, member: CLEO, thought: thought(Mind::Same, None), seed: 1 };
    assert!(!harness.change(THERE, async |tx| tx.think_again(new).await).await);
    let back = async |tx: &mut ServerTx| tx.take_thought_back(round, CLEO).await;
    assert!(!harness.change(THERE, back).await);
    assert!(harness.change(HERE, back).await);
    assert_eq!(harness.thought(round, 102).await, None);
    assert!(!holds(&harness, b"Because, changed."));
}

#[tokio::test]
async fn nothing_but_counts_is_left_when_it_is_closed() {
    let harness = StoreHarness::new().await;
    let (round, _) = open(&harness).await;
    for member in 1..=3 {
        harness.thinks(round, member, thought(Mind::Changed, Some("b-2"))).await;
    }
    harness.thinks(round, 4, thought(Mind::Somewhat, Some("a-1"))).await;
    harness.thinks(round, 5, thought(Mind::Same, None)).await;
    let key = harness.read(HERE).revisit_key(round).await.unwrap().unwrap();
    let hash = |member| member_hash(&key, MemberId(member), Purpose::SecondThought);
    assert!(keeps(&harness, &key) && holds(&harness, &hash(4)) && !holds(&harness, &key));
    assert_eq!(harness.round_details(round).await.revisited, None, "nothing is shown before");
    let named = |quote: &str, times| NamedPassage { quote: quote.to_owned(), times };
    let moved = Moved {
        same: 1,
        somewhat: 1,
        changed: 3,
        passages: vec![named("b-2", Some(3)), named("a-1", None)],
    };
    let outcome = Outcome { asked_at: at(28 * DAY), closed_at: at(35 * DAY), moved: Some(moved) };
    assert_eq!(harness.close_revisit(round).await, Some(outcome.clone()));
    assert_eq!(harness.round_details(round).await.revisited, Some(outcome));
    assert!(harness.read(HERE).discussed_on(Some("power")).await.unwrap().contains_key(&round));
    assert!(!keeps(&harness, &key) && !holds(&harness, b"Because"));
    for member in 1..=5 {
        assert!(!holds(&harness, &hash(member)), "{member}");
    }
    // It is over for good.
    assert!(!harness.thinks(round, 6, thought(Mind::Same, None)).await);
    assert_eq!(harness.close_revisit(round).await, None);
    let call_off = async |tx: &mut ServerTx| tx.call_off_revisit(round).await;
    assert_eq!(harness.change(HERE, call_off).await, None);
    assert_eq!(harness.store.revisits_next().await.unwrap(), None);
}

#[tokio::test]
async fn not_even_counts_are_left_of_fewer_than_five() {
    let harness = StoreHarness::new().await;
    let (round, _) = open(&harness).await;
    for member in 1..=4 {
        harness.thinks(round, member, thought(Mind::Changed, Some("b-2"))).await;
    }
    let outcome = Outcome { asked_at: at(28 * DAY), closed_at: at(35 * DAY), moved: None };
    assert_eq!(harness.close_revisit(round).await, Some(outcome));
    let counts: (Option<i64>, i64) = sqlx::query_as(
        "select (select changed from revisits), (select count(*) from revisit_passages)",
    )
    .fetch_one(&harness.store.reads)
    .await
    .unwrap();
    assert_eq!(counts, (None, 0));
}

#[tokio::test]
async fn what_is_called_off_leaves_nothing() {
    let harness = StoreHarness::new().await;
    let (round, _) = open(&harness).await;
    harness.thinks(round, 1, thought(Mind::Changed, None)).await;
    let call_off = async |tx: &mut ServerTx| tx.call_off_revisit(round).await;
    let key = harness.read(HERE).revisit_key(round).await.unwrap().unwrap();
    let was = harness.change(HERE, call_off).await.unwrap();
    assert_eq!(was.state, RevisitState::Open(at(35 * DAY)));
    assert!(!keeps(&harness, &key) && !holds(&harness, b"Because"));
    assert_eq!(harness.read(HERE).revisit(round).await.unwrap(), None);
    assert_eq!(harness.round_details(round).await.revisited, None);
}

#[tokio::test]
async fn a_clock_that_was_ahead_puts_off_no_revisit() {
    let harness = StoreHarness::new().await;
    let (seminar, round) = closed(&harness).await;
    let year = 365 * DAY;
    let new = Planned { round, seminar, at: at(year + 28 * DAY) };
    harness.change(HERE, async |tx| tx.plan_revisit(new, at(year)).await).await;
    harness.store.clock_turned_back(at(year)).await.unwrap();
    assert_eq!(harness.store.revisits_next().await.unwrap(), Some(at(year + 28 * DAY)));
    harness.store.clock_turned_back(at(DAY)).await.unwrap();
    assert_eq!(harness.store.revisits_next().await.unwrap(), Some(at(29 * DAY)));
}

#[tokio::test]
async fn without_the_file_of_keys_members_say_it_anew_and_nobody_counts_twice() {
    let mut harness = StoreHarness::new().await;
    let (round, _) = open(&harness).await;
    harness.thinks(round, 1, thought(Mind::Changed, None)).await;
    harness.reopen().await;
    assert_eq!(harness.thought(round, 1).await, Some(thought(Mind::Changed, None)));
    harness.store.close().await;
    std::fs::remove_file(path_of(&harness.path())).unwrap();
    harness.reopen().await;
    assert_eq!(harness.thought(round, 1).await, None);
    assert!(!holds(&harness, b"Because, changed."));
    assert!(harness.thinks(round, 1, thought(Mind::Same, None)).await);
    assert_eq!(harness.thought(round, 1).await, Some(thought(Mind::Same, None)));
}
