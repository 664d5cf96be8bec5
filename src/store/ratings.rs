//! Ratings: what members think of others' answers. A keyed hash links each to its member until the
//! round is closed, so that they can change their mind; afterwards nothing does.

use std::collections::HashMap;

use super::row::count;
use super::{Error, Result, ServerReads, ServerTx};
use domain::member_hash::{Purpose, member_hash};
use domain::{AnswerId, MemberId, Opinion, Part, RoundId, Tally};

/// What a member thinks of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Rating {
    /// Who.
    pub member: MemberId,
    /// The answer.
    pub answer: AnswerId,
    /// What they think of it.
    pub opinion: Opinion,
    /// The seed of its number.
    pub seed: u64,
}

impl ServerTx {
    /// Records what a member thinks of another's answer, in place of what they thought before.
    /// `false` if it is their own, or if the round is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rate(&mut self, round: RoundId, rating: Rating) -> Result<bool> {
        let own = self.answer_of(round, Part::Own, rating.member).await?;
        let purpose = Purpose::Rating(rating.answer);
        let hash = self.member_hash(round, rating.member, purpose).await?;
        let Some(hash) = hash else { return Ok(false) };
        if own.is_some_and(|own| own.id == rating.answer) {
            return Ok(false);
        }
        let id = self.random_id("weighings", rating.seed).await?;
        self.statement(
            "insert into weighings (id, server, round, response, tie, opinion)
             values (?2, ?1, ?3, ?4, ?5, ?6)
             on conflict (response, tie) where tie is not null
                 do update set opinion = excluded.opinion",
        )
        .bind(id)
        .bind(round.0)
        .bind(rating.answer.0)
        .bind(hash)
        .bind(rating.opinion.name())
        .execute()
        .await?;
        Ok(true)
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
