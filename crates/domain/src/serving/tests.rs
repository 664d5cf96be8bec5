use std::collections::HashMap;

use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use crate::Quote;
use crate::corpus::tests::shipped;
use crate::remaining::Remaining;
use crate::schedule::Filter;

fn ids(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|n| format!("q-{n}")).collect()
}

fn choose(ids: &[String], had: &HashMap<String, i64>, order: Order) -> Option<Serving> {
    let (corpus, matches) =
        (Corpus::default(), Matches::listed(ids.iter().map(String::as_str).collect()));
    super::choose(&corpus, &matches, &Had::new(&corpus, had.clone()), order)
}

/// The same by going through all that matches.
fn by_reading(matches: &Matches<'_>, had: &HashMap<String, i64>, order: Order) -> Option<Serving> {
    let had = matches.known(had);
    let (next, least) = Remaining::least(matches.len(), &had);
    let started = had.iter().map(|(_, times)| *times).filter(|times| *times > 0).min().unwrap_or(0);
    let place = match order {
        Order::AsGiven => next.first()?,
        Order::Drawn(seed) => next.choose(&mut ChaCha8Rng::seed_from_u64(seed))?,
    };
    Some(Serving { item: matches.get(place)?.to_owned(), times: (least + 1).max(started) })
}

proptest! {
    #[test]
    fn nothing_comes_twice_before_the_rest_has_come_once(size in 1usize..20, seed: u64) {
        let mut had = HashMap::new();
        for round in 0..3 {
            let mut seen = Vec::new();
            for turn in 0..size {
                let seed = seed.wrapping_add((round * size + turn) as u64);
                let served = choose(&ids(0..size), &had, Order::Drawn(seed)).unwrap();
                prop_assert!(!seen.contains(&served.item));
                seen.push(served.item.clone());
                had.insert(served.item, served.times);
            }
        }
    }

    #[test]
    fn what_is_new_joins_the_round(rounds in 1i64..9, seed: u64) {
        let mut had: HashMap<String, i64> = ids(0..4).into_iter().map(|id| (id, rounds)).collect();
        let first = choose(&ids(0..5), &had, Order::Drawn(seed)).unwrap();
        prop_assert_eq!(&first.item, "q-4");
        had.insert(first.item, first.times);
        prop_assert_eq!(had["q-4"], rounds);
    }
}

#[test]
fn of_nothing_nothing_is_chosen() {
    for order in [Order::AsGiven, Order::Drawn(1)] {
        assert_eq!(choose(&[], &HashMap::new(), order), None);
        let (corpus, had) = (Corpus::default(), Had::default());
        let all = Filter::default().matches(&corpus);
        assert_eq!(super::choose(&corpus, &all, &had, order), None);
        let none = Filter { theme: Some("none".to_owned()), ..Filter::default() };
        assert_eq!(super::choose(&corpus, &none.matches(&corpus), &had, order), None);
    }
}

/// Everything, a theme, an author, several of it, nothing, and what is in no order of the book.
fn kinds(book: &Corpus, quote: &Quote) -> Vec<Filter> {
    let (theme, work) = (quote.themes.first().cloned(), Some(quote.work.clone()));
    let author = Some(book.voice(quote).to_owned());
    let given = (0..8).map(|given| Filter {
        theme: theme.clone().filter(|_| given & 1 > 0),
        author: author.clone().filter(|_| given & 2 > 0),
        work: work.clone().filter(|_| given & 4 > 0),
        ..Filter::default()
    });
    given.chain([Filter { kind: crate::schedule::Kind::Pair, ..Filter::default() }]).collect()
}

#[test]
fn what_comes_next_is_what_would_come_if_all_were_gone_through() {
    let book = shipped();
    for (start, quote) in book.quotes().iter().enumerate().step_by(29) {
        for filter in kinds(&book, quote) {
            let matches = filter.matches(&book);
            // The place has had other things as well, some of which have left the book.
            let before = book.quotes().iter().enumerate().skip(start).step_by(3);
            let before = before.map(|(at, quote)| (quote.id.clone(), 1 + at as i64 % 4));
            let mut times: HashMap<String, i64> = before.collect();
            times.insert("gone".to_owned(), 1);
            times.insert("pair-1".to_owned(), 2);
            let mut had = Had::new(&book, times.clone());
            let (two_rounds, seeds) = (2 * matches.len() as u64 + 3, start as u64 * 1000);
            for seed in (seeds..seeds + two_rounds).step_by(1 + matches.len() / 40) {
                for order in [Order::AsGiven, Order::Drawn(seed)] {
                    let expected = by_reading(&matches, &times, order);
                    let next = super::choose(&book, &matches, &had, order);
                    assert_eq!(next, expected, "{filter:?} {order:?}");
                }
                let next = by_reading(&matches, &times, Order::Drawn(seed)).unwrap();
                had.note(&book, &next.item, next.times);
                times.insert(next.item, next.times);
            }
        }
    }
}

#[test]
fn all_of_a_book_comes_before_any_comes_again() {
    let book = shipped();
    let (matches, mut had) = (Filter::default().matches(&book), Had::new(&book, []));
    for round in 1..=2 {
        let mut seen = std::collections::HashSet::new();
        for seed in 0..book.quotes().len() as u64 {
            let next = super::choose(&book, &matches, &had, Order::Drawn(seed)).unwrap();
            assert_eq!(next.times, round);
            had.note(&book, &next.item, next.times);
            assert!(seen.insert(next.item));
        }
    }
    assert!(had.is_of(&book) && !had.is_of(&book.with(&[])));
}
