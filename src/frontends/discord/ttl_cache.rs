//! A small memory that forgets: bounded in number and in time. Time comes in as a parameter.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::{Duration, Instant};

/// What was put in lately.
pub(super) struct Recent<K, V> {
    known: HashMap<K, (Instant, V)>,
    order: VecDeque<(Instant, K)>,
    most: usize,
    keep: Duration,
}

impl<K: Copy + Eq + Hash, V> Recent<K, V> {
    /// Keeps at most `most` entries, each for at most `keep`.
    pub(super) fn new(most: usize, keep: Duration) -> Self {
        Self { known: HashMap::new(), order: VecDeque::new(), most, keep }
    }

    pub(super) fn get(&self, key: &K, now: Instant) -> Option<&V> {
        let (since, value) = self.known.get(key)?;
        (now.saturating_duration_since(*since) < self.keep).then_some(value)
    }

    /// Puts something in; whether it was there before.
    pub(super) fn put(&mut self, key: K, value: V, now: Instant) -> bool {
        let known = self.get(&key, now).is_some();
        self.known.insert(key, (now, value));
        self.order.push_back((now, key));
        self.forget(now);
        known
    }

    /// Forgets one entry.
    pub(super) fn remove(&mut self, key: &K) {
        self.known.remove(key);
    }

    fn forget(&mut self, now: Instant) {
        while let Some((since, key)) = self.order.front().copied() {
            let old = now.saturating_duration_since(since) >= self.keep;
            if !old && self.order.len() <= self.most {
                return;
            }
            self.order.pop_front();
            // It may have been put in again since.
            if self.known.get(&key).is_some_and(|(latest, _)| *latest == since) {
                self.known.remove(&key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_forgets_what_is_old_and_what_is_too_much() {
        let start = Instant::now();
        let mut recent = Recent::new(3, Duration::from_secs(10));
        assert!(!recent.put(1, (), start));
        assert!(recent.put(1, (), start + Duration::from_secs(9)));
        assert!(!recent.put(1, (), start + Duration::from_secs(19)));
        for key in 0..1000 {
            recent.put(key, (), start + Duration::from_secs(20));
            assert!(recent.known.len() <= 3 && recent.order.len() <= 3);
        }
        assert!(recent.get(&999, start + Duration::from_secs(20)).is_some());
        assert!(recent.get(&1, start + Duration::from_secs(20)).is_none());
    }
}
