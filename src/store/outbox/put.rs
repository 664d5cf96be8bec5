//! Puts effects in the outbox, within the transaction of their cause.

use jiff::{SignedDuration, Timestamp};

use super::super::{Error, Result, ServerTx};
use crate::messages::Effect;
use domain::{DeliveryId, ScheduleId};

/// Edits of one message within this time go out as one.
const EDITS_GATHER_FOR: SignedDuration = SignedDuration::from_millis(1_500);
/// A thread is archived this long after its last words were decided on.
const ARCHIVED_AFTER: SignedDuration = SignedDuration::from_secs(3);
/// After this much trying, what names no other time is given up.
const PATIENCE: SignedDuration = SignedDuration::from_hours(6);

/// An effect, and what the outbox is to know about it.
#[derive(Clone, Debug)]
pub(in super::super) struct Entry {
    pub(in super::super) effect: Effect,
    /// What its message is known by, if not by its number.
    pub(in super::super) key: Option<String>,
    pub(in super::super) schedule: Option<ScheduleId>,
    pub(in super::super) delivery: Option<DeliveryId>,
    pub(in super::super) due_at: Timestamp,
    pub(in super::super) late_at: Option<Timestamp>,
    pub(in super::super) give_up_at: Timestamp,
    pub(in super::super) now: Timestamp,
}

impl Entry {
    pub(in super::super) fn new(effect: Effect, now: Timestamp) -> Self {
        let due_at = match effect {
            Effect::Edit { .. } => now.saturating_add(EDITS_GATHER_FOR).unwrap_or(now),
            Effect::Archive { .. } => now.saturating_add(ARCHIVED_AFTER).unwrap_or(now),
            _ => now,
        };
        let give_up_at = now.saturating_add(PATIENCE).unwrap_or(now);
        Self {
            effect,
            key: None,
            schedule: None,
            delivery: None,
            due_at,
            late_at: None,
            give_up_at,
            now,
        }
    }
}

impl ServerTx {
    /// Puts effects in the outbox, to be published once the change is committed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn emit(
        &mut self,
        effects: impl IntoIterator<Item = Effect>,
        now: Timestamp,
    ) -> Result<()> {
        for effect in effects.into_iter().collect::<Vec<_>>() {
            self.enqueue(Entry::new(effect, now)).await?;
        }
        Ok(())
    }

    /// Puts an effect in the outbox, with all that the outbox is to know about it.
    pub(in super::super) async fn enqueue(&mut self, entry: Entry) -> Result<()> {
        self.after.outbox_changed = true;
        if self.is_needed(&entry.effect).await? {
            self.insert_job(&entry).await?;
        }
        self.schedule_next(None).await
    }

    /// Whether an effect has to be published: to delete a message that has surely not gone out, it
    /// is enough to drop its jobs.
    async fn is_needed(&mut self, effect: &Effect) -> Result<bool> {
        let Effect::Delete { subject } = effect else { return Ok(true) };
        let dropped: Vec<String> = self
            .statement(
                "delete from outbox
                 where server = ?1 and subject = ?2 and claimed = 0 and unsure = 0
                   and kind in ('post', 'beside', 'edit')
                 returning kind",
            )
            .bind(subject.to_string())
            .values()
            .await?;
        Ok(dropped.iter().all(|kind| kind == "edit") && self.is_shown(*subject).await?)
    }

    async fn insert_job(&mut self, entry: &Entry) -> Result<()> {
        // An edit that waits keeps its place in the queue and takes on the newer card.
        self.statement(
            "insert into outbox (server, kind, subject, beside, effect, key, schedule, delivery,
                                 due_at, late_at, give_up_at, made_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             on conflict (server, subject) where kind = 'edit' and claimed = 0
                 do update set effect = excluded.effect",
        )
        .bind(entry.effect.kind())
        .bind(entry.effect.subject().map(String::from))
        .bind(entry.effect.beside().map(String::from))
        .bind(written(&entry.effect)?)
        .bind(&entry.key)
        .bind(entry.schedule.map(|id| id.0))
        .bind(entry.delivery.map(|id| id.0))
        .bind(entry.due_at.as_millisecond())
        .bind(entry.late_at.map(|at| at.as_millisecond()))
        .bind(entry.give_up_at.as_millisecond())
        .bind(entry.now.as_millisecond())
        .execute()
        .await?;
        Ok(())
    }
}

fn written(effect: &Effect) -> Result<String> {
    serde_json::to_string(effect).map_err(|error| Error::Unreadable(error.to_string()))
}
