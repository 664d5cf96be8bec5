//! Whether the process before may have carried out a request that comes in as a new one.
//!
//! Discord replays to a session, and says so. By HTTP nobody says it: what is sent again for a restart
//! is told from what is new by the mark of its request alone ([`Store::has_carried_out`]).

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::posted::CLOCKS_DIFFER;
use crate::store::{self, Store};

/// How long after the start the gateway may bring such a request.
const SETTLES: Duration = Duration::from_secs(60);

/// The process before this one, as far as its requests may come again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Followed {
    /// Whether it has left any marks; without, nothing has to be looked up.
    marks: bool,
    start: Instant,
    /// The same in seconds since 1970.
    start_at: i64,
}

impl Followed {
    /// What a process that starts now follows.
    pub(super) async fn find(store: &Store) -> Self {
        let marks = store.has_marks().await.unwrap_or_else(|error: store::Error| {
            tracing::error!(?error, "it is not known whether requests were carried out before");
            true
        });
        Self { marks, start: Instant::now(), start_at: Timestamp::now().as_second() }
    }

    /// Whether a request may be one of its own, which was signed at that second if it came by HTTP.
    pub(super) fn may_have_done(self, received: Instant, signed_at: Option<i64>) -> bool {
        self.marks
            && match signed_at {
                // It took none that was further ahead.
                Some(at) => at <= self.start_at + CLOCKS_DIFFER,
                None => received.saturating_duration_since(self.start) <= SETTLES,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_may_be_done_for_as_long_as_one_of_before_can_come_again() {
        let (start, start_at) = (Instant::now(), 1_700_000_000);
        let after = Followed { marks: true, start, start_at };
        assert!(after.may_have_done(start, None));
        assert!(after.may_have_done(start + SETTLES, None));
        assert!(!after.may_have_done(start + SETTLES * 2, None));
        let late = start + SETTLES * 9;
        assert!(after.may_have_done(late, Some(start_at - CLOCKS_DIFFER)));
        assert!(after.may_have_done(late, Some(start_at + CLOCKS_DIFFER)));
        assert!(!after.may_have_done(late, Some(start_at + CLOCKS_DIFFER + 1)));
        let first = Followed { marks: false, start, start_at };
        assert!(!first.may_have_done(start, None) && !first.may_have_done(start, Some(start_at)));
    }
}
