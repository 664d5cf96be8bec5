//! Whose turn it is to speak in a seminar.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::{count, row};
use super::super::{Result, Store, outbox};
use super::{Joiner, joins, step, under_way};
use crate::messages::{Effect, Subject};
use domain::seminar::{Asker, Queue, SeminarChange};
use domain::{MemberId, RequestId, Seminar, SeminarId, ServerId};

row! {
struct Row {
    id: i64,
    member: i64,
    name: String,
    speaking: bool,
    spoken: i64,
}
}

impl Store {
    /// Puts a member in the queue of an open seminar, and on its roster; where nobody speaks, it is
    /// their turn at once. Who is in it already stays as they are. `effects` are what that calls
    /// for elsewhere. `None` if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ask_to_speak(
        &self,
        server: ServerId,
        id: SeminarId,
        joiner: Joiner,
        request: RequestId,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<SeminarChange>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                joins(db, server, &was, &joiner).await?;
                sqlx::query(
                    "insert into queue (seminar, server, member, name) values (?, ?, ?, ?)
                     on conflict (seminar, member) do update set name = excluded.name",
                )
                .bind(id.0)
                .bind(server.0)
                .bind(joiner.member.0)
                .bind(&joiner.name)
                .execute(&mut *db)
                .await?;
                pass(db, server, id, request).await?;
                step(db, server, was, joiner.now, effects).await.map(Some)
            })
        })
        .await
    }

    /// Takes a member out of the queue of an open seminar; if it is their turn, it ends. `effects`
    /// are what that calls for elsewhere. `None` if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn leave_queue(
        &self,
        server: ServerId,
        id: SeminarId,
        member: MemberId,
        request: RequestId,
        now: Timestamp,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<SeminarChange>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                if was.queue.speaks(member) {
                    spoke(db, server, id, member).await?;
                }
                remove(db, server, id, member).await?;
                pass(db, server, id, request).await?;
                step(db, server, was, now, effects).await.map(Some)
            })
        })
        .await
    }

    /// Ends a turn, if it is that one's still, and gives the next. The same request twice ends one.
    /// `effects` are what that calls for elsewhere. `None` if there is no such seminar, or it is not
    /// open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_turn(
        &self,
        server: ServerId,
        id: SeminarId,
        turn: i64,
        request: RequestId,
        now: Timestamp,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<SeminarChange>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                let speaking = was.queue.speaking.as_ref().filter(|asker| asker.turn == turn);
                if let Some(speaker) = speaking
                    && !given_by(db, server, turn, request).await?
                {
                    spoke(db, server, id, speaker.member).await?;
                    remove(db, server, id, speaker.member).await?;
                    pass(db, server, id, request).await?;
                }
                step(db, server, was, now, effects).await.map(Some)
            })
        })
        .await
    }

    /// Puts the message that shows the queue of an open seminar where its talk is now. `None` if
    /// there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn move_board(
        &self,
        server: ServerId,
        id: SeminarId,
        now: Timestamp,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Seminar>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                let step = step(db, server, was, now, |_| Vec::new()).await?;
                outbox::put(db, server, effects(&step), now).await?;
                Ok(Some(step.now))
            })
        })
        .await
    }
}

/// Who speaks and who waits.
pub(super) async fn of(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
) -> Result<Queue> {
    let rows: Vec<Row> = sqlx::query_as(
        "select queue.id, queue.member, queue.name, speaking, coalesce(spoken, 0) as spoken
         from queue
         left join roster on roster.seminar = queue.seminar and roster.member = queue.member
         where queue.server = ? and queue.seminar = ?",
    )
    .bind(server.0)
    .bind(seminar.0)
    .fetch_all(&mut *db)
    .await?;
    let (speaking, waiting): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.speaking);
    let asker = |row: Row| Asker {
        turn: row.id,
        member: MemberId(row.member),
        name: row.name,
        spoken: count(row.spoken),
    };
    let board = stands(db, server, Subject::Queue(seminar)).await?;
    let speaking = speaking.into_iter().map(asker).next();
    Ok(Queue::lined_up(speaking, waiting.into_iter().map(asker).collect(), board))
}

/// Whether a message shows this, or is about to.
async fn stands(db: &mut SqliteConnection, server: ServerId, subject: Subject) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "select exists (select 1 from messages where server = ?1 and subject = ?2)
             or exists (select 1 from outbox
                        where server = ?1 and subject = ?2 and kind in ('post', 'beside'))",
    )
    .bind(server.0)
    .bind(subject.to_string())
    .fetch_one(db)
    .await?)
}

/// Whether it was this request that gave a turn.
async fn given_by(
    db: &mut SqliteConnection,
    server: ServerId,
    turn: i64,
    request: RequestId,
) -> Result<bool> {
    let given: Option<Option<i64>> =
        sqlx::query_scalar("select request from queue where server = ? and id = ?")
            .bind(server.0)
            .bind(turn)
            .fetch_optional(db)
            .await?;
    Ok(given.flatten() == Some(request.0))
}

/// Counts a turn that ended.
async fn spoke(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    member: MemberId,
) -> Result<()> {
    sqlx::query(
        "update roster set spoken = spoken + 1 where server = ? and seminar = ? and member = ?",
    )
    .bind(server.0)
    .bind(seminar.0)
    .bind(member.0)
    .execute(db)
    .await?;
    Ok(())
}

async fn remove(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    member: MemberId,
) -> Result<()> {
    sqlx::query("delete from queue where server = ? and seminar = ? and member = ?")
        .bind(server.0)
        .bind(seminar.0)
        .bind(member.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Gives the turn to who comes next, if nobody has it.
async fn pass(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    request: RequestId,
) -> Result<()> {
    let queue = of(db, server, seminar).await?;
    let (None, Some(next)) = (queue.speaking, queue.waiting.first()) else { return Ok(()) };
    sqlx::query("update queue set speaking = 1, request = ? where server = ? and id = ?")
        .bind(request.0)
        .bind(server.0)
        .bind(next.turn)
        .execute(db)
        .await?;
    Ok(())
}
