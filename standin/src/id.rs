//! Snowflakes: Discord's ids, which carry the millisecond of their making.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use serde::{Serialize, Serializer};

/// The first millisecond of 2015, from which Discord counts.
const EPOCH_MS: u64 = 1_420_070_400_000;

/// One of Discord's ids. It goes out in JSON as a string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl From<u64> for Id {
    fn from(id: u64) -> Self {
        Self(id)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Makes ids that only grow, each at the time it is asked for.
#[derive(Debug, Default)]
pub(crate) struct Mint {
    /// How many milliseconds the clock is ahead of the system's.
    ahead: AtomicU64,
    last: AtomicU64,
    guilds: AtomicU64,
}

impl Mint {
    /// The next id.
    pub(crate) fn next(&self) -> Id {
        let floor = (since_epoch_ms() + self.ahead.load(Ordering::Relaxed)) << 22;
        let mut last = self.last.load(Ordering::Relaxed);
        loop {
            let next = floor.max(last + 1);
            match self.last.compare_exchange_weak(last, next, Ordering::Relaxed, Ordering::Relaxed)
            {
                Ok(_) => return Id(next),
                Err(seen) => last = seen,
            }
        }
    }

    /// What the clock shows.
    pub(crate) fn now(&self) -> Timestamp {
        let since = EPOCH_MS + since_epoch_ms() + self.ahead.load(Ordering::Relaxed);
        let since = i64::try_from(since).unwrap_or(i64::MAX);
        Timestamp::from_millisecond(since).unwrap_or(Timestamp::MAX)
    }

    /// Puts the clock ahead to a time; it never goes back.
    pub(crate) fn set_time(&self, now: Timestamp) {
        let behind = EPOCH_MS + since_epoch_ms();
        let wanted = u64::try_from(now.as_millisecond()).unwrap_or_default();
        self.ahead.fetch_max(wanted.saturating_sub(behind), Ordering::Relaxed);
    }

    /// The next id of a server: each in a millisecond of its own, a month ago, so that servers
    /// spread over shards as they do in earnest.
    pub(crate) fn next_guild(&self) -> Id {
        const MONTH_MS: u64 = 30 * 24 * 3600 * 1000;
        let n = self.guilds.fetch_add(1, Ordering::Relaxed);
        // A round start, so that server n is on shard n modulo the number of shards.
        let start = (since_epoch_ms() - MONTH_MS) / 86_400_000 * 86_400_000;
        Id((start + n) << 22)
    }
}

fn since_epoch_ms() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.as_millis()).unwrap_or(u64::MAX).saturating_sub(EPOCH_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_only_grow() {
        let mint = Mint::default();
        let ids: Vec<Id> = (0..10_000).map(|_| mint.next()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn servers_spread_over_shards() {
        let mint = Mint::default();
        let first = mint.next_guild().0 >> 22;
        for n in 1..8 {
            assert_eq!((mint.next_guild().0 >> 22) - first, n);
        }
    }
}
