//! What the worker hears of the outbox as soon as it is committed, so that it need not ask the
//! database: the jobs that a change has claimed for it, and when something else is due.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::Notify;

use super::super::Store;
use super::{OutboxJob, Queue};

/// What is new in the outbox.
#[derive(Debug, Default)]
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

/// What a transaction has put in the outbox.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Outgoing {
    /// What is due at once: the numbers of the jobs, and of their queues.
    pub(super) put: Vec<(i64, i64)>,
    /// When the last of that was put there.
    pub(super) put_at: Option<Timestamp>,
    /// Those that were claimed for the worker.
    pub(super) claimed: Vec<OutboxJob>,
    /// When what is first in the queues that have changed is due.
    pub(super) next: Vec<(Queue, Timestamp)>,
    /// Anything in the outbox may be due at another time.
    pub(in super::super) changed: bool,
}

impl Outgoing {
    fn news(self) -> News {
        let is_claimed = |queue| self.claimed.iter().any(|job| job.queue == queue);
        let next = self.next.iter().filter(|(queue, _)| !is_claimed(*queue));
        let at_once = self.changed.then_some(Timestamp::MIN);
        let due = next.map(|(_, ready_at)| *ready_at).chain(at_once).min();
        News { claimed: self.claimed, due }
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
    pub(in super::super) fn leave(&self, outgoing: Outgoing) {
        let News { claimed, due } = outgoing.news();
        if claimed.is_empty() && due.is_none() {
            return;
        }
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.claimed.extend(claimed);
        news.due = news.due.into_iter().chain(due).min();
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
