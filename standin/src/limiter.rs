//! Rate limits: a window for each route and place, and one over all.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::http::routes::Route;
use crate::journal::lock;
use crate::options::{Rate, Rates};

/// What the headers say when nothing is limited.
const UNLIMITED: Rate = Rate::new(1_000_000, Duration::from_secs(1));
/// How many windows are kept before those that have ended are forgotten.
const WINDOWS: usize = 50_000;

#[derive(Clone, Copy, Debug)]
struct Window {
    ends: Instant,
    used: u32,
}

impl Window {
    /// Uses one of the window's requests, or says how long it still lasts.
    fn take(&mut self, rate: Rate, now: Instant) -> Result<u32, Duration> {
        if now >= self.ends {
            *self = Self { ends: now + rate.per, used: 0 };
        }
        if self.used >= rate.limit {
            return Err(self.ends - now);
        }
        self.used += 1;
        Ok(rate.limit - self.used)
    }
}

/// All windows.
#[derive(Debug)]
pub(crate) struct Limiter {
    rates: Mutex<Rates>,
    windows: Mutex<(Option<Window>, HashMap<String, Window>)>,
}

/// Which limit refused a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    User,
    Global,
}

/// What the limits say to a request.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// `None` for a request that met no route.
    bucket: Option<String>,
    rate: Rate,
    remaining: u32,
    reset_after: Duration,
    refused: Option<Scope>,
}

impl Limiter {
    pub(crate) fn new(rates: Rates) -> Self {
        Self { rates: Mutex::new(rates), windows: Mutex::default() }
    }

    pub(crate) fn set(&self, rates: Rates) {
        *lock(&self.rates) = rates;
        *lock(&self.windows) = Default::default();
    }

    pub(crate) fn ask(&self, route: &Route, params: &[(&'static str, String)]) -> Verdict {
        let rates = lock(&self.rates);
        let key = format!("{} {}", route.method, route.template);
        let bucket = format!("{:016x}", hash(&key));
        let rate = rates.special.get(&key).copied().or(rates.route);
        let global = rates.global.filter(|_| route.global);
        drop(rates);
        let now = Instant::now();
        let free = Verdict {
            bucket: Some(bucket),
            rate: rate.unwrap_or(UNLIMITED),
            remaining: UNLIMITED.limit - 1,
            reset_after: UNLIMITED.per,
            refused: None,
        };
        if rate.is_none() && global.is_none() {
            return free;
        }
        let mut windows = lock(&self.windows);
        if let Some(global) = global {
            let window = windows.0.get_or_insert(Window { ends: now, used: 0 });
            if let Err(wait) = window.take(global, now) {
                return Verdict { refused: Some(Scope::Global), reset_after: wait, ..free };
            }
        }
        let Some(rate) = rate else { return free };
        if windows.1.len() > WINDOWS {
            windows.1.retain(|_, window| window.ends > now);
        }
        let place = format!("{key} {}", place(params));
        let window = windows.1.entry(place).or_insert(Window { ends: now, used: 0 });
        match window.take(rate, now) {
            Ok(remaining) => Verdict { remaining, reset_after: window.ends - now, ..free },
            Err(wait) => {
                Verdict { remaining: 0, reset_after: wait, refused: Some(Scope::User), ..free }
            }
        }
    }
}

/// What a bucket is kept apart by: the channel, the server, or the webhook with its token.
fn place(params: &[(&'static str, String)]) -> String {
    const MAJOR: [&str; 4] = ["channel_id", "guild_id", "webhook_id", "webhook_token"];
    let major = params.iter().filter(|(name, _)| MAJOR.contains(name) || *name == "interaction_id");
    major.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join("/")
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl Verdict {
    pub(crate) fn unlimited() -> Self {
        Self {
            bucket: None,
            rate: UNLIMITED,
            remaining: UNLIMITED.limit - 1,
            reset_after: UNLIMITED.per,
            refused: None,
        }
    }

    /// The body of the 429, if the request is refused.
    pub(crate) fn refusal_body(&self) -> Option<Value> {
        let scope = self.refused?;
        Some(json!({
            "message": "You are being rate limited.",
            "retry_after": millis(self.reset_after),
            "global": scope == Scope::Global,
        }))
    }

    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let Some(bucket) = &self.bucket else {
            return Vec::new();
        };
        let reset = SystemTime::now() + self.reset_after;
        let reset = reset.duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut headers = match self.refused {
            Some(Scope::Global) => vec![("x-ratelimit-global", "true".to_owned())],
            _ => vec![
                ("x-ratelimit-limit", self.rate.limit.to_string()),
                ("x-ratelimit-remaining", self.remaining.to_string()),
                ("x-ratelimit-reset", format!("{:.3}", reset.as_secs_f64())),
                ("x-ratelimit-reset-after", format!("{:.3}", millis(self.reset_after))),
                ("x-ratelimit-bucket", bucket.clone()),
            ],
        };
        match self.refused {
            Some(Scope::Global) => headers.push(("x-ratelimit-scope", "global".to_owned())),
            Some(Scope::User) => headers.push(("x-ratelimit-scope", "user".to_owned())),
            None => {}
        }
        if self.refused.is_some() {
            headers.push(("retry-after", self.reset_after.as_secs_f64().ceil().to_string()));
        }
        headers
    }
}

/// Seconds, cut at the millisecond and never short.
fn millis(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).ceil() / 1000.0
}
