//! Whose turn it is to speak in a seminar.

use super::super::row::{count, row};
use super::super::{Result, ServerReads, ServerTx};
use super::Joiner;
use crate::messages::Subject;
use domain::seminar::{Asker, Queue, SeminarChange};
use domain::{MemberId, RequestId, SeminarId};

row! {
struct Row {
    id: i64,
    member: i64,
    name: String,
    speaking: bool,
    spoken: i64,
}
}

impl ServerTx {
    /// Puts a member in the queue of an open seminar, and on its roster; where nobody speaks, it is
    /// their turn at once. A member who is in it keeps their position. `None` if there is no such
    /// seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ask_to_speak(
        &mut self,
        id: SeminarId,
        joiner: &Joiner,
        request: RequestId,
    ) -> Result<Option<SeminarChange>> {
        let Some(was) = self.open_seminar(id).await? else { return Ok(None) };
        self.put_on_roster(&was, joiner).await?;
        self.statement(
            "insert into queue (server, seminar, member, name) values (?1, ?2, ?3, ?4)
             on conflict (seminar, member) do update set name = excluded.name",
        )
        .bind(id.0)
        .bind(joiner.member.0)
        .bind(joiner.name.clone())
        .execute()
        .await?;
        self.give_turn(id, request).await?;
        self.changed_since(was).await.map(Some)
    }

    /// Takes a member out of the queue of an open seminar; if it is their turn, it ends. `None` if
    /// there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn leave_queue(
        &mut self,
        id: SeminarId,
        member: MemberId,
        request: RequestId,
    ) -> Result<Option<SeminarChange>> {
        let Some(was) = self.open_seminar(id).await? else { return Ok(None) };
        if was.queue.speaks(member) {
            self.count_turn(id, member).await?;
        }
        self.remove_from_queue(id, member).await?;
        self.give_turn(id, request).await?;
        self.changed_since(was).await.map(Some)
    }

    /// Ends a turn, if it is still going on, and gives the next. The same request twice ends one.
    /// `None` if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_turn(
        &mut self,
        id: SeminarId,
        turn: i64,
        request: RequestId,
    ) -> Result<Option<SeminarChange>> {
        let Some(was) = self.open_seminar(id).await? else { return Ok(None) };
        let speaking = was.queue.speaking.as_ref().filter(|asker| asker.turn == turn);
        if let Some(speaker) = speaking
            && !self.turn_given_by(turn, request).await?
        {
            self.count_turn(id, speaker.member).await?;
            self.remove_from_queue(id, speaker.member).await?;
            self.give_turn(id, request).await?;
        }
        self.changed_since(was).await.map(Some)
    }

    /// Whether it was this request that gave a turn.
    async fn turn_given_by(&mut self, turn: i64, request: RequestId) -> Result<bool> {
        let given: Option<Option<i64>> = self
            .statement("select request from queue where server = ?1 and id = ?2")
            .bind(turn)
            .optional_value()
            .await?;
        Ok(given.flatten() == Some(request.0))
    }

    /// Counts a turn that ended.
    async fn count_turn(&mut self, seminar: SeminarId, member: MemberId) -> Result<()> {
        self.statement(
            "update roster set spoken = spoken + 1
             where server = ?1 and seminar = ?2 and member = ?3",
        )
        .bind(seminar.0)
        .bind(member.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn remove_from_queue(&mut self, seminar: SeminarId, member: MemberId) -> Result<()> {
        self.statement("delete from queue where server = ?1 and seminar = ?2 and member = ?3")
            .bind(seminar.0)
            .bind(member.0)
            .execute()
            .await?;
        Ok(())
    }

    /// Gives the turn to whoever comes next, if nobody has it.
    pub(in super::super) async fn give_turn(
        &mut self,
        seminar: SeminarId,
        request: RequestId,
    ) -> Result<()> {
        let queue = self.queue_of(seminar).await?;
        let (None, Some(next)) = (queue.speaking, queue.waiting.first()) else { return Ok(()) };
        self.statement("update queue set speaking = 1, request = ?3 where server = ?1 and id = ?2")
            .bind(next.turn)
            .bind(request.0)
            .execute()
            .await?;
        Ok(())
    }
}

impl ServerReads {
    /// Who speaks and who waits.
    pub(super) async fn queue_of(&mut self, seminar: SeminarId) -> Result<Queue> {
        let rows: Vec<Row> = self
            .statement(
                "select queue.id, queue.member, queue.name, speaking,
                        coalesce(spoken, 0) as spoken
                 from queue
                 left join roster
                     on roster.seminar = queue.seminar and roster.member = queue.member
                 where queue.server = ?1 and queue.seminar = ?2",
            )
            .bind(seminar.0)
            .all()
            .await?;
        let (speaking, waiting): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| row.speaking);
        let asker = |row: Row| Asker {
            turn: row.id,
            member: MemberId(row.member),
            name: row.name,
            spoken: count(row.spoken),
        };
        let shown = self.is_shown(Subject::Queue(seminar)).await?;
        let speaking = speaking.into_iter().map(asker).next();
        Ok(Queue::lined_up(speaking, waiting.into_iter().map(asker).collect(), shown))
    }
}
