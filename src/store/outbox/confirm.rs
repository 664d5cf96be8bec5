//! What came of a claimed row, and what follows from it.

use jiff::{SignedDuration, Timestamp};
use sqlx::sqlite::SqliteConnection;

use super::super::{Result, deliveries, registrations, rounds, turns};
use super::Claimed;
use super::posers;
use super::put::{Entry, beside_of, put_entry, subject_of};
use crate::messages::{Card, Effect, Subject};
use domain::{Address, ChannelId, MemberId};

/// What came of a claimed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It went out; if it shows a subject, it stands there now.
    Done(Option<Address>),
    /// It is to be tried again.
    Again {
        /// When.
        at: Timestamp,
        /// Whether it may have gone out.
        unsure: bool,
    },
    /// It may not go out, and waits for the right to. Those who posed the question are told, if
    /// nothing else of their server waits so.
    Barred {
        /// When it is to be tried again.
        at: Timestamp,
        /// Whether it may have gone out.
        unsure: bool,
        /// What they are told.
        notice: Option<Card>,
    },
    /// Its place is closed to us. A schedule waits until that has changed.
    Closed {
        /// What to do, for a facilitator.
        why: String,
        /// What they are told, if it is new.
        notice: Option<Card>,
        /// When to look again.
        look_at: Timestamp,
    },
    /// It may or may not have gone out, and nobody can tell.
    Untold {
        /// Why, for a facilitator.
        why: String,
        /// What they are told.
        notice: Option<Card>,
    },
    /// Its time is over, and it surely did not go out.
    Missed,
    /// It cannot go out; the words say why, for a facilitator.
    Dropped(String),
}

pub(super) async fn confirm(
    db: &mut SqliteConnection,
    claimed: Claimed,
    outcome: Outcome,
    now: Timestamp,
) -> Result<()> {
    let server = claimed.server;
    match outcome {
        Outcome::Again { at, unsure } => again(db, claimed.id, at, unsure).await?,
        Outcome::Barred { at, unsure, notice } => {
            bar(db, &claimed, notice, now).await?;
            again(db, claimed.id, at, unsure).await?;
        }
        Outcome::Closed { why, look_at, .. } if matches!(claimed.effect, Effect::Look { .. }) => {
            still_closed(db, &claimed, &why).await?;
            again(db, claimed.id, look_at, false).await?;
        }
        outcome => {
            settle(db, &claimed, outcome, now).await?;
            if let Effect::Delete { subject } = &claimed.effect {
                sqlx::query("delete from messages where subject = ? and server = ?")
                    .bind(subject.to_string())
                    .bind(server.0)
                    .execute(&mut *db)
                    .await?;
            }
            sqlx::query("delete from outbox where id = ?")
                .bind(claimed.id)
                .execute(&mut *db)
                .await?;
        }
    }
    turns::pass(db, server, Some(now)).await
}

async fn again(db: &mut SqliteConnection, id: i64, at: Timestamp, unsure: bool) -> Result<()> {
    // A newer edit may have come in meanwhile; then this one need not go out at all.
    sqlx::query(
        "update or ignore outbox
         set claimed = 0, due_at = ?, unsure = ?, tries = tries + 1
         where id = ?",
    )
    .bind(at.as_millisecond())
    .bind(unsure)
    .bind(id)
    .execute(&mut *db)
    .await?;
    sqlx::query("delete from outbox where id = ? and claimed = 1").bind(id).execute(db).await?;
    Ok(())
}

/// What follows when a row leaves the outbox.
async fn settle(
    db: &mut SqliteConnection,
    claimed: &Claimed,
    outcome: Outcome,
    now: Timestamp,
) -> Result<()> {
    let (server, delivery) = (claimed.server, claimed.delivery);
    if let (Outcome::Done(Some(at)), Some(subject)) = (&outcome, subject_of(&claimed.effect)) {
        registrations::remember(db, server, subject, *at).await?;
        if let Subject::Round(round) = subject {
            rounds::stands_in(db, server, round, at.place).await?;
        }
    }
    match (&claimed.effect, delivery, outcome) {
        (Effect::Post { .. }, Some(id), Outcome::Done(at)) => {
            deliveries::posted(db, server, id, at, now).await
        }
        (Effect::Post { place, .. }, Some(id), Outcome::Closed { why, notice, look_at }) => {
            deliveries::set_state(db, id, "held", Some(&why)).await?;
            suspend(db, claimed, *place, Why { why, notice, look_at }, now).await
        }
        (Effect::Post { .. }, Some(id), Outcome::Untold { why, notice }) => {
            deliveries::set_state(db, id, "unsure", Some(&why)).await?;
            tell(db, claimed, notice, now).await
        }
        (Effect::Post { .. }, Some(id), Outcome::Missed) => deliveries::missed(db, id).await,
        (Effect::Post { .. }, Some(id), Outcome::Dropped(why)) => {
            deliveries::set_state(db, id, "failed", Some(&why)).await
        }
        (Effect::Thread { .. }, Some(id), outcome) => {
            deliveries::step(db, id, "thread", problem(&outcome)).await
        }
        (Effect::Announce { .. }, Some(id), outcome) => {
            deliveries::step(db, id, "announce", problem(&outcome)).await
        }
        (Effect::Notice { place: Some(_), member, card }, _, Outcome::Closed { .. }) => {
            // What cannot be said in its place is said to the member.
            let effect = Effect::Notice { place: None, member: *member, card: card.clone() };
            put_entry(db, server, Entry::new(effect, now)).await
        }
        (Effect::Post { .. } | Effect::Beside { .. }, None, Outcome::Closed { notice, .. }) => {
            tell_poser(db, claimed, notice, now).await
        }
        (Effect::Look { .. }, _, Outcome::Done(_)) => resume(db, claimed).await,
        _ => Ok(()),
    }
}

