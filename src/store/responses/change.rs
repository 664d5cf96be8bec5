//! Records, changes and takes back what a member answers.

use jiff::Timestamp;

use super::super::rounds::{reveal, vanished};
use super::super::row::part_word;
use super::super::seminars::{self, Joiner};
use super::super::{Result, ServerTx, fresh};
use super::{Given, find, tie_of};
use domain::{Answer, AnswerChange, MemberId, Part, RoundDetails, RoundId, RoundState};

impl ServerTx {
    /// Records what a member answers, in place of what they answered before. `None` if there is no
    /// such round here or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn respond(&mut self, given: Given) -> Result<Option<AnswerChange>> {
        let Some(was) = self.unsettled(given.round).await? else { return Ok(None) };
        let before = self.response_of(given.round, was.round.part, given.member).await?;
        match &before {
            Some(old) if old.by.is_none() == given.anonymous => self.reword(old, &given).await?,
            // From named to anonymous or back nothing is kept, not even the number.
            _ => {
                self.erase(before.as_ref()).await?;
                self.insert(&was, &given).await?;
            }
        }
        self.join_by_answering(&was, &given).await?;
        self.answered(was, before, given.member, given.now).await.map(Some)
    }

    /// Takes back what a member answered. `None` if there is no such round here or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn withdraw(
        &mut self,
        round: RoundId,
        member: MemberId,
        now: Timestamp,
    ) -> Result<Option<AnswerChange>> {
        let Some(was) = self.unsettled(round).await? else { return Ok(None) };
        let before = self.response_of(round, was.round.part, member).await?;
        self.erase(before.as_ref()).await?;
        self.answered(was, before, member, now).await.map(Some)
    }

    async fn unsettled(&mut self, id: RoundId) -> Result<Option<RoundDetails>> {
        let it = self.round_details(id).await?;
        Ok(it.filter(|it| it.round.state != RoundState::Closed))
    }

    /// What has changed. The last awaited answer reveals them all.
    async fn answered(
        &mut self,
        was: RoundDetails,
        before: Option<Answer>,
        member: MemberId,
        now: Timestamp,
    ) -> Result<AnswerChange> {
        let id = was.round.id;
        let after = self.response_of(id, was.round.part, member).await?;
        let mut now_is = self.round_details(id).await?.ok_or_else(|| vanished(id))?;
        if now_is.all_have_answered() {
            let server = self.server();
            now_is = reveal(&mut *self.connection().await?, server, &now_is, now).await?;
        }
        let change = AnswerChange { round: now_is.round.clone(), before, after, was, now: now_is };
        self.after.erased |= change.before.is_some() && change.changed();
        Ok(change)
    }

    /// Who answers takes part in the seminar.
    async fn join_by_answering(&mut self, was: &RoundDetails, given: &Given) -> Result<()> {
        let Some(seminar) = &was.seminar else { return Ok(()) };
        let joiner = Joiner {
            member: given.member,
            name: given.name.clone(),
            eligible: given.eligible,
            anonymous: given.anonymous,
            stances: Vec::new(),
            now: given.now,
            seed: given.seed.wrapping_add(1),
        };
        let server = self.server();
        seminars::joins(&mut *self.connection().await?, server, seminar, &joiner).await.map(drop)
    }

    async fn reword(&mut self, old: &Answer, new: &Given) -> Result<()> {
        if old.text == new.text {
            return Ok(());
        }
        let named = !new.anonymous;
        self.statement(
            "update responses
             set text = ?3, name = ?4, edited_at = ?5, source_place = ?6, source_message = ?7
             where server = ?1 and id = ?2",
        )
        .bind(old.id.0)
        .bind(&new.text)
        .bind(named.then_some(&new.name))
        .bind(named.then_some(new.now.as_millisecond()))
        .bind(new.source.map(|at| at.place.0))
        .bind(new.source.map(|at| at.message.0))
        .execute()
        .await?;
        // What others thought of it, they thought of other words.
        self.statement("delete from weighings where server = ?1 and response = ?2")
            .bind(old.id.0)
            .execute()
            .await?;
        Ok(())
    }

    async fn erase(&mut self, old: Option<&Answer>) -> Result<()> {
        let Some(old) = old else { return Ok(()) };
        self.statement("update responses set pair = null where server = ?1 and pair = ?2")
            .bind(old.id.0)
            .execute()
            .await?;
        self.statement("delete from responses where server = ?1 and id = ?2")
            .bind(old.id.0)
            .execute()
            .await?;
        Ok(())
    }

    async fn insert(&mut self, was: &RoundDetails, new: &Given) -> Result<()> {
        let (named, round, server) = (!new.anonymous, &was.round, self.server());
        let db = &mut *self.connection().await?;
        let tie = match named {
            true => None,
            false => tie_of(db, new.round, new.member).await?,
        };
        let debated = was.seminar.as_ref().and_then(|it| it.debated());
        let stance = match (round.part, debated) {
            (Part::Card, Some(item)) => seminars::held_by(db, server, item.id, new.member).await?,
            _ => None,
        };
        let argued = match round.part {
            Part::Card => None,
            Part::Own => find(db, server, new.round, Part::Card, new.member).await?,
        };
        let argued = argued.filter(|argued| argued.may_be_paired(named));
        let id = fresh::number(db, "responses", new.seed).await?;
        self.statement(
            "insert into responses (id, server, round, member, name, tie, text, answered_at, part,
                                    stance, pair, shown, source_place, source_message)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )
        .bind(id)
        .bind(new.round.0)
        .bind(named.then_some(new.member.0))
        .bind(named.then_some(&new.name))
        .bind(tie)
        .bind(&new.text)
        .bind(named.then_some(new.now.as_millisecond()))
        .bind(part_word(round.part))
        .bind(stance)
        .bind(argued.as_ref().map(|argued| argued.id.0))
        .bind(round.shows_at_once(named))
        .bind(new.source.map(|at| at.place.0))
        .bind(new.source.map(|at| at.message.0))
        .execute()
        .await?;
        if let Some(argued) = argued {
            self.statement("update responses set pair = ?2 where server = ?1 and id = ?3")
                .bind(id)
                .bind(argued.id.0)
                .execute()
                .await?;
        }
        Ok(())
    }
}
