//! Responses: one a member a round, named or anonymous.
//!
//! An anonymous response stands under a random number, without times; until its round is settled a
//! keyed hash ties it to its member, so that they can change it, and afterwards nothing does.

use std::collections::HashMap;

use jiff::Timestamp;
use rand::RngExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::rounds::{self, instant, vanished};
use super::{Error, Result, Store, outbox};
use crate::domain::tie::{Key, tie};
use crate::domain::{
    MemberId, PlaceId, Response, ResponseId, RoundId, RoundState, ServerId, Standing,
};
use crate::reply::Effect;

/// What a member answers.
#[derive(Clone, Debug)]
pub struct Given {
    /// The server of the round.
    pub server: ServerId,
    /// The round.
    pub round: RoundId,
    /// Who answers.
    pub member: MemberId,
    /// The name they go by; not kept with an anonymous response.
    pub name: String,
    /// Whether the response stands without their name.
    pub anonymous: bool,
    /// The answer.
    pub text: String,
    /// When; not kept with an anonymous response.
    pub now: Timestamp,
    /// The seed of the response's number.
    pub seed: u64,
}

/// An answer whose round is still to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The answer.
    pub text: String,
    /// Whether it is to stand without a name.
    pub anonymous: bool,
}

impl Store {
    /// Records what a member answers, in place of what they answered before. `effects` are what
    /// that calls for elsewhere; they are asked only if something changed. `None` if there is no
    /// such round here or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn respond(
        &self,
        given: Given,
        effects: impl FnOnce(&Standing) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Standing>> {
        let standing = self
            .write_and_wake(move |db| {
                Box::pin(async move {
                    let (server, member, now) = (given.server, given.member, given.now);
                    let round = given.round;
                    change(db, server, round, member, Some(given), now, effects).await
                })
            })
            .await?;
        self.erase(standing).await
    }

    /// Takes back what a member answered. Otherwise as [`Store::respond`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn withdraw(
        &self,
        server: ServerId,
        round: RoundId,
        member: MemberId,
        now: Timestamp,
        effects: impl FnOnce(&Standing) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Standing>> {
        let standing = self
            .write_and_wake(move |db| {
                Box::pin(change(db, server, round, member, None, now, effects))
            })
            .await?;
        self.erase(standing).await
    }

    /// Sees to it that what was erased is gone from the log as well.
    async fn erase(&self, standing: Option<Standing>) -> Result<Option<Standing>> {
        let erased = |it: &Standing| it.before.is_some() && it.changed();
        if standing.as_ref().is_some_and(erased) {
            self.writes.scrub().await;
        }
        Ok(standing)
    }

    /// What a member has answered in a round, as long as that can be told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn response_of(
        &self,
        server: ServerId,
        round: RoundId,
        member: MemberId,
    ) -> Result<Option<Response>> {
        find(&mut *self.reads.acquire().await?, server, round, member).await
    }

    /// The responses of a round: the named ones in order, then the anonymous ones in none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn responses(&self, server: ServerId, round: RoundId) -> Result<Vec<Response>> {
        of(&mut *self.reads.acquire().await?, server, round).await
    }

    /// The responses of all rounds on a theme (`None`: on none), by round, each in the order of
    /// [`Store::responses`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn responses_on(
        &self,
        server: ServerId,
        theme: Option<&str>,
    ) -> Result<HashMap<RoundId, Vec<Response>>> {
        let rows: Vec<Row> = sqlx::query_as(
            "select responses.id, round, member, name, responses.text, answered_at, edited_at
             from responses
             join rounds on rounds.id = responses.round
             where responses.server = ? and rounds.theme is ?
             order by answered_at is null, answered_at, responses.id",
        )
        .bind(server.0)
        .bind(theme)
        .fetch_all(&self.reads)
        .await?;
        let mut responses: HashMap<RoundId, Vec<Response>> = HashMap::new();
        for row in rows {
            responses.entry(RoundId(row.round)).or_default().push(read(row)?);
        }
        Ok(responses)
    }

    /// Holds an answer whose round is still to be chosen, for as long as `until`; hands back the
    /// number that only its member is told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn hold_draft(
        &self,
        server: ServerId,
        place: PlaceId,
        draft: Draft,
        until: Timestamp,
        seed: u64,
    ) -> Result<i64> {
        self.write(move |db| {
            Box::pin(async move {
                let id = random_id(seed);
                sqlx::query(
                    "insert or replace into drafts (id, server, place, text, anonymous, expires_at)
                     values (?, ?, ?, ?, ?, ?)",
                )
                .bind(id)
                .bind(server.0)
                .bind(place.0)
                .bind(draft.text)
                .bind(draft.anonymous)
                .bind(until.as_millisecond())
                .execute(db)
                .await?;
                Ok(id)
            })
        })
        .await
    }

    /// The answer held under a number, which goes a little later by itself.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft(&self, server: ServerId, id: i64, now: Timestamp) -> Result<Option<Draft>> {
        let row: Option<(String, bool)> = sqlx::query_as(
            "select text, anonymous from drafts where server = ? and id = ? and expires_at > ?",
        )
        .bind(server.0)
        .bind(id)
        .bind(now.as_millisecond())
        .fetch_optional(&self.reads)
        .await?;
        Ok(row.map(|(text, anonymous)| Draft { text, anonymous }))
    }

    /// Drops the drafts whose time is up.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_old_drafts(&self, now: Timestamp) -> Result<()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("delete from drafts where expires_at <= ?")
                    .bind(now.as_millisecond())
                    .execute(db)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}

