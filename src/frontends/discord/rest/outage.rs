//! Whether Discord answers at all at the moment. Time comes in as a parameter.

use std::time::{Duration, Instant};

/// After so many requests in a row that failed, Discord is away.
const AWAY: u32 = 3;

/// Counts the requests that failed in a row.
#[derive(Default)]
pub(super) struct Outage {
    failures: u32,
    since: Option<Instant>,
}

/// What the log is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Discord does not answer any more.
    Begins,
    /// It answers again, after so long and so many requests.
    Ends(Duration, u32),
}

impl Outage {
    /// A request failed, and not for a reason of its own.
    pub(super) fn failed(&mut self, now: Instant) -> Option<News> {
        self.failures += 1;
        self.since.get_or_insert(now);
        (self.failures == AWAY).then_some(News::Begins)
    }

    /// Discord has answered, whatever it said.
    pub(super) fn answered(&mut self, now: Instant) -> Option<News> {
        let failures = std::mem::take(&mut self.failures);
        let since = self.since.take()?;
        let took = now.saturating_duration_since(since);
        (failures >= AWAY).then_some(News::Ends(took, failures))
    }

    /// Whether Discord is away: to try a request again and again would not help.
    pub(super) fn is_on(&self) -> bool {
        self.failures >= AWAY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_is_told_of_when_it_begins_and_when_it_ends() {
        let (mut outage, start) = (Outage::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(outage.failed(start), None);
        assert_eq!(outage.answered(after(1)), None, "one failure is none");
        for (seconds, news) in [(2, None), (3, None), (4, Some(News::Begins)), (60, None)] {
            assert_eq!(outage.failed(after(seconds)), news, "after {seconds} seconds");
        }
        assert!(outage.is_on());
        let ends = News::Ends(Duration::from_secs(300), 4);
        assert_eq!(outage.answered(after(302)), Some(ends));
        assert_eq!(outage.answered(after(303)), None);
        assert!(!outage.is_on());
    }
}
