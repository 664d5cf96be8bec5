//! Counts the events of a shard, a sign of its life, and passes them on.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serenity::async_trait;
use serenity::client::{Context, RawEventHandler};
use serenity::model::event::Event;

pub(super) struct Listener {
    pub(super) events: Arc<AtomicU64>,
    pub(super) handler: Arc<dyn RawEventHandler>,
}

#[async_trait]
impl RawEventHandler for Listener {
    async fn raw_event(&self, context: Context, event: Event) {
        self.events.fetch_add(1, Ordering::Relaxed);
        self.handler.raw_event(context, event).await;
    }
}
