//! The clock that `main` hands to whatever waits for a time. Commands never see it: they get the
//! time with their caller.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

/// Tells the time, and waits for a time.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's.
    System,
    /// One that started at `from` at the instant `since` and runs `speed` times as fast as the
    /// system's: a day of schedules in a second.
    Fast {
        /// What it showed when it was started.
        from: Timestamp,
        /// When it was started.
        since: Instant,
        /// Its seconds in a second.
        speed: u32,
    },
}

/// The longest wait in one go: the system's clock may be set, or the machine sleep, meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

impl Clock {
    /// A clock that shows `from` now and runs `speed` times as fast as the system's.
    #[must_use]
    pub fn fast(from: Timestamp, speed: u32) -> Self {
        Self::Fast { from, since: Instant::now(), speed }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fast { from, since, speed } => {
                let elapsed = since.elapsed().saturating_mul(*speed);
                let elapsed = SignedDuration::try_from(elapsed).unwrap_or(SignedDuration::MAX);
                from.saturating_add(elapsed).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// Waits until `at`, or for some time less: look at the clock again afterwards.
    pub async fn wait_towards(&self, at: Timestamp) {
        let left = Duration::try_from(at.duration_since(self.now())).unwrap_or_default();
        let left = match self {
            Self::System => left,
            Self::Fast { speed, .. } => left / (*speed).max(1),
        };
        // A little more, so that nobody wakes a hair too early and spins.
        tokio::time::sleep(left.min(PATIENCE) + Duration::from_millis(1)).await;
    }
}
