//! One connection of a shard, from its beginning to its end.
//!
//! The library speaks the protocol: hello, identify or resume, heartbeats, what each close code
//! means. It would reconnect by itself, without a pause when somebody hangs up and without giving up;
//! each of its shards serves one connection here, so that [`super::shard`] decides when there is a
//! next.

use std::borrow::Cow;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;
use twilight_gateway::error::{ReceiveMessageError, ReceiveMessageErrorType};
use twilight_gateway::{CloseFrame, Message, Shard, ShardState};

use super::identify_queue::IdentifyQueue;
use super::pulse::{Care, Pulse};
use super::session::{Sessions, ShardSession};
use super::{Event, Events, Refused};
use crate::metrics::Metrics;

/// How long our goodbye may take.
const GOODBYE: Duration = Duration::from_millis(600);

/// One connection.
pub(super) struct Connection<'s> {
    pub(super) shard: Shard<IdentifyQueue>,
    pub(super) queue: &'s IdentifyQueue,
    pub(super) sessions: &'s Sessions,
    pub(super) events: &'s Arc<dyn Events>,
    pub(super) metrics: &'s Metrics,
    pub(super) pulse: Pulse,
    /// Whether there is a connection, and not only an attempt at one.
    pub(super) made: bool,
    /// Since when the session is there.
    pub(super) up: Option<Instant>,
}

/// Why a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// We are stopping, and Discord has been told.
    Stopped,
    /// It was lost.
    Lost,
    /// It was lost, and its session with it.
    Over,
    /// There is nothing to be had.
    Refused(Refused),
}

/// What comes in over the connection.
#[derive(Deserialize)]
struct Payload<'p> {
    op: u8,
    #[serde(default)]
    s: Option<u64>,
    #[serde(borrow, default)]
    t: Option<Cow<'p, str>>,
    #[serde(borrow, default)]
    d: Option<&'p RawValue>,
}

/// Opcodes.
mod op {
    pub(super) const DISPATCH: u8 = 0;
    pub(super) const RECONNECT: u8 = 7;
    pub(super) const INVALID_SESSION: u8 = 9;
}

