//! The three pages.

use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};

use super::Telemetry;
use super::gauges::Gauges;
use crate::metrics;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

type Page = Response<Full<Bytes>>;

impl Telemetry {
    pub(super) async fn page<B>(&self, request: &Request<B>) -> Page {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut page = plain(StatusCode::METHOD_NOT_ALLOWED, "GET only\n");
            page.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return page;
        }
        match request.uri().path() {
            "/metrics" => self.metrics().await,
            // Whoever reads this has been answered.
            "/live" => plain(StatusCode::OK, "live\n"),
            "/ready" => self.ready().await,
            _ => plain(StatusCode::NOT_FOUND, "/metrics, /live or /ready\n"),
        }
    }

    async fn metrics(&self) -> Page {
        let gauges = tokio::time::timeout(PATIENCE, Gauges::read(self)).await;
        let gauges = match gauges {
            Ok(Ok(gauges)) => gauges,
            Ok(Err(error)) => {
                tracing::error!(?error, "the metrics of the database cannot be read");
                Gauges::unread(self)
            }
            Err(_) => {
                tracing::error!("the database does not answer in time");
                Gauges::unread(self)
            }
        };
        let text = self.metrics.text().and_then(|counted| Ok(counted + &gauges.text()?));
        match text {
            Ok(text) => typed(StatusCode::OK, metrics::CONTENT_TYPE, text),
            Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "not written\n"),
        }
    }

    /// Whether a member who asks now is answered.
    async fn ready(&self) -> Page {
        if !self.metrics.is_connected() {
            return plain(StatusCode::SERVICE_UNAVAILABLE, "not connected to Discord\n");
        }
        match tokio::time::timeout(PATIENCE, self.store.outbox_next()).await {
            Ok(Ok(_)) => plain(StatusCode::OK, "ready\n"),
            Ok(Err(_)) | Err(_) => {
                plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
            }
        }
    }
}

fn plain(status: StatusCode, text: &'static str) -> Page {
    typed(status, "text/plain; charset=utf-8", text)
}

fn typed(status: StatusCode, kind: &'static str, text: impl Into<Bytes>) -> Page {
    let mut page = Response::new(Full::new(text.into()));
    *page.status_mut() = status;
    page.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    page
}
