//! Puts effects in the outbox, within the transaction of their cause.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sqlx::AssertSqlSafe;

use super::super::{Error, Result, ServerTx};
use super::Queue;
use crate::messages::Effect;
use domain::{DeliveryId, MemberId, ScheduleId};

/// Edits of one message within this time go out as one.
const EDITS_GATHER_FOR: SignedDuration = SignedDuration::from_millis(250);
/// A thread is archived this long after its last words were decided on.
const ARCHIVED_AFTER: SignedDuration = SignedDuration::from_secs(3);
/// A word to one member that leads to a message waits this long for it.
const LINKS_AFTER: SignedDuration = SignedDuration::from_secs(3);
/// After this much trying, what names no other time is given up.
const PATIENCE: SignedDuration = SignedDuration::from_hours(6);
/// A thread that a member waits for is wanted for this long.
const THREAD_WANTED: SignedDuration = SignedDuration::from_mins(15);

/// How many jobs are inserted in one trip to SQLite's thread.
const AT_ONCE: usize = 8;

/// Inserts the job at a place of the list `?2`, and gives its number and the queue it is in. What goes
/// where another message is, and nobody knows where that is yet, queues behind that message. All edits
/// of one message are in one queue, so that an older one never overtakes a newer one; one of a message
/// that is about to be another queues behind that. An edit that waits keeps its place in the queue and
/// takes on the newer card.
const INSERT: &str = "
    insert into outbox (server, kind, subject, beside, effect, key, schedule, delivery, due_at,
                        late_at, give_up_at, made_at, unsure, channel)
    select ?1, kind, job ->> 1, job ->> 2, job ->> 3, job ->> 4, job ->> 5, job ->> 6, job ->> 7,
           job ->> 8, job ->> 9, job ->> 10, job ->> 11, coalesce(
        job ->> 12,
        (select channel from outbox
         where server = ?1 and subject = job ->> 1 and kind = 'edit' and new.kind = 'edit'),
        (select case when new.kind = 'edit' and not exists
                         (select 1 from outbox
                          where server = ?1 and subject = job ->> 1
                            and kind in ('post', 'beside', 'delete'))
                     then -place else place end
         from messages where server = ?1 and subject = coalesce(job ->> 2, job ->> 1)),
        (select channel from outbox
         where server = ?1 and subject = coalesce(job ->> 2, job ->> 1)
           and kind in ('post', 'beside')
         order by id desc limit 1),
        0)
    from (select job, job ->> 0 as kind from (select ?2 -> '$[{at}]' as job)) as new
    where true
    on conflict (server, subject) where kind = 'edit' and claimed = 0
        do update set effect = excluded.effect, sieve = null
    on conflict (server, subject) where kind = 'event' and claimed = 0
        do update set effect = excluded.effect, give_up_at = excluded.give_up_at
    returning id, channel;";

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
    /// Whether it may be there already.
    pub(in super::super) unsure: bool,
    pub(in super::super) now: Timestamp,
}

impl Entry {
    pub(in super::super) fn new(effect: Effect, now: Timestamp) -> Self {
        let due_at = match &effect {
            Effect::Edit { .. } => now.saturating_add(EDITS_GATHER_FOR).unwrap_or(now),
            Effect::Archive { .. } => now.saturating_add(ARCHIVED_AFTER).unwrap_or(now),
            Effect::Notice { place: None, card, .. } if card.awaits_a_message() => {
                now.saturating_add(LINKS_AFTER).unwrap_or(now)
            }
            _ => now,
        };
        let patience = match &effect {
            Effect::Thread { asker: Some(_), .. } => THREAD_WANTED,
            _ => PATIENCE,
        };
        let give_up_at = match &effect {
            Effect::Remind { until, .. } => *until,
            _ => now.saturating_add(patience).unwrap_or(now),
        };
        Self {
            effect,
            key: None,
            schedule: None,
            delivery: None,
            due_at,
            late_at: None,
            give_up_at,
            unsure: false,
            now,
        }
    }

    /// Whether it is to go out at once, and is no daily of the clock.
    fn is_due(&self) -> bool {
        self.due_at <= self.now && self.late_at.is_none() && !self.unsure
    }
}

