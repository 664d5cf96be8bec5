//! Reads one request: its body and its signature, within limits of size and time.

use std::time::Duration;

use http_body_util::BodyExt as _;
use hyper::body::{Body, Bytes};
use hyper::header::CONTENT_LENGTH;
use hyper::{HeaderMap, Request};

use super::super::posted::Signed;
use super::signature::{PublicKey, is_current, timestamp};

/// The most that a body may hold, in bytes. A form with all its texts and the message that it came
/// from has about a tenth of that.
const LARGEST: usize = 1_000_000;
/// How long a body may take to arrive; Discord itself waits no longer for its answer.
const BODY_WITHIN: Duration = Duration::from_secs(3);

/// Why a request is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is not from Discord, or not as Discord sent it.
    Signature,
    /// It is Discord's, and of another time.
    Time {
        /// How many seconds its time is ahead of ours.
        ahead: i64,
    },
    TooLarge,
    /// Its body took too long, or broke off.
    Unfinished,
}

/// Reads a request that comes in at `now`, in seconds since 1970.
pub(super) async fn read<B>(
    request: Request<B>,
    key: &PublicKey,
    now: i64,
) -> Result<Signed, Refused>
where
    B: Body<Data = Bytes>,
{
    let (head, body) = request.into_parts();
    let (signature, signed_at, at) = signed(&head.headers).ok_or(Refused::Signature)?;
    let length = length(&head.headers);
    if length > LARGEST {
        return Err(Refused::TooLarge);
    }
    let mut message = Vec::with_capacity(signed_at.len() + length);
    message.extend_from_slice(signed_at);
    match tokio::time::timeout(BODY_WITHIN, append(body, &mut message)).await {
        Ok(read) => read?,
        Err(_) => return Err(Refused::Unfinished),
    }
    if !key.signed(&message, signature) {
        return Err(Refused::Signature);
    }
    if !is_current(at, now) {
        return Err(Refused::Time { ahead: at.saturating_sub(now) });
    }
    Ok(Signed::new(message, signed_at.len(), at))
}

/// The signature, and the time that was signed.
fn signed(headers: &HeaderMap) -> Option<(&[u8], &[u8], i64)> {
    let header = |name| headers.get(name).map(hyper::header::HeaderValue::as_bytes);
    let signed_at = header("x-signature-timestamp")?;
    Some((header("x-signature-ed25519")?, signed_at, timestamp(signed_at)?))
}

/// How long the body is said to be; 0 if that is not said.
fn length(headers: &HeaderMap) -> usize {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or_default()
}

async fn append<B>(body: B, message: &mut Vec<u8>) -> Result<(), Refused>
where
    B: Body<Data = Bytes>,
{
    let (mut body, most) = (std::pin::pin!(body), message.len() + LARGEST);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refused::Unfinished)?;
        let Some(data) = frame.data_ref() else { continue };
        if message.len() + data.len() > most {
            return Err(Refused::TooLarge);
        }
        message.extend_from_slice(data);
    }
    Ok(())
}
