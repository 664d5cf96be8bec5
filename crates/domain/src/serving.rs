//! Which of several comes next in a place: at random among those it has had least often.

use std::collections::HashMap;
use std::hash::BuildHasher;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::remaining::Remaining;
use crate::schedule::Matches;

/// What comes next, and how often the place has had it then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The id of what comes next.
    pub item: String,
    /// What to note for it.
    pub times: i64,
}

/// Which of those that a place has had least often comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first of them.
    AsGiven,
    /// One drawn by this seed.
    Drawn(u64),
}

/// Chooses among `matches` by what the place has had before. The same seed chooses the same.
///
/// A new entry joins the current round: it comes before the others come again, but it
/// does not come over and over until it has caught up with them.
#[must_use]
pub fn choose<S: BuildHasher>(
    matches: &Matches<'_>,
    had: &HashMap<String, i64, S>,
    order: Order,
) -> Option<Serving> {
    let had = matches.known(had);
    let (next, least) = Remaining::least(matches.len(), &had);
    let started = had.iter().map(|(_, times)| *times).filter(|times| *times > 0).min().unwrap_or(0);
    let place = match order {
        Order::AsGiven => next.first()?,
        Order::Drawn(seed) => next.choose(&mut ChaCha8Rng::seed_from_u64(seed))?,
    };
    Some(Serving { item: matches.get(place)?.to_owned(), times: (least + 1).max(started) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ids(range: std::ops::Range<usize>) -> Vec<String> {
        range.map(|n| format!("q-{n}")).collect()
    }

    fn choose(ids: &[String], had: &HashMap<String, i64>, order: Order) -> Option<Serving> {
        super::choose(&Matches::listed(ids.iter().map(String::as_str).collect()), had, order)
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
        assert_eq!(choose(&[], &HashMap::new(), Order::AsGiven), None);
    }
}
