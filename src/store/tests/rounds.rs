use super::*;
use domain::{Part, RoundState};

#[tokio::test]
async fn the_same_request_is_the_same_round() {
    let home = Home::new().await;
    let (one, again) = tokio::join!(home.pose(HERE, 1), home.pose(HERE, 1));
    assert_eq!(one, again);
    let other = NewRound { text: "Another?".to_owned(), ..round(1) };
    assert_eq!(home.pose_new(HERE, other).await, one);
    // In another server the same number is another request.
    assert_ne!(home.pose(THERE, 1).await.id, one.id);
    assert_eq!(home.store.read(HERE).open_rounds(PLACE).await.unwrap(), std::slice::from_ref(&one));
    assert_eq!(one.quotes, ["b-2", "a-1"]);
    assert_eq!(home.store.read(HERE).round_of_request(RequestId(1)).await.unwrap(), Some(one));
    assert_eq!(home.store.read(HERE).round_of_request(RequestId(2)).await.unwrap(), None);
}

#[tokio::test]
async fn nothing_of_one_server_shows_in_another() {
    let home = Home::new().await;
    let here = home.pose(HERE, 1).await.id;
    home.respond(here, ANA, "Ours.", 1).await;
    let store = &home.store;
    assert_eq!(store.read(THERE).round(here).await.unwrap(), None);
    assert_eq!(store.read(THERE).open_rounds(PLACE).await.unwrap(), []);
    assert_eq!(store.read(THERE).rounds_on(Some("power")).await.unwrap(), []);
    assert_eq!(store.read(THERE).themes_asked().await.unwrap(), []);
    assert_eq!(home.read(THERE).answers(here).await.unwrap(), []);
    assert!(home.read(THERE).answers_on(Some("power")).await.unwrap().is_empty());
    assert_eq!(store.read(THERE).answer_of(here, Part::Own, ANA).await.unwrap(), None);
    assert!(!home.change(THERE, async |tx| tx.reword_question(here, "Theirs?").await).await);
    let there = new_answer(here, BEN, "Theirs.", 1);
    assert_eq!(home.change(THERE, async |tx| tx.answer(there).await).await, None);
    let withdrawn = home.change(THERE, async |tx| tx.withdraw(here, ANA, at(2)).await).await;
    assert_eq!(withdrawn, None);
    assert_eq!(store.read(THERE).round_details(here).await.unwrap(), None);
    let stands = store.read(HERE).round(here).await.unwrap().unwrap();
    assert_eq!((stands.text.as_str(), stands.named), ("Question 1?", 1));
    assert_eq!(stands.state, RoundState::Open);
}

#[tokio::test]
async fn a_place_has_its_open_rounds_the_newest_first() {
    let home = Home::new().await;
    let mut ids = Vec::new();
    for request in 1..=3 {
        ids.push(home.pose(HERE, request).await.id);
    }
    let elsewhere = NewRound { place: ChannelId(11), ..round(4) };
    home.pose_new(HERE, elsewhere).await;
    home.close(ids[1]).await;
    let open = home.store.read(HERE).open_rounds(PLACE).await.unwrap();
    assert_eq!(open.iter().map(|round| round.id).collect::<Vec<_>>(), [ids[2], ids[0]]);
}

#[tokio::test]
async fn a_round_is_reworded_while_it_is_open() {
    let home = Home::new().await;
    let id = home.pose(HERE, 1).await.id;
    let reword =
        async |text: &str| home.change(HERE, async |tx| tx.reword_question(id, text).await).await;
    assert!(reword("Better?").await);
    home.close(id).await;
    assert!(!reword("Too late?").await);
    assert_eq!(home.store.read(HERE).round(id).await.unwrap().unwrap().text, "Better?");
}

#[tokio::test]
async fn a_round_ends_once() {
    let home = Home::new().await;
    let id = home.pose(HERE, 1).await.id;
    home.respond(id, ANA, "Mine.", 1).await;
    home.respond_anonymously(id, BEN, "Whose?").await;
    let over = home.close(id).await.round;
    assert_eq!((over.state, over.closed_at), (RoundState::Closed, Some(at(60))));
    assert_eq!((over.named, over.anonymous), (1, 1));
    let late =
        home.change(HERE, async |tx| tx.answer(new_answer(id, ANA, "Else.", 61)).await).await;
    assert_eq!(late, None);
    let late = home.change(HERE, async |tx| tx.withdraw(id, ANA, at(62)).await).await;
    assert_eq!(late, None);
    assert_eq!(home.answers(id).await.len(), 2);
    // Nobody's answer any more.
    assert_eq!(home.read(HERE).answer_of(id, Part::Own, BEN).await.unwrap(), None);
}

#[tokio::test]
async fn the_record_counts_by_theme() {
    let home = Home::new().await;
    let power = home.pose(HERE, 1).await.id;
    home.pose(HERE, 2).await;
    home.pose_new(HERE, NewRound { theme: None, ..round(3) }).await;
    home.respond(power, ANA, "One.", 1).await;
    home.respond_anonymously(power, BEN, "Two.").await;
    let mut asked = home.store.read(HERE).themes_asked().await.unwrap();
    asked.sort();
    assert_eq!(asked, [(None, 1, 0), (Some("power".to_owned()), 2, 2)]);
    assert_eq!(home.store.read(HERE).rounds_on(None).await.unwrap().len(), 1);
    assert_eq!(home.store.read(HERE).answers_on(Some("power")).await.unwrap()[&power].len(), 2);
}
