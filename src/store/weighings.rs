//! Weighings: what members think of others' answers. A keyed hash ties each to its member until
//! the round is settled, so that they can change their mind; afterwards nothing does.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::rounds::{round_details, vanished};
use super::row::count;
use super::{Error, Result, Speaker, Store, fresh, outbox, responses};
use crate::messages::Effect;
use domain::{
    AnswerId, MemberId, Opinion, Part, RoundDetails, RoundId, RoundState, ServerId, Tally,
};

/// What a member thinks of an answer.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Who.
    pub speaker: Speaker,
    /// The round of the answer.
    pub round: RoundId,
    /// The answer …
    pub response: AnswerId,
    /// … and the words of it that they have read.
    pub text: String,
    /// What they think of it.
    pub opinion: Opinion,
}

impl Store {
    /// Records what a member thinks of another's answer, in place of what they thought before.
    /// `effects` are what that calls for elsewhere: they get the round before and after. `None` if
    /// there is no such answer to weigh, if it has other words by now, or if it is their own.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn weigh(
        &self,
        weighed: Weighed,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        self.write_and_wake(move |db| Box::pin(weigh(db, weighed, effects))).await
    }

    /// What a member thinks of the answers of a round, as long as that can be told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn opinions_of(
        &self,
        server: ServerId,
        round: RoundId,
        member: MemberId,
    ) -> Result<HashMap<AnswerId, Opinion>> {
        let mut db = self.reads.acquire().await?;
        let tie = responses::tie_of(&mut db, round, member).await?;
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "select response, opinion from weighings where server = ? and round = ? and tie = ?",
        )
        .bind(server.0)
        .bind(round.0)
        .bind(tie)
        .fetch_all(&mut *db)
        .await?;
        let opinion = |(response, word): (i64, String)| {
            Ok((AnswerId(response), Opinion::named(&word).ok_or_else(|| unreadable(&word))?))
        };
        rows.into_iter().map(opinion).collect()
    }
}

async fn weigh(
    db: &mut SqliteConnection,
    weighed: Weighed,
    effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<RoundDetails>> {
    let Weighed { speaker, round, response, text, opinion } = weighed;
    let (server, member) = (speaker.server, speaker.member);
    let Some(was) = round_details(db, server, round).await? else { return Ok(None) };
    let read = was.weighable().any(|it| it.id == response && it.text == text);
    let own = responses::find(db, server, round, Part::Own, member).await?;
    let tie = responses::tie_of(db, round, member).await?;
    let (true, Some(tie), RoundState::Revealed) = (read, tie, was.round.state) else {
        return Ok(None);
    };
    if own.is_some_and(|own| own.id == response) {
        return Ok(None);
    }
    let id = fresh::number(db, "weighings", speaker.seed).await?;
    sqlx::query(
        "insert into weighings (id, server, round, response, tie, opinion)
         values (?, ?, ?, ?, ?, ?)
         on conflict (response, tie) where tie is not null
             do update set opinion = excluded.opinion",
    )
    .bind(id)
    .bind(server.0)
    .bind(round.0)
    .bind(response.0)
    .bind(tie)
    .bind(opinion.name())
    .execute(&mut *db)
    .await?;
    speaker.joins(db, &was, false).await?;
    let now = round_details(db, server, round).await?.ok_or_else(|| vanished(round))?;
    outbox::put(db, server, effects(&was, &now), speaker.now).await?;
    Ok(Some(now))
}

/// How many think what of each response of a round.
pub(super) async fn tallies(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
) -> Result<HashMap<AnswerId, Tally>> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "select response, opinion, count(*) from weighings
         where server = ? and round = ? group by response, opinion",
    )
    .bind(server.0)
    .bind(round.0)
    .fetch_all(db)
    .await?;
    let mut tallies: HashMap<AnswerId, Tally> = HashMap::new();
    for (response, word, number) in rows {
        let tally = tallies.entry(AnswerId(response)).or_default();
        let place = match Opinion::named(&word).ok_or_else(|| unreadable(&word))? {
            Opinion::Agree => &mut tally.agree,
            Opinion::Pass => &mut tally.pass,
            Opinion::Disagree => &mut tally.disagree,
        };
        *place = count(number);
    }
    Ok(tallies)
}

fn unreadable(word: &str) -> Error {
    Error::Unreadable(format!("the opinion {word}"))
}
