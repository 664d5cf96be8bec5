//! What an answer of Discord's means for us: its body, its status and the limits it tells.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::HeaderMap;
use serde::Deserialize;
use serde_json::Value;

use super::ApiError;

/// What became of one try.
pub(super) enum Attempt {
    /// It is done.
    Done(Value),
    /// It was refused for now; the same request may be sent after so long.
    Limited(Duration),
    /// It failed.
    ApiError(ApiError),
}

/// What an answer tells, besides what became of the request.
pub(super) struct ResponseMeta {
    pub(super) verdict: Attempt,
    pub(super) status: Option<u16>,
    pub(super) room: Option<Room>,
    /// A 429 that is about all our requests, not this route's.
    pub(super) global: bool,
    /// A 429 that other bots or members brought about.
    shared: bool,
}

/// What is left in a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) remaining: u32,
    pub(super) resets_in: Duration,
}

impl ResponseMeta {
    /// Whether it counts towards a ban of our address.
    pub(super) fn counts_as_invalid(&self) -> bool {
        match self.status {
            Some(401 | 403) => true,
            Some(429) => !self.shared,
            _ => false,
        }
    }

    #[cfg(test)]
    pub(super) fn of(verdict: Attempt, status: u16, room: Option<Room>, global: bool) -> Self {
        Self { verdict, status: Some(status), room, global, shared: false }
    }

    fn fault(fault: ApiError) -> Self {
        Self {
            verdict: Attempt::ApiError(fault),
            status: None,
            room: None,
            global: false,
            shared: false,
        }
    }
}

/// Reads an answer.
pub(super) async fn verdict(answer: reqwest::Result<Response>) -> ResponseMeta {
    let answer = match answer {
        Ok(answer) => answer,
        // Without the address: it can hold an interaction's token.
        Err(error) => return ResponseMeta::fault(lost(&error.without_url())),
    };
    let status = answer.status().as_u16();
    let headers = answer.headers().clone();
    let body = match answer.bytes().await {
        Ok(body) => body,
        Err(_) if status >= 400 => Default::default(),
        Err(error) => return ResponseMeta::fault(lost(&error.without_url())),
    };
    let scope = text(&headers, "x-ratelimit-scope").unwrap_or_default();
    let refusal = serde_json::from_slice::<RefusalBody>(&body).unwrap_or_default();
    let verdict = match status {
        200..=299 if body.is_empty() => Attempt::Done(Value::Null),
        200..=299 => match serde_json::from_slice(&body) {
            Ok(body) => Attempt::Done(body),
            Err(error) => Attempt::ApiError(ApiError::Lost(error.to_string())),
        },
        429 => Attempt::Limited(pause(&headers, &refusal)),
        500.. => Attempt::ApiError(ApiError::Server(status)),
        _ if !refusal.is_discords() => Attempt::ApiError(ApiError::Intercepted(status)),
        401 if matches!(refusal.code, Some(0 | 40001)) => Attempt::ApiError(ApiError::Unauthorized),
        _ => Attempt::ApiError(ApiError::Refused {
            status,
            code: refusal.code.unwrap_or_default(),
            message: refusal.message.chars().take(200).collect(),
            fields: fields(&refusal.errors),
        }),
    };
    ResponseMeta {
        verdict,
        status: Some(status),
        room: room(&headers),
        // An answer without a body of Discord's comes from the network in front of it.
        global: status == 429 && (refusal.global || scope == "global" || refusal.pause.is_none()),
        shared: scope == "shared",
    }
}

fn lost(error: &reqwest::Error) -> ApiError {
    // The innermost cause says it best: "connection refused", "operation timed out".
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let words = cause.to_string();
    if error.is_connect() {
        ApiError::Unreached(words)
    } else if error.is_builder() {
        ApiError::Invalid(words)
    } else {
        ApiError::Lost(words)
    }
}

/// The body of a refusal.
#[derive(Default, Deserialize)]
#[serde(default)]
struct RefusalBody {
    /// Discord always gives one, if only 0.
    code: Option<u64>,
    message: String,
    #[serde(rename = "retry_after")]
    pause: Option<f64>,
    global: bool,
    /// What is wrong with which field.
    errors: Value,
}

/// Discord's code for a failure of its own network.
const INTERNAL_NETWORK_ERROR: u64 = 40333;

impl RefusalBody {
    /// Whether Discord itself has decided: a body of another form comes from the network in front
    /// of it, and so does one code.
    fn is_discords(&self) -> bool {
        self.code.is_some_and(|code| code != INTERNAL_NETWORK_ERROR)
    }
}

/// The fields of the body that are named as wrong.
fn fields(errors: &Value) -> Vec<String> {
    errors.as_object().into_iter().flat_map(|errors| errors.keys().cloned()).collect()
}

/// How long a 429 asks us to wait; never nothing, and never beyond an hour.
fn pause(headers: &HeaderMap, refusal: &RefusalBody) -> Duration {
    let seconds = refusal.pause.or_else(|| number(headers, "retry-after")).unwrap_or(1.0);
    seconds_of(seconds).clamp(Duration::from_millis(20), Duration::from_secs(3600))
}

fn room(headers: &HeaderMap) -> Option<Room> {
    let remaining = text(headers, "x-ratelimit-remaining")?.parse().ok()?;
    let resets_in = seconds_of(number(headers, "x-ratelimit-reset-after")?);
    Some(Room { remaining, resets_in })
}

fn seconds_of(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}

fn number(headers: &HeaderMap, name: &str) -> Option<f64> {
    text(headers, name)?.parse().ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
