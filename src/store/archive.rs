//! The record as a whole: which rounds there are, and whole seminars and rounds put back.

use std::collections::HashMap;

use super::numbers::Counted;
use super::row::{kind_word, part_word, reveal_word};
use super::{Result, ServerReads, ServerTx};
use domain::seminar::SeminarState;
use domain::{
    Answer, AnswerId, MemberId, Opinion, Round, RoundDetails, RoundId, RoundNumber, RoundState,
    Seminar, SeminarId, Statement, Tally,
};

/// A round as the record lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosedRound {
    /// Its key.
    pub id: RoundId,
    /// Its number in its server.
    pub number: RoundNumber,
    /// The id of its theme.
    pub theme: Option<String>,
}

impl ServerReads {
    /// The rounds that were posed, the oldest first: all, or those on one theme, or of one seminar.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rounds_posed(
        &mut self,
        theme: Option<&str>,
        seminar: Option<SeminarId>,
    ) -> Result<Vec<PosedRound>> {
        let rows: Vec<(i64, i64, Option<String>)> = self
            .statement(
                "select id, number, theme from rounds
                 where server = ?1 and (?2 is null or theme = ?2) and (?3 is null or seminar = ?3)
                 order by number",
            )
            .bind(theme)
            .bind(seminar.map(|seminar| seminar.0))
            .all()
            .await?;
        let posed = |(id, number, theme)| PosedRound {
            id: RoundId(id),
            number: RoundNumber(number),
            theme,
        };
        Ok(rows.into_iter().map(posed).collect())
    }
}

