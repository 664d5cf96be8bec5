//! The course of a revisit: it is planned, opened, and closed or called off.

use jiff::Timestamp;

use super::super::row::instant;
use super::super::{Result, ServerTx, Store};
use super::milliseconds;
use domain::revisit::{Moved, OPEN_FOR, Outcome, Revisit, RevisitState};
use domain::{MemberId, RoundId, SeminarId, ServerId};

/// A question that is to be asked again.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// Its round.
    pub round: RoundId,
    /// The round's seminar.
    pub seminar: SeminarId,
    /// When it is asked again.
    pub at: Timestamp,
}

/// A question that is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who is known to have taken part: those on the seminar's roster and those who answered the
    /// round, by name. Who only answered without a name is not known any more.
    pub members: Vec<MemberId>,
    /// Until when they can answer.
    pub until: Timestamp,
}

impl ServerTx {
    /// Plans to ask the question of a round again. A seminar has one revisit, and later plans for it
    /// change nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn plan_revisit(&mut self, new: Planned, now: Timestamp) -> Result<()> {
        self.statement(
            "insert into revisits (round, server, seminar, state, since, next_at)
             select id, ?1, ?3, 'planned', ?4, ?5 from rounds
             where server = ?1 and id = ?2
               and not exists (select 1 from revisits where server = ?1 and seminar = ?3)
             on conflict (round) do nothing",
        )
        .bind(new.round.0)
        .bind(new.seminar.0)
        .bind(milliseconds(now))
        .bind(milliseconds(new.at))
        .execute()
        .await?;
        self.after.schedules_changed = true;
        Ok(())
    }

    /// Asks a planned question again, under a key of its own. `None` if it is not planned.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ask_again(&mut self, it: &Revisit, now: Timestamp) -> Result<Option<Asked>> {
        let until = now.saturating_add(OPEN_FOR).unwrap_or(now);
        let opened = self
            .statement(
                "update revisits set state = 'open', since = ?3, asked_at = ?3, next_at = ?4
                 where server = ?1 and round = ?2 and state = 'planned'",
            )
            .bind(it.round.0)
            .bind(milliseconds(now))
            .bind(milliseconds(until))
            .execute()
            .await?;
        if opened == 0 {
            return Ok(None);
        }
        let key = self.keys.make().await?;
        self.statement(
            "insert into revisit_keys (round, key_id)
             select round, ?3 from revisits where server = ?1 and round = ?2",
        )
        .bind(it.round.0)
        .bind(key.to_vec())
        .execute()
        .await?;
        let members: Vec<i64> = self
            .statement(
                "select member from roster
                 where server = ?1 and seminar = ?2 and member is not null
                 union
                 select member from responses
                 where server = ?1 and round = ?3 and member is not null",
            )
            .bind(it.seminar.0)
            .bind(it.round.0)
            .values()
            .await?;
        self.after.schedules_changed = true;
        Ok(Some(Asked { members: members.into_iter().map(MemberId).collect(), until }))
    }

    /// Closes a revisit: what members said is counted, and nothing but the counts is left, in the
    /// file as well. `None` if it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn close_revisit(
        &mut self,
        round: RoundId,
        now: Timestamp,
    ) -> Result<Option<Outcome>> {
        let open = self.revisit(round).await?;
        if !open.is_some_and(|it| matches!(it.state, RevisitState::Open(_))) {
            return Ok(None);
        }
        let moved = Moved::of(&self.second_thoughts(round).await?);
        self.count_revisit(round, moved.as_ref(), now).await?;
        self.forget_thoughts(round).await?;
        self.revisit_outcome(round).await
    }

    /// Calls off a revisit that is not closed, with all that members have said. Hands it back as it
    /// was; `None` if there is none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn call_off_revisit(&mut self, round: RoundId) -> Result<Option<Revisit>> {
        let ahead = self.revisit(round).await?.filter(|it| it.state != RevisitState::Closed);
        let Some(was) = ahead else { return Ok(None) };
        self.forget_thoughts(round).await?;
        self.statement("delete from revisits where server = ?1 and round = ?2")
            .bind(round.0)
            .execute()
            .await?;
        Ok(Some(was))
    }

    /// Puts the outcome of a revisit back, with a round of a record.
    pub(in super::super) async fn put_revisit_back(
        &mut self,
        round: RoundId,
        seminar: SeminarId,
        it: &Outcome,
    ) -> Result<()> {
        let moved = it.moved.as_ref();
        self.statement(
            "insert into revisits (round, server, seminar, state, since, asked_at, same, somewhat,
                                   changed)
             values (?2, ?1, ?3, 'closed', ?4, ?5, ?6, ?7, ?8)",
        )
        .bind(round.0)
        .bind(seminar.0)
        .bind(milliseconds(it.closed_at))
        .bind(milliseconds(it.asked_at))
        .bind(moved.map(|it| number(it.same)))
        .bind(moved.map(|it| number(it.somewhat)))
        .bind(moved.map(|it| number(it.changed)))
        .execute()
        .await?;
        self.put_passages(round, moved).await
    }

    async fn count_revisit(
        &mut self,
        round: RoundId,
        moved: Option<&Moved>,
        now: Timestamp,
    ) -> Result<()> {
        self.statement(
            "update revisits
             set state = 'closed', since = ?3, next_at = null, same = ?4, somewhat = ?5, changed = ?6
             where server = ?1 and round = ?2",
        )
        .bind(round.0)
        .bind(milliseconds(now))
        .bind(moved.map(|it| number(it.same)))
        .bind(moved.map(|it| number(it.somewhat)))
        .bind(moved.map(|it| number(it.changed)))
        .execute()
        .await?;
        self.put_passages(round, moved).await
    }

    async fn put_passages(&mut self, round: RoundId, moved: Option<&Moved>) -> Result<()> {
        for passage in moved.iter().flat_map(|it| &it.passages) {
            self.statement(
                "insert into revisit_passages (round, server, quote, times)
                 values (?2, ?1, ?3, ?4)",
            )
            .bind(round.0)
            .bind(&passage.quote)
            .bind(passage.times.map(number))
            .execute()
            .await?;
        }
        Ok(())
    }

    async fn forget_thoughts(&mut self, round: RoundId) -> Result<()> {
        self.statement("delete from second_thoughts where server = ?1 and round = ?2")
            .bind(round.0)
            .execute()
            .await?;
        let keys: Vec<Vec<u8>> = self
            .statement(
                "delete from revisit_keys
                 where round in (select round from revisits where server = ?1 and round = ?2)
                 returning key_id",
            )
            .bind(round.0)
            .values()
            .await?;
        self.no_longer_uses(keys);
        self.after.erased = true;
        Ok(())
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Store {
    /// Revisits that go on to their next state, at most `most`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revisits_due(
        &self,
        now: Timestamp,
        most: u32,
    ) -> Result<Vec<(ServerId, RoundId)>> {
        let due: Vec<(i64, i64)> = sqlx::query_as(self.due(
            "select server, round from revisits where next_at <= ?1 and {ours}
             order by next_at limit ?2 + 0",
        ))
        .bind(now.as_millisecond())
        .bind(most)
        .fetch_all(&self.reads)
        .await?;
        Ok(due.into_iter().map(|(server, round)| (ServerId(server), RoundId(round))).collect())
    }

    /// When the next revisit goes on, if any does.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revisits_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(
            self.due("select min(next_at) from revisits where next_at is not null and {ours}"),
        )
        .fetch_one(&self.reads)
        .await?;
        next.map(instant).transpose()
    }
}