impl Connection<'_> {
    /// Serves the connection until it ends.
    pub(super) async fn serve(&mut self, stop: &CancellationToken) -> End {
        loop {
            let (due, care) = self.pulse.next();
            let end = tokio::select! {
                message = self.next() => match message {
                    Some(Ok(Message::Text(text))) => self.text(&text),
                    Some(Ok(Message::Close(frame))) => Some(self.closed(frame.as_ref())),
                    Some(Err(error)) => self.error(error.kind()),
                    None => Some(End::Lost),
                },
                () = tokio::time::sleep_until(due.into()) => self.silent(care),
                () = stop.cancelled() => {
                    self.say_goodbye().await;
                    return End::Stopped;
                }
            };
            if let Some(end) = end {
                return end;
            }
        }
    }

    /// What resumes the session elsewhere.
    pub(super) fn session(&self) -> Option<ShardSession> {
        let session = self.shard.session()?;
        let (id, sequence) = (session.id().to_owned(), session.sequence());
        let resume_url = self.shard.resume_url().map(str::to_owned);
        Some(ShardSession { id, sequence, resume_url })
    }

    /// What comes next; nothing once the connection is gone, before the library makes another. Of one
    /// that ends with the very packet that began it we learn nothing, and the library makes another.
    async fn next(&mut self) -> Option<Result<Message, ReceiveMessageError>> {
        poll_fn(|context| {
            let polled = self.shard.poll_next_unpin(context);
            let is_gone = matches!(self.shard.state(), ShardState::Disconnected { .. });
            if polled.is_pending() && is_gone && self.made {
                return Poll::Ready(None);
            }
            self.made |= !is_gone;
            polled
        })
        .await
    }

    fn id(&self) -> u32 {
        self.shard.id().number()
    }

    fn text(&mut self, text: &str) -> Option<End> {
        self.pulse.heard(Instant::now());
        let Ok(payload) = serde_json::from_str::<Payload<'_>>(text) else {
            tracing::warn!(shard = self.id(), "the gateway sent what cannot be read");
            return None;
        };
        match payload.op {
            op::DISPATCH => {
                let (kind, data) = (payload.t?.into_owned(), payload.d.map(ToOwned::to_owned));
                self.dispatch(kind, payload.s.unwrap_or_default(), data);
                None
            }
            op::RECONNECT => Some(End::Lost),
            op::INVALID_SESSION if payload.d.is_some_and(|d| d.get() == "true") => Some(End::Lost),
            op::INVALID_SESSION => Some(End::Over),
            _ => None,
        }
    }

    fn dispatch(&mut self, kind: String, sequence: u64, data: Option<Box<RawValue>>) {
        let id = self.shard.id();
        // What was missed comes before `RESUMED`.
        let replayed = self.sessions.is_inherited(id);
        let in_hand = match kind.as_str() {
            "READY" => {
                if let Some(session) = self.session() {
                    self.sessions.began(id, session);
                }
                self.metrics.session(id.number());
                self.established();
                None
            }
            "INTERACTION_CREATE" => Some(self.sessions.take(id, sequence, Instant::now())),
            kind => {
                self.sessions.passed(id, sequence);
                if kind == "RESUMED" {
                    self.sessions.resumed(id);
                    self.metrics.resumed(id.number());
                    self.established();
                }
                None
            }
        };
        let event = Event { shard: id.number(), kind, data, replayed, in_hand };
        Arc::clone(self.events).take(event);
    }

    fn established(&mut self) {
        self.metrics.shard(self.id(), true);
        self.pulse.established();
        self.up = Some(Instant::now());
    }

    fn closed(&self, frame: Option<&CloseFrame<'_>>) -> End {
        let code = frame.map(|frame| frame.code);
        tracing::info!(shard = self.id(), code, "the gateway closed a connection");
        of_close_code(code)
    }

    /// The error's own words may hold what a member wrote.
    fn error(&self, error: &ReceiveMessageErrorType) -> Option<End> {
        let shard = self.id();
        if matches!(error, ReceiveMessageErrorType::Reconnect) {
            tracing::warn!(shard, "the gateway cannot be reached");
            return Some(End::Lost);
        }
        tracing::warn!(shard, "the gateway sent what cannot be understood");
        None
    }

    fn silent(&mut self, care: Care) -> Option<End> {
        let now = Instant::now();
        match care {
            // Between hello and its turn to identify there is nothing to be heard.
            Care::Drop if self.queue.is_waiting(self.id()) => self.pulse.heard(now),
            Care::Drop => {
                tracing::warn!(shard = self.id(), "a connection gives no sign of life");
                return Some(End::Lost);
            }
            Care::Probe => {
                // Discord may forget what this acknowledges; what is in hand would be missed after a crash.
                // The library's own heartbeat, every 41 seconds, cannot be told so.
                let sequence = self.sessions.done(self.shard.id(), Instant::now());
                self.shard.send(serde_json::json!({"op": 1, "d": sequence}).to_string());
                self.pulse.probed(now);
            }
        }
        None
    }

    /// Takes nothing in any more. A session that the next process resumes goes on: what comes until
    /// then is replayed to it. Any other ends, so that the bot is shown as offline at once.
    async fn say_goodbye(&mut self) {
        let left = self.sessions.are_left();
        self.shard.close(if left { CloseFrame::RESUME } else { CloseFrame::NORMAL });
        // That is said once nothing is left to send.
        let said = async { while let Some(Ok(_)) = self.next().await {} };
        let _ = tokio::time::timeout(GOODBYE, said).await;
    }
}

/// What a close of Discord's means. The library would give up on all that are final.
fn of_close_code(code: Option<u16>) -> End {
    match code {
        Some(4004) => End::Refused(Refused::Token),
        Some(4013 | 4014) => End::Refused(Refused::Intents),
        // No such shard, or too few for the bot's servers.
        Some(4010 | 4011) => End::Refused(Refused::Shards),
        // Another version of the gateway.
        Some(4012) => End::Refused(Refused::Stale),
        // A sequence number that is not the session's, a session that has run out.
        Some(4007 | 4009) => End::Over,
        _ => End::Lost,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_code_says_whether_and_how_to_come_back() {
        for (code, end) in [
            (None, End::Lost),
            (Some(1000), End::Lost),
            (Some(1006), End::Lost),
            (Some(4000), End::Lost),
            (Some(4008), End::Lost),
            (Some(4007), End::Over),
            (Some(4009), End::Over),
            (Some(4004), End::Refused(Refused::Token)),
            (Some(4010), End::Refused(Refused::Shards)),
            (Some(4011), End::Refused(Refused::Shards)),
            (Some(4012), End::Refused(Refused::Stale)),
            (Some(4014), End::Refused(Refused::Intents)),
        ] {
            assert_eq!(of_close_code(code), end, "{code:?}");
        }
    }

    #[test]
    fn a_payload_is_taken_apart_and_its_data_left_as_they_came() {
        let text = r#"{"t":"READY","s":1,"op":0,"d":{"a": [1,  2]}}"#;
        let payload: Payload<'_> = serde_json::from_str(text).unwrap();
        assert_eq!((payload.op, payload.t.as_deref()), (0, Some("READY")));
        assert_eq!(payload.d.map(RawValue::get), Some(r#"{"a": [1,  2]}"#));
        assert!(serde_json::from_str::<Payload<'_>>(r#"{"op":11}"#).unwrap().d.is_none());
    }
}
