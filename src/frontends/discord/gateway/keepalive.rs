//! Pokes the shards from a thread of its own.
//!
//! When a connection ends with a close frame that has no code, serenity's runner goes round without
//! ever letting another task run, which on a machine with one core is all of them. It does look at
//! what it is told, and a connection that takes nothing any more ends it. So it is told something,
//! from where it keeps nobody from telling it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use serenity::gateway::ShardMessenger;
use tokio_tungstenite::tungstenite::Message;

type Shards = Mutex<HashMap<u32, ShardMessenger>>;

/// Pokes shards for as long as it is held.
pub(super) struct Keepalive {
    shards: Arc<Shards>,
}

impl Keepalive {
    pub(super) fn start(every: Duration) -> Self {
        let shards = Arc::new(Shards::default());
        let poked = Arc::downgrade(&shards);
        let thread = std::thread::Builder::new().name("poke".to_owned());
        if let Err(error) = thread.spawn(move || poke(&poked, every)) {
            tracing::error!(%error, "no thread to look after the shards");
        }
        Self { shards }
    }

    /// Pokes this shard from now on.
    pub(super) fn add(&self, shard: u32, messenger: &ShardMessenger) {
        let mut shards = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        shards.insert(shard, messenger.clone());
    }

    /// Lets this shard be.
    pub(super) fn remove(&self, shard: u32) {
        self.shards.lock().unwrap_or_else(PoisonError::into_inner).remove(&shard);
    }
}

fn poke(shards: &Weak<Shards>, every: Duration) {
    loop {
        std::thread::sleep(every);
        let Some(shards) = shards.upgrade() else { return };
        for shard in shards.lock().unwrap_or_else(PoisonError::into_inner).values() {
            shard.websocket_message(Message::Ping(Vec::new()));
        }
    }
}
