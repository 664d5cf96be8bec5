//! The hold that a test has on the gateway.

use std::time::{Duration, Instant};

use axum::extract::ws::Utf8Bytes;
use serde_json::Value;

use super::{Gateway, Out, SessionInfo};
use crate::journal::lock;

/// The hold that a test has on the gateway, by [`Standin::gateway`](crate::Standin::gateway).
#[derive(Clone, Copy, Debug)]
pub struct GatewayControl<'a>(pub(crate) &'a Gateway);

impl GatewayControl<'_> {
    /// Ends all TCP connections without a close frame.
    pub fn drop_connections(&self) {
        self.0.to_all(|| Out::Drop);
    }

    /// Closes all connections, with a code or with a close frame that has none. Sessions can be
    /// resumed, but for the codes after which Discord forgets them (4007, 4009 and those that are
    /// final).
    pub fn close(&self, code: Option<u16>) {
        let fatal = matches!(code, Some(1000 | 1001 | 4004 | 4007 | 4009..=4014));
        for session in &mut lock(&self.0.state).sessions {
            session.dead |= fatal && !matches!(code, Some(1000 | 1001));
            session.send(Out::Close(code));
        }
    }

    /// Asks all to reconnect and resume.
    pub fn ask_to_reconnect(&self) {
        self.0.to_all(|| Out::Text(Utf8Bytes::from_static(r#"{"op":7,"d":null}"#)));
    }

    /// Says that all sessions are invalid, and whether they can be resumed.
    pub fn invalidate(&self, resumable: bool) {
        let text = if resumable { r#"{"op":9,"d":true}"# } else { r#"{"op":9,"d":false}"# };
        for session in &mut lock(&self.0.state).sessions {
            session.dead |= !resumable;
            session.send(Out::Text(Utf8Bytes::from_static(text)));
        }
    }

    /// Stops acknowledging heartbeats, or starts again.
    pub fn acknowledge_heartbeats(&self, yes: bool) {
        lock(&self.0.state).deaf = !yes;
    }

    /// Answers the next resumes with an invalid session.
    pub fn fail_resumes(&self, times: usize) {
        lock(&self.0.state).failing_resumes = times;
    }

    /// Refuses new connections to the gateway for a while.
    pub fn refuse_for(&self, time: Duration) {
        lock(&self.0.state).refuse_until = Some(Instant::now() + time);
    }

    /// Takes new connections for a while only to hang up on them without a word.
    pub fn hang_up_for(&self, time: Duration) {
        lock(&self.0.state).hang_up_until = Some(Instant::now() + time);
    }

    /// How many connections were hung up on.
    #[must_use]
    pub fn hung_up(&self) -> u64 {
        lock(&self.0.state).hung_up
    }

    /// Delivers the next interaction `extra` times more.
    pub fn duplicate_next(&self, extra: usize) {
        lock(&self.0.state).duplicates = extra;
    }

    /// Dispatches any event with any data to all sessions, whatever their intents.
    pub fn dispatch_raw(&self, event: &str, data: &Value) {
        let data = data.to_string();
        for session in &mut lock(&self.0.state).sessions {
            session.emit(event, &data, self.0.options.keep_events);
        }
    }

    /// Sends any text to all connections, valid or not.
    pub fn send_raw(&self, text: &str) {
        self.0.to_all(|| Out::Text(Utf8Bytes::from(text.to_owned())));
    }

    /// The sessions there are.
    #[must_use]
    pub fn sessions(&self) -> Vec<SessionInfo> {
        self.0.sessions()
    }

    /// How often a shard identified.
    #[must_use]
    pub fn identifies(&self) -> u64 {
        self.0.identified()
    }

    /// Waits until this is so of the sessions.
    ///
    /// # Panics
    /// If it is not so after `patience`.
    #[track_caller]
    pub fn wait_for<'b>(
        &'b self,
        what: impl Fn(&[SessionInfo]) -> bool + 'b,
        patience: Duration,
    ) -> impl Future<Output = Vec<SessionInfo>> + 'b {
        let caller = std::panic::Location::caller();
        async move {
            let mut changes = self.0.watch();
            let wait = async {
                loop {
                    let sessions = self.sessions();
                    if what(&sessions) {
                        return sessions;
                    }
                    if changes.changed().await.is_err() {
                        std::future::pending::<()>().await;
                    }
                }
            };
            match tokio::time::timeout(patience, wait).await {
                Ok(sessions) => sessions,
                Err(_) => panic!("{caller}: the gateway has only {:#?}", self.sessions()),
            }
        }
    }
}
