//! Everything that is to be shown of one round.

use std::collections::HashMap;

use super::super::{Error, Result, ServerReads};
use domain::{Answer, RoundDetails, RoundId, RoundNumber};

impl ServerReads {
    /// Everything that is to be shown of a round of this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_details(&mut self, id: RoundId) -> Result<Option<RoundDetails>> {
        self.find_details("id = ?2", id.0).await
    }

    /// The same by the number that members know.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_details_numbered(
        &mut self,
        number: RoundNumber,
    ) -> Result<Option<RoundDetails>> {
        self.find_details("number = ?2", number.0).await
    }

    async fn find_details(&mut self, by: &str, number: i64) -> Result<Option<RoundDetails>> {
        let Some((round, beside)) = self.round_with(by, number).await? else { return Ok(None) };
        let id = round.id;
        let seminar = match round.seminar {
            Some(seminar) => self.seminar(seminar).await?,
            None => None,
        };
        let responses = self.sorted_answers(id).await?;
        // Each would be a question to the database, and most rounds have none of it.
        let tallies = match beside.ratings {
            true => self.tallies(id).await?,
            false => HashMap::new(),
        };
        let statement = match beside.statement {
            true => self.statement_of(&round, seminar.as_ref()).await?,
            false => None,
        };
        let taken_down = match beside.take_downs {
            true => self.taken_down_in(id).await?,
            false => Vec::new(),
        };
        let revisited = match beside.revisit {
            true => self.revisit_outcome(id).await?,
            false => None,
        };
        let details = RoundDetails::from(round);
        Ok(Some(RoundDetails {
            seminar,
            responses,
            tallies,
            statement,
            taken_down,
            revisited,
            ..details
        }))
    }

    /// The answers of a round, in the order of their random ids: not that in which they came.
    pub(in super::super) async fn sorted_answers(&mut self, id: RoundId) -> Result<Vec<Answer>> {
        let mut answers = self.answers(id).await?;
        answers.sort_by_key(|answer| answer.id);
        Ok(answers)
    }

    /// A round that the same transaction has read or written.
    pub(in super::super) async fn written_round(&mut self, id: RoundId) -> Result<RoundDetails> {
        self.round_details(id).await?.ok_or_else(|| Error::vanished("round", id.0))
    }

    /// Everything that is to be shown of those rounds on a theme (`None`: on none) to which a
    /// statement was proposed, in which answers were rated or taken down, or whose question was asked
    /// again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn discussed_on(
        &mut self,
        theme: Option<&str>,
    ) -> Result<HashMap<RoundId, RoundDetails>> {
        let ids: Vec<i64> = self
            .statement(
                "select id from rounds
                 where server = ?1 and theme is ?2
                   and (exists (select 1 from statements
                                where round = rounds.id and state <> 'dropped')
                        or exists (select 1 from weighings where round = rounds.id)
                        or exists (select 1 from takedowns where round = rounds.id)
                        or exists (select 1 from revisits
                                   where round = rounds.id and state = 'closed'))",
            )
            .bind(theme)
            .values()
            .await?;
        let mut rounds = HashMap::with_capacity(ids.len());
        for id in ids.into_iter().map(RoundId) {
            rounds.extend(self.round_details(id).await?.map(|details| (id, details)));
        }
        Ok(rounds)
    }
}
