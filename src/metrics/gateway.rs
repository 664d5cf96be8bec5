//! Which shards are connected.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The shards, by number; none before it is known which there are to be.
#[derive(Default)]
pub(super) struct Shards(Mutex<BTreeMap<u32, bool>>);

impl Shards {
    pub(super) fn clear(&self) {
        self.all().clear();
    }

    pub(super) fn set(&self, shard: u32, connected: bool) {
        self.all().insert(shard, connected);
    }

    pub(super) fn are_all_connected(&self) -> bool {
        let shards = self.all();
        !shards.is_empty() && shards.values().all(|connected| *connected)
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<u32, bool>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
