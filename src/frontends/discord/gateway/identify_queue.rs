//! Discord takes one identify in five seconds for each of `max_concurrency` groups of shards.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

/// Lets shards identify one after another within their group.
pub(super) struct IdentifyQueue {
    groups: Vec<Mutex<Option<Instant>>>,
    every: Duration,
}

impl IdentifyQueue {
    pub(super) fn new(groups: u32, every: Duration) -> Self {
        Self { groups: (0..groups.max(1)).map(|_| Mutex::new(None)).collect(), every }
    }

    /// Waits for the shard's turn.
    pub(super) async fn pass(&self, shard: u32) {
        let mut last = self.groups[shard as usize % self.groups.len()].lock().await;
        if let Some(last) = *last {
            tokio::time::sleep_until(last + self.every).await;
        }
        *last = Some(Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_group_waits_and_groups_do_not_wait_for_each_other() {
        let gate = IdentifyQueue::new(2, Duration::from_millis(40));
        let start = Instant::now();
        gate.pass(0).await;
        gate.pass(1).await;
        assert!(start.elapsed() < Duration::from_millis(30));
        gate.pass(2).await;
        assert!(start.elapsed() >= Duration::from_millis(40));
    }
}
