//! Those of many quotes that a place has had least often. Nothing goes through them one by one.

use roaring::RoaringBitmap;

use super::Had;

/// Places of quotes.
pub(super) struct Least<'h> {
    left: Left<'h>,
    /// How often they have come.
    times: i64,
    /// How often those that have come at all have come at least.
    started: i64,
}

enum Left<'h> {
    /// All below this number, but for those of these sets, which have none in common.
    AllBut {
        of: u32,
        gone: Vec<&'h RoaringBitmap>,
    },
    /// Those of a set.
    Borrowed(&'h RoaringBitmap),
    Owned(RoaringBitmap),
}

impl<'h> Least<'h> {
    /// Of all quotes of a book.
    pub(super) fn of_all(quotes: usize, had: &'h Had) -> Self {
        let of = u32::try_from(quotes).unwrap_or(u32::MAX);
        let come = had.rounds.values().map(RoaringBitmap::len).sum::<u64>();
        match had.rounds.first_key_value() {
            Some((times, rarest)) if come >= u64::from(of) => {
                Self { left: Left::Borrowed(rarest), times: *times, started: *times }
            }
            first => Self {
                left: Left::AllBut { of, gone: had.rounds.values().collect() },
                times: 0,
                started: first.map_or(0, |(times, _)| *times),
            },
        }
    }

    /// Of those at some places.
    pub(super) fn of(places: &'h RoaringBitmap, had: &'h Had) -> Self {
        let come = had.rounds.iter().map(|(times, of)| (*times, of & places));
        let come: Vec<(i64, RoaringBitmap)> = come.filter(|(_, of)| !of.is_empty()).collect();
        let many = come.iter().map(|(_, of)| of.len()).sum::<u64>();
        let started = come.first().map_or(0, |(times, _)| *times);
        if many < places.len() {
            let left = match come.is_empty() {
                true => Left::Borrowed(places),
                false => Left::Owned(come.iter().fold(places.clone(), |left, (_, of)| left - of)),
            };
            return Self { left, times: 0, started };
        }
        let rarest = come.into_iter().next().map(|(_, of)| of);
        Self { left: Left::Owned(rarest.unwrap_or_default()), times: started, started }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        let many = match &self.left {
            Left::AllBut { of, gone } => {
                u64::from(*of) - gone.iter().map(|gone| gone.len()).sum::<u64>()
            }
            Left::Borrowed(places) => places.len(),
            Left::Owned(places) => places.len(),
        };
        usize::try_from(many).unwrap_or(usize::MAX)
    }

    /// One of them, by its number in order, from 0.
    pub(super) fn nth(&self, number: usize) -> Option<u32> {
        let number = u32::try_from(number).ok()?;
        match &self.left {
            Left::AllBut { of, gone } => nth_but(*of, gone, number),
            Left::Borrowed(places) => places.select(number),
            Left::Owned(places) => places.select(number),
        }
    }

    /// How often one of them will have come then.
    pub(super) fn next_times(&self) -> i64 {
        (self.times + 1).max(self.started)
    }
}

/// The place of that number among those that are not gone: the first up to which more of them are.
fn nth_but(of: u32, gone: &[&RoaringBitmap], number: u32) -> Option<u32> {
    let up_to =
        |place: u32| u64::from(place) + 1 - gone.iter().map(|gone| gone.rank(place)).sum::<u64>();
    let (mut low, mut high) = (number, of);
    while low < high {
        let middle = low + (high - low) / 2;
        if up_to(middle) > u64::from(number) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    (low < of).then_some(low)
}
