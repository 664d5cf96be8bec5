//! The outbox: what has to happen elsewhere, from its cause's commit until it is confirmed.

use jiff::Timestamp;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::rounds::instant;
use super::{Error, Result, Store, registrations, schedules};
use crate::domain::{Address, MessageId, PlaceId, ServerId};
use crate::reply::{Effect, Subject};

/// Edits of one message within this many milliseconds go out as one.
const EDITS_GATHER_FOR: i64 = 1_500;

/// A row that somebody is at.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub server: ServerId,
    /// What is to happen.
    pub effect: Effect,
    /// Where the message stands that shows the effect's subject, if it is known.
    pub at: Option<Address>,
    /// Whether the message that shows the subject is still to be posted itself.
    pub coming: bool,
    /// It may have gone out already.
    pub unsure: bool,
    /// How often it was tried before.
    pub tries: u32,
    /// When its cause was committed.
    pub made_at: Timestamp,
}

/// What came of a claimed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It went out; if it shows a subject, it stands there now.
    Done(Option<Address>),
    /// It is to be tried again.
    Again {
        /// When.
        at: Timestamp,
        /// Whether it may have gone out this time.
        unsure: bool,
    },
    /// It cannot go out; the words say why, for a facilitator.
    Dropped(String),
}

#[derive(FromRow)]
struct Row {
    id: i64,
    server: i64,
    subject: Option<String>,
    effect: String,
    coming: bool,
    unsure: bool,
    tries: i64,
    made_at: i64,
    place: Option<i64>,
    message: Option<i64>,
}

impl Store {
    /// Puts one effect in the outbox that no other change calls for.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn effect(&self, server: ServerId, effect: Effect, now: Timestamp) -> Result<()> {
        self.write_and_wake(move |db| Box::pin(put(db, server, vec![effect], now))).await
    }

    /// Takes up to `most` rows that are due, at most one of each server, so that a server's posts
    /// go out in order and no server keeps the others waiting.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn claim(&self, now: Timestamp, most: u32) -> Result<Vec<Claimed>> {
        self.write(move |db| {
            Box::pin(async move {
                let rows: Vec<Row> = sqlx::query_as(
                    "select id, outbox.server, outbox.subject, effect, unsure, tries, made_at,
                            messages.place, messages.message,
                            exists (select 1 from outbox as post
                                    where post.subject = outbox.subject and post.kind = 'post'
                                      and outbox.kind <> 'post') as coming
                     from outbox
                     left join messages
                         on messages.subject = outbox.subject and messages.server = outbox.server
                     where id in (select min(id) from outbox
                                  where claimed = 0 and due_at <= ? group by server)
                       and outbox.server not in (select server from outbox where claimed = 1)
                     order by due_at, id
                     limit ?",
                )
                .bind(now.as_millisecond())
                .bind(most)
                .fetch_all(&mut *db)
                .await?;
                let mut claimed = Vec::with_capacity(rows.len());
                for row in rows {
                    let (id, subject) = (row.id, row.subject.clone());
                    match Claimed::try_from(row) {
                        Ok(row) => claimed.push(row),
                        // It must not keep all the others waiting.
                        Err(error) => discard(db, id, subject, &error).await?,
                    }
                    sqlx::query("update outbox set claimed = 1 where id = ?")
                        .bind(id)
                        .execute(&mut *db)
                        .await?;
                }
                Ok(claimed)
            })
        })
        .await
    }

    /// Says what came of a claimed row.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn confirm(&self, claimed: Claimed, outcome: Outcome, now: Timestamp) -> Result<()> {
        self.write(move |db| Box::pin(confirm(db, claimed, outcome, now))).await
    }

    /// Frees what an earlier run of the program had claimed: it may or may not have gone out.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_up_claims(&self) -> Result<u64> {
        self.write(move |db| {
            Box::pin(async move {
                // An edit that waits as well is newer, and takes the older one's place.
                sqlx::query(
                    "delete from outbox
                     where claimed = 1 and kind = 'edit'
                       and subject in (select subject from outbox
                                       where claimed = 0 and kind = 'edit')",
                )
                .execute(&mut *db)
                .await?;
                let freed =
                    sqlx::query("update outbox set claimed = 0, unsure = 1 where claimed = 1")
                        .execute(db)
                        .await?;
                Ok(freed.rows_affected())
            })
        })
        .await
    }

    /// When the next row is due of a server that nobody is busy with, if any waits.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_next(&self) -> Result<Option<Timestamp>> {
        let next: Option<i64> = sqlx::query_scalar(
            "select min(due_at) from outbox
             where claimed = 0 and server not in (select server from outbox where claimed = 1)",
        )
        .fetch_one(&self.reads)
        .await?;
        next.map(instant).transpose()
    }

    /// How many rows wait or are being carried out.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_size(&self) -> Result<usize> {
        let size: i64 =
            sqlx::query_scalar("select count(*) from outbox").fetch_one(&self.reads).await?;
        Ok(super::rounds::count(size))
    }
}

