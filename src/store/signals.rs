//! What follows once a change is committed: the workers that wait for it are woken, and what is kept
//! in memory is renewed.

use std::sync::Arc;

use domain::ServerId;
use domain::member_hash::KeyId;
use tokio::sync::Notify;

use super::handled::Mark;
use super::languages::{Languages, Spoken};
use super::outbox::{Mailbox, Outgoing};
use super::servings::{Served, Servings};

/// What follows once a change is on the disk. The writer sees to it, so that it happens even if
/// the caller has gone.
#[derive(Clone, Debug, Default)]
pub(super) struct AfterCommit {
    /// What is new in the outbox.
    pub(super) outbox: Outgoing,
    /// A schedule has another time.
    pub(super) schedules_changed: bool,
    /// A meeting has another time.
    pub(super) meetings_changed: bool,
    /// Something was erased, and must be gone from the log as well before the change is
    /// acknowledged.
    pub(super) erased: bool,
    /// Keys that nothing needs any more; they are destroyed before the change is acknowledged.
    pub(super) unused_keys: Vec<KeyId>,
    /// A server has another language.
    pub(super) language: Option<(ServerId, Spoken)>,
    /// The request that this carries out; its mark is committed with the change.
    pub(super) mark: Option<Mark>,
    /// A place was served something, or a server is gone.
    pub(super) served: Option<Served>,
}

/// Wakes the workers that wait for changes.
#[derive(Debug, Default)]
pub(super) struct Signals {
    pub(super) mailbox: Arc<Mailbox>,
    pub(super) schedules_changed: Notify,
    pub(super) meetings_changed: Notify,
    pub(super) languages: Languages,
    pub(super) servings: Servings,
}

impl Signals {
    /// Wakes those who wait for what a change has brought.
    pub(super) fn notify(&self, after: AfterCommit) {
        self.mailbox.leave(after.outbox);
        if after.schedules_changed {
            self.schedules_changed.notify_one();
        }
        if after.meetings_changed {
            self.meetings_changed.notify_one();
        }
        if let Some((server, spoken)) = after.language {
            self.languages.changed(server, spoken);
        }
        if let Some(served) = after.served {
            self.servings.note(served);
        }
    }
}
