//! The quotes that members kept for themselves.

use jiff::Timestamp;

use super::{Result, Store};
use domain::{MemberId, ServerId};

impl Store {
    /// Keeps a quote for a member; says whether it was not kept before.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep(
        &self,
        server: ServerId,
        member: MemberId,
        quote: String,
        now: Timestamp,
    ) -> Result<bool> {
        self.write(move |db| {
            Box::pin(async move {
                let done = sqlx::query(
                    "insert or ignore into kept (server, member, quote, kept_at)
                     values (?, ?, ?, ?)",
                )
                .bind(server.0)
                .bind(member.0)
                .bind(quote)
                .bind(now.as_millisecond())
                .execute(db)
                .await?;
                Ok(done.rows_affected() == 1)
            })
        })
        .await
    }

    /// Lets a kept quote go; says whether it was kept.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn let_go(&self, server: ServerId, member: MemberId, quote: String) -> Result<bool> {
        self.write(move |db| {
            Box::pin(async move {
                let done =
                    sqlx::query("delete from kept where server = ? and member = ? and quote = ?")
                        .bind(server.0)
                        .bind(member.0)
                        .bind(quote)
                        .execute(db)
                        .await?;
                Ok(done.rows_affected() == 1)
            })
        })
        .await
    }

    /// The ids of the quotes a member kept in this server, the latest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn kept(&self, server: ServerId, member: MemberId) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar(
            "select quote from kept where server = ? and member = ? order by kept_at desc, quote",
        )
        .bind(server.0)
        .bind(member.0)
        .fetch_all(&self.reads)
        .await?)
    }
}
