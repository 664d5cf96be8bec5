//! HTTP faults: what goes wrong on the way, by order of a test.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use crate::http::Answer;
use crate::journal::lock;
use crate::refusal::Refusal;

/// Something that goes wrong with a request.
#[derive(Clone, Debug)]
pub enum Fault {
    /// 429, with this `retry_after`, of the route or of all.
    RateLimited {
        /// How long to wait.
        retry_after: Duration,
        /// Whether it is the global limit.
        global: bool,
    },
    /// An error of Discord's own, such as 500, 502 or 503. Nothing is done.
    Status(u16),
    /// The connection ends before anything is done.
    DropBefore,
    /// All is done, and the connection ends before the answer.
    DropAfter,
    /// All is done, this much later.
    Delay(Duration),
    /// Nothing is done, and the answer is this text with this status.
    Answer {
        /// The status.
        status: u16,
        /// Anything.
        body: String,
    },
}

impl Fault {
    /// An answer that no client can read.
    #[must_use]
    pub fn garbage() -> Self {
        Self::Answer { status: 200, body: "<html>upstream connect error".to_owned() }
    }

    /// A refusal as Discord words it.
    #[must_use]
    pub fn refusal(refusal: &Refusal) -> Self {
        Self::Answer { status: refusal.status, body: refusal.body().to_string() }
    }

    /// What a network in front of Discord answers.
    #[must_use]
    pub fn page(status: u16) -> Self {
        let body = "<!DOCTYPE html><html><title>Access denied</title></html>".to_owned();
        Self::Answer { status, body }
    }

    /// The headers that go with a planned 429.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let Self::RateLimited { retry_after, global } = self else {
            return Vec::new();
        };
        let mut headers = vec![
            ("retry-after", retry_after.as_secs_f64().ceil().to_string()),
            ("x-ratelimit-scope", if *global { "global" } else { "shared" }.to_owned()),
        ];
        if *global {
            headers.push(("x-ratelimit-global", "true".to_owned()));
        }
        headers
    }

    /// What is answered instead of handling the request.
    pub(crate) fn instead(&self) -> Option<Result<Answer, Refusal>> {
        match self {
            Self::RateLimited { retry_after, global } => {
                let body = json!({
                    "message": "You are being rate limited.",
                    "retry_after": retry_after.as_secs_f64(), "global": global,
                });
                Some(Ok(Answer::Json(429, body)))
            }
            Self::Status(status) => {
                let body =
                    json!({ "message": format!("{status}: Internal Server Error"), "code": 0 });
                Some(Ok(Answer::Json(*status, body)))
            }
            Self::Answer { status, .. } => Some(Ok(Answer::Json(*status, json!(null)))),
            Self::DropBefore | Self::DropAfter | Self::Delay(_) => None,
        }
    }
}

/// A fault that waits for its requests.
#[derive(Debug)]
struct Planned {
    method: Option<Method>,
    pattern: String,
    fault: Fault,
    times: usize,
}

/// The faults that are to come.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<VecDeque<Planned>>);

impl Faults {
    pub(crate) fn plan(&self, which: &str, times: usize, fault: Fault) {
        let (method, pattern) = match which.split_once(' ') {
            Some((method, pattern)) => (method.parse().ok(), pattern),
            None => (None, which),
        };
        let pattern = pattern.to_owned();
        lock(&self.0).push_back(Planned { method, pattern, fault, times });
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }

    /// The faults that no request has met yet.
    pub(crate) fn left(&self) -> usize {
        lock(&self.0).iter().map(|planned| planned.times).sum()
    }

    /// The fault for this request, if one waits for it.
    pub(crate) fn next(&self, method: &Method, path: &str) -> Option<Fault> {
        let mut planned = lock(&self.0);
        let place = planned.iter().position(|one| {
            one.method.as_ref().is_none_or(|wanted| wanted == method) && fits(&one.pattern, path)
        })?;
        let one = planned.get_mut(place)?;
        let fault = one.fault.clone();
        one.times = one.times.saturating_sub(1);
        if one.times == 0 {
            planned.remove(place);
        }
        Some(fault)
    }
}

/// Whether a path fits a pattern in which `*` stands for anything.
fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    if !pattern.contains('*') {
        return rest.is_empty();
    }
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty() || pattern.ends_with('*')
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns() {
        assert!(fits("*", "/anything"));
        assert!(fits("/channels/*/messages", "/channels/1/messages"));
        assert!(!fits("/channels/*/messages", "/channels/1/messages/2"));
        assert!(fits("/channels/*", "/channels/1/messages/2"));
        assert!(fits("/gateway/bot", "/gateway/bot"));
        assert!(!fits("/gateway/bot", "/gateway"));
    }
}
