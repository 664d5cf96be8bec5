//! How often something may be done: as a bucket that fills evenly, so that nobody waits for the turn of
//! an hour. It is the generic cell rate algorithm: all it remembers is one instant.

use jiff::{SignedDuration, Timestamp};

/// How often something may be done: so many times at once, and as many again in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How many times an hour; 0 forbids it.
    pub per_hour: u32,
}

/// When a bucket is full again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullAt(pub Timestamp);

impl Allowance {
    /// Takes one out of a bucket that is full at `full_at` (`None`: it is full). Hands back when it is
    /// full then.
    ///
    /// # Errors
    /// It is empty: when there is one in it again.
    pub fn take(self, full_at: Option<FullAt>, now: Timestamp) -> Result<FullAt, Timestamp> {
        if self.per_hour == 0 {
            return Err(now.saturating_add(HOUR).unwrap_or(Timestamp::MAX));
        }
        let each = HOUR / i32::try_from(self.per_hour).unwrap_or(i32::MAX);
        // A clock that was ahead must not lock anybody out: no bucket is emptier than empty.
        let emptiest = now.saturating_add(HOUR).unwrap_or(Timestamp::MAX);
        let full_at = full_at.map_or(now, |it| it.0.clamp(now, emptiest));
        let next = full_at.saturating_add(each).unwrap_or(Timestamp::MAX);
        let too_early = next.duration_since(emptiest);
        if too_early > SignedDuration::ZERO {
            return Err(now.saturating_add(too_early).unwrap_or(Timestamp::MAX));
        }
        Ok(FullAt(next))
    }
}

const HOUR: SignedDuration = SignedDuration::from_hours(1);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn as_many_as_an_hour_allows_come_at_once_and_then_one_by_one() {
        let allowance = Allowance { per_hour: 3 };
        let mut bucket = None;
        for _ in 0..3 {
            bucket = Some(allowance.take(bucket, at(0)).unwrap());
        }
        assert_eq!(allowance.take(bucket, at(0)), Err(at(1_200)));
        assert_eq!(allowance.take(bucket, at(1_199)), Err(at(1_200)));
        bucket = Some(allowance.take(bucket, at(1_200)).unwrap());
        assert_eq!(allowance.take(bucket, at(1_200)), Err(at(2_400)));
        // After an hour of rest it is full again.
        for _ in 0..3 {
            bucket = Some(allowance.take(bucket, at(10_000)).unwrap());
        }
    }

    #[test]
    fn nothing_is_allowed_where_there_is_no_allowance() {
        assert_eq!(Allowance { per_hour: 0 }.take(None, at(0)), Err(at(3_600)));
    }

    #[test]
    fn a_clock_that_was_ahead_locks_nobody_out_for_longer_than_the_wait_for_one() {
        let allowance = Allowance { per_hour: 2 };
        assert_eq!(allowance.take(Some(FullAt(at(1_000_000))), at(0)), Err(at(1_800)));
    }

    proptest! {
        #[test]
        fn no_hour_sees_more_than_twice_what_it_allows(
            per_hour in 1u32..50, pauses in prop::collection::vec(0i64..600, 0..300)
        ) {
            let (allowance, mut bucket, mut now) = (Allowance { per_hour }, None, 0);
            let mut taken = Vec::new();
            for pause in pauses {
                now += pause;
                match allowance.take(bucket, at(now)) {
                    Ok(full_at) => {
                        bucket = Some(full_at);
                        taken.push(now);
                    }
                    // What it promises, it keeps.
                    Err(again) => prop_assert!(allowance.take(bucket, again).is_ok()),
                }
            }
            for start in &taken {
                let hour = taken.iter().filter(|it| (*start..start + 3_600).contains(it)).count();
                prop_assert!(hour <= 2 * per_hour as usize);
            }
        }
    }
}