/// What a facilitator reads of a step that could not be done.
fn problem(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Done(_) | Outcome::Again { .. } | Outcome::Barred { .. } => None,
        Outcome::Closed { why, .. } | Outcome::Untold { why, .. } | Outcome::Dropped(why) => {
            Some(why)
        }
        Outcome::Missed => Some("Discord could not be reached in time."),
    }
}

struct Why {
    why: String,
    notice: Option<Card>,
    look_at: Timestamp,
}

/// A schedule waits until its place is open to us. Its facilitators are told once.
async fn suspend(
    db: &mut SqliteConnection,
    claimed: &Claimed,
    place: ChannelId,
    Why { why, notice, look_at }: Why,
    now: Timestamp,
) -> Result<()> {
    let Some(schedule) = claimed.schedule else { return Ok(()) };
    let done = sqlx::query(
        "update schedules set suspended_at = ?, trouble = ?
         where id = ? and server = ? and suspended_at is null and removed_at is null",
    )
    .bind(now.as_millisecond())
    .bind(&why)
    .bind(schedule.0)
    .bind(claimed.server.0)
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(());
    }
    let look = Entry {
        schedule: Some(schedule),
        due_at: look_at,
        // However long it takes: the schedule is kept.
        give_up_at: now.saturating_add(SignedDuration::from_hours(24 * 36_500)).unwrap_or(now),
        ..Entry::new(Effect::Look { place }, now)
    };
    put_entry(db, claimed.server, look).await?;
    tell(db, claimed, notice, now).await
}

/// Says something to those who run the server: in their channel, else to the schedule's maker.
async fn tell(
    db: &mut SqliteConnection,
    claimed: &Claimed,
    notice: Option<Card>,
    now: Timestamp,
) -> Result<()> {
    let (Some(card), Some(schedule)) = (notice, claimed.schedule) else { return Ok(()) };
    let maker: Option<(i64, Option<i64>)> = sqlx::query_as(
        "select maker, settings.channel from schedules
         left join settings on settings.server = schedules.server
         where schedules.id = ? and schedules.server = ?",
    )
    .bind(schedule.0)
    .bind(claimed.server.0)
    .fetch_optional(&mut *db)
    .await?;
    let Some((maker, channel)) = maker else { return Ok(()) };
    let effect = Effect::Notice { place: channel.map(ChannelId), member: MemberId(maker), card };
    put_entry(db, claimed.server, Entry::new(effect, now)).await
}

/// Notes that a row waits for a right, and says so to those who posed the question, unless they have
/// been told of another.
async fn bar(
    db: &mut SqliteConnection,
    claimed: &Claimed,
    notice: Option<Card>,
    now: Timestamp,
) -> Result<()> {
    let known: bool =
        sqlx::query_scalar("select exists (select 1 from outbox where server = ? and barred = 1)")
            .bind(claimed.server.0)
            .fetch_one(&mut *db)
            .await?;
    if notice.is_some() {
        sqlx::query("update outbox set barred = 1 where id = ?")
            .bind(claimed.id)
            .execute(&mut *db)
            .await?;
    }
    if known { Ok(()) } else { tell_poser(db, claimed, notice, now).await }
}

/// Says something to those who pose questions: in the server's channel for such, else to whoever
/// leads the seminar or has posed the round.
async fn tell_poser(
    db: &mut SqliteConnection,
    claimed: &Claimed,
    notice: Option<Card>,
    now: Timestamp,
) -> Result<()> {
    let about = beside_of(&claimed.effect).or_else(|| subject_of(&claimed.effect));
    let (Some(card), Some(about)) = (notice, about) else { return Ok(()) };
    let Some(member) = posers::of(db, claimed.server, about).await? else { return Ok(()) };
    let channel: Option<i64> = sqlx::query_scalar("select channel from settings where server = ?")
        .bind(claimed.server.0)
        .fetch_optional(&mut *db)
        .await?
        .flatten();
    let effect = Effect::Notice { place: channel.map(ChannelId), member, card };
    put_entry(db, claimed.server, Entry::new(effect, now)).await
}

/// Another look has found a place closed, perhaps for another reason.
async fn still_closed(db: &mut SqliteConnection, claimed: &Claimed, why: &str) -> Result<()> {
    let Some(schedule) = claimed.schedule else { return Ok(()) };
    sqlx::query(
        "update schedules set trouble = ? where id = ? and server = ? and suspended_at is not null",
    )
    .bind(why)
    .bind(schedule.0)
    .bind(claimed.server.0)
    .execute(db)
    .await?;
    Ok(())
}

/// The place is open again: the schedule goes on with what was held back.
async fn resume(db: &mut SqliteConnection, claimed: &Claimed) -> Result<()> {
    let Some(schedule) = claimed.schedule else { return Ok(()) };
    sqlx::query(
        "update schedules
         set suspended_at = null, trouble = null,
             next_at = coalesce((select min(due_at) from deliveries
                                 where schedule = schedules.id and state = 'held'), next_at)
         where id = ? and server = ? and suspended_at is not null",
    )
    .bind(schedule.0)
    .bind(claimed.server.0)
    .execute(db)
    .await?;
    Ok(())
}
