//! What we ask of Discord's HTTP API goes through here: one client with time limits, the limits of
//! Discord kept beforehand, a 429 waited out, a passing fault tried again where that is safe.
//!
//! serenity's own sender is not used: with its limiter on it ignores a proxy, keeps a bucket for
//! each interaction for ever and lets one answer delay another; with it off it neither waits out a
//! 429 nor tries a 502 again. Its routes are. (`twilight-http-ratelimiting` was looked at: it keeps
//! the bucket of each path, an interaction's too, for six hours.)

mod error;
mod headers;
mod invalid_request_guard;
mod multipart;
mod outage;
mod rate_limiter;
mod request;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

pub(super) use error::ApiError;
use headers::{Attempt, verdict};
use invalid_request_guard::InvalidRequestGuard;
pub(super) use multipart::multipart;
use outage::{News, Outage};
use rand::RngExt as _;
use rate_limiter::RateLimiter;
pub(super) use request::{Request, Upload};
use reqwest::header::{AUTHORIZATION, HeaderValue, USER_AGENT};
use serde_json::Value;
use serenity::http::Route;
use tokio::sync::Notify;

use crate::metrics::{LimitWait, Metrics, RequestOutcome};

/// No connection takes longer than this to be made.
const CONNECT: Duration = Duration::from_secs(4);
/// The first pause after a passing fault; each further one is twice as long.
const BACKOFF: Duration = Duration::from_millis(150);
/// The longest one.
const LONGEST_BACKOFF: Duration = Duration::from_secs(10);
/// How often a passing fault is tried again.
const TRIES: u32 = 4;
/// How long Discord may take to say whether it knows our token.
const QUESTION: Duration = Duration::from_secs(10);
const AGENT: &str = concat!("DiscordBot (commonplace, ", env!("CARGO_PKG_VERSION"), ")");

/// Sends requests to Discord. Cheap to clone.
#[derive(Clone)]
pub(super) struct Sender {
    inner: Arc<Inner>,
}

struct Inner {
    http: reqwest::Client,
    token: HeaderValue,
    base: String,
    state: Mutex<State>,
    refused: Notify,
    back: Notify,
    metrics: Metrics,
}

struct State {
    limits: RateLimiter,
    guard: InvalidRequestGuard,
    outage: Outage,
    /// Discord knows our token no more.
    unauthorized: bool,
}

impl Sender {
    /// A sender for the API at `base` (without `/api/v10`). `token` must be fit for a header; `share` is
    /// the part of what Discord allows it that is ours, above 0 and at most 1.
    pub(super) fn new(
        base: &str,
        token: &str,
        share: f64,
        metrics: Metrics,
    ) -> Result<Self, ApiError> {
        let mut token =
            HeaderValue::from_str(&format!("Bot {token}")).map_err(|_| ApiError::Unauthorized)?;
        token.set_sensitive(true);
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .redirect(reqwest::redirect::Policy::none())
            .tcp_nodelay(true)
            .build()
            .map_err(|error| ApiError::Unreached(error.to_string()))?;
        let base = base.trim_end_matches('/').to_owned();
        let state = Mutex::new(State {
            limits: RateLimiter::new(share),
            guard: InvalidRequestGuard::new(share),
            outage: Outage::default(),
            unauthorized: false,
        });
        Ok(Self {
            inner: Arc::new(Inner {
                http,
                token,
                base,
                state,
                refused: Notify::new(),
                back: Notify::new(),
                metrics,
            }),
        })
    }

    /// Where requests are counted, and what else is counted on the way to Discord.
    pub(super) fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    /// Sends a request and hands back the answer's body; `Null` if it has none.
    pub(super) async fn send(&self, call: Request<'_>) -> Result<Value, ApiError> {
        let deadline = Instant::now() + call.patience;
        let mut tries = 0;
        loop {
            self.wait(&call, deadline).await?;
            // Boxed, so that nobody who sends something is as large as that.
            let pause = match Box::pin(self.once(&call, deadline)).await {
                Attempt::Done(body) => return Ok(body),
                Attempt::Limited(pause) => {
                    self.inner.metrics.limit_wait(LimitWait::Told, pause);
                    pause
                }
                Attempt::ApiError(fault) => {
                    // Our first try may have arrived although its answer was lost.
                    if tries > 0 && call.answers && fault.code() == Some(ALREADY_ANSWERED) {
                        return Ok(Value::Null);
                    }
                    // One 401 may be a mistake of Discord's: it has not done anything then.
                    let doubted = call.auth
                        && fault == ApiError::Unauthorized
                        && !self.is_unauthorized(deadline).await;
                    let again =
                        doubted || fault.surely_not_sent() || (call.repeatable && fault.may_pass());
                    if !again || tries >= self.tries(&call) {
                        return Err(if doubted { ApiError::Intercepted(401) } else { fault });
                    }
                    let pause = backoff(tries);
                    if Instant::now() + pause > deadline {
                        return Err(fault);
                    }
                    tries += 1;
                    pause
                }
            };
            if Instant::now() + pause > deadline {
                return Err(ApiError::Limited(pause));
            }
            tokio::time::sleep(pause).await;
        }
    }

    /// How often a passing fault is tried again. In an outage that is left to those who wait, but for
    /// the answer to a member, who does not.
    fn tries(&self, call: &Request<'_>) -> u32 {
        if call.persists {
            return u32::MAX;
        }
        let waits = !call.answers && self.state(|state| state.outage.is_on());
        if waits { 0 } else { TRIES }
    }

