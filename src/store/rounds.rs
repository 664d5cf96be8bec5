//! Rounds: one question posed, with the quotes it was posed with.

use jiff::Timestamp;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::{Error, Result, Store, outbox, responses};
use crate::domain::tie::Key;
use crate::domain::{MemberId, PlaceId, RequestId, Response, Round, RoundId, RoundState, ServerId};
use crate::reply::Effect;

/// A question about to be posed.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// Where.
    pub server: ServerId,
    /// In which channel or thread.
    pub place: PlaceId,
    /// What the request is called; the same twice is one round.
    pub request: RequestId,
    /// Who poses it.
    pub poser: MemberId,
    /// The question's id, unless it is in the poser's own words.
    pub question: Option<String>,
    /// The question.
    pub text: String,
    /// Its theme, if it has one.
    pub theme: Option<String>,
    /// The quotes it is about.
    pub quotes: Vec<String>,
    /// The key of its anonymous ties.
    pub key: Key,
    /// When.
    pub now: Timestamp,
}

/// The columns of a round, for a `where` to follow.
const SELECT: &str = "
    select id, place, poser, question, text, theme, state, posed_at, settled_at,
           (select count(*) from responses where round = rounds.id and member is not null) as named,
           (select count(*) from responses where round = rounds.id and member is null) as anonymous,
           (select json_group_array(quote order by position)
            from round_quotes where round = rounds.id) as quotes
    from rounds
    where server = ? and ";

#[derive(FromRow)]
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
}

impl Store {
    /// Poses a question. The same request twice gives the same round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pose(&self, new: NewRound) -> Result<Round> {
        self.write(move |db| Box::pin(pose(db, new))).await
    }

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
    pub async fn open_rounds(&self, server: ServerId, place: PlaceId) -> Result<Vec<Round>> {
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
        effects: impl FnOnce(&Round) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Round>> {
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
                let round = load(db, server, id).await?;
                if let Some(round) = &round {
                    outbox::put(db, server, effects(round), now).await?;
                }
                Ok(round)
            })
        })
        .await
    }

    /// Ends a round: nothing in it changes any more, and the ties of its anonymous responses and
    /// their key are destroyed, in the file as well. `effects` are what that calls for elsewhere;
    /// they are given the responses, the anonymous ones in no order. `None` if there is no such
    /// round or it was over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settle(
        &self,
        server: ServerId,
        id: RoundId,
        now: Timestamp,
        effects: impl FnOnce(&Round, &[Response]) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Round>> {
        let settled = self
            .write_and_wake(move |db| {
                Box::pin(async move {
                    if !close(db, server, id, now).await? {
                        return Ok(None);
                    }
                    let round = load(db, server, id).await?;
                    if let Some(round) = &round {
                        let responses = responses::of(db, server, id).await?;
                        outbox::put(db, server, effects(round, &responses), now).await?;
                    }
                    Ok(round)
                })
            })
            .await?;
        if settled.is_some() {
            self.writes.scrub().await;
        }
        Ok(settled)
    }
}

async fn pose(db: &mut SqliteConnection, new: NewRound) -> Result<Round> {
    if let Some(round) = posed(db, new.server, new.request).await? {
        return Ok(round);
    }
    let id = RoundId(insert(db, &new).await?);
    load(db, new.server, id).await?.ok_or_else(|| vanished(id))
}

async fn posed(
    db: &mut SqliteConnection,
    server: ServerId,
    request: RequestId,
) -> Result<Option<Round>> {
    find(db, server, "request = ?", request.0).await
}

async fn insert(db: &mut SqliteConnection, new: &NewRound) -> Result<i64> {
    let id: i64 = sqlx::query_scalar(
        "insert into rounds (server, place, request, poser, question, text, theme, state, posed_at)
         values (?, ?, ?, ?, ?, ?, ?, 'open', ?)
         returning id",
    )
    .bind(new.server.0)
    .bind(new.place.0)
    .bind(new.request.0)
    .bind(new.poser.0)
    .bind(&new.question)
    .bind(&new.text)
    .bind(&new.theme)
    .bind(new.now.as_millisecond())
    .fetch_one(&mut *db)
    .await?;
    for (position, quote) in (0i64..).zip(&new.quotes) {
        sqlx::query("insert into round_quotes (round, position, quote) values (?, ?, ?)")
            .bind(id)
            .bind(position)
            .bind(quote)
            .execute(&mut *db)
            .await?;
    }
    sqlx::query("insert into round_keys (round, key) values (?, ?)")
        .bind(id)
        .bind(new.key.as_slice())
        .execute(db)
        .await?;
    Ok(id)
}

/// Marks a round as over and destroys its ties; says whether it was not over before.
async fn close(
    db: &mut SqliteConnection,
    server: ServerId,
    id: RoundId,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query(
        "update rounds set state = 'settled', settled_at = ?
         where server = ? and id = ? and state <> 'settled'",
    )
    .bind(now.as_millisecond())
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("update responses set tie = null where round = ?")
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    sqlx::query("delete from round_keys where round = ?").bind(id.0).execute(&mut *db).await?;
    // A draft that was used tells the time of what it became.
    sqlx::query(
        "delete from drafts
         where server = ? and anonymous = 1
           and text in (select text from responses where round = ? and member is null)",
    )
    .bind(server.0)
    .bind(id.0)
    .execute(db)
    .await?;
    Ok(true)
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

/// A round that was posted to a forum stands in its own post from then on.
pub(super) async fn stands_in(
    db: &mut SqliteConnection,
    server: ServerId,
    id: RoundId,
    place: PlaceId,
) -> Result<()> {
    sqlx::query("update rounds set place = ? where server = ? and id = ? and place <> ?")
        .bind(place.0)
        .bind(server.0)
        .bind(id.0)
        .bind(place.0)
        .execute(db)
        .await?;
    Ok(())
}

pub(super) fn vanished(id: RoundId) -> Error {
    Error::Unreadable(format!("round {id} is gone within its own transaction"))
}

/// A round as it is stored.
fn read(row: Row) -> Result<Round> {
    let unreadable = |what: &str| Error::Unreadable(format!("round {}: {what}", row.id));
    Ok(Round {
        id: RoundId(row.id),
        place: PlaceId(row.place),
        poser: MemberId(row.poser),
        state: match row.state.as_str() {
            "open" => RoundState::Open,
            "revealed" => RoundState::Revealed,
            "settled" => RoundState::Settled,
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
    })
}

/// An instant as it is stored.
pub(super) fn instant(milliseconds: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(milliseconds)
        .map_err(|_| Error::Unreadable(format!("the time {milliseconds}")))
}

/// What `count(*)` gives is never negative.
pub(super) fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}
