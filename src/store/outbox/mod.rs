//! The outbox: what has to happen elsewhere, from its cause's commit until it is confirmed.

mod confirm;
mod posers;
mod put;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

pub use self::confirm::Outcome;
pub(super) use self::put::{Entry, put, put_entry};
use super::row::{instant, row};
use super::{Error, Result, Store, deliveries, turns};
use crate::messages::Effect;
use domain::{Address, ChannelId, DeliveryId, MessageId, ScheduleId, ServerId};

/// A row that somebody is at.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub server: ServerId,
    /// What is to happen.
    pub effect: Effect,
    /// What its message is known by: see [`crate::outbox::Parcel::key`].
    pub key: String,
    /// Where the message stands that the effect is about, if it is known: the one that shows its
    /// subject, or beside which it is to stand.
    pub at: Option<Address>,
    /// Whether something else has to happen before: that message is still to be posted itself, or
    /// the one that showed the same is still to go; for what archives a thread, whether anything
    /// else has to go there.
    pub coming: bool,
    /// It may have gone out already.
    pub unsure: bool,
    /// It waits for a right that somebody was asked to give us.
    pub barred: bool,
    /// How often it was tried before.
    pub tries: u32,
    /// When its cause was committed.
    pub made_at: Timestamp,
    /// From then on its message says that it is late.
    pub late_at: Option<Timestamp>,
    /// From then on it is not tried any more.
    pub give_up_at: Timestamp,
    /// The schedule it is about.
    pub schedule: Option<ScheduleId>,
    /// The delivery that it is a step of.
    pub delivery: Option<DeliveryId>,
}

row! {
struct Row {
    id: i64,
    server: i64,
    subject: Option<String>,
    effect: String,
    key: Option<String>,
    coming: bool,
    unsure: bool,
    barred: bool,
    tries: i64,
    made_at: i64,
    late_at: Option<i64>,
    give_up_at: i64,
    schedule: Option<i64>,
    delivery: Option<i64>,
    place: Option<i64>,
    message: Option<i64>,
}
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
        self.write(move |db| Box::pin(claim(db, now, most))).await
    }

    /// Says what came of a claimed row.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn confirm(&self, claimed: Claimed, outcome: Outcome, now: Timestamp) -> Result<()> {
        let resumes = matches!(claimed.effect, Effect::Look { .. });
        self.write_and_wake(move |db| Box::pin(confirm::confirm(db, claimed, outcome, now)))
            .await?;
        if resumes {
            self.signals.schedules_changed.notify_one();
        }
        Ok(())
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
                        .execute(&mut *db)
                        .await?;
                turns::pass_all(db).await?;
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
        let next: Option<i64> =
            sqlx::query_scalar("select min(ready_at) from turns").fetch_one(&self.reads).await?;
        next.map(instant).transpose()
    }

    /// How many rows wait or are being carried out.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outbox_size(&self) -> Result<usize> {
        let size: i64 =
            sqlx::query_scalar("select count(*) from outbox").fetch_one(&self.reads).await?;
        Ok(super::row::count(size))
    }
}

async fn claim(db: &mut SqliteConnection, now: Timestamp, most: u32) -> Result<Vec<Claimed>> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, outbox.server, coalesce(beside, outbox.subject) as subject, effect, key, unsure,
                barred, tries, made_at, late_at, give_up_at, schedule, delivery, messages.place,
                messages.message,
                exists (select 1 from outbox as first
                        where first.server = outbox.server and first.id < outbox.id
                          and first.subject = coalesce(outbox.beside, outbox.subject)
                          and first.kind in ('post', 'beside') and outbox.kind <> 'post')
                or exists (select 1 from outbox as first
                           where first.server = outbox.server and first.id < outbox.id
                             and first.subject = outbox.subject
                             and first.kind = 'delete' and outbox.kind in ('post', 'beside'))
                or (outbox.kind = 'archive'
                    and exists (select 1 from outbox as other
                                left join messages as there
                                    on there.subject = coalesce(other.beside, other.subject)
                                   and there.server = other.server
                                where other.server = outbox.server and other.id < outbox.id
                                  and other.kind in ('post', 'beside', 'edit', 'delete')
                                  and coalesce(json_extract(other.effect, '$.post.place'),
                                               there.place) = messages.place)) as coming
         from turns
         join outbox on outbox.id = turns.outbox
         left join messages
             on messages.subject = coalesce(beside, outbox.subject)
            and messages.server = outbox.server
         where ready_at <= ?
         order by ready_at, turns.outbox
         limit ?",
    )
    .bind(now.as_millisecond())
    .bind(most)
    .fetch_all(&mut *db)
    .await?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, server, delivery) = (row.id, ServerId(row.server), row.delivery);
        sqlx::query("delete from turns where server = ?").bind(server.0).execute(&mut *db).await?;
        match Claimed::try_from(row) {
            Ok(row) => claimed.push(row),
            // It must not keep all the others waiting.
            Err(error) => {
                tracing::error!(row = id, ?error, "a row of the outbox was dropped");
                discard(db, id, delivery.map(DeliveryId)).await?;
                turns::pass(db, server, None).await?;
                continue;
            }
        }
        sqlx::query("update outbox set claimed = 1 where id = ?")
            .bind(id)
            .execute(&mut *db)
            .await?;
    }
    Ok(claimed)
}

/// Drops a row that this program cannot read, which an older or newer one may have left.
async fn discard(db: &mut SqliteConnection, id: i64, delivery: Option<DeliveryId>) -> Result<()> {
    if let Some(delivery) = delivery {
        let why = "it could not be read after an update of the bot";
        deliveries::set_state(db, delivery, "failed", Some(why)).await?;
    }
    sqlx::query("delete from outbox where id = ?").bind(id).execute(db).await?;
    Ok(())
}

impl TryFrom<Row> for Claimed {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let effect = serde_json::from_str(&row.effect)
            .map_err(|error| Error::Unreadable(format!("outbox row {}: {error}", row.id)))?;
        let at = row.place.zip(row.message).map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        });
        Ok(Self {
            id: row.id,
            server: ServerId(row.server),
            effect,
            key: row.key.unwrap_or_else(|| format!("cp-{}", row.id)),
            at: at.filter(|_| row.subject.is_some()),
            coming: row.coming,
            unsure: row.unsure,
            barred: row.barred,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            made_at: instant(row.made_at)?,
            late_at: row.late_at.map(instant).transpose()?,
            give_up_at: instant(row.give_up_at)?,
            schedule: row.schedule.map(ScheduleId),
            delivery: row.delivery.map(DeliveryId),
        })
    }
}
