//! Whether the process before may have carried out a request that comes in as a new one.
//!
//! Discord replays to a session, and says so. By HTTP nobody says it: what is sent again for a restart
//! is told from what is new by the mark of its request alone ([`Store::marked`]).

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::posted::CLOCKS_DIFFER;
use crate::store::{Marked, Store};
use domain::RequestId;

/// How long after the start the gateway may bring such a request.
const SETTLES: Duration = Duration::from_secs(60);

/// The process before this one, as far as its requests may come again.
#[derive(Debug)]
pub(super) struct Followed {
    store: Store,
    /// What it has carried out; `None` if that could not be read, and is looked up each time.
    marked: Option<Marked>,
    window: Window,
}

/// When a request of before may still come.
#[derive(Clone, Copy, Debug)]
struct Window {
    start: Instant,
    /// The same in seconds since 1970.
    start_at: i64,
}

impl Followed {
    /// What a process that starts now follows.
    pub(super) async fn find(store: &Store) -> Self {
        let marked = store.marked().await.map_err(|error| {
            tracing::error!(?error, "it is not known which requests were carried out before");
        });
        let window = Window { start: Instant::now(), start_at: Timestamp::now().as_second() };
        Self { store: store.clone(), marked: marked.ok(), window }
    }

    /// Whether it has carried a request out, which was signed at that second if it came by HTTP.
    pub(super) async fn has_done(
        &self,
        request: RequestId,
        received: Instant,
        signed_at: Option<i64>,
    ) -> bool {
        if !self.window.holds(received, signed_at) {
            return false;
        }
        let done = match &self.marked {
            Some(marked) => Ok(self.store.is_among(marked, request)),
            None => self.store.has_carried_out(request).await,
        };
        done.unwrap_or_else(|error| {
            tracing::error!(?error, "it is not known whether a request is done");
            false
        })
    }
}

impl Window {
    fn holds(self, received: Instant, signed_at: Option<i64>) -> bool {
        match signed_at {
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
        let after = Window { start, start_at };
        assert!(after.holds(start, None));
        assert!(after.holds(start + SETTLES, None));
        assert!(!after.holds(start + SETTLES * 2, None));
        let late = start + SETTLES * 9;
        assert!(after.holds(late, Some(start_at - CLOCKS_DIFFER)));
        assert!(after.holds(late, Some(start_at + CLOCKS_DIFFER)));
        assert!(!after.holds(late, Some(start_at + CLOCKS_DIFFER + 1)));
    }
}
