//! Which entries of a list remain to be drawn, in time and memory that do not grow with the list.

use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

/// The places in a list that remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Remaining {
    /// All but these, in order.
    AllBut { of: usize, gone: Vec<usize> },
    /// Only these, in order.
    Only(Vec<usize>),
}

impl Remaining {
    /// Those of `of` places that have come least often, and how often that is. `come` says in order
    /// how often each has come; a place that is not in it has not.
    pub(crate) fn least(of: usize, come: &[(usize, i64)]) -> (Self, i64) {
        let come: Vec<(usize, i64)> =
            come.iter().copied().filter(|(_, times)| *times > 0).collect();
        if come.len() < of {
            let gone = come.into_iter().map(|(place, _)| place).collect();
            return (Self::AllBut { of, gone }, 0);
        }
        let least = come.iter().map(|(_, times)| *times).min().unwrap_or(0);
        let rarest = come.into_iter().filter(|(_, times)| *times == least);
        (Self::Only(rarest.map(|(place, _)| place).collect()), least)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::AllBut { of, gone } => of - gone.len(),
            Self::Only(places) => places.len(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn contains(&self, place: usize) -> bool {
        match self {
            Self::AllBut { of, gone } => place < *of && gone.binary_search(&place).is_err(),
            Self::Only(places) => places.binary_search(&place).is_ok(),
        }
    }

    /// The same without some places.
    pub(crate) fn without(&self, some: &[usize]) -> Self {
        match self {
            Self::AllBut { of, gone } => {
                let mut gone = gone.clone();
                gone.extend(some.iter().filter(|place| *place < of));
                gone.sort_unstable();
                gone.dedup();
                Self::AllBut { of: *of, gone }
            }
            Self::Only(places) => {
                Self::Only(places.iter().copied().filter(|place| !some.contains(place)).collect())
            }
        }
    }

    /// The first of them.
    pub(crate) fn first(&self) -> Option<usize> {
        self.nth(0)
    }

    /// One of them, each as likely as the others.
    pub(crate) fn choose(&self, chance: &mut impl Rng) -> Option<usize> {
        match self {
            Self::AllBut { .. } if self.is_empty() => None,
            Self::AllBut { .. } => self.nth(chance.random_range(..self.len())),
            Self::Only(places) => places.choose(chance).copied(),
        }
    }

    fn nth(&self, number: usize) -> Option<usize> {
        match self {
            Self::AllBut { of, gone } => {
                let place = gone.iter().fold(number, |at, gone| at + usize::from(*gone <= at));
                (place < *of).then_some(place)
            }
            Self::Only(places) => places.get(number).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(remaining: &Remaining) -> Vec<usize> {
        (0..remaining.len()).filter_map(|number| remaining.nth(number)).collect()
    }

    proptest! {
        #[test]
        fn those_that_came_least_remain(times in prop::collection::vec(0i64..4, 1..20), some in prop::collection::vec(0usize..25, 0..5)) {
            let come: Vec<(usize, i64)> = times.iter().copied().enumerate().collect();
            let (remaining, least) = Remaining::least(times.len(), &come);
            prop_assert_eq!(Some(&least), times.iter().min());
            let rarest: Vec<usize> = (0..times.len()).filter(|place| times[*place] == least).collect();
            prop_assert_eq!(&all(&remaining), &rarest);
            let fewer = remaining.without(&some);
            let kept: Vec<usize> = rarest.into_iter().filter(|place| !some.contains(place)).collect();
            prop_assert_eq!(all(&fewer), kept);
        }
    }

    #[test]
    fn of_nothing_nothing_is_chosen() {
        let mut chance = rand::rng();
        assert_eq!(Remaining::least(0, &[]).0.choose(&mut chance), None);
        let both = Remaining::AllBut { of: 2, gone: vec![0, 1] };
        assert_eq!((both.first(), both.choose(&mut chance)), (None, None));
    }
}
