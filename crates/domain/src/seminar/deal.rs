//! Deals the stances of a debate: at random, and so that each is held by as many as any other.

use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::MemberId;

/// A stance for each of `members`, of whom none holds one yet: the rarest among those that others
/// hold, and one of several that are equally rare by the seed. The same seed deals the same.
#[must_use]
pub fn deal(
    members: &[MemberId],
    stances: &[String],
    held: &[String],
    seed: u64,
) -> Vec<(MemberId, String)> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut without = members.to_vec();
    without.shuffle(&mut chance);
    let mut times: Vec<(&String, usize)> = stances
        .iter()
        .map(|stance| (stance, held.iter().filter(|held| *held == stance).count()))
        .collect();
    let mut dealt = Vec::with_capacity(without.len());
    for member in without {
        let least = times.iter().map(|(_, times)| *times).min().unwrap_or_default();
        let rarest: Vec<usize> =
            (0..times.len()).filter(|index| times[*index].1 == least).collect();
        let Some(index) = rarest.choose(&mut chance) else { break };
        times[*index].1 += 1;
        dealt.push((member, times[*index].0.clone()));
    }
    dealt
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn stances() -> Vec<String> {
        ["authoritarian", "libertarian", "marxist"].map(str::to_owned).to_vec()
    }

    fn spread(held: &HashMap<MemberId, String>) -> (usize, usize) {
        let times = |stance: &String| held.values().filter(|held| *held == stance).count();
        let times: Vec<usize> = stances().iter().map(times).collect();
        (*times.iter().min().unwrap(), *times.iter().max().unwrap())
    }

    proptest! {
        #[test]
        fn each_stance_is_held_by_as_many(size in 0i64..40, late in 0i64..10, seed: u64) {
            let members: Vec<MemberId> = (0..size).map(MemberId).collect();
            let mut held: HashMap<_, _> =
                deal(&members, &stances(), &[], seed).into_iter().collect();
            prop_assert_eq!(held.len(), members.len());
            for number in 0..late {
                let member = [MemberId(100 + number)];
                let others: Vec<String> = held.values().cloned().collect();
                held.extend(deal(&member, &stances(), &others, seed.wrapping_add(1)));
            }
            let (least, most) = spread(&held);
            prop_assert!(most - least <= 1, "{held:?}");
        }
    }

    #[test]
    fn of_nothing_nothing_is_dealt() {
        assert_eq!(deal(&[MemberId(1)], &[], &[], 1), []);
    }

    #[test]
    fn another_seed_deals_otherwise() {
        let members: Vec<MemberId> = (0..12).map(MemberId).collect();
        let by = |seed| {
            let mut dealt = deal(&members, &stances(), &[], seed);
            dealt.sort();
            dealt
        };
        assert_eq!(by(1), by(1));
        assert!((2..20).any(|seed| by(seed) != by(1)));
    }
}
