//! For each queue its job that is due first, in the order in which they became ready; none while
//! one of them is claimed. So a claim costs the same however many jobs wait, and no queue keeps the
//! others waiting: one whose job went out goes to the end. Queues whose job is a daily of the clock
//! come behind all others (`by_clock`).

use std::sync::LazyLock;

use jiff::Timestamp;
use serde_json::json;
use sqlx::AssertSqlSafe;

use super::super::row::instant;
use super::super::{AllServersTx, Result, ServerTx};
use super::OutboxJob;
use domain::ChannelId;

/// Where a job queues: with the others of its channel, or with those of the member whom it tells
/// alone. Edits of messages that are there queue apart, so that they do not wait for posts that a rate
/// limit holds up; that queue has the channel's number below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Queue(pub(super) i64);

impl Queue {
    /// Whose it is.
    #[must_use]
    pub fn channel(self) -> ChannelId {
        ChannelId(self.0.abs())
    }
}

impl From<ChannelId> for Queue {
    fn from(channel: ChannelId) -> Self {
        Self(channel.0)
    }
}

/// Schedules the first job of each queue of a list, `?2`, behind what is ready by `?3`; tells what is
/// next in each of them.
const SCHEDULE: &str = "
    delete from channel_queue
    where server = ?1 and channel in (select value from json_each(?2)) and not exists
        (select 1 from outbox
         where outbox.server = ?1 and outbox.channel = channel_queue.channel
           and outbox.id = channel_queue.job and claimed = 0);
    insert into channel_queue (server, channel, job, ready_at, by_clock)
    select server, channel, id, max(due_at, ?3), late_at is not null
    from (select value from json_each(?2)) as queue
    join outbox on outbox.id =
        (select id from outbox
         where server = ?1 and channel = queue.value and claimed = 0
         order by due_at, id limit 1)
    where not exists (select 1 from outbox
                      where server = ?1 and channel = queue.value and claimed = 1)
    on conflict (server, channel)
        do update set job = excluded.job, ready_at = excluded.ready_at,
                      by_clock = excluded.by_clock
        where channel_queue.job <> excluded.job;
    select channel, ready_at from channel_queue
    where server = ?1 and channel in (select value from json_each(?2))";

/// Drops the claimed job `?4` before that; its row in the answer is two nulls.
static FINISH: LazyLock<String> = LazyLock::new(|| {
    format!(
        "delete from outbox where server = ?1 and id = ?4 and claimed = 1 returning null, null;
         {SCHEDULE}"
    )
});

impl ServerTx {
    /// Schedules the job of a queue that is due first, unless one of its jobs is claimed.
    /// `behind`: it queues behind those that are ready by then.
    pub(super) async fn schedule_next(
        &mut self,
        queue: Queue,
        behind: Option<Timestamp>,
    ) -> Result<()> {
        self.schedule_all(&[queue], behind).await
    }

    /// The same of several queues, in one trip to SQLite's thread.
    pub(super) async fn schedule_all(
        &mut self,
        queues: &[Queue],
        behind: Option<Timestamp>,
    ) -> Result<()> {
        if queues.is_empty() {
            return Ok(());
        }
        let queues: Vec<_> = queues.iter().map(|queue| queue.0).collect();
        let scheduled: Vec<(i64, i64)> = self
            .statement(SCHEDULE)
            .bind(json!(queues).to_string())
            .bind(behind.map_or(i64::MIN, |behind| behind.as_millisecond()))
            .all()
            .await?;
        for (queue, ready_at) in scheduled {
            self.after.outbox.next.push((Queue(queue), instant(ready_at)?));
        }
        Ok(())
    }

    /// Drops a job that is claimed, and schedules the next of its queue; whether there was one.
    pub(super) async fn finish(&mut self, job: &OutboxJob, now: Timestamp) -> Result<bool> {
        let rows: Vec<(Option<i64>, Option<i64>)> = self
            .statement(AssertSqlSafe(FINISH.as_str()))
            .bind(json!([job.queue.0]).to_string())
            .bind(now.as_millisecond())
            .bind(job.id)
            .all()
            .await?;
        let mut dropped = false;
        for row in rows {
            match row {
                (Some(queue), Some(ready_at)) => {
                    self.after.outbox.next.push((Queue(queue), instant(ready_at)?));
                }
                _ => dropped = true,
            }
        }
        Ok(dropped)
    }

    /// Takes the next job of a queue back.
    pub(super) async fn unschedule(&mut self, queue: Queue) -> Result<()> {
        self.statement("delete from channel_queue where server = ?1 and channel = ?2")
            .bind(queue.0)
            .execute()
            .await?;
        Ok(())
    }

    /// Schedules the next job of each queue of the server as if none had gone out before.
    pub(super) async fn rebuild_queue(&mut self) -> Result<()> {
        self.after.outbox.changed = true;
        self.statement("delete from channel_queue where server = ?1").execute().await?;
        self.statement(
            "insert into channel_queue (server, channel, job, ready_at, by_clock)
             select server, channel, id, due_at, late_at is not null from (
                 select server, channel, id, due_at, late_at,
                        row_number() over (partition by channel order by due_at, id) as position
                 from outbox
                 where server = ?1 and claimed = 0
                   and not exists (select 1 from outbox as other
                                   where other.server = ?1 and other.channel = outbox.channel
                                     and other.claimed = 1))
             where position = 1",
        )
        .execute()
        .await?;
        Ok(())
    }
}

impl AllServersTx {
    /// Schedules the next job of every queue, as if none had gone out before.
    pub(in super::super) async fn rebuild_queues(&mut self) -> Result<()> {
        self.statement("delete from channel_queue").execute().await?;
        self.statement(
            "insert into channel_queue (server, channel, job, ready_at, by_clock)
             select server, channel, id, due_at, late_at is not null from (
                 select server, channel, id, due_at, late_at,
                        row_number() over (partition by server, channel order by due_at, id)
                            as position
                 from outbox
                 where claimed = 0
                   and not exists (select 1 from outbox as other
                                   where other.server = outbox.server
                                     and other.channel = outbox.channel and other.claimed = 1))
             where position = 1",
        )
        .execute()
        .await?;
        Ok(())
    }
}
