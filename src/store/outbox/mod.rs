//! The outbox: what has to happen elsewhere, from its cause's commit until it is confirmed. It
//! knows the messages it has posted, by what they show, and nothing of rounds or deliveries.

mod claim;
mod confirm;
mod job;
mod put;
mod server_queue;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

pub(super) use self::claim::{Unreadable, claim, release};
pub(super) use self::confirm::JobDone;
pub use self::job::{JobOutcome, OutboxJob, Retry};
pub(super) use self::put::Entry;
use super::row::{count, instant};
use super::{Result, Store};
use domain::{DeliveryId, ScheduleId, ServerId};

impl Store {
    /// When the next job is due of a server that nobody is busy with, if any waits.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar("select min(ready_at) from server_queue")
            .fetch_one(&self.reads)
            .await?;
        next.map(instant).transpose()
    }

    /// How many jobs wait or are under way.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_size(&self) -> Result<usize> {
        let size: i64 =
            sqlx::query_scalar("select count(*) from outbox").fetch_one(&self.reads).await?;
        Ok(count(size))
    }
}

/// Takes back the posts and looks of a schedule that have surely not gone out yet; hands back the
/// deliveries that were to be posted.
pub(super) async fn take_back(
    db: &mut SqliteConnection,
    server: ServerId,
    schedule: ScheduleId,
    now: Timestamp,
) -> Result<Vec<DeliveryId>> {
    let taken: Vec<Option<i64>> = sqlx::query_scalar(
        "delete from outbox
         where server = ? and schedule = ? and claimed = 0
           and (kind = 'look' or (kind = 'post' and unsure = 0))
         returning case kind when 'post' then delivery end",
    )
    .bind(server.0)
    .bind(schedule.0)
    .fetch_all(&mut *db)
    .await?;
    server_queue::schedule_next(db, server, Some(now)).await?;
    Ok(taken.into_iter().flatten().map(DeliveryId).collect())
}

/// Makes the looks of a server due now.
pub(super) async fn look_now(
    db: &mut SqliteConnection,
    server: ServerId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "update outbox set due_at = min(due_at, ?)
         where server = ? and claimed = 0 and kind = 'look'",
    )
    .bind(now.as_millisecond())
    .bind(server.0)
    .execute(&mut *db)
    .await?;
    server_queue::rebuild(db, server).await
}
