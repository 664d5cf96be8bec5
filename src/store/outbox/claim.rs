//! Claims jobs for a worker, of all servers.

use jiff::Timestamp;
use serde_json::json;
use sqlx::SqlSafeStr;

use super::super::row::{instant, row};
use super::super::tx::AllServersTx;
use super::super::{Error, Result, ServerTx};
use super::{OutboxJob, Queue};
use crate::messages::Effect;
use crate::messages::sieve::Sieve;
use domain::{Address, ChannelId, DeliveryId, MessageId, ScheduleId, ScheduleNumber, ServerId};

row! {
struct Row {
    id: i64,
    server: i64,
    subject: Option<String>,
    effect: String,
    key: Option<String>,
    waits: bool,
    unsure: bool,
    blocked: bool,
    attempts: i64,
    made_at: i64,
    late_at: Option<i64>,
    give_up_at: i64,
    schedule: Option<i64>,
    daily: Option<i64>,
    delivery: Option<i64>,
    channel: i64,
    sieve: Option<String>,
    place: Option<i64>,
    message: Option<i64>,
}
}

/// A job that this program could not read, which an older or newer one may have left. It is gone.
#[derive(Debug)]
pub(in super::super) struct Unreadable {
    pub(in super::super) server: ServerId,
    pub(in super::super) delivery: Option<DeliveryId>,
}

/// What somebody waits for goes first, and then the dailies of the clock: thousands of them are due
/// at one time, and Discord takes 50 posts a second.
pub(in super::super) const CLAIMABLE: &str = "
    select outbox.id, outbox.server, coalesce(beside, outbox.subject) as subject, effect, key,
           unsure, blocked, attempts, made_at, late_at, give_up_at, schedule, delivery,
           (select number from schedules where id = outbox.schedule) as daily,
           outbox.channel, sieve, messages.place, messages.message,
           exists (select 1 from outbox as first
                   where first.server = outbox.server and first.id < outbox.id
                     and first.subject = coalesce(outbox.beside, outbox.subject)
                     and first.kind in ('post', 'beside') and outbox.kind <> 'post')
           or exists (select 1 from outbox as first
                      where first.server = outbox.server and first.id < outbox.id
                        and first.subject = outbox.subject
                        and first.kind = 'delete' and outbox.kind in ('post', 'beside'))
           or (outbox.kind = 'archive'
               and exists (select 1 from outbox as other
                           left join messages as there
                               on there.subject = coalesce(other.beside, other.subject)
                              and there.server = other.server
                           where other.server = outbox.server and other.id < outbox.id
                             and other.kind in ('post', 'beside', 'edit', 'delete')
                             and coalesce(json_extract(other.effect, '$.post.place'),
                                          there.place) = messages.place)) as waits
    from (select server, job, by_clock, ready_at from channel_queue
          where by_clock in (0, 1) and ready_at <= ?1 and {ours}
          order by by_clock, ready_at, job limit ?2 + 0) as next
    join outbox on outbox.server = next.server and outbox.id = next.job
    left join messages
        on messages.subject = coalesce(beside, outbox.subject)
       and messages.server = outbox.server
    order by by_clock, ready_at, next.job";

impl AllServersTx {
    /// Claims up to `most` jobs that are due, at most one of each queue, by the statement
    /// [`CLAIMABLE`]. What cannot be read is dropped, so that it does not keep the others waiting.
    pub(in super::super) async fn claim(
        &mut self,
        claimable: impl SqlSafeStr,
        now: Timestamp,
        most: u32,
    ) -> Result<(Vec<OutboxJob>, Vec<Unreadable>)> {
        let due = self.statement(claimable).bind(now.as_millisecond()).bind(most);
        let rows: Vec<Row> = due.all().await?;
        self.mark_claimed(&rows).await?;
        let (mut jobs, mut unreadable) = (Vec::with_capacity(rows.len()), Vec::new());
        for row in rows {
            let (id, server, delivery) = (row.id, ServerId(row.server), row.delivery);
            let queue = Queue(row.channel);
            match OutboxJob::try_from(row) {
                Ok(job) => jobs.push(job),
                Err(error) => {
                    tracing::error!(job = id, %server, ?error, "a job of the outbox was dropped");
                    let tx = self.of(server);
                    tx.drop_job(id).await?;
                    tx.schedule_next(queue, None).await?;
                    unreadable.push(Unreadable { server, delivery: delivery.map(DeliveryId) });
                }
            }
        }
        Ok((jobs, unreadable))
    }

    /// Claims what was found to be due, and takes it from its queues: in one trip to SQLite's thread,
    /// however much it is.
    async fn mark_claimed(&mut self, due: &[Row]) -> Result<()> {
        if due.is_empty() {
            return Ok(());
        }
        let due: Vec<_> = due.iter().map(|row| (row.server, row.id, row.channel)).collect();
        self.statement(
            "update outbox set claimed = 1
             where (server, id) in (select value ->> 0, value ->> 1 from json_each(?1));
             delete from channel_queue
             where (server, channel) in (select value ->> 0, value ->> 2 from json_each(?1))",
        )
        .bind(json!(due).to_string())
        .execute()
        .await?;
        Ok(())
    }

    /// Releases the claims of an earlier run of the program: those jobs may have gone out.
    pub(in super::super) async fn release_claims(&mut self) -> Result<u64> {
        // A newer edit or event that waits takes the place of the older one.
        self.statement(
            "delete from outbox
             where claimed = 1 and kind in ('edit', 'event')
               and exists (select 1 from outbox as newer
                           where newer.server = outbox.server and newer.subject = outbox.subject
                             and newer.claimed = 0 and newer.kind = outbox.kind)",
        )
        .execute()
        .await?;
        let released = self
            .statement("update outbox set claimed = 0, unsure = 1 where claimed = 1")
            .execute()
            .await?;
        // Nobody is at a reply any more.
        self.statement(
            "update outbox set due_at = min(due_at, made_at)
             where kind = 'post' and key like 'reply-%'",
        )
        .execute()
        .await?;
        self.rebuild_queues().await?;
        Ok(released)
    }
}

impl ServerTx {
    /// Takes a job out of the outbox.
    pub(super) async fn drop_job(&mut self, job: i64) -> Result<()> {
        self.statement("delete from outbox where server = ?1 and id = ?2")
            .bind(job)
            .execute()
            .await?;
        Ok(())
    }
}

impl TryFrom<Row> for OutboxJob {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unreadable =
            |error: serde_json::Error| Error::Unreadable(format!("job {}: {error}", row.id));
        let mut effect: Effect = serde_json::from_str(&row.effect).map_err(unreadable)?;
        let sieve: Option<Sieve> =
            row.sieve.as_deref().map(serde_json::from_str).transpose().map_err(unreadable)?;
        if let Some(sieve) = &sieve {
            effect = effect.with_card(|card| sieve.apply(card));
        }
        let target = row.place.zip(row.message).map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        });
        Ok(Self {
            id: row.id,
            server: ServerId(row.server),
            effect,
            key: row.key.unwrap_or_else(|| format!("cp-{}", row.id)),
            target: target.filter(|_| row.subject.is_some()),
            waits_for_another: row.waits,
            unsure: row.unsure,
            blocked: row.blocked,
            attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
            made_at: instant(row.made_at)?,
            late_at: row.late_at.map(instant).transpose()?,
            give_up_at: instant(row.give_up_at)?,
            schedule: row.schedule.map(ScheduleId),
            daily: row.daily.map(ScheduleNumber),
            delivery: row.delivery.map(DeliveryId),
            queue: Queue(row.channel),
            sieve,
        })
    }
}
