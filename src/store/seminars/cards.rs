//! The stances that members argue in a debate.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::super::{Result, ServerReads};
use domain::seminar::deal;
use domain::{ItemId, MemberId, Seminar, ServerId};

impl ServerReads {
    /// The stance that a member was dealt for a question, until its round is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn side_of(&mut self, item: ItemId, member: MemberId) -> Result<Option<String>> {
        let server = self.server();
        held_by(&mut *self.connection().await?, server, item, member).await
    }
}

pub(in super::super) async fn held_by(
    db: &mut SqliteConnection,
    server: ServerId,
    item: ItemId,
    member: MemberId,
) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("select stance from cards where server = ? and item = ? and member = ?")
        .bind(server.0)
        .bind(item.0)
        .bind(member.0)
        .fetch_optional(db)
        .await?)
}

/// Deals a stance of the question at hand to each of `members` who has none yet: at random, and the
/// rarest first.
pub(super) async fn deal(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    members: &[MemberId],
    stances: &[String],
    seed: u64,
) -> Result<()> {
    let Some(item) = seminar.debated() else { return Ok(()) };
    let over: bool = sqlx::query_scalar(
        "select exists (select 1 from rounds where server = ? and id = ? and state = 'settled')",
    )
    .bind(server.0)
    .bind(item.round.map(|round| round.0))
    .fetch_one(&mut *db)
    .await?;
    if over {
        return Ok(());
    }
    let held: Vec<(i64, String)> =
        sqlx::query_as("select member, stance from cards where server = ? and item = ?")
            .bind(server.0)
            .bind(item.id.0)
            .fetch_all(&mut *db)
            .await?;
    let held: HashMap<MemberId, String> =
        held.into_iter().map(|(member, stance)| (MemberId(member), stance)).collect();
    for (member, stance) in deal::deal(members, stances, &held, seed) {
        sqlx::query("insert into cards (item, server, member, stance) values (?, ?, ?, ?)")
            .bind(item.id.0)
            .bind(server.0)
            .bind(member.0)
            .bind(stance)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
