//! What is erased is gone from the bytes of the file and of its log.

use super::*;
use crate::messages::Effect;
use domain::member_hash::member_hash;

/// Whether the bytes stand anywhere in the database or its log.
pub(super) fn holds(harness: &StoreHarness, bytes: &[u8]) -> bool {
    ["db", "db-wal"].iter().any(|ending| {
        let file = std::fs::read(harness.path().with_extension(ending)).unwrap_or_default();
        file.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test]
async fn settling_destroys_the_key_and_the_ties() {
    let harness = StoreHarness::new().await;
    let key = std::array::from_fn(|index| u8::try_from(index * 3 + 7).unwrap());
    let id = harness.pose_new(HERE, NewRound { key, ..round(1) }).await.id;
    // Enough of them that the table has several pages.
    let members: Vec<MemberId> = (0..150).map(MemberId).collect();
    for member in &members {
        harness.respond_anonymously(id, *member, &format!("{member} {}", "so ".repeat(40))).await;
    }
    assert!(holds(&harness, &key) && holds(&harness, &member_hash(&key, members[7])));
    harness.close(id).await;
    assert!(!holds(&harness, &key));
    for member in members {
        assert!(!holds(&harness, &member_hash(&key, member)), "the tie of {member}");
    }
}

#[tokio::test]
async fn a_reader_in_the_way_delays_it_and_no_more() {
    let harness = StoreHarness::new().await;
    let key = [0xc3; 64];
    let id = harness.pose_new(HERE, NewRound { key, ..round(1) }).await.id;
    let mut reader = harness.store.reads.begin().await.unwrap();
    let _: i64 =
        sqlx::query_scalar("select count(*) from rounds").fetch_one(&mut *reader).await.unwrap();
    harness.close(id).await;
    assert!(holds(&harness, &key));
    reader.rollback().await.unwrap();
    until(async || !holds(&harness, &key)).await;
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
            tx.emit([post], at(1)).await
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