    /// Asks Discord once more whether it knows our token, and remembers if it does not.
    async fn is_unauthorized(&self, deadline: Instant) -> bool {
        let question = Request::get(Route::UserMe);
        let left = deadline.max(Instant::now() + QUESTION);
        if self.wait(&question, left).await.is_err() {
            return self.state(|state| state.unauthorized);
        }
        let answer = Box::pin(self.once(&question, left)).await;
        let refused = matches!(answer, Attempt::ApiError(ApiError::Unauthorized));
        if refused {
            self.state(|state| state.unauthorized = true);
            self.inner.refused.notify_waiters();
        }
        tracing::warn!(refused, "Discord refused the token; it was asked once more");
        refused
    }

    /// Waits until Discord has refused our token.
    pub(super) async fn refused(&self) {
        loop {
            let refused = self.inner.refused.notified();
            if self.state(|state| state.unauthorized) {
                return;
            }
            refused.await;
        }
    }

    /// Waits until Discord answers again after an outage.
    pub(super) async fn is_back(&self) {
        self.inner.back.notified().await;
    }

    /// Waits for room under the limits that are known.
    async fn wait(&self, call: &Request<'_>, deadline: Instant) -> Result<(), ApiError> {
        let mut waits_since = None;
        loop {
            let now = Instant::now();
            let room = self.state(|state| {
                if state.unauthorized && call.auth {
                    return Err(ApiError::Unauthorized);
                }
                if call.auth && state.guard.shut(now) {
                    return Err(ApiError::Held);
                }
                Ok(match call.key() {
                    // Answers to interactions are free of the limits that others share.
                    None => Ok(()),
                    Some(key) => state.limits.enter(key, now),
                })
            })?;
            match room {
                Ok(()) => {
                    if let Some(since) = waits_since {
                        self.inner.metrics.limit_wait(LimitWait::Known, now - since);
                    }
                    return Ok(());
                }
                Err(until) if until > deadline => return Err(ApiError::Limited(until - now)),
                Err(until) => {
                    waits_since.get_or_insert(now);
                    tokio::time::sleep_until(until.into()).await;
                }
            }
        }
    }

    /// One try.
    async fn once(&self, call: &Request<'_>, deadline: Instant) -> Attempt {
        // Whatever becomes of the try, its place under the limit is given back.
        let place = call.key().map(|key| Place { sender: self, key });
        let left = deadline.saturating_duration_since(Instant::now()).min(call.limit);
        let request = match self.build(call, left) {
            Ok(request) => request,
            Err(fault) => return Attempt::ApiError(fault),
        };
        let told = verdict(request.send().await).await;
        let now = Instant::now();
        self.state(|state| {
            if let Some(place) = &place {
                state.limits.learn(place.key, &told, now);
            }
            if told.counts_as_invalid() {
                state.guard.count(now);
            }
        });
        self.inner.metrics.request(counted(&told.verdict));
        self.note_outage(&told.verdict, now);
        told.verdict
    }

    /// Says in the log when Discord is away, and when it is back: once, not at each try.
    fn note_outage(&self, verdict: &Attempt, now: Instant) {
        let news = self.state(|state| match verdict {
            Attempt::ApiError(fault) if fault.may_pass() => state.outage.failed(now),
            _ => state.outage.answered(now),
        });
        match (news, verdict) {
            (Some(News::Begins), Attempt::ApiError(fault)) => {
                tracing::warn!(%fault, "Discord does not answer; what is to be posted waits");
            }
            (Some(News::Ends(after, failures)), _) => {
                tracing::info!(?after, failures, "Discord answers again");
                self.inner.back.notify_waiters();
            }
            _ => {}
        }
    }

    fn build(
        &self,
        call: &Request<'_>,
        limit: Duration,
    ) -> Result<reqwest::RequestBuilder, ApiError> {
        let url = call.url(&self.inner.base);
        let mut request =
            self.inner.http.request(call.method.clone(), url).header(USER_AGENT, AGENT);
        if call.auth {
            request = request.header(AUTHORIZATION, self.inner.token.clone());
        }
        Ok(call.fill(request)?.timeout(limit))
    }

    fn state<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.inner.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn counted(verdict: &Attempt) -> RequestOutcome {
    match verdict {
        Attempt::Done(_) => RequestOutcome::Done,
        Attempt::Limited(_) => RequestOutcome::Limited,
        Attempt::ApiError(fault) if fault.may_pass() => RequestOutcome::Failed,
        Attempt::ApiError(_) => RequestOutcome::Refused,
    }
}

/// A request that is under way in its bucket.
struct Place<'a> {
    sender: &'a Sender,
    key: rate_limiter::Key,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.sender.state(|state| state.limits.leave(self.key));
    }
}

/// Discord's code for a second answer to one interaction.
pub(super) const ALREADY_ANSWERED: u64 = 40060;

/// The pause before try number `tries`, spread so that many do not come back at once.
fn backoff(tries: u32) -> Duration {
    let spread = rand::rng().random_range(0.5..1.5);
    BACKOFF.saturating_mul(2_u32.saturating_pow(tries)).min(LONGEST_BACKOFF).mul_f64(spread)
}
