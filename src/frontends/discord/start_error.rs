//! Why the bot does not run on Discord.

use std::net::SocketAddr;
use std::time::Duration;

use super::rest::ApiError;
use domain::ServerId;

/// Why the bot does not run on Discord: a sentence that says what to do.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum StartError {
    #[error(
        "There is no Discord token. Set DISCORD_TOKEN to the one on the Bot page of your \
         application at https://discord.com/developers/applications."
    )]
    NoToken,
    #[error(
        "Discord does not accept the token. Copy it again, or make a new one, on the Bot page of \
         your application at https://discord.com/developers/applications."
    )]
    WrongToken,
    #[error(
        "Discord refuses the intents of this bot. Commonplace needs none; check that the token is \
         this bot's, and that nothing in front of Discord changes its requests."
    )]
    Intents,
    #[error(
        "Discord cannot be reached at {address}: {why}. Check the network, and `proxy` under \
         [discord] if it is set."
    )]
    Unreachable { address: String, why: String },
    #[error(
        "Discord lets this bot log in again in {0} minutes: it has logged in too often today. Find \
         out why it was started so often, and start it then."
    )]
    TooOften(u64),
    #[error(
        "The commands cannot be registered in server {0}. Check the number that `guild` under \
         [discord] names, and that the bot was invited there."
    )]
    Guild(ServerId),
    #[error(
        "Interactions cannot be served at {address}: {why}. Choose another port with `listen` under \
         [discord], or unset it to use the gateway."
    )]
    Listen { address: SocketAddr, why: String },
}

pub(super) fn too_often(time: Duration) -> StartError {
    StartError::TooOften(time.as_secs() / 60 + 1)
}

/// What it means that Discord did not answer at the start.
pub(super) fn failed(address: &str, fault: ApiError) -> StartError {
    match fault {
        ApiError::Unauthorized => StartError::WrongToken,
        fault => StartError::Unreachable { address: address.to_owned(), why: why(&fault) },
    }
}

/// What is the matter, where it is said already that Discord cannot be reached.
pub(super) fn why(fault: &ApiError) -> String {
    match fault {
        ApiError::Unreached(why) | ApiError::Lost(why) => why.clone(),
        fault => fault.to_string(),
    }
}