async fn change(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
    member: MemberId,
    given: Option<Given>,
    now: Timestamp,
    effects: impl FnOnce(&Standing) -> Vec<Effect> + Send,
) -> Result<Option<Standing>> {
    match rounds::load(db, server, round).await? {
        Some(found) if found.state != RoundState::Settled => {}
        _ => return Ok(None),
    }
    let before = find(db, server, round, member).await?;
    match (&before, &given) {
        (Some(old), Some(new)) if old.by.is_none() == new.anonymous => {
            reword(db, old, new).await?;
        }
        (old, new) => {
            // From named to anonymous or back nothing is kept, not even the number.
            if let Some(old) = old {
                sqlx::query("delete from responses where id = ?")
                    .bind(old.id.0)
                    .execute(&mut *db)
                    .await?;
            }
            if let Some(new) = new {
                insert(db, new).await?;
            }
        }
    }
    let after = find(db, server, round, member).await?;
    let round = rounds::load(db, server, round).await?.ok_or_else(|| vanished(round))?;
    let standing = Standing { round, before, after };
    if standing.changed() {
        outbox::put(db, server, effects(&standing), now).await?;
    }
    Ok(Some(standing))
}

async fn reword(db: &mut SqliteConnection, old: &Response, new: &Given) -> Result<()> {
    if old.text == new.text {
        return Ok(());
    }
    let named = !new.anonymous;
    sqlx::query("update responses set text = ?, name = ?, edited_at = ? where id = ?")
        .bind(&new.text)
        .bind(named.then_some(&new.name))
        .bind(named.then_some(new.now.as_millisecond()))
        .bind(old.id.0)
        .execute(db)
        .await?;
    Ok(())
}

async fn insert(db: &mut SqliteConnection, new: &Given) -> Result<()> {
    let named = !new.anonymous;
    let tie = match named {
        true => None,
        false => key(db, new.round).await?.map(|key| tie(&key, new.member).to_vec()),
    };
    sqlx::query(
        "insert into responses (id, server, round, member, name, tie, text, answered_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(random_id(new.seed))
    .bind(new.server.0)
    .bind(new.round.0)
    .bind(named.then_some(new.member.0))
    .bind(named.then_some(&new.name))
    .bind(tie)
    .bind(&new.text)
    .bind(named.then_some(new.now.as_millisecond()))
    .execute(db)
    .await?;
    Ok(())
}

/// The columns of a response, for a `where` to follow.
const SELECT: &str = "
    select id, round, member, name, text, answered_at, edited_at
    from responses
    where server = ? and round = ? ";

#[derive(FromRow)]
struct Row {
    id: i64,
    round: i64,
    member: Option<i64>,
    name: Option<String>,
    text: String,
    answered_at: Option<i64>,
    edited_at: Option<i64>,
}

async fn find(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
    member: MemberId,
) -> Result<Option<Response>> {
    let tie = key(db, round).await?.map(|key| tie(&key, member).to_vec());
    sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!("{SELECT} and (member = ? or tie = ?)")))
        .bind(server.0)
        .bind(round.0)
        .bind(member.0)
        .bind(tie)
        .fetch_optional(db)
        .await?
        .map(read)
        .transpose()
}

pub(super) async fn of(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
) -> Result<Vec<Response>> {
    // Anonymous rows have no time and random numbers: they come last, in no order.
    sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(format!(
        "{SELECT} order by answered_at is null, answered_at, id"
    )))
    .bind(server.0)
    .bind(round.0)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(read)
    .collect()
}

async fn key(db: &mut SqliteConnection, round: RoundId) -> Result<Option<Key>> {
    let key: Option<Vec<u8>> = sqlx::query_scalar("select key from round_keys where round = ?")
        .bind(round.0)
        .fetch_optional(db)
        .await?;
    key.map(|key| {
        Key::try_from(key).map_err(|_| Error::Unreadable(format!("the key of round {round}")))
    })
    .transpose()
}

/// A number that tells nothing: neither when, nor by whom.
fn random_id(seed: u64) -> i64 {
    ChaCha20Rng::seed_from_u64(seed).random_range(1..i64::MAX)
}

/// A response as it is stored.
fn read(row: Row) -> Result<Response> {
    Ok(Response {
        id: ResponseId(row.id),
        by: row.member.map(MemberId).zip(row.name),
        text: row.text,
        answered_at: row.answered_at.map(instant).transpose()?,
        edited_at: row.edited_at.map(instant).transpose()?,
    })
}
