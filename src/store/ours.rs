//! Whose work this process does. A database may hold servers of shards that another process runs,
//! as long as they have not been moved to its file: nothing of theirs is done here.
//!
//! Whatever asks what is due of all servers has `{ours}` among its conditions; a test holds that.

use std::sync::Arc;

use domain::{ServerId, Shards};
use sqlx::AssertSqlSafe;

use super::{Result, Store};

/// Whose work this process does.
#[derive(Clone, Debug)]
pub(super) struct Ours {
    shards: Option<Arc<Shards>>,
    condition: Arc<str>,
}

impl Default for Ours {
    fn default() -> Self {
        Self { shards: None, condition: "true".into() }
    }
}

impl Ours {
    fn of(shards: Shards) -> Self {
        Self { condition: condition(&shards).into(), shards: Some(Arc::new(shards)) }
    }
}

/// The same as [`Shards::have`], of the column `server`: a member's own book has a negative number,
/// and is in shard 0.
fn condition(shards: &Shards) -> String {
    let total = shards.total();
    let within = shards.ranges().iter().map(|range| {
        let (first, last) = (range.start(), range.end());
        format!("(max(server, 0) >> 22) % {total} between {first} and {last}")
    });
    format!("({})", within.collect::<Vec<_>>().join(" or "))
}

impl Store {
    /// The same database for a process that runs some of the bot's shards: it does the work of the
    /// servers that are in them.
    #[must_use]
    pub fn for_shards(self, shards: Shards) -> Self {
        Self { ours: Ours::of(shards), ..self }
    }

    /// The shards that this process runs; all if `None`.
    #[must_use]
    pub fn shards(&self) -> Option<&Shards> {
        self.ours.shards.as_deref()
    }

    /// Whether a server is in a shard that this process runs.
    #[must_use]
    pub fn is_ours(&self, server: ServerId) -> bool {
        self.shards().is_none_or(|shards| shards.have(server))
    }

    /// How many servers have a daily, settings, a question or a seminar here though they are in
    /// shards that this process does not run.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn foreign_servers(&self) -> Result<usize> {
        let servers: Vec<i64> = sqlx::query_scalar(
            "select server from schedules where removed_at is null
             union select server from settings union select server from rounds
             union select server from seminars union select server from readings
             union select server from kept",
        )
        .fetch_all(self.pool()?)
        .await?;
        Ok(servers.into_iter().filter(|server| !self.is_ours(ServerId(*server))).count())
    }

    /// A statement about what is due, of our servers alone: `{ours}` stands for the condition.
    pub(super) fn due(&self, sql: &str) -> AssertSqlSafe<String> {
        debug_assert!(sql.contains("{ours}"), "asks for the work of other shards: {sql}");
        AssertSqlSafe(sql.replace("{ours}", &self.ours.condition))
    }
}
