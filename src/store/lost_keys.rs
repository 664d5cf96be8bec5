//! Keys that did not come with a copy of the database. What they linked to members stays and counts,
//! and nobody can change it any more; members go on under new keys.

use std::collections::HashSet;

use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;

use super::keys::Keys;
use super::log;
use super::{Error, Result};
use domain::member_hash::KeyId;

/// A round or seminar, with its server and what its key is called.
type Owner = (i64, i64, Vec<u8>);

/// What the keys of a database that are missing would have linked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unlinked {
    /// Open rounds with anonymous answers, or votes on a statement, that nobody can change.
    pub rounds: usize,
    /// These answers.
    pub answers: usize,
}

/// Makes new keys where there are none, and destroys those that nothing needs.
pub(super) async fn renew(db: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    let rounds = owners(db, ROUNDS).await?;
    let seminars = owners(db, SEMINARS).await?;
    let revisits = owners(db, REVISITS).await?;
    let used = rounds.iter().chain(&seminars).chain(&revisits);
    let used = used.filter_map(|(.., id)| KeyId::try_from(&id[..]).ok());
    keys.retain(&used.collect::<HashSet<_>>()).await;
    let lost = |(.., id): &&Owner| keys.get(id).is_none();
    let lost_rounds: Vec<&Owner> = rounds.iter().filter(lost).collect();
    let lost_seminars: Vec<&Owner> = seminars.iter().filter(lost).collect();
    let lost_revisits: Vec<&Owner> = revisits.iter().filter(lost).collect();
    if lost_rounds.is_empty() && lost_seminars.is_empty() && lost_revisits.is_empty() {
        return Ok(());
    }
    tracing::warn!(
        rounds = lost_rounds.len(),
        "the keys of open rounds did not come with this database: anonymous answers and votes in \
         them stay, but nobody can change them any more"
    );
    let mut tx = db.begin().await?;
    for (server, round, _) in lost_rounds {
        for unlink in UNLINK_ROUND {
            sqlx::query(*unlink).bind(server).bind(round).execute(&mut *tx).await?;
        }
        let key = keys.make().await?;
        sqlx::query("update round_keys set key_id = ?1 where round = ?2")
            .bind(key.to_vec())
            .bind(round)
            .execute(&mut *tx)
            .await?;
    }
    for (server, seminar, _) in lost_seminars {
        for unlink in UNLINK_SEMINAR {
            sqlx::query(*unlink).bind(server).bind(seminar).execute(&mut *tx).await?;
        }
        let key = keys.make().await?;
        sqlx::query("update seminar_keys set key_id = ?1 where seminar = ?2")
            .bind(key.to_vec())
            .bind(seminar)
            .execute(&mut *tx)
            .await?;
    }
    for (server, round, _) in lost_revisits {
        // Members can say it anew, and nobody is counted twice.
        sqlx::query("delete from second_thoughts where server = ?1 and round = ?2")
            .bind(server)
            .bind(round)
            .execute(&mut *tx)
            .await?;
        let key = keys.make().await?;
        sqlx::query("update revisit_keys set key_id = ?1 where round = ?2")
            .bind(key.to_vec())
            .bind(round)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    // What was said is gone from the log as well.
    log::empty(db).await;
    Ok(())
}

// Few rounds have a key: `cross join` begins with those, whatever is known of the tables.
const ROUNDS: &str = "select rounds.server, round, key_id from round_keys
                      cross join rounds on rounds.id = round";
const SEMINARS: &str = "select seminars.server, seminar, key_id from seminar_keys
                        cross join seminars on seminars.id = seminar";

const REVISITS: &str = "select revisits.server, revisits.round, key_id from revisit_keys
                        cross join revisits on revisits.round = revisit_keys.round";

const UNLINK_ROUND: &[&str] = &[
    "update responses set tie = null where server = ?1 and round = ?2",
    "update weighings set tie = null where server = ?1 and round = ?2",
    "update takedowns set tie = null where server = ?1 and round = ?2",
    "update voices set tie = null
     where server = ?1 and statement in (select id from statements where round = ?2)",
];

const UNLINK_SEMINAR: &[&str] = &[
    "update roster set tie = null where server = ?1 and seminar = ?2",
    // A side that nobody can be told is dealt anew, and a wish that nobody can take back is voiced anew.
    "delete from recalls where server = ?1 and seminar = ?2",
    "delete from cards
     where server = ?1 and item in (select id from agenda where seminar = ?2)",
];

async fn owners(db: &mut SqliteConnection, sql: &'static str) -> Result<Vec<Owner>> {
    Ok(sqlx::query_as(sql).fetch_all(db).await?)
}

/// What nothing links to its members: with a key that is lost, or without one already.
pub(super) async fn unlinked(db: &mut SqliteConnection, keys: &Keys) -> Result<Unlinked> {
    let mut found = Unlinked::default();
    if !keys.are_known() {
        return Ok(found);
    }
    for (server, round, id) in owners(db, ROUNDS).await? {
        let lost = keys.get(&id).is_none();
        let (answers, votes): (i64, i64) = sqlx::query_as(
            "select (select count(*) from responses
                     where server = ?1 and round = ?2 and member is null
                       and (tie is null or ?3)),
                    (select count(*) from voices
                     where server = ?1 and (tie is null or ?3)
                       and statement in (select id from statements
                                         where round = ?2 and state = 'proposed'))",
        )
        .bind(server)
        .bind(round)
        .bind(lost)
        .fetch_one(&mut *db)
        .await?;
        found.rounds += usize::from(answers + votes > 0);
        found.answers +=
            usize::try_from(answers).map_err(|_| Error::Unreadable("a count".into()))?;
    }
    Ok(found)
}
