//! Bodies: JSON, or multipart with `payload_json` and `files[n]`.

use std::sync::Arc;

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use crate::refusal::Refusal;

/// The most that a request may hold.
const MOST: usize = 100 * 1024 * 1024;

/// A file that was sent along.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// The n of `files[n]`.
    pub(crate) index: u64,
    pub(crate) filename: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Arc<[u8]>,
}

/// What was sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    /// `Null` when there was none.
    pub(crate) body: Value,
    pub(crate) files: Vec<Upload>,
}

/// Reads and parses a body.
pub(crate) async fn read(headers: &HeaderMap, body: Body) -> Result<Sent, Refusal> {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bytes = axum::body::to_bytes(body, MOST).await.map_err(|_| Refusal::TOO_LARGE)?;
    if let Ok(boundary) = multer::parse_boundary(kind) {
        return multipart(bytes, boundary).await;
    }
    if bytes.is_empty() {
        return Ok(Sent::default());
    }
    if !kind.starts_with("application/json") {
        let message = "Expected \"Content-Type\" header to be one of {'application/json'}.";
        return Err(Refusal::form("", "CONTENT_TYPE_INVALID", message));
    }
    let body = serde_json::from_slice(&bytes).map_err(|_| Refusal::INVALID_JSON)?;
    Ok(Sent { body, files: Vec::new() })
}

async fn multipart(bytes: axum::body::Bytes, boundary: String) -> Result<Sent, Refusal> {
    let stream = futures_util::stream::once(async move { Ok::<_, std::io::Error>(bytes) });
    let mut parts = multer::Multipart::new(stream, boundary);
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(|_| malformed())? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "payload_json" {
            let text = part.text().await.map_err(|_| malformed())?;
            sent.body = serde_json::from_str(&text).map_err(|_| Refusal::INVALID_JSON)?;
            continue;
        }
        let index = name
            .strip_prefix("files[")
            .and_then(|rest| rest.strip_suffix(']'))
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(malformed)?;
        let filename = part.file_name().unwrap_or("unknown").to_owned();
        let content_type =
            part.content_type().map_or_else(|| guess(&filename).to_owned(), ToString::to_string);
        let bytes = part.bytes().await.map_err(|_| malformed())?;
        sent.files.push(Upload { index, filename, content_type, bytes: bytes.as_ref().into() });
    }
    Ok(sent)
}

/// The media type of a name, for the few that matter here.
pub(crate) fn guess(filename: &str) -> &'static str {
    match filename.rsplit('.').next() {
        Some("txt") => "text/plain; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json",
        Some("html") => "text/html; charset=utf-8",
        Some("png") => "image/png",
        Some("epub") => "application/epub+zip",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}

fn malformed() -> Refusal {
    Refusal::form("", "MULTIPART_INVALID", "The multipart body could not be read.")
}
