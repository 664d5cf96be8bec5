//! A clock that was ahead once silences nothing: what it put off for years comes in its time.

use jiff::{SignedDuration, Timestamp};

use super::tx::AllServersTx;
use super::{Result, ServerTx, Store};
use domain::ScheduleId;

/// Clocks are set back a little now and then.
const SLACK: SignedDuration = SignedDuration::from_mins(1);
/// Nothing in the outbox waits longer than this for its next try.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(8);

impl Store {
    /// Brings what lies further ahead than anything can: jobs that were made or wait in a time to
    /// come, reveals after more than their minutes, and revisits that were planned or opened then.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn clock_turned_back(&self, now: Timestamp) -> Result<()> {
        // Almost always nothing does, which a read can tell.
        let at = |span| now.saturating_add(span).unwrap_or(now).as_millisecond();
        let any: bool = sqlx::query_scalar(
            "select exists (select 1 from outbox where made_at > ?1 or due_at > ?2)
                 or exists (select 1 from rounds where reveal_at > ?1)
                 or exists (select 1 from revisits where since > ?1 and next_at is not null)",
        )
        .bind(at(SLACK))
        .bind(at(LONGEST_WAIT))
        .fetch_one(self.pool()?)
        .await?;
        if !any {
            return Ok(());
        }
        self.change_all_servers(async |tx| {
            if tx.bring_jobs_near(now).await? {
                tx.rebuild_queues().await?;
                tx.outbox_changed();
            }
            tx.bring_reveals_near(now).await?;
            tx.bring_revisits_near(now).await
        })
        .await
    }
}

impl AllServersTx {
    async fn bring_jobs_near(&mut self, now: Timestamp) -> Result<bool> {
        let at = |span| now.saturating_add(span).unwrap_or(now).as_millisecond();
        let made = self
            .statement(
                "update outbox
                 set give_up_at = give_up_at - (made_at - ?1), due_at = min(due_at, ?1), made_at = ?1
                 where made_at > ?2 and claimed = 0",
            )
            .bind(now.as_millisecond())
            .bind(at(SLACK))
            .execute()
            .await?;
        let due = self
            .statement("update outbox set due_at = ?1 where due_at > ?2 and claimed = 0")
            .bind(now.as_millisecond())
            .bind(at(LONGEST_WAIT))
            .execute()
            .await?;
        Ok(made + due > 0)
    }

    async fn bring_reveals_near(&mut self, now: Timestamp) -> Result<()> {
        self.statement(
            "update rounds
             set reveal_at = ?1 + 60000 * coalesce(
                 (select minutes from seminars where seminars.id = rounds.seminar), 0)
             where reveal_at > ?2 + 60000 * coalesce(
                 (select minutes from seminars where seminars.id = rounds.seminar), 0)",
        )
        .bind(now.as_millisecond())
        .bind(now.saturating_add(SLACK).unwrap_or(now).as_millisecond())
        .execute()
        .await?;
        Ok(())
    }

    /// A revisit keeps its length from now on.
    async fn bring_revisits_near(&mut self, now: Timestamp) -> Result<()> {
        self.statement(
            "update revisits
             set next_at = next_at - (since - ?1), since = ?1
             where since > ?2 and next_at is not null",
        )
        .bind(now.as_millisecond())
        .bind(now.saturating_add(SLACK).unwrap_or(now).as_millisecond())
        .execute()
        .await?;
        Ok(())
    }
}

impl ServerTx {
    /// Sets when a schedule is due next.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reschedule(&mut self, id: ScheduleId, next_at: Timestamp) -> Result<()> {
        self.advance(id, next_at).await?;
        self.after.schedules_changed = true;
        Ok(())
    }
}
