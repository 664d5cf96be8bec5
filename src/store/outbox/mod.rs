//! The outbox: what has to happen elsewhere, from its cause's commit until it is confirmed. It
//! knows the messages it has posted, by what they show, and nothing of rounds or deliveries.

mod channel_queue;
mod claim;
mod confirm;
mod erased;
mod job;
mod mailbox;
mod press;
mod put;
mod replace;
mod reply;
mod told;

use jiff::Timestamp;

pub use self::channel_queue::Queue;
pub(super) use self::claim::{CLAIM, DUE, EDITS_DUE, Unreadable};
pub(super) use self::confirm::JobDone;
pub use self::job::{JobOutcome, OutboxJob, Retry};
pub use self::mailbox::{Inbox, News};
pub(super) use self::mailbox::{Mailbox, Outgoing};
pub use self::press::WaitingForPress;
pub(super) use self::put::Entry;
pub use self::reply::reply_key;
use super::row::{count, instant};
use super::{Result, ServerReads, ServerTx, Store};
use crate::messages::Subject;
use domain::{DeliveryId, ScheduleId};

impl Store {
    /// When the next job of our servers is due, if any waits, of all channels that have none claimed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(self.due(
            "select min(ready_at) from (
                 select min(ready_at) as ready_at from channel_queue where by_clock = 0 and {ours}
                 union all
                 select min(ready_at) from channel_queue where by_clock = 1 and {ours})",
        ))
        .fetch_one(self.pool()?)
        .await?;
        next.map(instant).transpose()
    }

    /// Whether anything is due, and whether that is more than edits.
    pub(super) async fn what_is_due(&self, now: Timestamp) -> Result<(bool, bool)> {
        let due = sqlx::query_as(self.due(
            "select exists (select 1 from channel_queue
                            where by_clock in (0, 1) and ready_at <= ?1 and {ours}),
                    exists (select 1 from channel_queue
                            where by_clock in (0, 1) and ready_at <= ?1 and channel >= 0
                              and {ours})",
        ));
        Ok(due.bind(now.as_millisecond()).fetch_one(self.pool()?).await?)
    }

    /// Discord answers again: what it did not take for that reason is tried now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_after_outage(&self, now: Timestamp) -> Result<()> {
        self.change_all_servers(async |tx| {
            let due = tx
                .statement(
                    // What may be on its way is not looked for at once.
                    "update outbox
                     set due_at = min(due_at, ?1 + case refusal when 'unknown' then 5000 else 0 end)
                     where refusal in ('unavailable', 'unknown') and claimed = 0 and due_at > ?1",
                )
                .bind(now.as_millisecond())
                .execute()
                .await?;
            if due > 0 {
                tx.rebuild_queues().await?;
                tx.outbox_changed();
            }
            Ok(())
        })
        .await
    }

    /// How many jobs wait or are claimed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_size(&self) -> Result<usize> {
        let size: i64 =
            sqlx::query_scalar("select count(*) from outbox").fetch_one(self.pool()?).await?;
        Ok(count(size))
    }
}

impl ServerReads {
    /// Whether a message shows a subject, or is about to.
    pub(super) async fn is_shown(&mut self, subject: Subject) -> Result<bool> {
        self.statement(
            "select exists (select 1 from messages where server = ?1 and subject = ?2)
                 or exists (select 1 from outbox
                            where server = ?1 and subject = ?2 and kind in ('post', 'beside'))",
        )
        .bind(subject.to_string())
        .value()
        .await
    }
}

impl ServerTx {
    /// Takes back the posts and looks of a schedule that have surely not gone out yet; hands back
    /// the deliveries that were to be posted.
    pub(super) async fn take_back_posts(
        &mut self,
        schedule: ScheduleId,
    ) -> Result<Vec<DeliveryId>> {
        let taken: Vec<Option<i64>> = self
            .statement(
                "delete from outbox
                 where server = ?1 and schedule = ?2 and claimed = 0
                   and (kind = 'look' or (kind = 'post' and unsure = 0))
                 returning case kind when 'post' then delivery end",
            )
            .bind(schedule.0)
            .values()
            .await?;
        self.rebuild_queue().await?;
        Ok(taken.into_iter().flatten().map(DeliveryId).collect())
    }

    /// Makes the looks of the server due now.
    pub(super) async fn look_now(&mut self, now: Timestamp) -> Result<()> {
        self.statement(
            "update outbox set due_at = min(due_at, ?2)
             where server = ?1 and claimed = 0 and kind = 'look'",
        )
        .bind(now.as_millisecond())
        .execute()
        .await?;
        self.rebuild_queue().await
    }
}
