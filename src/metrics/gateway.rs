//! Which shards are connected.

use std::sync::{Mutex, PoisonError};

/// The shards, by number; none before it is known how many there are to be.
#[derive(Default)]
pub(super) struct Shards(Mutex<Vec<bool>>);

impl Shards {
    pub(super) fn expect(&self, total: u32) {
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = vec![false; total];
    }

    pub(super) fn set(&self, shard: u32, connected: bool) {
        let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shard = usize::try_from(shard).ok().and_then(|shard| shards.get_mut(shard));
        if let Some(shard) = shard {
            *shard = connected;
        }
    }

    pub(super) fn are_all_connected(&self) -> bool {
        let shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        !shards.is_empty() && shards.iter().all(|connected| *connected)
    }
}
