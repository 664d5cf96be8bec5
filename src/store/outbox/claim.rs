//! Claims jobs for a worker, of all servers.

use std::sync::LazyLock;

use jiff::Timestamp;
use serde_json::json;
use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::super::row::{instant, row};
use super::super::{AllServersTx, Error, Result, ServerTx};
use super::{Mailbox, OutboxJob, Queue};
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

/// Claims what `{due}` selects, and takes it from its queues, in one trip to SQLite's thread: its rows
/// are the jobs. `?1` is now or a server, `?2` how many or which.
pub(in super::super) const CLAIM: &str = "
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
    from ({due}) as next
    join outbox on outbox.server = next.server and outbox.id = next.job
    left join messages
        on messages.subject = coalesce(beside, outbox.subject)
       and messages.server = outbox.server
    order by by_clock, ready_at, next.job;
    update outbox set claimed = 1 where (server, id) in (select server, job from ({due}));
    delete from channel_queue where (server, channel) in (select server, channel from ({due}))";

/// What somebody waits for goes first, and then the dailies of the clock: thousands of them are due
/// at one time, and Discord takes 50 posts a second.
pub(in super::super) const DUE: &str = "
    select server, job, channel, by_clock, ready_at from channel_queue
    where by_clock in (0, 1) and ready_at <= ?1 and {ours}
    order by by_clock, ready_at, job limit ?2 + 0";

/// Edits alone, which may be carried out twice.
pub(in super::super) const EDITS_DUE: &str = "
    select server, job, channel, by_clock, ready_at from channel_queue
    where by_clock = 0 and ready_at <= ?1 and channel < 0 and {ours}
    order by by_clock, ready_at, job limit ?2 + 0";

/// Of jobs that were put there just now, those that nothing comes before.
const PUT_DUE: &str = "
    select server, job, channel, by_clock, ready_at from channel_queue
    where server = ?1 and channel in (select value ->> 1 from json_each(?2)) and by_clock = 0
      and ready_at <= ?3 and job in (select value ->> 0 from json_each(?2))
    limit ?4 + 0";

static HAND_OVER: LazyLock<String> = LazyLock::new(|| CLAIM.replace("{due}", PUT_DUE));

impl AllServersTx {
    /// Claims up to `most` jobs that are due, at most one of each queue, by the statement [`CLAIM`].
    /// What cannot be read is dropped, so that it does not keep the others waiting.
    pub(in super::super) async fn claim(
        &mut self,
        claim: impl SqlSafeStr,
        now: Timestamp,
        most: u32,
    ) -> Result<(Vec<OutboxJob>, Vec<Unreadable>)> {
        let claim = self.statement(claim).bind(now.as_millisecond()).bind(most);
        let rows: Vec<Row> = claim.all().await?;
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
    /// Claims for the worker what was put in the outbox and is due at once, as far as it has room.
    pub(in super::super) async fn hand_over(&mut self, mailbox: &Mailbox) -> Result<()> {
        let Some(now) = self.after.outbox.put_at else { return Ok(()) };
        let put = std::mem::take(&mut self.after.outbox.put);
        let room = mailbox.reserve(put.len());
        if room == 0 {
            return Ok(());
        }
        let rows: Vec<Row> = self
            .statement(AssertSqlSafe(HAND_OVER.as_str()))
            .bind(json!(put).to_string())
            .bind(now.as_millisecond())
            .bind(i64::try_from(room).unwrap_or(i64::MAX))
            .all()
            .await?;
        for row in rows {
            self.after.outbox.claimed.push(row.try_into()?);
        }
        Ok(())
    }

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
