//! Keeps one shard alive: makes a connection, and the next one when it ends.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use rand::RngExt as _;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{ConfigBuilder, Intents, Session, Shard, ShardId};

use super::backoff::{Backoff, Next};
use super::connection::{Connection, End};
use super::identify_queue::IdentifyQueue;
use super::pulse::Pulse;
use super::session::{Sessions, ShardSession};
use super::{Events, Refused, Timings};
use crate::metrics::Metrics;

pub(super) struct ShardSupervisor {
    pub(super) id: ShardId,
    pub(super) url: String,
    pub(super) token: String,
    pub(super) events: Arc<dyn Events>,
    pub(super) queue: IdentifyQueue,
    pub(super) sessions: Sessions,
    pub(super) timings: Timings,
    pub(super) metrics: Metrics,
    pub(super) stop: CancellationToken,
}

impl ShardSupervisor {
    /// Keeps the shard alive until we stop, or Discord refuses us.
    pub(super) async fn keep(self) -> Result<(), Refused> {
        let shard = self.id.number();
        let mut backoff = Backoff::default();
        loop {
            let kept = self.sessions.get(self.id);
            let (end, up) = self.connect(kept.as_ref()).await;
            match end {
                End::Stopped => return Ok(()),
                End::Refused(refused) => return Err(refused),
                End::Lost | End::Over if self.stop.is_cancelled() => return Ok(()),
                // There was nothing to resume, or not there. The next is another sort of attempt.
                End::Lost | End::Over if up.is_none() && kept != self.sessions.get(self.id) => {
                    tracing::info!(shard, "a session could not be resumed");
                    continue;
                }
                End::Lost | End::Over => {}
            }
            let spread = rand::rng().random_range(0.5..1.0);
            let pause = match backoff.lost(up, self.timings.pause, spread) {
                Next::AtOnce => Duration::ZERO,
                Next::After(pause) => pause,
                Next::Nowhere => return Err(Refused::Stale),
            };
            tracing::info!(shard, ?pause, "a connection was lost; the next one is made");
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.stop.cancelled() => return Ok(()),
            }
        }
    }

    /// One connection; for how long the session was there, if it was.
    async fn connect(&self, kept: Option<&ShardSession>) -> (End, Option<Duration>) {
        let shard = self.id.number();
        let mut connection = Connection {
            shard: self.shard(kept),
            queue: &self.queue,
            sessions: &self.sessions,
            events: &self.events,
            metrics: &self.metrics,
            pulse: Pulse::new(self.timings, Instant::now()),
            made: false,
            up: None,
        };
        // The library trusts the addresses that Discord gives it.
        let served = AssertUnwindSafe(connection.serve(&self.stop)).catch_unwind().await;
        let end = served.unwrap_or_else(|_| {
            tracing::error!(shard, "a shard panicked");
            End::Over
        });
        self.metrics.shard(shard, false);
        if end != End::Stopped {
            let session = connection.session().filter(|_| end == End::Lost);
            self.sessions.ended(self.id, session);
        }
        (end, connection.up.map(|since| since.elapsed()))
    }

    fn shard(&self, kept: Option<&ShardSession>) -> Shard<IdentifyQueue> {
        let config = ConfigBuilder::new(self.token.clone(), INTENTS)
            .proxy_url(self.url.clone())
            .queue(self.queue.clone());
        let config = match kept {
            Some(ShardSession { id, sequence, resume_url }) => {
                let config = config.session(Session::new(*sequence, id.clone()));
                match resume_url {
                    Some(url) => config.resume_url(url.clone()),
                    None => config,
                }
            }
            None => config,
        };
        Shard::with_config(self.id, config.build())
    }
}

/// Interactions come without any intent.
const INTENTS: Intents = Intents::empty();
