//! Ratings: what members think of others' answers. A keyed hash links each to its member until the
//! round is closed, so that they can change their mind; afterwards nothing does.

use std::collections::HashMap;

use super::random_id::random_ids;
use super::row::count;
use super::{Error, Participation, Result, ServerReads, ServerTx};
use domain::member_hash::{Purpose, member_hash};
use domain::{AnswerId, MemberId, Opinion, Part, RoundDetails, RoundId, Tally};

impl ServerTx {
    /// Records what a member thinks of another's answer, in place of what they thought before; gives
    /// the round as it is then. `None` if it is their own, or if the round is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rate(
        &mut self,
        was: &RoundDetails,
        by: &Participation,
        answer: AnswerId,
        opinion: Opinion,
    ) -> Result<Option<RoundDetails>> {
        let round = was.round.id;
        let hash = self.member_hash(round, by.member, Purpose::Rating(answer)).await?;
        let Some(hash) = hash else { return Ok(None) };
        let own = self.answer_in(was, Part::Own, by.member).await?;
        if own.is_some_and(|own| own.id == answer) {
            return Ok(None);
        }
        for id in random_ids(by.seed) {
            let rated = self
                .statement(
                    "insert into weighings (id, server, round, response, tie, opinion)
                     values (?2, ?1, ?3, ?4, ?5, ?6)
                     on conflict (response, tie) where tie is not null
                         do update set opinion = excluded.opinion
                     on conflict (id) do nothing",
                )
                .bind(id)
                .bind(round.0)
                .bind(answer.0)
                .bind(&hash)
                .bind(opinion.name())
                .execute()
                .await?;
            if rated > 0 {
                break;
            }
        }
        let joined = self.join_by_taking_part(was, by, false).await?;
        self.with_new_ratings(was, joined).await.map(Some)
    }

    /// A round after an answer in it was rated. Unless somebody has joined its seminar by that, nothing
    /// else has changed.
    async fn with_new_ratings(&mut self, was: &RoundDetails, joined: bool) -> Result<RoundDetails> {
        let round = was.round.id;
        if joined {
            return self.written_round(round).await;
        }
        let is = RoundDetails { tallies: self.tallies(round).await?, ..was.clone() };
        debug_assert_eq!(is, self.written_round(round).await?);
        Ok(is)
    }
}

impl ServerReads {
    /// What a member thinks of the answers of a round, as long as that can be told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn opinions_of(
        &mut self,
        round: RoundId,
        member: MemberId,
    ) -> Result<HashMap<AnswerId, Opinion>> {
        let Some(key) = self.round_key(round).await? else { return Ok(HashMap::new()) };
        let rows: Vec<(i64, Vec<u8>, String)> = self
            .statement(
                "select response, tie, opinion from weighings
                 where server = ?1 and round = ?2 and tie is not null",
            )
            .bind(round.0)
            .all()
            .await?;
        // On each answer a member has another hash.
        let own = |(answer, tie, _): &(i64, Vec<u8>, String)| {
            member_hash(&key, member, Purpose::Rating(AnswerId(*answer))) == tie.as_slice()
        };
        let own = rows.into_iter().filter(own);
        own.map(|(answer, _, word)| Ok((AnswerId(answer), opinion(&word)?))).collect()
    }

    /// How many agree, pass and disagree, for each answer of a round.
    pub(super) async fn tallies(&mut self, round: RoundId) -> Result<HashMap<AnswerId, Tally>> {
        let rows: Vec<(i64, String, i64)> = self
            .statement(
                "select response, opinion, count(*) from weighings
                 where server = ?1 and round = ?2 group by response, opinion",
            )
            .bind(round.0)
            .all()
            .await?;
        let mut tallies: HashMap<AnswerId, Tally> = HashMap::new();
        for (answer, word, number) in rows {
            let tally = tallies.entry(AnswerId(answer)).or_default();
            let place = match opinion(&word)? {
                Opinion::Agree => &mut tally.agree,
                Opinion::Pass => &mut tally.pass,
                Opinion::Disagree => &mut tally.disagree,
            };
            *place = count(number);
        }
        Ok(tallies)
    }
}

fn opinion(word: &str) -> Result<Opinion> {
    Opinion::named(word).ok_or_else(|| Error::Unreadable(format!("the opinion {word}")))
}
