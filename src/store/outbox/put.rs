//! Puts effects in the outbox, within the transaction of their cause.

use jiff::{SignedDuration, Timestamp};
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

use super::super::{Error, Result, ServerTx};
use super::server_queue;
use crate::messages::Effect;
use domain::{DeliveryId, ScheduleId, ServerId};

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
        let server = self.server();
        put_entry(&mut *self.connection().await?, server, entry).await
    }
}

async fn put_entry(db: &mut SqliteConnection, server: ServerId, entry: Entry) -> Result<()> {
    let subject = entry.effect.subject().map(String::from);
    let mut needed = true;
    if matches!(entry.effect, Effect::Delete { .. }) {
        // What has surely not gone out yet need not go out to be deleted.
        let dropped = sqlx::query(
            "delete from outbox
             where server = ? and subject = ? and claimed = 0 and unsure = 0
               and kind in ('post', 'beside', 'edit')
             returning kind",
        )
        .bind(server.0)
        .bind(&subject)
        .fetch_all(&mut *db)
        .await?;
        needed = !dropped.iter().any(|row| row.get::<String, _>("kind") != "edit")
            && stands(db, server, &subject).await?;
    }
    if needed {
        insert(db, server, &entry, subject).await?;
    }
    server_queue::schedule_next(db, server, None).await
}

/// Whether a message shows a subject, or is on its way to.
async fn stands(
    db: &mut SqliteConnection,
    server: ServerId,
    subject: &Option<String>,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "select exists (select 1 from messages where server = ?1 and subject = ?2)
             or exists (select 1 from outbox
                        where server = ?1 and subject = ?2 and kind in ('post', 'beside'))",
    )
    .bind(server.0)
    .bind(subject)
    .fetch_one(db)
    .await?)
}

async fn insert(
    db: &mut SqliteConnection,
    server: ServerId,
    entry: &Entry,
    subject: Option<String>,
) -> Result<()> {
    // An edit that waits keeps its place in the queue and takes on the newer face.
    sqlx::query(
        "insert into outbox (server, kind, subject, beside, effect, key, schedule, delivery, due_at,
                             late_at, give_up_at, made_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (server, subject) where kind = 'edit' and claimed = 0
             do update set effect = excluded.effect",
    )
    .bind(server.0)
    .bind(entry.effect.kind())
    .bind(subject)
    .bind(entry.effect.beside().map(String::from))
    .bind(written(&entry.effect)?)
    .bind(&entry.key)
    .bind(entry.schedule.map(|id| id.0))
    .bind(entry.delivery.map(|id| id.0))
    .bind(entry.due_at.as_millisecond())
    .bind(entry.late_at.map(|at| at.as_millisecond()))
    .bind(entry.give_up_at.as_millisecond())
    .bind(entry.now.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

fn written(effect: &Effect) -> Result<String> {
    serde_json::to_string(effect).map_err(|error| Error::Unreadable(error.to_string()))
}
