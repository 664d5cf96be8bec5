//! The way by HTTP: interactions and webhook events go, signed, to addresses of the bot's.
//!
//! An address is only saved if it passes the test of Discord's portal: it answers a PING, and refuses one
//! with a bad signature.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, StatusCode};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};

use crate::id::Id;
use crate::refusal::Refusal;
use crate::{Shared, Standin, http};

/// How long Discord waits for the answer to a webhook event.
const EVENT_WITHIN: Duration = Duration::from_secs(3);
/// How often an event is sent that is not acknowledged. Discord goes on for ten minutes.
const EVENT_TRIES: u32 = 4;

/// What signs, and what sends.
#[derive(Debug)]
pub(crate) struct Outgoing {
    key: Ed25519KeyPair,
    client: Client,
}

impl Default for Outgoing {
    fn default() -> Self {
        let key = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).expect("32 bytes are a seed");
        let client = Client::builder().tcp_nodelay(true).build().expect("a client can be made");
        Self { key, client }
    }
}

impl Outgoing {
    /// The public key, as the application's `verify_key` has it.
    pub(crate) fn verify_key(&self) -> String {
        hex(self.key.public_key().as_ref())
    }

    fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        hex(self.key.sign(&[timestamp.as_bytes(), body].concat()).as_ref())
    }

    async fn post(
        &self,
        url: &str,
        body: String,
        good: bool,
    ) -> reqwest::Result<reqwest::Response> {
        let timestamp = now();
        let signature = self.sign(&timestamp, if good { body.as_bytes() } else { b"else" });
        let request = self.client.post(url).header(CONTENT_TYPE, "application/json");
        let request = request
            .header("X-Signature-Ed25519", signature)
            .header("X-Signature-Timestamp", timestamp);
        request.body(body).send().await
    }
}

impl Standin {
    /// Has interactions sent to this address from now on, and none over the gateway, as if it was
    /// saved in the portal.
    ///
    /// # Errors
    /// The address does not do what Discord demands of it.
    pub async fn save_interactions_endpoint(&self, url: &str) -> Result<(), String> {
        let app = self.shared.world().app;
        let ping = json!({
            "id": "1", "application_id": app, "token": "ping", "type": 1, "version": 1,
        });
        let answer = self.probe(url, &ping).await?;
        let json =
            answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
        let status = answer.status();
        let body = answer.bytes().await.map_err(|error| error.to_string())?;
        let pong: Value = serde_json::from_slice(&body).map_err(|error| error.to_string())?;
        if status != StatusCode::OK || pong["type"] != 1 || !json {
            return Err(format!("a PING was answered with {status}, {pong}"));
        }
        self.shared.world().interactions_endpoint_url = Some(url.to_owned());
        Ok(())
    }

    /// Has webhook events sent to this address from now on, as if it was saved in the portal.
    ///
    /// # Errors
    /// The address does not do what Discord demands of it.
    pub async fn save_event_webhooks(&self, url: &str) -> Result<(), String> {
        let app = self.shared.world().app;
        let answer =
            self.probe(url, &json!({"version": 1, "application_id": app, "type": 0})).await?;
        if answer.status() != StatusCode::NO_CONTENT {
            return Err(format!("a PING was answered with {}", answer.status()));
        }
        self.shared.world().event_webhooks_url = Some(url.to_owned());
        Ok(())
    }

    /// Sends something with a bad signature, which has to be refused, then with a good one.
    async fn probe(&self, url: &str, body: &Value) -> Result<reqwest::Response, String> {
        let outgoing = &self.shared.outgoing;
        let sent = outgoing.post(url, body.to_string(), false).await;
        let refused = sent.map_err(|error| error.to_string())?.status();
        if refused != StatusCode::UNAUTHORIZED {
            return Err(format!("a bad signature was answered with {refused}"));
        }
        outgoing.post(url, body.to_string(), true).await.map_err(|error| error.to_string())
    }

    /// The signature of a body, as Discord sends it in `X-Signature-Ed25519`.
    #[must_use]
    pub fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        self.shared.outgoing.sign(timestamp, body)
    }
}

impl Shared {
    /// Sends an interaction; the response may be its first answer.
    pub(crate) fn post_interaction(
        self: &Arc<Self>,
        url: String,
        id: Id,
        token: &str,
        body: String,
    ) {
        let (shared, token) = (Arc::clone(self), token.to_owned());
        tokio::spawn(async move {
            let patience = shared.options.answer_within;
            let sent = async {
                let response = shared.outgoing.post(&url, body, true).await?;
                let (status, headers) = (response.status(), response.headers().clone());
                Ok::<_, reqwest::Error>((status, headers, response.bytes().await?))
            };
            let refusal = match tokio::time::timeout(patience, sent).await {
                Ok(Ok((StatusCode::OK, headers, bytes))) => {
                    return http::inline(&shared, id, &token, &headers, bytes).await;
                }
                Ok(Ok((StatusCode::ACCEPTED, ..))) => return,
                Ok(Ok((status, ..))) => Refusal {
                    status: status.as_u16(),
                    code: 0,
                    message: "the endpoint answered so".into(),
                    errors: None,
                },
                // Nothing came, or nothing in time.
                Ok(Err(_)) | Err(_) => return,
            };
            if let Some(interaction) = shared.world().interactions.get_mut(&id) {
                interaction.refused.push(refusal);
                interaction.changed.notify_waiters();
            }
        });
    }

    /// Sends a webhook event, if they are sent at all; again for as long as it is not acknowledged.
    pub(crate) fn post_event(self: &Arc<Self>, event: &str, data: Value) {
        let world = self.world();
        let Some(url) = world.event_webhooks_url.clone() else { return };
        let now = world.mint.now();
        let body = json!({
            "version": 1, "application_id": world.app, "type": 1,
            "event": {"type": event, "timestamp": now.to_string(), "data": data},
        });
        drop(world);
        let shared = Arc::clone(self);
        tokio::spawn(async move {
            for again in 0..EVENT_TRIES {
                let sent = shared.outgoing.post(&url, body.to_string(), true);
                let answer = tokio::time::timeout(EVENT_WITHIN, sent).await;
                if matches!(answer, Ok(Ok(answer)) if answer.status() == StatusCode::NO_CONTENT) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(200) * 2_u32.pow(again)).await;
            }
            shared.journal.violation(format!(
                "the webhook event {} was not acknowledged",
                body["event"]["type"]
            ));
        });
    }
}

/// The time as Discord signs it.
fn now() -> String {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs().to_string()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
