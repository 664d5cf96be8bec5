//! Some of a bot's shards, and so the servers that are theirs: Discord puts each server into the
//! shard `(id >> 22) % total`.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::ServerId;

/// The most shards that a bot can be divided into here; the largest bots have some thousands.
const MOST: u32 = 65_536;

/// Some of a bot's shards, written `0-7/16`, `3/16` or `0-1,4-5/8`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shards {
    total: u32,
    /// In order, and never next to each other.
    ranges: Vec<RangeInclusive<u32>>,
}

/// Why a text names no shards.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotShards {
    /// It is written in another way.
    #[error("shards are written like 0-7/16, 3/16 or 0-1,4-5/8")]
    Form,
    /// There cannot be that many.
    #[error("a bot has from 1 to {MOST} shards, not {0}")]
    Total(u32),
    /// Shards are numbered from 0.
    #[error("of {total} shards the last is {}, so that there is no shard {shard}", total - 1)]
    Beyond {
        /// The number that is too high.
        shard: u32,
        /// How many there are.
        total: u32,
    },
    /// The end of a range comes before its start.
    #[error("{0}-{1} runs backwards")]
    Backwards(u32, u32),
    /// A shard is named twice.
    #[error("shard {0} is named twice")]
    Twice(u32),
}

impl Shards {
    /// All shards of a bot that has `total`; at least one.
    #[must_use]
    pub fn all(total: u32) -> Self {
        let total = total.max(1);
        Self { total, ranges: vec![0..=total - 1] }
    }

    /// How many shards the whole bot has.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.total
    }

    /// How many of them these are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.ranges.iter().map(|range| range.end() - range.start() + 1).sum()
    }

    /// Their numbers, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.ranges.iter().cloned().flatten()
    }

    /// Their numbers, in order, as ranges with a gap between each two.
    #[must_use]
    pub fn ranges(&self) -> &[RangeInclusive<u32>] {
        &self.ranges
    }

    /// Whether a shard is one of them.
    #[must_use]
    pub fn contains(&self, shard: u32) -> bool {
        self.ranges.iter().any(|range| range.contains(&shard))
    }

    /// Whether a server is in one of them.
    #[must_use]
    pub fn have(&self, server: ServerId) -> bool {
        self.contains(shard_of(server, self.total))
    }
}

/// The shard that a server is in. A member's own book is in shard 0, where Discord sends all that
/// comes from no server.
#[must_use]
pub fn shard_of(server: ServerId, total: u32) -> u32 {
    let Ok(id) = u64::try_from(server.0) else { return 0 };
    // Below `total`, which fits.
    u32::try_from((id >> 22) % u64::from(total.max(1))).unwrap_or_default()
}

impl FromStr for Shards {
    type Err = NotShards;

    fn from_str(text: &str) -> Result<Self, NotShards> {
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| NotShards::Form);
        let (parts, total) = text.split_once('/').ok_or(NotShards::Form)?;
        let total = number(total)?;
        if !(1..=MOST).contains(&total) {
            return Err(NotShards::Total(total));
        }
        let mut ranges = Vec::new();
        for part in parts.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (number(first)?, number(last)?);
            match first.max(last) {
                _ if first > last => return Err(NotShards::Backwards(first, last)),
                shard if shard >= total => return Err(NotShards::Beyond { shard, total }),
                _ => ranges.push(first..=last),
            }
        }
        ranges.sort_unstable_by_key(|range| *range.start());
        let mut joined: Vec<RangeInclusive<u32>> = Vec::new();
        for range in ranges {
            match joined.last_mut() {
                Some(last) if range.start() <= last.end() => {
                    return Err(NotShards::Twice(*range.start()));
                }
                Some(last) if *range.start() == last.end() + 1 => {
                    *last = *last.start()..=*range.end();
                }
                _ => joined.push(range),
            }
        }
        Ok(Self { total, ranges: joined })
    }
}

impl fmt::Display for Shards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, range) in self.ranges.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            match range.end() - range.start() {
                0 => write!(f, "{comma}{}", range.start())?,
                _ => write!(f, "{comma}{}-{}", range.start(), range.end())?,
            }
        }
        write!(f, "/{}", self.total)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::MemberId;

    fn shards(text: &str) -> Shards {
        text.parse().unwrap()
    }

    #[test]
    fn shards_are_read_as_people_write_them() {
        for (text, shown, numbers) in [
            ("0-7/16", "0-7/16", vec![0, 1, 2, 3, 4, 5, 6, 7]),
            ("3/16", "3/16", vec![3]),
            (" 4-5 , 0 - 1 / 8 ", "0-1,4-5/8", vec![0, 1, 4, 5]),
            ("0-1,2-3/4", "0-3/4", vec![0, 1, 2, 3]),
            ("0/1", "0/1", vec![0]),
        ] {
            let shards = shards(text);
            assert_eq!(shards.to_string(), shown);
            assert_eq!(shards.numbers().collect::<Vec<_>>(), numbers, "{text}");
            assert_eq!(shards.count() as usize, numbers.len(), "{text}");
        }
    }

    #[test]
    fn what_names_no_shards_says_why() {
        for (text, why) in [
            ("", NotShards::Form),
            ("7", NotShards::Form),
            ("0-7", NotShards::Form),
            ("/16", NotShards::Form),
            ("0-/16", NotShards::Form),
            ("-1/16", NotShards::Form),
            ("0..7/16", NotShards::Form),
            ("0/0", NotShards::Total(0)),
            ("0/70000", NotShards::Total(70_000)),
            ("16/16", NotShards::Beyond { shard: 16, total: 16 }),
            ("0-16/16", NotShards::Beyond { shard: 16, total: 16 }),
            ("7-0/16", NotShards::Backwards(7, 0)),
            ("0-3,3-5/16", NotShards::Twice(3)),
        ] {
            assert_eq!(text.parse::<Shards>(), Err(why), "{text}");
        }
    }

    #[test]
    fn a_members_own_book_is_where_direct_messages_arrive() {
        let own = ServerId::of_member(MemberId(5 << 22));
        assert!(shards("0/4").have(own));
        assert!(!shards("1-3/4").have(own));
    }

    proptest! {
        #[test]
        fn every_server_is_in_one_part(id in 1_i64.., cut in 1_u32..16) {
            let server = ServerId(id);
            let parts = [format!("0-{}/16", cut - 1), format!("{cut}-15/16")];
            let having = parts.iter().filter(|part| shards(part).have(server)).count();
            prop_assert_eq!(having, 1);
        }

        /// So a bot that is divided twice as finely has to move nobody.
        #[test]
        fn with_twice_as_many_shards_a_server_is_in_the_same_or_that_many_further(id in 1_i64..) {
            let of = |total| shard_of(ServerId(id), total);
            prop_assert_eq!(of(8) % 4, of(4));
            prop_assert_eq!(shards("0-1/4").have(ServerId(id)), shards("0-1,4-5/8").have(ServerId(id)));
        }

        #[test]
        fn what_is_shown_can_be_read(total in 1_u32..40, picked in prop::collection::btree_set(0_u32..40, 1..20)) {
            let picked: Vec<String> =
                picked.into_iter().filter(|it| *it < total).map(|it| it.to_string()).collect();
            prop_assume!(!picked.is_empty());
            let shards = shards(&format!("{}/{total}", picked.join(",")));
            prop_assert_eq!(shards.to_string().parse::<Shards>(), Ok(shards));
        }
    }
}
