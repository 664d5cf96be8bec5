//! Which interactions came in already: Discord may send one twice, and somebody else one that they
//! have overheard.

use std::collections::{HashSet, VecDeque};
use std::time::{Duration, Instant};

/// The interactions that came in lately; bounded in number and in time.
pub(super) struct Seen {
    ids: HashSet<u64>,
    /// With the second at which Discord signed each; 0 if it was not signed.
    order: VecDeque<(Instant, u64, i64)>,
    most: usize,
    keep: Duration,
    /// The latest of those that were forgotten for want of room.
    forgotten: i64,
}

impl Seen {
    /// Remembers at most `most` interactions, each for at most `keep`.
    pub(super) fn new(most: usize, keep: Duration) -> Self {
        Self { ids: HashSet::new(), order: VecDeque::new(), most, keep, forgotten: 0 }
    }

    /// Whether an interaction comes in for the first time. A signed one that is older than what was
    /// forgotten may be another's copy, so it does not count as new.
    pub(super) fn first(&mut self, id: u64, signed_at: Option<i64>, now: Instant) -> bool {
        self.forget(now);
        if signed_at.is_some_and(|at| at < self.forgotten) || !self.ids.insert(id) {
            return false;
        }
        self.order.push_back((now, id, signed_at.unwrap_or_default()));
        if self.order.len() > self.most
            && let Some((_, id, signed_at)) = self.order.pop_front()
        {
            self.ids.remove(&id);
            self.forgotten = self.forgotten.max(signed_at);
        }
        true
    }

    fn forget(&mut self, now: Instant) {
        while let Some((since, id, _)) = self.order.front().copied() {
            if now.saturating_duration_since(since) < self.keep {
                return;
            }
            self.order.pop_front();
            self.ids.remove(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEEP: Duration = Duration::from_secs(900);

    #[test]
    fn an_interaction_is_new_once_for_as_long_as_it_is_remembered() {
        let start = Instant::now();
        let mut seen = Seen::new(1_000, KEEP);
        assert!(seen.first(1, None, start));
        assert!(!seen.first(1, None, start + KEEP / 2));
        assert!(seen.first(2, Some(7), start + KEEP / 2));
        assert!(!seen.first(2, None, start + KEEP / 2));
        assert!(seen.first(1, None, start + KEEP));
    }

    #[test]
    fn memory_is_bounded_and_what_was_forgotten_cannot_be_sent_again() {
        let start = Instant::now();
        let mut seen = Seen::new(10, KEEP);
        let second = |id: u64| i64::try_from(id / 4).unwrap();
        for id in 0..1_000 {
            assert!(seen.first(id, Some(second(id)), start));
            assert!(seen.ids.len() <= 10 && seen.order.len() <= 10);
        }
        for id in 0..1_000 {
            let same_second = second(id) == second(989);
            assert!(same_second || !seen.first(id, Some(second(id)), start), "{id}");
        }
        // Over the gateway nobody else can send.
        assert!(seen.first(3, None, start));
    }
}
