//! What waits, over all servers of our shards: for the metrics and for `check`.

use jiff::Timestamp;

use super::row::{count, instant};
use super::{Result, ServerId, Store};

/// What waits, over all servers of our shards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Jobs in the outbox.
    pub jobs: usize,
    /// When the oldest of them was made.
    pub oldest_job: Option<Timestamp>,
    /// When the next of them can be tried.
    pub job_next: Option<Timestamp>,
    /// When the next daily or reveal is due.
    pub due_next: Option<Timestamp>,
    /// Dailies that are posted at their times.
    pub active: usize,
    /// Dailies that somebody has paused.
    pub paused: usize,
    /// Dailies whose channel is closed to us.
    pub held: usize,
}

impl Store {
    /// What waits.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn waiting(&self) -> Result<Waiting> {
        let (jobs, oldest): (i64, Option<i64>) =
            sqlx::query_as(self.due("select count(*), min(made_at) from outbox where {ours}"))
                .fetch_one(self.pool()?)
                .await?;
        let (all, paused, held): (i64, i64, i64) = sqlx::query_as(self.due(
            "select count(*), count(paused_at),
                    coalesce(sum(paused_at is null and suspended_at is not null), 0)
             from schedules where removed_at is null and {ours}",
        ))
        .fetch_one(self.pool()?)
        .await?;
        let (daily, reveal) = (self.schedules_next().await?, self.reveals_next().await?);
        Ok(Waiting {
            jobs: count(jobs),
            oldest_job: oldest.map(instant).transpose()?,
            job_next: self.outbox_next().await?,
            due_next: daily.into_iter().chain(reveal).min(),
            active: count(all - paused - held),
            paused: count(paused),
            held: count(held),
        })
    }

    /// The servers of our shards that have a daily or settings.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_set_up(&self) -> Result<Vec<ServerId>> {
        let servers: Vec<i64> = sqlx::query_scalar(self.due(
            "select server from schedules where removed_at is null and {ours}
             union select server from settings where {ours}
             order by server",
        ))
        .fetch_all(self.pool()?)
        .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }

    /// The version of the tables: the number of the newest migration.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn schema_version(&self) -> Result<i64> {
        Ok(sqlx::query_scalar("select coalesce(max(version), 0) from _sqlx_migrations")
            .fetch_one(self.pool()?)
            .await?)
    }
}
