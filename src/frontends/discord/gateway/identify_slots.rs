//! When each shard may identify if several processes share a token. Time comes in as a parameter.
//!
//! Discord takes one identify in five seconds for each of `max_concurrency` groups of shards, whichever
//! process they are in. The processes do not talk with each other, so the clock on the wall decides:
//! each shard of a group has a slot of its own, and they come round in turn. No shard waits longer
//! than it takes to start the whole bot. The clocks may differ by a fifth of Discord's five seconds.

use std::time::Duration;

/// The slots of one group of shards, from the epoch on.
#[derive(Clone, Copy, Debug)]
pub(super) struct IdentifySlots {
    /// The time between two identifies that Discord asks for.
    every: Duration,
    /// How many shards are in a group.
    turns: u32,
    /// How many groups there are.
    groups: u32,
}

impl IdentifySlots {
    pub(super) fn new(total: u32, groups: u32, every: Duration) -> Self {
        let groups = groups.max(1);
        Self { every, turns: total.div_ceil(groups).max(1), groups }
    }

    /// How long a shard has to wait for its slot; not at all at the beginning of it.
    pub(super) fn wait(self, shard: u32, since_epoch: Duration) -> Duration {
        // Identifies begin in the first fifth of a slot. The fifth after Discord's own time is for
        // clocks that differ and for the way to Discord.
        let open = (self.every / 5).as_nanos().max(1);
        let slot = (self.every * 7 / 5).as_nanos().max(1);
        let round = slot * u128::from(self.turns);
        let start = slot * u128::from(shard / self.groups % self.turns);
        let into = (since_epoch.as_nanos() + round - start) % round;
        if into < open {
            return Duration::ZERO;
        }
        Duration::from_nanos(u64::try_from(round - into).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EVERY: Duration = Duration::from_secs(5);

    #[test]
    fn shards_of_a_group_take_turns_and_groups_do_not_wait_for_each_other() {
        let slots = IdentifySlots::new(4, 2, EVERY);
        let wait = |shard, seconds| slots.wait(shard, Duration::from_secs(seconds)).as_secs();
        // Two shards a group, seven seconds each.
        assert_eq!([0, 1, 2, 3].map(|shard| wait(shard, 14)), [0, 0, 7, 7]);
        assert_eq!([0, 1, 2, 3].map(|shard| wait(shard, 21)), [7, 7, 0, 0]);
        assert_eq!(
            [0, 2].map(|shard| wait(shard, 15)),
            [13, 6],
            "the slot has begun: the next one"
        );
    }

    #[test]
    fn a_shard_that_is_alone_waits_for_no_other() {
        let slots = IdentifySlots::new(1, 1, EVERY);
        assert!((0..14).all(|second| slots.wait(0, Duration::from_secs(second)) <= EVERY * 7 / 5));
    }

    proptest! {
        /// Whenever two processes start, and though their clocks differ by a second.
        #[test]
        fn no_two_shards_of_a_group_identify_within_discords_time(
            total in 2_u32..40,
            groups in 1_u32..5,
            starts in (0_u64..1_000_000, 0_u64..1_000_000),
            ahead in 0_u64..1_000,
            shards in (0_u32..40, 0_u32..40),
        ) {
            let (a, b) = (shards.0 % total, shards.1 % total);
            prop_assume!(a != b && a % groups == b % groups);
            let slots = IdentifySlots::new(total, groups, EVERY);
            let millis = Duration::from_millis;
            let ahead = millis(ahead);
            let base = Duration::from_secs(3_600);
            let first = base + millis(starts.0) + slots.wait(a, base + millis(starts.0));
            let second = base + millis(starts.1) + slots.wait(b, base + millis(starts.1) + ahead);
            prop_assert!(first.abs_diff(second) >= EVERY, "{:?}", first.abs_diff(second));
        }

        #[test]
        fn a_slot_that_was_waited_for_is_open(shard in 0_u32..40, now in 0_u64..10_000_000) {
            let slots = IdentifySlots::new(40, 1, EVERY);
            let now = Duration::from_millis(now);
            let wait = slots.wait(shard, now);
            prop_assert!(wait <= EVERY * 7 / 5 * 40);
            prop_assert_eq!(slots.wait(shard, now + wait), Duration::ZERO);
        }
    }
}
