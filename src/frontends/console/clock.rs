//! The console's time and chance: the world's, or fixed so that a script gives the same each time.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::clock;

#[derive(Debug)]
pub(super) struct Clock {
    /// The time at which it is stopped, if it is.
    fixed: Option<Timestamp>,
    /// How many milliseconds `wait` has put it on.
    ahead: AtomicI64,
}

impl Clock {
    pub(super) fn new(fixed: Option<Timestamp>) -> Self {
        Self { fixed, ahead: AtomicI64::new(0) }
    }

    pub(super) fn now(&self) -> Timestamp {
        let now = self.fixed.unwrap_or_else(Timestamp::now);
        let ahead = SignedDuration::from_millis(self.ahead.load(Ordering::Relaxed));
        now.saturating_add(ahead).unwrap_or(now)
    }

    /// The same for what waits for a time.
    pub(super) fn for_waiting(&self) -> clock::Clock {
        match (self.fixed, self.ahead.load(Ordering::Relaxed)) {
            (None, 0) => clock::Clock::System,
            (fixed, _) => clock::Clock::fast(self.now(), u32::from(fixed.is_none())),
        }
    }

    /// After each line: a stopped clock moves on by a second, so that there is an order.
    pub(super) fn tick(&self) {
        if self.fixed.is_some() {
            self.go_on(Duration::from_secs(1));
        }
    }

    /// Goes on to `at`, if that is still to come.
    pub(super) fn go_to(&self, at: Timestamp) {
        if let Ok(left) = Duration::try_from(at.duration_since(self.now())) {
            self.go_on(left + Duration::from_millis(1));
        }
    }

    /// Goes on by so much.
    pub(super) fn go_on(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or_default();
        self.ahead.fetch_add(by, Ordering::Relaxed);
    }
}

/// Where the seed of each request comes from.
#[derive(Debug)]
pub(super) struct Chance {
    seed: Option<u64>,
    drawn: AtomicU64,
}

impl Chance {
    /// `past` is how much the database holds: a second run on it draws anew, so that what is drawn
    /// to be kept is never drawn twice.
    pub(super) fn new(seed: Option<u64>, past: usize) -> Self {
        let past = u64::try_from(past).unwrap_or_default();
        Self { seed, drawn: AtomicU64::new(past << 32) }
    }

    /// The next seed.
    pub(super) fn draw(&self) -> u64 {
        let Some(seed) = self.seed else {
            return rand::rng().next_u64();
        };
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        chance.set_stream(self.drawn.fetch_add(1, Ordering::Relaxed));
        chance.next_u64()
    }
}

/// A number that no other request or message has, in this run or another.
pub(super) fn fresh_number() -> i64 {
    i64::try_from(rand::rng().next_u64() >> 1).unwrap_or_default()
}
