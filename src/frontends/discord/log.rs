//! What must not get into the log.

use tracing::Metadata;

/// Crates that write tokens, addresses or what members wrote into their spans and messages: at
/// their usual levels or when somebody looks for a fault with `debug`; or, for `lopdf`, what stands
/// in a member's PDF.
const TALKATIVE: &[&str] =
    &["serenity", "twilight_gateway", "tokio_websockets", "hyper", "h2", "lopdf"];

/// Whether a span or message may get into the log. To be put in front of every other filter, since
/// an operator who asks for all of it must not get a token. What these crates have to say is said
/// by the frontend, or the importer, in its own words.
#[must_use]
pub fn may_appear(metadata: &Metadata<'_>) -> bool {
    let name = metadata.target().split("::").next().unwrap_or_default();
    !TALKATIVE.contains(&name) && !name.starts_with("hyper_")
}
