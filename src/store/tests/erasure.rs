//! What is erased is gone from the bytes of the file and of its log.

use super::*;
use crate::messages::Effect;
use domain::tie::tie;

/// Whether the bytes stand anywhere in the database or its log.
pub(super) fn holds(home: &Home, bytes: &[u8]) -> bool {
    ["db", "db-wal"].iter().any(|ending| {
        let file = std::fs::read(home.path().with_extension(ending)).unwrap_or_default();
        file.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test]
async fn settling_destroys_the_key_and_the_ties() {
    let home = Home::new().await;
    let key = std::array::from_fn(|index| u8::try_from(index * 3 + 7).unwrap());
    let id = home.store.pose(NewRound { key, ..round(HERE, 1) }).await.unwrap().id;
    // Enough of them that the table has several pages.
    let members: Vec<MemberId> = (0..150).map(MemberId).collect();
    for member in &members {
        home.respond_anonymously(id, *member, &format!("{member} {}", "so ".repeat(40))).await;
    }
    assert!(holds(&home, &key) && holds(&home, &tie(&key, members[7])));
    home.settle(id).await.unwrap();
    assert!(!holds(&home, &key));
    for member in members {
        assert!(!holds(&home, &tie(&key, member)), "the tie of {member}");
    }
}

#[tokio::test]
async fn a_reader_in_the_way_delays_it_and_no_more() {
    let home = Home::new().await;
    let key = [0xc3; 64];
    let id = home.store.pose(NewRound { key, ..round(HERE, 1) }).await.unwrap().id;
    let mut reader = home.store.reads.begin().await.unwrap();
    let _: i64 =
        sqlx::query_scalar("select count(*) from rounds").fetch_one(&mut *reader).await.unwrap();
    home.settle(id).await.unwrap();
    assert!(holds(&home, &key));
    reader.rollback().await.unwrap();
    until(async || !holds(&home, &key)).await;
}

#[tokio::test]
async fn a_named_text_goes_when_it_is_made_anonymous_or_withdrawn() {
    let home = Home::new().await;
    let id = home.pose(HERE, 1).await.id;
    let (first, second) = ("I saw it with my own eyes.", "I said so from the start.");
    for (member, text) in [(ANA, first), (BEN, second)] {
        let post = Effect::Post { place: PLACE, card: crate::messages::Card::saying(text) };
        let respond = async |tx: &mut ServerTx| {
            tx.respond(given(id, member, text, 1)).await?;
            tx.emit([post], at(1)).await
        };
        home.change(HERE, respond).await;
    }
    // Both are posted.
    while let Some(row) = home.store.claim(at(2), 1).await.unwrap().pop() {
        home.store.confirm(&row, &super::super::JobOutcome::Done(None), at(2)).await.unwrap();
    }
    assert!(holds(&home, first.as_bytes()) && holds(&home, second.as_bytes()));
    home.respond_anonymously(id, ANA, "It was seen.").await;
    assert!(!holds(&home, first.as_bytes()));
    home.change(HERE, async |tx| tx.withdraw(id, BEN, at(3)).await).await;
    assert!(!holds(&home, second.as_bytes()));
}
