//! Who takes part. Who has only answered without a name stands on the roster without one as well,
//! under a keyed hash that goes when the seminar is closed.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::{count, instant, row};
use super::super::{Error, Result, Store, fresh, outbox};
use super::{cards, load, vanished};
use crate::messages::Effect;
use domain::member_hash::{Key, member_hash};
use domain::seminar::{Participant, SeminarState};
use domain::{MemberId, Seminar, SeminarId, ServerId};

/// Who joins a seminar.
#[derive(Clone, Debug)]
pub struct Joiner {
    /// Who.
    pub member: MemberId,
    /// The name they go by.
    pub name: String,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// Whether they stand on the roster without their name.
    pub anonymous: bool,
    /// The stances that the question at hand deals out, in a debate.
    pub stances: Vec<String>,
    /// When.
    pub now: Timestamp,
    /// The seed of their row's number and of their card.
    pub seed: u64,
}

row! {
struct Row {
    member: i64,
    name: String,
    joined_at: i64,
    eligible: bool,
    volunteers: bool,
    spoken: i64,
}
}

impl Store {
    /// Puts a member on the roster of an open seminar. `effects` are what that calls for
    /// elsewhere; they are asked only if the member is new on it. `None` if there is no such
    /// seminar, or it is not open; else whether they are new.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn join_seminar(
        &self,
        server: ServerId,
        id: SeminarId,
        joiner: Joiner,
        effects: impl FnOnce(&Seminar) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<(Seminar, bool)>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let now = joiner.now;
                let Some(seminar) = load(db, server, id).await? else { return Ok(None) };
                if seminar.state != SeminarState::Open {
                    return Ok(None);
                }
                let new = joins(db, server, &seminar, &joiner).await?;
                let seminar = load(db, server, id).await?.ok_or_else(|| vanished(id))?;
                if new {
                    outbox::put(db, server, effects(&seminar), now).await?;
                }
                Ok(Some((seminar, new)))
            })
        })
        .await
    }
}

/// Who takes part by name, in the order in which they joined.
pub(super) async fn of(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
) -> Result<Vec<Participant>> {
    let rows: Vec<Row> = sqlx::query_as(
        "select member, name, joined_at, eligible, volunteers, spoken from roster
         where server = ? and seminar = ? and member is not null
         order by joined_at, id",
    )
    .bind(server.0)
    .bind(seminar.0)
    .fetch_all(db)
    .await?;
    let participant = |row: Row| {
        Ok(Participant {
            member: MemberId(row.member),
            name: row.name,
            joined_at: instant(row.joined_at)?,
            eligible: row.eligible,
            volunteers: row.volunteers,
            spoken: count(row.spoken),
        })
    };
    rows.into_iter().map(participant).collect()
}

/// Whether a member is on the roster, under their name or without it.
pub(super) async fn takes_part(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    member: MemberId,
) -> Result<bool> {
    let tie = member_hash(&key(db, seminar.id).await?, member).to_vec();
    Ok(sqlx::query_scalar(
        "select exists (select 1 from roster
                        where server = ? and seminar = ? and (member = ? or tie = ?))",
    )
    .bind(server.0)
    .bind(seminar.id.0)
    .bind(member.0)
    .bind(tie)
    .fetch_one(db)
    .await?)
}

/// Puts a member on the roster if they are not on it; says whether they are new. Who stands there
/// without a name and now gives it stands there twice.
pub(in super::super) async fn joins(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    joiner: &Joiner,
) -> Result<bool> {
    let named = seminar.roster.iter().any(|participant| participant.member == joiner.member);
    let mut new = false;
    if named {
        // Names and roles change.
        sqlx::query(
            "update roster set name = ?, eligible = ?
             where server = ? and seminar = ? and member = ?",
        )
        .bind(&joiner.name)
        .bind(joiner.eligible)
        .bind(server.0)
        .bind(seminar.id.0)
        .bind(joiner.member.0)
        .execute(&mut *db)
        .await?;
    } else {
        let tie = member_hash(&key(db, seminar.id).await?, joiner.member).to_vec();
        let known: bool = sqlx::query_scalar(
            "select exists (select 1 from roster where seminar = ? and tie = ?)",
        )
        .bind(seminar.id.0)
        .bind(&tie)
        .fetch_one(&mut *db)
        .await?;
        // Were the row without a name to go as the name comes, all could see whose it was.
        new = !(known && joiner.anonymous);
        if new {
            insert(db, server, seminar.id, joiner, tie).await?;
        }
    }
    if !joiner.stances.is_empty() {
        cards::deal(db, server, seminar, &[joiner.member], &joiner.stances, joiner.seed).await?;
    }
    Ok(new)
}

async fn insert(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    joiner: &Joiner,
    tie: Vec<u8>,
) -> Result<()> {
    let named = !joiner.anonymous;
    let id = fresh::number(db, "roster", joiner.seed).await?;
    sqlx::query(
        "insert into roster (id, seminar, server, member, name, tie, joined_at, eligible)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id)
    .bind(seminar.0)
    .bind(server.0)
    .bind(named.then_some(joiner.member.0))
    .bind(named.then_some(&joiner.name))
    .bind((!named).then_some(tie))
    .bind(named.then_some(joiner.now.as_millisecond()))
    .bind(named && joiner.eligible)
    .execute(db)
    .await?;
    Ok(())
}

async fn key(db: &mut SqliteConnection, seminar: SeminarId) -> Result<Key> {
    let key: Vec<u8> = sqlx::query_scalar("select key from seminar_keys where seminar = ?")
        .bind(seminar.0)
        .fetch_one(db)
        .await?;
    Key::try_from(key).map_err(|_| Error::Unreadable(format!("the key of seminar {seminar}")))
}
