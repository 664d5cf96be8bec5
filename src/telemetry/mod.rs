//! The page for whoever watches the bot: `/metrics` for Prometheus, `/live` and `/ready` for what
//! starts it anew. It is for the machine it runs on, unless the operator says otherwise.

mod gauges;
mod pages;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::backups::Backups;
use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::Store;

/// How many connections are served at once; others wait.
const CONNECTIONS: usize = 16;
/// How long a request's head may take to arrive.
const HEAD: Duration = Duration::from_secs(5);
/// How long a connection may last, so that none can be kept for nothing.
const CONNECTION: Duration = Duration::from_secs(300);
/// The pause after no connection could be taken.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// What the pages tell of.
#[derive(Clone, Debug)]
pub struct Telemetry {
    /// What is counted.
    pub metrics: Metrics,
    /// What is waiting.
    pub store: Store,
    /// The file of the database.
    pub database: PathBuf,
    /// Its copies.
    pub backups: Backups,
    /// The clock by which something is late.
    pub clock: Clock,
}

impl Telemetry {
    /// Serves the pages for as long as it is awaited.
    pub async fn serve(self, listener: TcpListener) {
        let (telemetry, room) = (Arc::new(self), Arc::new(Semaphore::new(CONNECTIONS)));
        loop {
            let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
            match listener.accept().await {
                Ok((stream, _)) => {
                    let telemetry = Arc::clone(&telemetry);
                    tokio::spawn(async move {
                        let served = tokio::time::timeout(CONNECTION, telemetry.answer(stream));
                        if let Ok(Err(error)) = served.await {
                            tracing::debug!(%error, "a request for metrics broke off");
                        }
                        drop(place);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a request for metrics cannot be taken");
                    tokio::time::sleep(AFTER_FAILURE).await;
                }
            }
        }
    }

    async fn answer(self: Arc<Self>, stream: TcpStream) -> hyper::Result<()> {
        let service = service_fn(move |request| {
            let telemetry = Arc::clone(&self);
            async move { Ok::<_, std::convert::Infallible>(telemetry.page(&request).await) }
        });
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(stream), service)
            .await
    }
}

/// Takes the address on which the pages are served.
///
/// # Errors
/// If something else has it, or it is none of this machine's.
pub async fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address).await
}
