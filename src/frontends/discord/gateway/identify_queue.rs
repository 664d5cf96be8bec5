//! Discord takes one identify in five seconds for each of `max_concurrency` groups of shards.

use std::collections::HashSet;
use std::sync::{Arc, Mutex as Blocking, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::{Mutex, oneshot};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use twilight_gateway::queue::Queue;

use super::identify_slots::IdentifySlots;

/// Lets shards identify one after another within their group. Cheap to clone. (The library's own
/// queue cannot be told how long its five seconds are, and tests are in a hurry.)
#[derive(Clone)]
pub(super) struct IdentifyQueue {
    groups: Arc<[Mutex<Option<Instant>>]>,
    every: Duration,
    /// Other processes have shards in the same groups.
    slots: Option<IdentifySlots>,
    waiting: Arc<Blocking<HashSet<u32>>>,
    /// Cancelled once somebody may identify at all.
    open: CancellationToken,
}

impl IdentifyQueue {
    /// Nobody's turn comes before `open` is cancelled.
    pub(super) fn new(groups: u32, every: Duration, open: CancellationToken) -> Self {
        let groups = (0..groups.max(1)).map(|_| Mutex::new(None)).collect();
        Self { groups, every, slots: None, waiting: Arc::default(), open }
    }

    /// The same for a process that has only some of the bot's `total` shards.
    pub(super) fn shared(self, total: u32) -> Self {
        let groups = u32::try_from(self.groups.len()).unwrap_or(u32::MAX);
        let slots = Some(IdentifySlots::new(total, groups, self.every));
        Self { slots, ..self }
    }

    /// Whether a shard waits for its turn; it has nothing to hear meanwhile.
    pub(super) fn is_waiting(&self, shard: u32) -> bool {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).contains(&shard)
    }

    /// Gives the shard its turn once it is due, unless it no longer waits.
    async fn pass(&self, shard: u32, turn: oneshot::Sender<()>) {
        self.open.cancelled().await;
        let mut last = self.groups[shard as usize % self.groups.len()].lock().await;
        if let Some(last) = *last {
            tokio::time::sleep_until(last + self.every).await;
        }
        if let Some(slots) = self.slots {
            slot_of(shard, slots).await;
        }
        if turn.send(()).is_ok() {
            *last = Some(Instant::now());
        }
    }

    fn note(&self, shard: u32, waits: bool) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waits {
            waiting.insert(shard)
        } else {
            waiting.remove(&shard)
        };
    }
}

/// Waits until the shard's slot is open. A sleep that took too long has missed it.
async fn slot_of(shard: u32, slots: IdentifySlots) {
    loop {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        match slots.wait(shard, now) {
            Duration::ZERO => return,
            wait => tokio::time::sleep(wait).await,
        }
    }
}

impl Queue for IdentifyQueue {
    fn enqueue(&self, shard: u32) -> oneshot::Receiver<()> {
        let (turn, granted) = oneshot::channel();
        let queue = self.clone();
        self.note(shard, true);
        tokio::spawn(async move {
            queue.pass(shard, turn).await;
            queue.note(shard, false);
        });
        granted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_secs(30);

    fn queue(groups: u32, every: Duration) -> IdentifyQueue {
        let open = CancellationToken::new();
        open.cancel();
        IdentifyQueue::new(groups, every, open)
    }

    #[tokio::test]
    async fn nobody_identifies_before_discord_says_how_often() {
        let open = CancellationToken::new();
        let queue = IdentifyQueue::new(1, Duration::ZERO, open.clone());
        let mut turn = queue.enqueue(0);
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(turn.try_recv().is_err() && queue.is_waiting(0));
        open.cancel();
        turn.await.unwrap();
    }

    #[tokio::test]
    async fn a_group_waits_and_groups_do_not_wait_for_each_other() {
        let slow = queue(2, Duration::from_secs(600));
        for shard in [0, 1] {
            tokio::time::timeout(SOON, slow.enqueue(shard)).await.unwrap().unwrap();
        }
        let mut third = slow.enqueue(2);
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(third.try_recv().is_err() && slow.is_waiting(2));

        let queue = queue(2, Duration::from_millis(40));
        let start = Instant::now();
        queue.enqueue(0).await.unwrap();
        queue.enqueue(2).await.unwrap();
        assert!(start.elapsed() >= Duration::from_millis(40));
    }

    #[tokio::test]
    async fn who_has_gone_takes_no_turn() {
        let queue = queue(1, Duration::from_secs(600));
        drop(queue.enqueue(0));
        tokio::time::timeout(SOON, queue.enqueue(0)).await.unwrap().unwrap();
    }
}