impl ServerTx {
    /// Puts effects in the outbox, to be published once the change is committed. `effects` makes
    /// them, in the server's language.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn emit<E: IntoIterator<Item = Effect>>(
        &mut self,
        effects: impl FnOnce() -> E,
        now: Timestamp,
    ) -> Result<()> {
        let language = self.language().await?;
        let effects: Vec<Effect> = language.sync_scope(|| effects().into_iter().collect());
        self.enqueue_all(effects.into_iter().map(|effect| Entry::new(effect, now))).await
    }

    /// Puts an effect in the outbox, with all that the outbox is to know about it.
    pub(in super::super) async fn enqueue(&mut self, entry: Entry) -> Result<()> {
        self.enqueue_all([entry]).await
    }

    async fn enqueue_all(&mut self, entries: impl IntoIterator<Item = Entry>) -> Result<()> {
        let (mut needed, mut queues) = (Vec::new(), Vec::new());
        for entry in entries {
            if matches!(entry.effect, Effect::Delete { .. }) {
                self.insert_jobs(&mut needed, &mut queues).await?;
            }
            if self.is_needed(&entry.effect, &mut queues).await? {
                needed.push(entry);
            }
        }
        self.insert_jobs(&mut needed, &mut queues).await?;
        queues.sort_unstable_by_key(|queue| queue.0);
        queues.dedup();
        self.schedule_all(&queues, None).await
    }

    /// Whether an effect has to be published: to delete a message that has surely not gone out, it
    /// is enough to drop its jobs. Adds the queues of those that were dropped.
    async fn is_needed(&mut self, effect: &Effect, queues: &mut Vec<Queue>) -> Result<bool> {
        // Who made it has erased themselves, and there is no channel for such things.
        if matches!(effect, Effect::Notice { place: None, member: MemberId::NOBODY, .. }) {
            return Ok(false);
        }
        let Effect::Delete { subject } = effect else { return Ok(true) };
        let dropped: Vec<(String, i64)> = self
            .statement(
                "delete from outbox
                 where server = ?1 and subject = ?2 and claimed = 0 and unsure = 0
                   and kind in ('post', 'beside', 'edit')
                 returning kind, channel",
            )
            .bind(subject.to_string())
            .all()
            .await?;
        queues.extend(dropped.iter().map(|(_, channel)| Queue(*channel)));
        Ok(dropped.iter().all(|(kind, _)| kind == "edit") && self.is_shown(*subject).await?)
    }

    /// Inserts the jobs of what was collected, and adds the queues they are in.
    async fn insert_jobs(
        &mut self,
        needed: &mut Vec<Entry>,
        queues: &mut Vec<Queue>,
    ) -> Result<()> {
        for some in needed.chunks(AT_ONCE) {
            let rows = some.iter().map(|entry| self.row(entry)).collect::<Result<Vec<_>>>()?;
            let insert: String =
                (0..some.len()).map(|at| INSERT.replace("{at}", &at.to_string())).collect();
            let inserted: Vec<(i64, i64)> = self
                .statement(AssertSqlSafe(insert))
                .bind(serde_json::Value::from(rows).to_string())
                .all()
                .await?;
            queues.extend(inserted.iter().map(|(_, queue)| Queue(*queue)));
            for (entry, job) in some.iter().zip(inserted).filter(|(entry, _)| entry.is_due()) {
                self.after.outbox.put.push(job);
                self.after.outbox.put_at = self.after.outbox.put_at.max(Some(entry.now));
            }
        }
        needed.clear();
        Ok(())
    }

    /// The values of a job's columns, in their order.
    fn row(&self, entry: &Entry) -> Result<serde_json::Value> {
        let effect = &entry.effect;
        let due_at = self.edit_pace.due(self.server(), effect, entry.due_at, entry.now);
        let written = serde_json::to_string(effect);
        Ok(json!([
            effect.kind(),
            effect.subject().map(String::from),
            effect.beside().map(String::from),
            written.map_err(|error| Error::Unreadable(error.to_string()))?,
            entry.key,
            entry.schedule.map(|id| id.0),
            entry.delivery.map(|id| id.0),
            due_at.as_millisecond(),
            entry.late_at.map(|at| at.as_millisecond()),
            entry.give_up_at.as_millisecond(),
            entry.now.as_millisecond(),
            i64::from(entry.unsure),
            effect.channel().map(|channel| channel.0),
        ]))
    }
}
