use super::*;
use domain::{Part, RoundNumber, RoundState};

#[tokio::test]
async fn the_same_request_is_the_same_round() {
    let harness = StoreHarness::new().await;
    let (one, again) = tokio::join!(harness.pose(HERE, 1), harness.pose(HERE, 1));
    assert_eq!(one, again);
    let other = NewRound { text: "Another?".to_owned(), ..round(1) };
    assert_eq!(harness.pose_new(HERE, other).await, one);
    // In another server the same number is another request.
    assert_ne!(harness.pose(THERE, 1).await.id, one.id);
    assert_eq!(
        harness.store.read(HERE).open_rounds(PLACE).await.unwrap(),
        std::slice::from_ref(&one)
    );
    assert_eq!(one.quotes, ["b-2", "a-1"]);
    assert_eq!(harness.store.read(HERE).round_of_request(RequestId(1)).await.unwrap(), Some(one));
    assert_eq!(harness.store.read(HERE).round_of_request(RequestId(2)).await.unwrap(), None);
}

#[tokio::test]
async fn nothing_of_one_server_shows_in_another() {
    let harness = StoreHarness::new().await;
    let here = harness.pose(HERE, 1).await.id;
    harness.respond(here, ANA, "Ours.", 1).await;
    let store = &harness.store;
    assert_eq!(store.read(THERE).round(here).await.unwrap(), None);
    assert_eq!(store.read(THERE).open_rounds(PLACE).await.unwrap(), []);
    assert_eq!(store.read(THERE).rounds_on(Some("power")).await.unwrap(), []);
    assert_eq!(store.read(THERE).asked(ANA).await.unwrap(), []);
    assert_eq!(harness.read(THERE).answers(here).await.unwrap(), []);
    assert!(harness.read(THERE).answers_on(Some("power")).await.unwrap().is_empty());
    assert_eq!(store.read(THERE).answer_of(here, Part::Own, ANA).await.unwrap(), None);
    assert!(!harness.change(THERE, async |tx| tx.reword_question(here, "Theirs?").await).await);
    let there = new_answer(here, BEN, "Theirs.", 1);
    assert_eq!(harness.change(THERE, async |tx| tx.answer(there).await).await, None);
    let withdrawn = harness.change(THERE, async |tx| tx.withdraw(here, ANA, at(2)).await).await;
    assert_eq!(withdrawn, None);
    assert_eq!(store.read(THERE).round_details(here).await.unwrap(), None);
    let stands = store.read(HERE).round(here).await.unwrap().unwrap();
    assert_eq!((stands.text.as_str(), stands.named), ("Question 1?", 1));
    assert_eq!(stands.state, RoundState::Open);
}

#[tokio::test]
async fn a_place_has_its_open_rounds_the_newest_first() {
    let harness = StoreHarness::new().await;
    let mut ids = Vec::new();
    for request in 1..=3 {
        ids.push(harness.pose(HERE, request).await.id);
    }
    let elsewhere = NewRound { place: ChannelId(11), ..round(4) };
    harness.pose_new(HERE, elsewhere).await;
    harness.close(ids[1]).await;
    let open = harness.store.read(HERE).open_rounds(PLACE).await.unwrap();
    assert_eq!(open.iter().map(|round| round.id).collect::<Vec<_>>(), [ids[2], ids[0]]);
}

#[tokio::test]
async fn a_round_is_reworded_while_it_is_open() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let reword = async |text: &str| {
        harness.change(HERE, async |tx| tx.reword_question(id, text).await).await
    };
    assert!(reword("Better?").await);
    harness.close(id).await;
    assert!(!reword("Too late?").await);
    assert_eq!(harness.store.read(HERE).round(id).await.unwrap().unwrap().text, "Better?");
}

#[tokio::test]
async fn a_round_ends_once() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond(id, ANA, "Mine.", 1).await;
    harness.respond_anonymously(id, BEN, "Whose?").await;
    let over = harness.close(id).await.round;
    assert_eq!((over.state, over.closed_at), (RoundState::Closed, Some(at(60))));
    assert_eq!((over.named, over.anonymous), (1, 1));
    let late =
        harness.change(HERE, async |tx| tx.answer(new_answer(id, ANA, "Else.", 61)).await).await;
    assert_eq!(late, None);
    let late = harness.change(HERE, async |tx| tx.withdraw(id, ANA, at(62)).await).await;
    assert_eq!(late, None);
    assert_eq!(harness.answers(id).await.len(), 2);
    // Nobody's answer any more.
    assert_eq!(harness.read(HERE).answer_of(id, Part::Own, BEN).await.unwrap(), None);
}

#[tokio::test]
async fn the_record_counts_by_theme() {
    let harness = StoreHarness::new().await;
    let power = harness.pose(HERE, 1).await.id;
    harness.pose(HERE, 2).await;
    harness.pose_new(HERE, NewRound { theme: None, ..round(3) }).await;
    harness.respond(power, ANA, "One.", 1).await;
    harness.respond_anonymously(power, BEN, "Two.").await;
    let asked = harness.store.read(HERE).asked(BEN).await.unwrap();
    let told: Vec<_> =
        asked.iter().map(|it| (it.theme.as_deref(), it.answers, it.took_part)).collect();
    // An anonymous answer does not show who took part.
    assert_eq!(told, [(Some("power"), 2, false), (Some("power"), 0, false), (None, 0, false)]);
    assert!(harness.store.read(HERE).asked(ANA).await.unwrap().iter().all(|it| it.took_part));
    assert_eq!(harness.store.read(HERE).rounds_on(None).await.unwrap().len(), 1);
    assert_eq!(harness.store.read(HERE).answers_on(Some("power")).await.unwrap()[&power].len(), 2);
}

#[tokio::test]
async fn each_server_counts_its_own_rounds() {
    let harness = StoreHarness::new().await;
    let (here, there) = (harness.pose(HERE, 1).await, harness.pose(THERE, 2).await);
    let (second, same) = (harness.pose(HERE, 3).await, harness.pose(HERE, 1).await);
    let numbers = [here.number, there.number, second.number, same.number].map(|it| it.0);
    assert_eq!(numbers, [1, 1, 2, 1]);
    let found = harness.read(THERE).round_numbered(RoundNumber(1)).await.unwrap();
    assert_eq!(found, Some(there));
    assert_eq!(harness.read(THERE).round_numbered(RoundNumber(2)).await.unwrap(), None);
}
