//! What became of a delivery: it stands, step by step, or it does not.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::outbox::{self, Entry};
use super::super::{Result, decks};
use crate::messages::Effect;
use domain::{Address, DeliveryId, ServerId};

/// It stands: what hangs on it may follow.
pub(in super::super) async fn posted(
    db: &mut SqliteConnection,
    server: ServerId,
    id: DeliveryId,
    at: Option<Address>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "update deliveries set state = 'posted', posted_at = ?, problem = null where id = ?",
    )
    .bind(now.as_millisecond())
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    step(db, id, "message", None).await?;
    let Some(at) = at else { return Ok(()) };
    let steps: Vec<(String, Option<String>)> =
        sqlx::query_as("select step, detail from steps where delivery = ? and state = 'due'")
            .bind(id.0)
            .fetch_all(&mut *db)
            .await?;
    for (step, detail) in steps {
        let effect = match step.as_str() {
            "thread" => Effect::Thread { under: at, name: detail.unwrap_or_default() },
            "announce" => Effect::Announce { at },
            _ => continue,
        };
        let entry = Entry { delivery: Some(id), ..Entry::new(effect, now) };
        outbox::put_entry(db, server, entry).await?;
    }
    Ok(())
}

/// Notes that a step is done, or why it could not be.
pub(in super::super) async fn step(
    db: &mut SqliteConnection,
    id: DeliveryId,
    step: &str,
    problem: Option<&str>,
) -> Result<()> {
    sqlx::query("update steps set state = ?, problem = ? where delivery = ? and step = ?")
        .bind(if problem.is_some() { "failed" } else { "done" })
        .bind(problem)
        .bind(id.0)
        .bind(step)
        .execute(db)
        .await?;
    Ok(())
}

/// Time is over, and it surely did not go out: its quote goes back in the deck.
pub(in super::super) async fn missed(db: &mut SqliteConnection, id: DeliveryId) -> Result<()> {
    decks::put_back(db, id).await?;
    set_state(db, id, "missed", None).await
}

/// Sets what came of a delivery. A `held` one that nobody scheduled is simply not posted.
pub(in super::super) async fn set_state(
    db: &mut SqliteConnection,
    id: DeliveryId,
    state: &str,
    problem: Option<&str>,
) -> Result<()> {
    sqlx::query(
        "update deliveries
         set state = case when ?1 = 'held' and slot like 'now:%' then 'failed' else ?1 end,
             problem = ?2
         where id = ?3",
    )
    .bind(state)
    .bind(problem)
    .bind(id.0)
    .execute(db)
    .await?;
    Ok(())
}
