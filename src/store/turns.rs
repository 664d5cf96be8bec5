//! Whose turn it is in the outbox: of each server the row that is due first, in the order in which
//! they became ready. A server whose row went out goes to the end of the queue.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::Result;
use domain::ServerId;

/// Gives a server's turn to the row that is due first, unless one of its rows is under way.
/// `behind`: it queues behind those that are ready by then.
pub(super) async fn pass(
    db: &mut SqliteConnection,
    server: ServerId,
    behind: Option<Timestamp>,
) -> Result<()> {
    sqlx::query(
        "delete from turns
         where server = ? and not exists
             (select 1 from outbox where outbox.id = turns.outbox and claimed = 0)",
    )
    .bind(server.0)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "insert into turns (server, outbox, ready_at)
         select server, id, max(due_at, ?) from outbox
         where server = ? and claimed = 0
           and not exists (select 1 from outbox where server = ? and claimed = 1)
         order by due_at, id limit 1
         on conflict (server) do update set outbox = excluded.outbox, ready_at = excluded.ready_at
             where turns.outbox <> excluded.outbox",
    )
    .bind(behind.map_or(i64::MIN, |behind| behind.as_millisecond()))
    .bind(server.0)
    .bind(server.0)
    .execute(db)
    .await?;
    Ok(())
}

/// Works out a server's turn anew, as if nothing of it had gone out before.
pub(super) async fn pass_anew(db: &mut SqliteConnection, server: ServerId) -> Result<()> {
    sqlx::query("delete from turns where server = ?").bind(server.0).execute(&mut *db).await?;
    pass(db, server, None).await
}

/// Works out everybody's turn anew.
pub(super) async fn pass_all(db: &mut SqliteConnection) -> Result<()> {
    sqlx::query("delete from turns").execute(&mut *db).await?;
    sqlx::query(
        "insert into turns (server, outbox, ready_at)
         select server, id, due_at from (
             select server, id, due_at,
                    row_number() over (partition by server order by due_at, id) as place
             from outbox where claimed = 0)
         where place = 1",
    )
    .execute(db)
    .await?;
    Ok(())
}
