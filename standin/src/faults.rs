//! HTTP faults: what goes wrong on the way, by order of a test.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use crate::Standin;
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
    /// How many requests that fit go well before.
    before: usize,
    times: usize,
}

/// Faults by chance.
#[derive(Debug)]
struct Chance {
    draw: u64,
    percent: u64,
    faults: Vec<Fault>,
}

/// The faults that are to come.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    planned: Mutex<VecDeque<Planned>>,
    chance: Mutex<Option<Chance>>,
}

impl Faults {
    pub(crate) fn plan(&self, which: &str, before: usize, times: usize, fault: Fault) {
        let (method, pattern) = match which.split_once(' ') {
            Some((method, pattern)) => (method.parse().ok(), pattern),
            None => (None, which),
        };
        let pattern = pattern.to_owned();
        lock(&self.planned).push_back(Planned { method, pattern, fault, before, times });
    }

    pub(crate) fn leave_to_chance(&self, seed: u64, percent: u64, faults: Vec<Fault>) {
        *lock(&self.chance) = Some(Chance { draw: seed, percent, faults });
    }

    pub(crate) fn clear(&self) {
        lock(&self.planned).clear();
        *lock(&self.chance) = None;
    }

    /// The faults that no request has met yet.
    pub(crate) fn left(&self) -> Vec<String> {
        let planned = lock(&self.planned);
        let name = |one: &Planned| {
            let method = one.method.as_ref().map(|method| format!("{method} ")).unwrap_or_default();
            format!("{method}{}", one.pattern)
        };
        planned.iter().flat_map(|one| std::iter::repeat_n(name(one), one.times)).collect()
    }

    /// The fault for this request, if one waits for it.
    pub(crate) fn next(&self, method: &Method, path: &str) -> Option<Fault> {
        let mut planned = lock(&self.planned);
        let place = planned.iter().position(|one| {
            one.method.as_ref().is_none_or(|wanted| wanted == method) && fits(&one.pattern, path)
        });
        let Some(place) = place else {
            return lock(&self.chance).as_mut().and_then(Chance::next);
        };
        let one = planned.get_mut(place)?;
        if one.before > 0 {
            one.before -= 1;
            return None;
        }
        let fault = one.fault.clone();
        one.times = one.times.saturating_sub(1);
        if one.times == 0 {
            planned.remove(place);
        }
        Some(fault)
    }
}

impl Chance {
    fn next(&mut self) -> Option<Fault> {
        let met = self.draw() % 100 < self.percent;
        let one = usize::try_from(self.draw()).unwrap_or(0) % self.faults.len().max(1);
        self.faults.get(one).filter(|_| met).cloned()
    }

    /// SplitMix64: a seed gives the same faults every time.
    fn draw(&mut self) -> u64 {
        self.draw = self.draw.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.draw;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
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

impl Standin {
    /// Makes the next `times` requests that fit go wrong. `which` is a path with `*` for anything,
    /// with a method before it if need be: `"POST /channels/*/messages"`.
    pub fn fail(&self, which: &str, times: usize, fault: Fault) {
        self.shared.faults.plan(which, 0, times, fault);
    }

    /// Makes the `nth` request that fits go wrong, from 1 on, and no other.
    pub fn fail_nth(&self, which: &str, nth: usize, fault: Fault) {
        self.shared.faults.plan(which, nth.saturating_sub(1), 1, fault);
    }

    /// From now on so many in a hundred requests go wrong, in one of these ways; the seed decides.
    pub fn fail_by_chance(&self, seed: u64, percent: u64, faults: Vec<Fault>) {
        self.shared.faults.leave_to_chance(seed, percent, faults);
    }

    /// Takes back the faults that no request has met.
    pub fn clear_faults(&self) {
        self.shared.faults.clear();
    }

    /// The planned faults that no request has met yet, by the requests they wait for.
    #[must_use]
    pub fn faults_left(&self) -> Vec<String> {
        self.shared.faults.left()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_request_fails_and_no_other() {
        let faults = Faults::default();
        faults.plan("/gateway*", 2, 1, Fault::Status(500));
        let met: Vec<bool> =
            (0..5).map(|_| faults.next(&Method::GET, "/gateway/bot").is_some()).collect();
        assert_eq!(met, [false, false, true, false, false]);
    }

    #[test]
    fn a_seed_gives_the_same_faults_every_time() {
        let met = |seed| {
            let faults = Faults::default();
            faults.leave_to_chance(seed, 30, vec![Fault::DropBefore]);
            (0..200).map(|_| faults.next(&Method::GET, "/").is_some()).collect::<Vec<_>>()
        };
        assert_eq!(met(7), met(7));
        assert_ne!(met(7), met(8));
        let count = met(7).into_iter().filter(|met| *met).count();
        assert!((30..90).contains(&count), "{count}");
    }

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
