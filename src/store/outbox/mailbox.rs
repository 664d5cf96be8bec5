//! What the worker hears of the outbox as soon as it is committed, so that it need not ask the
//! database: the jobs that a change has claimed for it, and when something else is due.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::Notify;

use super::super::Store;
use super::OutboxJob;

/// What is new in the outbox.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// Jobs that were claimed by the changes that have put them there.
    pub claimed: Vec<OutboxJob>,
    /// When something else is due at the earliest, if there is something new.
    pub due: Option<Timestamp>,
}

/// Where changes leave the news for the worker.
#[derive(Debug, Default)]
pub(in super::super) struct Mailbox {
    /// How many jobs the worker takes at once; none while there is no worker.
    room: AtomicUsize,
    /// Holds no more jobs than there was room for.
    news: Mutex<News>,
    changed: Notify,
}

/// The worker's end. To drop it says that there is no worker any more.
#[derive(Debug)]
pub struct Inbox(Arc<Mailbox>);

impl News {
    /// Something is due at this time, or earlier.
    pub(in super::super) fn is_due(&mut self, at: Timestamp) {
        self.due = Some(self.due.map_or(at, |due| due.min(at)));
    }
}

impl Mailbox {
    /// Takes up to `wanted` places of those that the worker has left, and says how many.
    pub(in super::super) fn reserve(&self, wanted: usize) -> usize {
        let took = self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| {
            Some(room.saturating_sub(wanted))
        });
        took.unwrap_or_default().min(wanted)
    }

    /// Leaves what is committed now.
    pub(in super::super) fn leave(&self, new: News) {
        let News { claimed, due } = new;
        if claimed.is_empty() && due.is_none() {
            return;
        }
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.claimed.extend(claimed);
        if let Some(due) = due {
            news.is_due(due);
        }
        drop(news);
        self.changed.notify_one();
    }

    /// Waits until something was left.
    pub(in super::super) async fn changed(&self) {
        self.changed.notified().await;
    }
}

impl Inbox {
    /// What was left since the last time.
    #[must_use]
    pub fn take(&self) -> News {
        std::mem::take(&mut *self.0.news.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Says how many jobs the worker has room for by now.
    pub fn has_room(&self, room: usize) {
        self.0.room.store(room, Ordering::Relaxed);
    }

    /// Waits until something was left.
    pub async fn changed(&self) {
        self.0.changed().await;
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.has_room(0);
    }
}

impl Store {
    /// The inbox of the worker, of which there is one. As long as it has room, a change claims for it
    /// what it puts in the outbox, if that is due at once and nothing comes before it.
    #[must_use]
    pub fn inbox(&self) -> Inbox {
        Inbox(Arc::clone(&self.signals.mailbox))
    }
}
