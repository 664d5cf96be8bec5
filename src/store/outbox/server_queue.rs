//! Of each server the job that is due first, in the order in which they became ready; none while
//! one is under way. So a claim costs the same however many jobs wait, and no server keeps the
//! others waiting: one whose job went out goes to the end.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::Result;
use domain::ServerId;

/// Schedules the job of a server that is due first, unless one of its jobs is under way.
/// `behind`: it queues behind those that are ready by then.
pub(super) async fn schedule_next(
    db: &mut SqliteConnection,
    server: ServerId,
    behind: Option<Timestamp>,
) -> Result<()> {
    sqlx::query(
        "delete from server_queue
         where server = ?1 and not exists
             (select 1 from outbox
              where outbox.server = ?1 and outbox.id = server_queue.job and claimed = 0)",
    )
    .bind(server.0)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "insert into server_queue (server, job, ready_at)
         select server, id, max(due_at, ?2) from outbox
         where server = ?1 and claimed = 0
           and not exists (select 1 from outbox where server = ?1 and claimed = 1)
         order by due_at, id limit 1
         on conflict (server) do update set job = excluded.job, ready_at = excluded.ready_at
             where server_queue.job <> excluded.job",
    )
    .bind(server.0)
    .bind(behind.map_or(i64::MIN, |behind| behind.as_millisecond()))
    .execute(db)
    .await?;
    Ok(())
}

/// Schedules a server's next job as if nothing of it had gone out before.
pub(super) async fn rebuild(db: &mut SqliteConnection, server: ServerId) -> Result<()> {
    sqlx::query("delete from server_queue where server = ?")
        .bind(server.0)
        .execute(&mut *db)
        .await?;
    schedule_next(db, server, None).await
}

/// Schedules the next job of every server, as if nothing of it had gone out before.
pub(super) async fn rebuild_all(db: &mut SqliteConnection) -> Result<()> {
    sqlx::query("delete from server_queue").execute(&mut *db).await?;
    sqlx::query(
        "insert into server_queue (server, job, ready_at)
         select server, id, due_at from (
             select server, id, due_at,
                    row_number() over (partition by server order by due_at, id) as position
             from outbox where claimed = 0)
         where position = 1",
    )
    .execute(db)
    .await?;
    Ok(())
}
