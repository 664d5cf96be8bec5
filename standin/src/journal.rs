//! What was seen: requests, violations, and the requests that Discord would count against us.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use serde_json::Value;

/// A request as it came in, and what it was answered.
#[derive(Clone, Debug)]
pub struct Request {
    /// When it came in.
    pub at: SystemTime,
    /// `GET` and so on.
    pub method: String,
    /// Without `/api/v10` and without the query.
    pub path: String,
    /// The route it matched, as `/channels/{channel_id}/messages`; empty if none.
    pub route: &'static str,
    /// Whether it was no request, but the response to an interaction that was posted to the bot.
    pub inline: bool,
    /// What stood after `?`.
    pub query: String,
    /// Whether it carried the bot's token.
    pub with_token: bool,
    /// The JSON body, or the `payload_json` of a multipart body.
    pub body: Value,
    /// The names of the files sent along.
    pub files: Vec<String>,
    /// The status of the answer; 0 if the answer was never sent.
    pub status: u16,
    /// Discord's error code, or 0.
    pub code: u32,
    /// From the last byte in to the first byte out.
    pub took: Duration,
}

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    requests: Mutex<Vec<Request>>,
    /// Each violation once, with how often.
    violations: Mutex<BTreeMap<String, usize>>,
    pub(crate) invalid: AtomicU64,
    pub(crate) served: AtomicU64,
}

impl Journal {
    pub(crate) fn request(&self, request: Request) {
        lock(&self.requests).push(request);
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        lock(&self.requests).clone()
    }

    pub(crate) fn clear_requests(&self) {
        lock(&self.requests).clear();
    }

    /// Something that Discord lets pass, or that no bot should do.
    pub(crate) fn violation(&self, what: impl Into<String>) {
        *lock(&self.violations).entry(what.into()).or_default() += 1;
    }

    pub(crate) fn violations(&self) -> Vec<String> {
        let counted = lock(&self.violations);
        counted
            .iter()
            .map(
                |(what, times)| {
                    if *times == 1 { what.clone() } else { format!("{what} ({times} times)") }
                },
            )
            .collect()
    }

    pub(crate) fn forgive(&self) {
        lock(&self.violations).clear();
    }

    pub(crate) fn count_status(&self, status: u16) {
        self.served.fetch_add(1, Ordering::Relaxed);
        if matches!(status, 401 | 403 | 429) {
            self.invalid.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Locks, also after another thread panicked: a test that fails should say its own reason.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
