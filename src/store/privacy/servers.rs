//! The servers that the bot is in, and those that it has left, whose data is kept for a while.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::super::{Result, Store};
use domain::ServerId;

impl Store {
    /// The servers of our shards that the bot is in as far as is known.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_present(&self) -> Result<HashSet<ServerId>> {
        let servers: Vec<i64> = sqlx::query_scalar(
            self.due("select server from servers where left_at is null and {ours}"),
        )
        .fetch_all(&self.reads)
        .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }

    /// Notes that the bot is in a server, and hands back whether it had left. What is left of the
    /// server's data stays, but for a deletion that has begun.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn server_is_here(&self, server: ServerId) -> Result<bool> {
        self.change(server, async |tx| {
            let was_away: Option<bool> = tx
                .statement("select left_at is not null from servers where server = ?1")
                .optional_value()
                .await?;
            tx.statement(
                "insert into servers (server) values (?1)
                 on conflict (server) do update set left_at = null where going = 0",
            )
            .execute()
            .await?;
            Ok(was_away == Some(true))
        })
        .await
    }

    /// Notes that the bot is not in a server any more; hands back whether that is news.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn server_is_left(&self, server: ServerId, now: Timestamp) -> Result<bool> {
        self.change(server, async |tx| {
            let marked = tx
                .statement("update servers set left_at = ?2 where server = ?1 and left_at is null")
                .bind(now.as_millisecond())
                .execute()
                .await?;
            Ok(marked > 0)
        })
        .await
    }

    /// Deletes a piece of the data of a server that the bot has left longer ago than `keep`, so small
    /// that nobody waits for it. Hands back the server, as long as there is any left.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn delete_left(
        &self,
        now: Timestamp,
        keep: SignedDuration,
    ) -> Result<Option<ServerId>> {
        let until = now.saturating_sub(keep).unwrap_or(Timestamp::MIN);
        let due: Option<i64> = sqlx::query_scalar(self.due(
            "select server from servers where left_at <= ?1 and {ours} order by left_at limit 1",
        ))
        .bind(until.as_millisecond())
        .fetch_optional(&self.reads)
        .await?;
        let Some(server) = due.map(ServerId) else { return Ok(None) };
        self.change(server, async |tx| {
            // It may have come back since.
            let going = tx
                .statement("update servers set going = 1 where server = ?1 and left_at <= ?2")
                .bind(until.as_millisecond())
                .execute()
                .await?;
            if going > 0 && !tx.delete_some().await? {
                tx.statement("delete from servers where server = ?1").execute().await?;
            }
            Ok(Some(server))
        })
        .await
    }

    /// Deletes everything of a server at once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn delete_server(&self, server: ServerId) -> Result<()> {
        self.change(server, async |tx| {
            while tx.delete_some().await? {}
            tx.statement("delete from servers where server = ?1").execute().await?;
            Ok(())
        })
        .await
    }
}
