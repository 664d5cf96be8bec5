//! Settings, filters, kept quotes, servings and registrations.

use std::collections::HashSet;

use super::super::Settings;
use super::*;
use crate::messages::Subject;
use domain::schedule::{Filter, Matches};
use domain::serving::Order;
use domain::{Address, Corpus, MessageId, RoleId};

#[tokio::test]
async fn settings_change_one_by_one() {
    let mut harness = StoreHarness::new().await;
    assert_eq!(harness.read(HERE).settings().await.unwrap(), Settings::default());
    let role = Settings { facilitators: Some(RoleId(7)), ..Settings::default() };
    assert_eq!(harness.change(HERE, async |tx| tx.change_settings(role.clone()).await).await, role);
    let zone = Settings { timezone: Some("UTC".to_owned()), ..Settings::default() };
    let both = Settings { facilitators: Some(RoleId(7)), ..zone.clone() };
    assert_eq!(harness.change(HERE, async |tx| tx.change_settings(zone).await).await, both);
    harness.reopen().await;
    assert_eq!(harness.read(HERE).settings().await.unwrap(), both);
    assert_eq!(harness.read(THERE).settings().await.unwrap(), Settings::default());
}

#[tokio::test]
async fn a_filter_has_one_id_in_its_server() {
    let harness = StoreHarness::new().await;
    let save = async |server, body: &str| {
        harness.change(server, async |tx| tx.save_filter(body, at(0)).await).await
    };
    let id = save(HERE, "a").await;
    assert_eq!(save(HERE, "a").await, id);
    assert_ne!(save(HERE, "b").await, id);
    assert_ne!(save(THERE, "a").await, id);
    assert_eq!(harness.read(HERE).filter(id).await.unwrap().as_deref(), Some("a"));
    assert_eq!(harness.read(THERE).filter(id).await.unwrap(), None);
}

#[tokio::test]
async fn kept_quotes_are_a_members_in_a_server() {
    let harness = StoreHarness::new().await;
    let keep = async |server, member, quote: &str, now| {
        harness.change(server, async |tx| tx.keep(member, quote, at(now)).await).await
    };
    assert!(keep(HERE, ANA, "a-1", 1).await);
    assert!(keep(HERE, ANA, "a-2", 2).await);
    assert!(!keep(HERE, ANA, "a-1", 3).await);
    assert!(keep(THERE, ANA, "a-3", 1).await);
    assert!(keep(HERE, BEN, "a-4", 1).await);
    assert_eq!(harness.read(HERE).kept(ANA).await.unwrap(), ["a-2", "a-1"]);
    assert!(!harness.change(THERE, async |tx| tx.let_go(ANA, "a-1").await).await);
    assert!(harness.change(HERE, async |tx| tx.let_go(ANA, "a-1").await).await);
    assert!(!harness.change(HERE, async |tx| tx.let_go(ANA, "a-1").await).await);
    assert_eq!(harness.read(HERE).kept(ANA).await.unwrap(), ["a-2"]);
}

#[tokio::test]
async fn each_place_is_served_everything_once_before_anything_twice() {
    let mut harness = StoreHarness::new().await;
    let book = Corpus::default();
    let all = Matches::listed(vec!["a-0", "a-1", "a-2", "a-3", "a-4", "a-5"]);
    for (server, place) in [(HERE, PLACE), (HERE, ChannelId(11)), (THERE, PLACE)] {
        let mut seen = HashSet::new();
        for seed in 0..6 {
            if seed == 3 {
                harness.reopen().await;
            }
            let order = Order::Drawn(seed);
            let served = harness.store.serve(server, place, &book, &all, order).await.unwrap();
            assert!(seen.insert(served.unwrap()));
        }
    }
    let none = Matches::listed(Vec::new());
    let none = harness.store.serve(HERE, PLACE, &book, &none, Order::AsGiven).await.unwrap();
    assert_eq!(none, None);
}

#[tokio::test]
async fn a_place_has_had_what_it_had_when_its_book_changes() {
    let mut harness = StoreHarness::new().await;
    let book = crate::corpus_source::corpus(None).unwrap();
    let mut books = [book.with(&[]), book];
    let mut seen = HashSet::new();
    for seed in 0..books[0].quotes().len() as u64 {
        match seed % 16 {
            4 => harness.store.writes.save_servings().await,
            8 => books.reverse(),
            12 => harness.reopen().await,
            _ => {}
        }
        let (book, order) = (&books[0], Order::Drawn(seed));
        let all = Filter::default().matches(book);
        let served = harness.store.serve(HERE, PLACE, book, &all, order).await.unwrap();
        assert!(seen.insert(served.unwrap()));
    }
}

#[tokio::test]
async fn what_discord_has_of_us_is_remembered() {
    let harness = StoreHarness::new().await;
    assert_eq!(harness.store.registration("global").await.unwrap(), None);
    for digest in ["abc", "def"] {
        harness.store.registered("global".to_owned(), digest.to_owned()).await.unwrap();
        assert_eq!(harness.store.registration("global").await.unwrap().as_deref(), Some(digest));
    }
    let subject = Subject::Round(RoundId(1));
    for message in [20, 21] {
        let at = Address { place: PLACE, message: MessageId(message) };
        harness.change(HERE, async |tx| tx.remember_message(subject, at).await).await;
        assert_eq!(harness.read(HERE).message(subject).await.unwrap(), Some(at));
    }
    assert_eq!(harness.read(THERE).message(subject).await.unwrap(), None);
}
