//! Discord bans an address for a while after 10,000 refused requests in ten minutes. We stop far
//! below that.

use std::time::Instant;

use super::rate_limiter::share_of;

/// How many refused requests in ten minutes make us hold back.
const MOST: usize = 2_000;
const MINUTES: usize = 10;

/// Counts refused requests by the minute.
pub(super) struct InvalidRequestGuard {
    most: usize,
    started: Option<Instant>,
    minutes: [(u64, u32); MINUTES],
}

impl InvalidRequestGuard {
    /// Keeps to a part of what an address may: other processes may be at the same one.
    pub(super) fn new(share: f64) -> Self {
        Self { most: share_of(MOST, share), started: None, minutes: Default::default() }
    }

    /// One more request was refused.
    pub(super) fn count(&mut self, now: Instant) {
        let minute = self.minute(now);
        let slot = &mut self.minutes[minute as usize % MINUTES];
        if slot.0 != minute {
            *slot = (minute, 0);
        }
        slot.1 += 1;
    }

    /// Whether we must hold back.
    pub(super) fn shut(&mut self, now: Instant) -> bool {
        let minute = self.minute(now);
        let recent = self.minutes.iter().filter(|slot| slot.0 + MINUTES as u64 > minute);
        recent.map(|slot| slot.1 as usize).sum::<usize>() >= self.most
    }

    /// Which minute it is, counted from 1.
    fn minute(&mut self, now: Instant) -> u64 {
        let started = *self.started.get_or_insert(now);
        now.saturating_duration_since(started).as_secs() / 60 + MINUTES as u64
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn it_shuts_far_below_the_ban_and_opens_again() {
        let mut guard = InvalidRequestGuard::new(1.0);
        let start = Instant::now();
        for n in 0..MOST {
            assert!(!guard.shut(start), "after {n}");
            guard.count(start + Duration::from_secs(n as u64 / 10));
        }
        let later = start + Duration::from_secs(MOST as u64 / 10);
        assert!(guard.shut(later));
        assert!(!guard.shut(later + Duration::from_secs(600)));
    }

    #[test]
    fn what_is_ten_minutes_old_no_longer_counts() {
        let mut guard = InvalidRequestGuard::new(1.0);
        let start = Instant::now();
        for minute in 0..60 {
            let now = start + Duration::from_secs(60 * minute);
            assert!(!guard.shut(now), "in minute {minute}");
            for _ in 0..MOST / 11 {
                guard.count(now);
            }
        }
    }
}
