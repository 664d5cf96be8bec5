//! What is in a database, in a few numbers: for an operator to tell one from another.

use jiff::Timestamp;

use super::lost_keys::{self, Unlinked};
use super::row::{count, instant};
use super::{Result, Store};
use domain::ServerId;

/// What is in a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Servers in which a question was posed.
    pub servers: usize,
    /// Answers of all servers.
    pub answers: usize,
    /// When the last question was posed.
    pub last_question: Option<Timestamp>,
}

impl Store {
    /// The servers in which a question was posed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_asked(&self) -> Result<Vec<ServerId>> {
        let servers: Vec<i64> =
            sqlx::query_scalar("select distinct server from rounds order by server")
                .fetch_all(&self.reads)
                .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }

    /// Whether its pages fit together, and every index to its table.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_sound(&self) -> Result<bool> {
        let found: String =
            sqlx::query_scalar("pragma integrity_check(1)").fetch_one(&self.reads).await?;
        Ok(found == "ok")
    }

    /// What nobody can change any more, since its key did not come with a copy.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unlinked(&self) -> Result<Unlinked> {
        lost_keys::unlinked(&mut *self.reads.acquire().await?, &self.keys).await
    }

    /// What is in it, over all servers.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn contents(&self) -> Result<Contents> {
        let (servers, answers, last): (i64, i64, Option<i64>) = sqlx::query_as(
            "select (select count(distinct server) from rounds),
                    (select count(*) from responses),
                    (select max(posed_at) from rounds)",
        )
        .fetch_one(&self.reads)
        .await?;
        Ok(Contents {
            servers: count(servers),
            answers: count(answers),
            last_question: last.map(instant).transpose()?,
        })
    }
}
