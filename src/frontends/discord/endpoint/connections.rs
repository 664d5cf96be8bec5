//! Connections: many at once, each kept for further requests, none for ever.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::Desk;

/// How many connections are served at once; others wait.
const CONNECTIONS: usize = 1_000;
/// How long the head of the next request may take, the pause before it included: a little longer than
/// the minute after which usual proxies close a connection that rests, so that they do so first.
const NEXT_REQUEST: Duration = Duration::from_secs(75);
/// The most that a head may hold, in bytes; bodies are taken in pieces of this size.
const BUFFER: usize = 65_536;
/// The pause after no connection could be taken.
const AFTER_FAILURE: Duration = Duration::from_millis(200);

/// Serves connections until `stop`; then those are ended that rest, and the others after their answer.
pub(super) async fn serve(listener: &TcpListener, desk: Arc<Desk>, stop: &CancellationToken) {
    let (room, served) = (Arc::new(Semaphore::new(CONNECTIONS)), TaskTracker::new());
    let accept = async {
        while let Ok(place) = Arc::clone(&room).acquire_owned().await {
            match listener.accept().await {
                Ok((stream, _)) => {
                    let (desk, stop) = (Arc::clone(&desk), stop.clone());
                    served.spawn(async move {
                        connection(stream, desk, stop).await;
                        drop(place);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection of Discord's cannot be taken");
                    tokio::time::sleep(AFTER_FAILURE).await;
                }
            }
        }
    };
    stop.run_until_cancelled(accept).await;
    served.close();
    served.wait().await;
}

async fn connection(stream: TcpStream, desk: Arc<Desk>, stop: CancellationToken) {
    // An answer is one piece and is waited for.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let desk = Arc::clone(&desk);
        async move { Ok::<_, Infallible>(desk.answer(request).await) }
    });
    let mut served = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(NEXT_REQUEST)
            .max_buf_size(BUFFER)
            .serve_connection(TokioIo::new(stream), service)
    );
    let ended = tokio::select! {
        ended = &mut served => ended,
        () = stop.cancelled() => {
            served.as_mut().graceful_shutdown();
            served.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection of Discord's broke off");
    }
}
