//! Why the bot does not run on Discord.

use std::net::SocketAddr;

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
        "Discord refuses `shards = \"{shards}\"` under [discord]. It recommends {recommended} for this \
         bot: give every process its part of that number, and move each server to the file of the \
         process that runs its shard (`commonplace move`). With twice as many shards nothing has to \
         be moved: 0-1/4 becomes 0-1,4-5/8."
    )]
    Shards { shards: String, recommended: u32 },
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
    #[error(
        "Interactions that come by HTTP come from all servers to one address, so one process has to have \
         them all: unset `shards` or `listen` under [discord]."
    )]
    OneProcess,
}
