//! For each server its job that is due first, in the order in which they became ready; none while
//! one of them is claimed. So a claim costs the same however many jobs wait, and no server keeps
//! the others waiting: a server whose job went out goes to the end.

use jiff::Timestamp;

use super::super::tx::AllServersTx;
use super::super::{Result, ServerTx};

impl ServerTx {
    /// Schedules the job of the server that is due first, unless one of its jobs is claimed.
    /// `behind`: it queues behind those that are ready by then.
    pub(super) async fn schedule_next(&mut self, behind: Option<Timestamp>) -> Result<()> {
        self.statement(
            "delete from server_queue
             where server = ?1 and not exists
                 (select 1 from outbox
                  where outbox.server = ?1 and outbox.id = server_queue.job and claimed = 0)",
        )
        .execute()
        .await?;
        self.statement(
            "insert into server_queue (server, job, ready_at)
             select server, id, max(due_at, ?2) from outbox
             where server = ?1 and claimed = 0
               and not exists (select 1 from outbox where server = ?1 and claimed = 1)
             order by due_at, id limit 1
             on conflict (server) do update set job = excluded.job, ready_at = excluded.ready_at
                 where server_queue.job <> excluded.job",
        )
        .bind(behind.map_or(i64::MIN, |behind| behind.as_millisecond()))
        .execute()
        .await?;
        Ok(())
    }

    /// Takes the server out of the queue.
    pub(super) async fn leave_server_queue(&mut self) -> Result<()> {
        self.statement("delete from server_queue where server = ?1").execute().await?;
        Ok(())
    }

    /// Schedules the server's next job as if none had gone out before.
    pub(super) async fn rebuild_queue(&mut self) -> Result<()> {
        self.leave_server_queue().await?;
        self.schedule_next(None).await
    }
}

impl AllServersTx {
    /// Schedules the next job of every server, as if none had gone out before.
    pub(super) async fn rebuild_queues(&mut self) -> Result<()> {
        self.statement("delete from server_queue").execute().await?;
        self.statement(
            "insert into server_queue (server, job, ready_at)
             select server, id, due_at from (
                 select server, id, due_at,
                        row_number() over (partition by server order by due_at, id) as position
                 from outbox where claimed = 0)
             where position = 1",
        )
        .execute()
        .await?;
        Ok(())
    }
}