impl ServerTx {
    /// Whether no server has posed a question or drafted a seminar: numbers that are put back could
    /// be taken otherwise.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn takes_archive(&mut self) -> Result<bool> {
        self.unscoped(
            "select not exists (select 1 from rounds) and not exists (select 1 from seminars)",
        )
        .value()
        .await
    }

    /// Puts a seminar back, with the number it had; its rounds come after it. `seed` is that of the
    /// random ids of its rows.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn put_seminar_back(&mut self, it: &Seminar, mut seed: u64) -> Result<()> {
        self.put_seminar_row_back(it).await?;
        if it.state != SeminarState::Closed {
            self.put_seminar_key(it.id).await?;
        }
        let named = it.roster.iter().map(Some);
        for participant in named.chain(std::iter::repeat_n(None, it.unnamed)) {
            seed = seed.wrapping_add(1);
            let id = self.random_id("roster", seed).await?;
            self.statement(
                "insert into roster (id, seminar, server, member, name, joined_at, round)
                 values (?2, ?3, ?1, ?4, ?5, ?6, iif(?4 is null, ?7, null))",
            )
            .bind(id)
            .bind(it.id.0)
            .bind(participant.map(|it| it.member.0))
            .bind(participant.map(|it| it.name.as_str()))
            .bind(participant.map(|it| it.joined_at.as_millisecond()))
            .bind(it.rounds().last().map(|round| round.0))
            .execute()
            .await?;
        }
        Ok(())
    }

    /// Puts the agenda of a seminar back, once its rounds are there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn put_agenda_back(&mut self, it: &Seminar) -> Result<()> {
        for (position, item) in (0i64..).zip(&it.agenda) {
            self.statement(
                "insert into agenda (server, seminar, position, question, problem, text, theme,
                                     minutes, round)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )
            .bind(it.id.0)
            .bind(position)
            .bind(item.question.as_deref())
            .bind(item.problem.as_deref())
            .bind(&item.text)
            .bind(item.theme.as_deref())
            .bind(item.minutes)
            .bind(item.round.map(|round| round.0))
            .execute()
            .await?;
        }
        Ok(())
    }

    async fn put_seminar_row_back(&mut self, it: &Seminar) -> Result<()> {
        let themes = serde_json::to_string(&it.themes)
            .map_err(|error| super::Error::Unreadable(error.to_string()))?;
        self.statement(
            "insert into seminars (id, number, server, place, kind, request, title, format, reveal,
                                   minutes, quorum, themes, work, opener, facilitator, name,
                                   state, made_at, opened_at, closed_at, plan,
                                   stepped_at)
             values (?2, ?2, ?1, ?3, ?4, -?2, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                     ?16, ?16, ?17, ?18, ?19)",
        )
        .bind(it.id.0)
        .bind(it.place.0)
        .bind(kind_word(it.kind))
        .bind(&it.title)
        .bind(super::seminars::format_word(it.format))
        .bind(reveal_word(it.reveal))
        .bind(it.minutes)
        .bind(it.quorum)
        .bind(themes)
        .bind(it.work.as_deref())
        .bind(it.opener.0)
        .bind(it.facilitator.as_ref().map(|(member, _)| member.0))
        .bind(it.facilitator.as_ref().map(|(_, name)| name.as_str()))
        .bind(super::seminars::state_word(it.state))
        .bind(it.made_at.as_millisecond())
        .bind(it.closed_at.map(|at| at.as_millisecond()))
        .bind(it.plan.as_deref())
        .bind(it.stepped_at.as_millisecond())
        .execute()
        .await?;
        self.count_from(Counted::Seminars, it.id.0).await
    }

    /// Puts a round back, with the number it had, its answers and its statement. Nothing of it
    /// leads to members who gave no name. `seed` is that of the random ids of its rows.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn put_round_back(&mut self, it: &RoundDetails, mut seed: u64) -> Result<()> {
        let round = &it.round;
        self.put_round_row_back(round).await?;
        if round.state != RoundState::Closed {
            self.put_round_key(round.id).await?;
        }
        let mut own: HashMap<MemberId, i64> = HashMap::new();
        for answer in &it.responses {
            seed = seed.wrapping_add(1);
            let id = self.put_answer_back(round.id, answer, seed).await?;
            let tally = it.tallies.get(&answer.id).copied().unwrap_or_default();
            self.put_ratings_back(round.id, AnswerId(id), tally, seed).await?;
            let other = answer.by.as_ref().and_then(|(member, _)| own.insert(*member, id));
            if let Some(other) = other {
                self.pair(id, other).await?;
            }
        }
        for taken_down in &it.taken_down {
            self.put_take_down_back(round.id, taken_down).await?;
        }
        if let Some(statement) = &it.statement {
            self.put_statement_back(round, statement, seed).await?;
        }
        match (&it.revisited, round.seminar) {
            (Some(outcome), Some(seminar)) => {
                self.put_revisit_back(round.id, seminar, outcome).await
            }
            _ => Ok(()),
        }
    }

    async fn put_round_row_back(&mut self, round: &Round) -> Result<()> {
        self.statement(
            "insert into rounds (id, number, server, place, request, poser, question, text, theme, state,
                                 posed_at, settled_at, seminar, reveal, awaited, part, problem,
                                 withdrawn)
             values (?2, ?2, ?1, ?3, -?2, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )
        .bind(round.id.0)
        .bind(round.place.0)
        .bind(round.asker.0)
        .bind(round.question.as_deref())
        .bind(&round.text)
        .bind(round.theme.as_deref())
        .bind(super::rounds::state_word(round.state))
        .bind(round.posed_at.as_millisecond())
        .bind(round.closed_at.map(|at| at.as_millisecond()))
        .bind(round.seminar.map(|seminar| seminar.0))
        .bind(reveal_word(round.reveal))
        .bind(i64::try_from(round.awaited).unwrap_or(i64::MAX))
        .bind(part_word(round.part))
        .bind(round.problem.as_deref())
        .bind(i64::try_from(round.withdrawn).unwrap_or(i64::MAX))
        .execute()
        .await?;
        self.put_round_quotes(round.id, &round.quotes).await?;
        self.count_from(Counted::Rounds, round.id.0).await
    }

    async fn put_answer_back(&mut self, round: RoundId, it: &Answer, seed: u64) -> Result<i64> {
        let id = self.random_id("responses", seed).await?;
        self.statement(
            "insert into responses (id, server, round, member, name, text, answered_at, edited_at,
                                    part, stance, shown, source_place, source_message)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?12)",
        )
        .bind(id)
        .bind(round.0)
        .bind(it.by.as_ref().map(|(member, _)| member.0))
        .bind(it.by.as_ref().map(|(_, name)| name.as_str()))
        .bind(&it.text)
        .bind(it.answered_at.map(|at| at.as_millisecond()))
        .bind(it.edited_at.map(|at| at.as_millisecond()))
        .bind(part_word(it.part))
        .bind(it.stance.as_deref())
        .bind(it.source.map(|at| at.place.0))
        .bind(it.source.map(|at| at.message.0))
        .execute()
        .await?;
        Ok(id)
    }

    /// What a member argued and what they think themselves.
    async fn pair(&mut self, one: i64, other: i64) -> Result<()> {
        for (id, pair) in [(one, other), (other, one)] {
            self.statement("update responses set pair = ?3 where server = ?1 and id = ?2")
                .bind(id)
                .bind(pair)
                .execute()
                .await?;
        }
        Ok(())
    }

    async fn put_ratings_back(
        &mut self,
        round: RoundId,
        answer: AnswerId,
        tally: Tally,
        mut seed: u64,
    ) -> Result<()> {
        let counts = [
            (Opinion::Agree, tally.agree),
            (Opinion::Pass, tally.pass),
            (Opinion::Disagree, tally.disagree),
        ];
        for (opinion, count) in counts {
            for _ in 0..count {
                seed = seed.wrapping_add(1);
                let id = self.random_id("weighings", seed).await?;
                self.statement(
                    "insert into weighings (id, server, round, response, opinion)
                     values (?2, ?1, ?3, ?4, ?5)",
                )
                .bind(id)
                .bind(round.0)
                .bind(answer.0)
                .bind(opinion.name())
                .execute()
                .await?;
            }
        }
        Ok(())
    }

    async fn put_statement_back(
        &mut self,
        round: &Round,
        it: &Statement,
        mut seed: u64,
    ) -> Result<()> {
        let made_at = it.versions.first().map_or(round.posed_at, |version| version.made_at);
        let id: i64 = self
            .statement(
                "insert into statements (server, round, proposer, version, state, made_at, ended_at)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7) returning id",
            )
            .bind(round.id.0)
            .bind(it.proposer.0)
            .bind(it.newest())
            .bind(super::statements::state_word(it.state))
            .bind(made_at.as_millisecond())
            .bind(round.closed_at.map(|at| at.as_millisecond()))
            .value()
            .await?;
        for version in &it.versions {
            self.statement(
                "insert into statement_versions (server, statement, version, text, name, made_at,
                                                 member)
                 values (?1, ?2, ?3, ?4, ?5, ?6, iif(?3 = 1, nullif(?7, 0), null))",
            )
            .bind(id)
            .bind(version.number)
            .bind(&version.text)
            .bind(&version.name)
            .bind(version.made_at.as_millisecond())
            .bind(it.proposer.0)
            .execute()
            .await?;
        }
        let consents = std::iter::repeat_n("agree", it.agree);
        let consents = consents.chain(std::iter::repeat_n("aside", it.aside));
        let consents = consents.map(|word| (word, None, None, it.newest()));
        let consents = consents.map(|vote| (vote, None));
        let objections = it.objections.iter().map(|it| {
            let vote = ("object", it.name.as_deref(), Some(it.reason.as_str()), it.version);
            (vote, it.taken_down)
        });
        for ((word, name, reason, version), taken_down) in consents.chain(objections) {
            seed = seed.wrapping_add(1);
            let number = self.random_id("voices", seed).await?;
            self.statement(
                "insert into voices (id, server, statement, version, voice, name, reason, taken_down)
                 values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .bind(number)
            .bind(id)
            .bind(version)
            .bind(word)
            .bind(name)
            .bind(reason)
            .bind(taken_down.map(domain::moderation::Reason::name))
            .execute()
            .await?;
        }
        Ok(())
    }
}
