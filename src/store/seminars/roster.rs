//! Who takes part. A member who has only answered without a name is on the roster without one as
//! well, under a keyed hash that is destroyed when the seminar is closed.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::{count, instant, row};
use super::super::{Error, Result, ServerTx, fresh};
use super::{cards, vanished};
use domain::member_hash::{Key, member_hash};
use domain::seminar::Participant;
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
    /// Whether they are on the roster without their name.
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

impl ServerTx {
    /// Puts a member on the roster of an open seminar, and says whether they are new on it. `None`
    /// if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn join_seminar(
        &mut self,
        id: SeminarId,
        joiner: &Joiner,
    ) -> Result<Option<(Seminar, bool)>> {
        let Some(seminar) = self.open_seminar(id).await? else { return Ok(None) };
        let server = self.server();
        let new = joins(&mut *self.connection().await?, server, &seminar, joiner).await?;
        let seminar = self.seminar(id).await?.ok_or_else(|| vanished(id))?;
        Ok(Some((seminar, new)))
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

/// Puts a member on the roster if they are not on it, and says whether they are new. A member who is
/// on it without a name and now gives it is on it twice.
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
        // If the row without a name went as the name comes, everybody could see whose it was.
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
