//! Rounds: one question posed, with the quotes it was posed with.

mod notices;
mod pose;
mod reveal;
mod round_details;
mod settle;

use std::collections::HashSet;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

pub(super) use pose::insert;
pub use pose::{NewRound, Within};
pub(super) use reveal::reveal;
pub(super) use round_details::round_details;
pub use settle::Ending;
pub(super) use settle::settle;

use super::row::{count, instant, part_of, reveal_of, row};
use super::{Error, Result, Store, outbox};
use crate::messages::Effect;
use domain::{
    ChannelId, MemberId, RequestId, Round, RoundDetails, RoundId, RoundState, SeminarId, ServerId,
};

/// The columns of a round, for a `where` to follow.
const SELECT: &str = "
    select id, place, poser, question, text, theme, state, posed_at, settled_at, seminar, reveal,
           reveal_at, awaited, part, problem,
           (select count(*) from responses
            where round = rounds.id and part = rounds.part and member is not null) as named,
           (select count(*) from responses
            where round = rounds.id and part = rounds.part and member is null) as anonymous,
           (select json_group_array(quote order by position)
            from round_quotes where round = rounds.id) as quotes
    from rounds
    where server = ? and ";

row! {
struct Row {
    id: i64,
    place: i64,
    poser: i64,
    question: Option<String>,
    text: String,
    theme: Option<String>,
    state: String,
    posed_at: i64,
    settled_at: Option<i64>,
    named: i64,
    anonymous: i64,
    quotes: String,
    seminar: Option<i64>,
    reveal: String,
    reveal_at: Option<i64>,
    awaited: i64,
    part: String,
    problem: Option<String>,
}
}

impl Store {
    /// The round that a request has posed already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn posed(&self, server: ServerId, request: RequestId) -> Result<Option<Round>> {
        posed(&mut *self.reads.acquire().await?, server, request).await
    }

    /// A round of this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round(&self, server: ServerId, id: RoundId) -> Result<Option<Round>> {
        load(&mut *self.reads.acquire().await?, server, id).await
    }

    /// The rounds of a place that take responses, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open_rounds(&self, server: ServerId, place: ChannelId) -> Result<Vec<Round>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
            "{SELECT} place = ? and state <> 'settled' order by id desc"
        )))
        .bind(server.0)
        .bind(place.0)
        .fetch_all(&self.reads)
        .await?
        .into_iter()
        .map(read)
        .collect()
    }

    /// The rounds of a server, the newest first: those of one theme, or those of none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rounds_on(&self, server: ServerId, theme: Option<&str>) -> Result<Vec<Round>> {
        sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
            "{SELECT} theme is ? order by id desc"
        )))
        .bind(server.0)
        .bind(theme)
        .fetch_all(&self.reads)
        .await?
        .into_iter()
        .map(read)
        .collect()
    }

    /// The ids of the questions that this server has answered.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answered_questions(&self, server: ServerId) -> Result<HashSet<String>> {
        let ids: Vec<String> = sqlx::query_scalar(
            "select distinct question from rounds
             where server = ? and question is not null
               and exists (select 1 from responses where round = rounds.id)",
        )
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?;
        Ok(ids.into_iter().collect())
    }

    /// For each theme that this server was asked about (`None`: about none): how many rounds, and
    /// how many responses in them.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn themes_asked(
        &self,
        server: ServerId,
    ) -> Result<Vec<(Option<String>, usize, usize)>> {
        let rows: Vec<(Option<String>, i64, i64)> = sqlx::query_as(
            "select theme, count(*),
                    sum((select count(*) from responses where round = rounds.id))
             from rounds where server = ? group by theme",
        )
        .bind(server.0)
        .fetch_all(&self.reads)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(theme, rounds, responses)| (theme, count(rounds), count(responses)))
            .collect())
    }

    /// Gives an open round other words. `effects` are what that calls for elsewhere. `None` if
    /// there is no such round or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reword(
        &self,
        server: ServerId,
        id: RoundId,
        text: String,
        now: Timestamp,
        effects: impl FnOnce(&RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let done = sqlx::query(
                    "update rounds set text = ? where server = ? and id = ? and state = 'open'",
                )
                .bind(text)
                .bind(server.0)
                .bind(id.0)
                .execute(&mut *db)
                .await?;
                if done.rows_affected() == 0 {
                    return Ok(None);
                }
                let it = round_details(db, server, id).await?;
                if let Some(it) = &it {
                    outbox::put(db, server, effects(it), now).await?;
                }
                Ok(it)
            })
        })
        .await
    }
}

pub(super) async fn posed(
    db: &mut SqliteConnection,
    server: ServerId,
    request: RequestId,
) -> Result<Option<Round>> {
    find(db, server, "request = ?", request.0).await
}

pub(super) async fn load(
    db: &mut SqliteConnection,
    server: ServerId,
    id: RoundId,
) -> Result<Option<Round>> {
    find(db, server, "id = ?", id.0).await
}

async fn find(
    db: &mut SqliteConnection,
    server: ServerId,
    by: &str,
    number: i64,
) -> Result<Option<Round>> {
    sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!("{SELECT} {by}")))
        .bind(server.0)
        .bind(number)
        .fetch_optional(db)
        .await?
        .map(read)
        .transpose()
}

pub(super) fn vanished(id: RoundId) -> Error {
    Error::Unreadable(format!("round {id} is gone within its own transaction"))
}

/// A round as it is stored.
fn read(row: Row) -> Result<Round> {
    let unreadable = |what: &str| Error::Unreadable(format!("round {}: {what}", row.id));
    Ok(Round {
        id: RoundId(row.id),
        place: ChannelId(row.place),
        poser: MemberId(row.poser),
        state: match row.state.as_str() {
            "open" => RoundState::Open,
            "revealed" => RoundState::Revealed,
            "settled" => RoundState::Closed,
            other => return Err(unreadable(other)),
        },
        quotes: serde_json::from_str(&row.quotes).map_err(|_| unreadable("its quotes"))?,
        posed_at: instant(row.posed_at)?,
        settled_at: row.settled_at.map(instant).transpose()?,
        question: row.question,
        text: row.text,
        theme: row.theme,
        named: count(row.named),
        anonymous: count(row.anonymous),
        seminar: row.seminar.map(SeminarId),
        reveal: reveal_of(&row.reveal).ok_or_else(|| unreadable(&row.reveal))?,
        reveal_at: row.reveal_at.map(instant).transpose()?,
        awaited: count(row.awaited),
        part: part_of(&row.part).ok_or_else(|| unreadable(&row.part))?,
        problem: row.problem,
    })
}
