//! Carries the keys out of a database of before migration 15, in which they lay beside the hashes.
//!
//! What one key made for all purposes is turned into a hash for each: an answer and a vote of one
//! member were known as such by their equal hashes, and a vote may bear a name.

use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;

use super::keys::Keys;
use super::row::part_of;
use super::{Error, Result};
use domain::member_hash::{Key, MemberHash, Purpose, bare_hash, for_purpose};
use domain::{AnswerId, ItemId, MemberId, RoundId, SeminarId, StatementId};

/// Where rows wait for the migration that makes their table anew.
const CARRIED: &[&str] = &[
    "create table if not exists carried_sides (item integer not null, server integer not null,
         tie blob not null, stance text not null) strict",
    "create table if not exists carried_recalls (seminar integer not null,
         server integer not null, tie blob not null) strict",
];

/// The migration that wants the keys elsewhere.
pub(super) const KEYS_LEAVE: i64 = 15;

/// Puts the keys of a database into their file and what they are called in their place, all at once.
/// Keys that were carried over already stay as they are. A first start that was cut short may have
/// left a database without seminars.
pub(super) async fn carry_over(db: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    let rounds: Vec<(i64, i64, Vec<u8>)> = sqlx::query_as(
        "select rounds.server, round, key from round_keys join rounds on rounds.id = round
         where length(key) = 64",
    )
    .fetch_all(&mut *db)
    .await?;
    let seminars = match holds_seminars(db).await? {
        true => seminar_keys(db).await?,
        false => Vec::new(),
    };
    let mut tx = db.begin().await?;
    for table in CARRIED {
        sqlx::query(*table).execute(&mut *tx).await?;
    }
    for (server, round, key) in rounds {
        let key = read(&key)?;
        let round = Carried { server, of: round, id: keys.keep(key).await?.to_vec(), key };
        round.carry_round(&mut tx).await?;
    }
    for (server, seminar, key) in seminars {
        let key = read(&key)?;
        let seminar = Carried { server, of: seminar, id: keys.keep(key).await?.to_vec(), key };
        seminar.carry_seminar(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn holds_seminars(db: &mut SqliteConnection) -> Result<bool> {
    let found = "select exists (select 1 from sqlite_schema where name = 'seminar_keys')";
    Ok(sqlx::query_scalar(found).fetch_one(db).await?)
}

async fn seminar_keys(db: &mut SqliteConnection) -> Result<Vec<(i64, i64, Vec<u8>)>> {
    let keys = sqlx::query_as(
        "select seminars.server, seminar, key from seminar_keys
         join seminars on seminars.id = seminar
         where length(key) = 64",
    );
    Ok(keys.fetch_all(db).await?)
}

fn read(key: &[u8]) -> Result<Key> {
    Key::try_from(key).map_err(|_| Error::Unreadable("a key".to_owned()))
}

/// A key on its way, and the round or seminar that it is of.
struct Carried {
    server: i64,
    of: i64,
    key: Key,
    id: Vec<u8>,
}

impl Carried {
    async fn carry_round(&self, db: &mut SqliteConnection) -> Result<()> {
        let answers: Vec<(i64, Vec<u8>, String)> = self
            .rows(
                db,
                "select id, tie, part from responses
                 where server = ?1 and round = ?2 and tie is not null",
            )
            .await?;
        for (id, tie, part) in answers {
            let part = part_of(&part).ok_or_else(|| Error::Unreadable(part))?;
            let hash = self.hash(&tie, Purpose::Answer(part));
            self.set(db, "update responses set tie = ?3 where server = ?1 and id = ?2", id, hash)
                .await?;
        }
        let ratings: Vec<(i64, Vec<u8>, i64)> = self
            .rows(
                db,
                "select id, tie, response from weighings
                 where server = ?1 and round = ?2 and tie is not null",
            )
            .await?;
        for (id, tie, answer) in ratings {
            let hash = self.hash(&tie, Purpose::Rating(AnswerId(answer)));
            self.set(db, "update weighings set tie = ?3 where server = ?1 and id = ?2", id, hash)
                .await?;
        }
        let votes: Vec<(i64, Vec<u8>, i64)> = self
            .rows(
                db,
                "select id, tie, statement from voices
                 where server = ?1 and tie is not null
                   and statement in (select id from statements where round = ?2)",
            )
            .await?;
        for (id, tie, statement) in votes {
            let hash = self.hash(&tie, Purpose::Vote(StatementId(statement)));
            self.set(db, "update voices set tie = ?3 where server = ?1 and id = ?2", id, hash)
                .await?;
        }
        sqlx::query("update round_keys set key = ?1 where round = ?2")
            .bind(&self.id)
            .bind(self.of)
            .execute(db)
            .await?;
        Ok(())
    }

    async fn carry_seminar(&self, db: &mut SqliteConnection) -> Result<()> {
        let round: Option<i64> =
            sqlx::query_scalar("select max(round) from agenda where server = ?1 and seminar = ?2")
                .bind(self.server)
                .bind(self.of)
                .fetch_one(&mut *db)
                .await?;
        let unnamed: Vec<(i64, Vec<u8>)> = self
            .rows(
                db,
                "select id, tie from roster
                 where server = ?1 and seminar = ?2 and tie is not null",
            )
            .await?;
        for (id, tie) in unnamed {
            let round = RoundId(round.unwrap_or_default());
            let hash = self.hash(&tie, Purpose::Participant(round));
            self.set(db, "update roster set tie = ?3 where server = ?1 and id = ?2", id, hash)
                .await?;
        }
        let sides: Vec<(i64, i64, String)> = self
            .rows(
                db,
                "select item, member, stance from cards
                 where server = ?1 and item in (select id from agenda where seminar = ?2)",
            )
            .await?;
        for (item, member, stance) in sides {
            let bare = bare_hash(&self.key, MemberId(member));
            let hash = self.hash(&bare, Purpose::Side(ItemId(item)));
            sqlx::query(
                "insert into carried_sides (item, server, tie, stance) values (?1, ?2, ?3, ?4)",
            )
            .bind(item)
            .bind(self.server)
            .bind(hash)
            .bind(stance)
            .execute(&mut *db)
            .await?;
        }
        let recalls: Vec<(i64,)> =
            self.rows(db, "select member from recalls where server = ?1 and seminar = ?2").await?;
        for (member,) in recalls {
            let bare = bare_hash(&self.key, MemberId(member));
            let hash = self.hash(&bare, Purpose::Recall(SeminarId(self.of)));
            sqlx::query("insert into carried_recalls (seminar, server, tie) values (?1, ?2, ?3)")
                .bind(self.of)
                .bind(self.server)
                .bind(hash)
                .execute(&mut *db)
                .await?;
        }
        let carried = "delete from recalls where server = ?1 and seminar = ?2";
        sqlx::query(carried).bind(self.server).bind(self.of).execute(&mut *db).await?;
        let carried = "delete from cards
                       where server = ?1 and item in (select id from agenda where seminar = ?2)";
        sqlx::query(carried).bind(self.server).bind(self.of).execute(&mut *db).await?;
        sqlx::query("update seminar_keys set key = ?1 where seminar = ?2")
            .bind(&self.id)
            .bind(self.of)
            .execute(db)
            .await?;
        Ok(())
    }

    /// The rows of the round or seminar.
    async fn rows<T>(&self, db: &mut SqliteConnection, sql: &'static str) -> Result<Vec<T>>
    where
        T: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> + Send + Unpin,
    {
        Ok(sqlx::query_as(sql).bind(self.server).bind(self.of).fetch_all(db).await?)
    }

    async fn set(
        &self,
        db: &mut SqliteConnection,
        sql: &'static str,
        id: i64,
        hash: Option<Vec<u8>>,
    ) -> Result<()> {
        sqlx::query(sql).bind(self.server).bind(id).bind(hash).execute(db).await?;
        Ok(())
    }

    /// A hash as it is from now on; `None` for one that nothing has made.
    fn hash(&self, tie: &[u8], purpose: Purpose) -> Option<Vec<u8>> {
        let bare = MemberHash::try_from(tie).ok()?;
        Some(for_purpose(&self.key, &bare, purpose).to_vec())
    }
}