async fn confirm(
    db: &mut SqliteConnection,
    claimed: Claimed,
    outcome: Outcome,
    now: Timestamp,
) -> Result<()> {
    let (server, subject) = (claimed.server, subject_of(&claimed.effect));
    match outcome {
        Outcome::Again { at, unsure } => {
            // A newer edit may have come in meanwhile; then this one need not go out at all.
            sqlx::query(
                "update or ignore outbox
                 set claimed = 0, due_at = ?, unsure = ?, tries = tries + 1
                 where id = ?",
            )
            .bind(at.as_millisecond())
            .bind(unsure)
            .bind(claimed.id)
            .execute(&mut *db)
            .await?;
            sqlx::query("delete from outbox where id = ? and claimed = 1")
                .bind(claimed.id)
                .execute(db)
                .await?;
            return Ok(());
        }
        Outcome::Done(at) => {
            if let (Some(subject), Some(at)) = (subject, at) {
                registrations::remember(db, server, subject, at).await?;
            }
            if let Some(Subject::Delivery(id)) = subject {
                schedules::posted(db, id, now).await?;
            }
        }
        Outcome::Dropped(why) => {
            if let Some(Subject::Delivery(id)) = subject {
                schedules::failed(db, id, &why).await?;
            }
        }
    }
    if let Effect::Delete { subject } = &claimed.effect {
        sqlx::query("delete from messages where subject = ? and server = ?")
            .bind(subject.to_string())
            .bind(server.0)
            .execute(&mut *db)
            .await?;
    }
    sqlx::query("delete from outbox where id = ?").bind(claimed.id).execute(db).await?;
    Ok(())
}

/// Drops a row that this program cannot read, which an older or newer one may have left.
async fn discard(
    db: &mut SqliteConnection,
    id: i64,
    subject: Option<String>,
    error: &Error,
) -> Result<()> {
    tracing::error!(row = id, ?error, "a row of the outbox was dropped");
    if let Some(Ok(Subject::Delivery(id))) = subject.as_deref().map(str::parse) {
        schedules::failed(db, id, "It could not be read after an update of the bot.").await?;
    }
    sqlx::query("delete from outbox where id = ?").bind(id).execute(db).await?;
    Ok(())
}

/// Puts effects in the outbox, within the transaction of their cause.
pub(super) async fn put(
    db: &mut SqliteConnection,
    server: ServerId,
    effects: Vec<Effect>,
    now: Timestamp,
) -> Result<()> {
    for effect in &effects {
        put_one(db, server, effect, now).await?;
    }
    Ok(())
}

async fn put_one(
    db: &mut SqliteConnection,
    server: ServerId,
    effect: &Effect,
    now: Timestamp,
) -> Result<()> {
    let subject = subject_of(effect).map(String::from);
    let now = now.as_millisecond();
    let (kind, due_at) = match effect {
        Effect::Post { .. } => ("post", now),
        Effect::Edit { .. } => ("edit", now + EDITS_GATHER_FOR),
        Effect::Delete { .. } => ("delete", now),
        Effect::Thread { .. } => ("thread", now),
        Effect::Announce { .. } => ("announce", now),
        Effect::Notice { .. } => ("notice", now),
        Effect::Look { .. } => ("look", now),
    };
    if matches!(effect, Effect::Delete { .. }) {
        // What has surely not gone out yet need not go out to be deleted.
        let dropped = sqlx::query(
            "delete from outbox
             where server = ? and subject = ? and claimed = 0 and unsure = 0
               and kind in ('post', 'edit')
             returning kind",
        )
        .bind(server.0)
        .bind(&subject)
        .fetch_all(&mut *db)
        .await?;
        if dropped.iter().any(|row| sqlx::Row::get::<String, _>(row, "kind") == "post") {
            return Ok(());
        }
    }
    // An edit that waits keeps its place in the queue and takes on the newer face.
    sqlx::query(
        "insert into outbox (server, kind, subject, effect, due_at, made_at)
         values (?, ?, ?, ?, ?, ?)
         on conflict (subject) where kind = 'edit' and claimed = 0
             do update set effect = excluded.effect",
    )
    .bind(server.0)
    .bind(kind)
    .bind(subject)
    .bind(written(effect)?)
    .bind(due_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

fn subject_of(effect: &Effect) -> Option<Subject> {
    match effect {
        Effect::Post { card, .. } | Effect::Edit { card } => card.subject,
        Effect::Delete { subject } => Some(*subject),
        Effect::Thread { .. } | Effect::Announce { .. } | Effect::Look { .. } => None,
        Effect::Notice { card, .. } => card.subject,
    }
}

fn written(effect: &Effect) -> Result<String> {
    serde_json::to_string(effect).map_err(|error| Error::Unreadable(error.to_string()))
}

impl TryFrom<Row> for Claimed {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let effect = serde_json::from_str(&row.effect)
            .map_err(|error| Error::Unreadable(format!("outbox row {}: {error}", row.id)))?;
        let at = row
            .place
            .zip(row.message)
            .map(|(place, message)| Address { place: PlaceId(place), message: MessageId(message) });
        Ok(Self {
            id: row.id,
            server: ServerId(row.server),
            effect,
            at: at.filter(|_| row.subject.is_some()),
            coming: row.coming,
            unsure: row.unsure,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            made_at: instant(row.made_at)?,
        })
    }
}
