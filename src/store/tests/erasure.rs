//! What is erased is gone from the bytes of the file and of its log.

use super::*;
use crate::messages::Effect;
use crate::store::keys::path_of;
use domain::Part;
use domain::member_hash::{Key, Purpose, member_hash};

/// Whether the bytes are anywhere in the database or its log.
pub(super) fn holds(harness: &StoreHarness, bytes: &[u8]) -> bool {
    ["db", "db-wal"].iter().any(|ending| has(&harness.path().with_extension(ending), bytes))
}

/// Whether a key is in the file of keys.
pub(super) fn keeps(harness: &StoreHarness, key: &Key) -> bool {
    has(&path_of(&harness.path()), key)
}

fn has(file: &std::path::Path, bytes: &[u8]) -> bool {
    let file = std::fs::read(file).unwrap_or_default();
    file.windows(bytes.len()).any(|window| window == bytes)
}

/// The key of an open round.
pub(super) async fn key_of(harness: &StoreHarness, round: RoundId) -> Key {
    harness.read(HERE).round_key(round).await.unwrap().unwrap()
}

#[tokio::test]
async fn settling_destroys_the_key_and_the_ties() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let key = key_of(&harness, id).await;
    let hash = |member: MemberId| member_hash(&key, member, Purpose::Answer(Part::Own));
    // Enough of them that the table has several pages.
    let members: Vec<MemberId> = (0..150).map(MemberId).collect();
    for member in &members {
        harness.respond_anonymously(id, *member, &format!("{member} {}", "so ".repeat(40))).await;
    }
    assert!(keeps(&harness, &key) && holds(&harness, &hash(members[7])));
    assert!(!holds(&harness, &key), "the key is never in the database");
    harness.close(id).await;
    assert!(!keeps(&harness, &key));
    for member in members {
        assert!(!holds(&harness, &hash(member)), "the tie of {member}");
    }
}

#[tokio::test]
async fn a_reader_in_the_way_delays_it_and_no_more() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond_anonymously(id, ANA, "It was seen.").await;
    let hash = member_hash(&key_of(&harness, id).await, ANA, Purpose::Answer(Part::Own));
    let mut reader = harness.store.reads.begin().await.unwrap();
    let _: i64 =
        sqlx::query_scalar("select count(*) from rounds").fetch_one(&mut *reader).await.unwrap();
    harness.close(id).await;
    assert!(holds(&harness, &hash));
    reader.rollback().await.unwrap();
    until(async || !holds(&harness, &hash)).await;
}

#[tokio::test]
async fn a_named_text_goes_when_it_is_made_anonymous_or_withdrawn() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let (first, second) = ("I saw it with my own eyes.", "I said so from the start.");
    for (member, text) in [(ANA, first), (BEN, second)] {
        let post = Effect::Post { place: PLACE, card: crate::messages::Card::saying(text) };
        let respond = async |tx: &mut ServerTx| {
            tx.answer(new_answer(id, member, text, 1)).await?;
            tx.emit(|| [post], at(1)).await
        };
        harness.change(HERE, respond).await;
    }
    // Both are posted.
    while let Some(row) = harness.store.claim(at(2), 1).await.unwrap().pop() {
        harness.store.confirm(&row, &super::super::JobOutcome::Done(None), at(2)).await.unwrap();
    }
    assert!(holds(&harness, first.as_bytes()) && holds(&harness, second.as_bytes()));
    harness.respond_anonymously(id, ANA, "It was seen.").await;
    assert!(!holds(&harness, first.as_bytes()));
    harness.change(HERE, async |tx| tx.withdraw(id, BEN, at(3)).await).await;
    assert!(!holds(&harness, second.as_bytes()));
}
