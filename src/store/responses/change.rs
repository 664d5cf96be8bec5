//! Records, changes and withdraws what a member answers.

use jiff::Timestamp;

use super::super::random_id::random_ids;
use super::super::row::{instant, part_word};
use super::super::{Result, ServerTx};
use super::NewAnswer;
use domain::member_hash::Purpose;
use domain::{Answer, AnswerChange, AnswerId, MemberId, Part, RoundDetails, RoundId};

impl ServerTx {
    /// Records what a member answers, in place of what they answered before. `None` if there is no
    /// such round here, it is closed, or the member is kept from answering in it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answer(&mut self, new: NewAnswer) -> Result<Option<AnswerChange>> {
        let Some(was) = self.open_round(new.round).await? else { return Ok(None) };
        // Who is kept from answering had something taken down.
        if !was.taken_down.is_empty() && self.is_muted(new.round, new.by.member).await? {
            return Ok(None);
        }
        let before = self.answer_in(&was, was.round.part, new.by.member).await?;
        let after = match &before {
            Some(old) if old.by.is_none() == new.anonymous => self.reword(old, &new).await?,
            // From named to anonymous or back nothing is kept, not even the number.
            _ => {
                self.erase(before.as_ref()).await?;
                self.insert(&was, &new).await?
            }
        };
        // A named answer puts the name on the roster.
        self.join_by_taking_part(&was, &new.by, !new.anonymous).await?;
        if !new.anonymous && before.as_ref().is_some_and(|before| before.by.is_none()) {
            self.settle_unnamed(&was, new.by.member).await?;
        }
        self.answered(was, before, Some(after), new.by.now).await.map(Some)
    }

    /// Withdraws what a member answered. `None` if there is no such round here or it is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn withdraw(
        &mut self,
        round: RoundId,
        member: MemberId,
        now: Timestamp,
    ) -> Result<Option<AnswerChange>> {
        let Some(was) = self.open_round(round).await? else { return Ok(None) };
        let before = self.answer_in(&was, was.round.part, member).await?;
        self.erase(before.as_ref()).await?;
        self.answered(was, before, None, now).await.map(Some)
    }

    async fn open_round(&mut self, id: RoundId) -> Result<Option<RoundDetails>> {
        Ok(self.round_details(id).await?.filter(RoundDetails::takes_answers))
    }

    /// What has changed. The last awaited answer reveals them all.
    async fn answered(
        &mut self,
        was: RoundDetails,
        before: Option<Answer>,
        after: Option<Answer>,
        now: Timestamp,
    ) -> Result<AnswerChange> {
        let mut is = self.with_answer(&was, before.as_ref(), after.as_ref()).await?;
        if is.all_have_answered() {
            is = self.reveal(&is, now).await?;
        }
        // Read last, so that its member is told whether it is shown by now.
        let after =
            after.and_then(|after| is.responses.iter().find(|it| it.id == after.id)).cloned();
        let change = AnswerChange { round: is.round.clone(), before, after, was, now: is };
        self.after.erased |= change.before.is_some() && change.changed();
        Ok(change)
    }

    /// A round after an answer in it has changed. Most rounds have nothing but answers, and are not
    /// read again.
    async fn with_answer(
        &mut self,
        was: &RoundDetails,
        before: Option<&Answer>,
        after: Option<&Answer>,
    ) -> Result<RoundDetails> {
        if !was.has_answers_alone() {
            return self.written_round(was.round.id).await;
        }
        let others = was.responses.iter().filter(|it| before.is_none_or(|old| old.id != it.id));
        let mut answers: Vec<Answer> = others.chain(after).cloned().collect();
        answers.sort_by_key(|answer| answer.id);
        let is = RoundDetails::of_answers(was.round.clone(), answers);
        debug_assert_eq!(is, self.written_round(was.round.id).await?);
        Ok(is)
    }

    async fn reword(&mut self, old: &Answer, new: &NewAnswer) -> Result<Answer> {
        if old.text == new.text {
            return Ok(old.clone());
        }
        let edited_at = new.at()?;
        self.statement(
            "update responses
             set text = ?3, name = ?4, edited_at = ?5, source_place = ?6, source_message = ?7
             where server = ?1 and id = ?2",
        )
        .bind(old.id.0)
        .bind(&new.text)
        .bind(new.name().map(|(_, name)| name))
        .bind(edited_at.map(Timestamp::as_millisecond))
        .bind(new.source.map(|at| at.place.0))
        .bind(new.source.map(|at| at.message.0))
        .execute()
        .await?;
        // What others thought of it, they thought of other words.
        self.statement("delete from weighings where server = ?1 and response = ?2")
            .bind(old.id.0)
            .execute()
            .await?;
        Ok(Answer {
            text: new.text.clone(),
            by: new.name(),
            edited_at,
            source: new.source,
            ..old.clone()
        })
    }

    pub(in super::super) async fn erase(&mut self, old: Option<&Answer>) -> Result<()> {
        let Some(old) = old else { return Ok(()) };
        // Two that are paired are of one round.
        self.statement(
            "update responses set pair = null
             where server = ?1 and pair = ?2 and round = (select round from responses where id = ?2)",
        )
        .bind(old.id.0)
        .execute()
        .await?;
        self.statement("delete from responses where server = ?1 and id = ?2")
            .bind(old.id.0)
            .execute()
            .await?;
        Ok(())
    }

    async fn insert(&mut self, was: &RoundDetails, new: &NewAnswer) -> Result<Answer> {
        let (named, round) = (!new.anonymous, &was.round);
        let (by, answered_at) = (new.name(), new.at()?);
        let hash = match named {
            true => None,
            false => {
                let purpose = Purpose::Answer(round.part);
                self.member_hash(new.round, new.by.member, purpose).await?
            }
        };
        let debated = was.seminar.as_ref().and_then(|it| it.debated());
        let stance = match (round.part, debated) {
            (Part::Card, Some(item)) => self.side_of(item.id, new.by.member).await?,
            _ => None,
        };
        // Only in a debate do members argue a side before they answer for themselves.
        let argued = match (round.part, debated) {
            (Part::Own, Some(_)) => self.answer_of(new.round, Part::Card, new.by.member).await?,
            _ => None,
        };
        let argued = argued.filter(|argued| argued.may_be_paired(named));
        let mut ids = random_ids(new.by.seed);
        let id = loop {
            let id = ids.next().unwrap_or_default();
            let inserted = self
                .statement(
                    "insert into responses (id, server, round, member, name, tie, text, answered_at,
                                            part, stance, pair, shown, source_place, source_message)
                     values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                     on conflict (id) do nothing",
                )
                .bind(id)
                .bind(new.round.0)
                .bind(by.as_ref().map(|(member, _)| member.0))
                .bind(by.as_ref().map(|(_, name)| name))
                .bind(hash.as_deref())
                .bind(&new.text)
                .bind(answered_at.map(Timestamp::as_millisecond))
                .bind(part_word(round.part))
                .bind(stance.as_deref())
                .bind(argued.as_ref().map(|argued| argued.id.0))
                .bind(round.shows_at_once(named))
                .bind(new.source.map(|at| at.place.0))
                .bind(new.source.map(|at| at.message.0))
                .execute()
                .await?;
            if inserted > 0 {
                break id;
            }
        };
        if let Some(argued) = &argued {
            self.statement("update responses set pair = ?2 where server = ?1 and id = ?3")
                .bind(id)
                .bind(argued.id.0)
                .execute()
                .await?;
        }
        Ok(Answer {
            id: AnswerId(id),
            by,
            text: new.text.clone(),
            answered_at,
            edited_at: None,
            part: round.part,
            stance,
            pair: argued.map(|argued| argued.id),
            shown: round.shows_at_once(named),
            source: new.source,
        })
    }
}

impl NewAnswer {
    /// Who answers, if they do so with their name.
    fn name(&self) -> Option<(MemberId, String)> {
        (!self.anonymous).then(|| (self.by.member, self.by.name.clone()))
    }

    /// When they answer, as it is kept: with their name alone.
    fn at(&self) -> Result<Option<Timestamp>> {
        (!self.anonymous).then(|| instant(self.by.now.as_millisecond())).transpose()
    }
}
