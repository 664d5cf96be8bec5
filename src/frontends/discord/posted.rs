//! What Discord posts, and the HTTP response that waits for the first answer to an interaction.

use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::Bytes;
use serde_json::Value;
use tokio::sync::oneshot;

use super::rest::{Upload, multipart};

/// How far the time that was signed may be from ours, in seconds. Discord waits three seconds for an
/// answer; the rest is for clocks that are not set well. Interactions are remembered three times as
/// long, so that none can be sent again.
pub(super) const CLOCKS_DIFFER: i64 = 5 * 60;

/// What Discord posted and signed.
pub(super) struct Signed {
    /// The time that was signed, and right behind it the body: what the signature is of.
    message: Vec<u8>,
    body: usize,
    /// The time that was signed, in seconds since 1970.
    pub(super) at: i64,
}

impl Signed {
    /// A message whose body begins at byte `body`.
    pub(super) fn new(message: Vec<u8>, body: usize, at: i64) -> Self {
        Self { message, body, at }
    }

    /// The body; `None` if it is no text.
    pub(super) fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.message.get(self.body..)?).ok()
    }
}

/// What becomes of a request that brought an interaction.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The body of the response is the answer.
    Answer {
        /// Its `Content-Type`.
        kind: String,
        /// The answer, with its files.
        body: Bytes,
    },
    /// Discord only asks whether we are here.
    Pong,
    /// The answer went out, or goes out, by a request of its own.
    Elsewhere,
    /// The interaction came before; it is answered once.
    Repeated,
    /// Nobody can tell what it is.
    Unreadable,
}

/// The response to a request, for as long as nothing has been said. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct PendingResponse(Arc<Mutex<Option<oneshot::Sender<Outcome>>>>);

impl PendingResponse {
    pub(super) fn new() -> (Self, oneshot::Receiver<Outcome>) {
        let (sender, receiver) = oneshot::channel();
        (Self(Arc::new(Mutex::new(Some(sender)))), receiver)
    }

    /// Answers with the response; whether somebody was still there to take it.
    pub(super) fn answer(&self, body: &Value, files: &[Upload]) -> bool {
        // Nothing is written for nobody.
        let Some(sender) = self.take() else { return false };
        let Ok(json) = serde_json::to_string(body) else { return false };
        let (kind, body) = match files {
            [] => ("application/json".to_owned(), json.into()),
            files => multipart(&json, files),
        };
        sender.send(Outcome::Answer { kind, body }).is_ok()
    }

    /// Ends the request without an answer in its response.
    pub(super) fn end(&self, outcome: Outcome) {
        if let Some(sender) = self.take() {
            // It may be gone.
            let _ = sender.send(outcome);
        }
    }

    fn take(&self) -> Option<oneshot::Sender<Outcome>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.take().filter(|sender| !sender.is_closed())
    }
}
