//! What is done once every shard is there, or the endpoint is served.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

/// Who we are on Discord.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsBot {
    /// The application's number.
    pub application: u64,
    /// The bot's name.
    pub name: String,
    /// In how many servers it is.
    pub servers: usize,
    /// Where interactions are served, if they come by HTTP.
    pub listens: Option<SocketAddr>,
}

/// What is done once every shard is there, or the endpoint is served.
#[derive(Clone)]
pub struct OnReady(Arc<dyn Fn(&AsBot) + Send + Sync>);

impl OnReady {
    /// Calls `ready`, once.
    #[must_use]
    pub fn new(ready: impl Fn(&AsBot) + Send + Sync + 'static) -> Self {
        Self(Arc::new(ready))
    }

    pub(super) fn call(&self, as_bot: &AsBot) {
        (self.0)(as_bot);
    }
}

impl Default for OnReady {
    fn default() -> Self {
        Self::new(|_| {})
    }
}

impl fmt::Debug for OnReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnReady")
    }
}
