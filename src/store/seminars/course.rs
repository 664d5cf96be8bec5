//! The course of a seminar: it begins, goes from question to question, and ends.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::rounds::{self, insert, posed, round_details, settle};
use super::super::{Ending, NewRound, Result, Store, outbox};
use super::{cards, load, lot, vanished};
use crate::messages::Effect;
use domain::seminar::SeminarState;
use domain::{ItemId, MemberId, RoundDetails, Seminar, SeminarId, ServerId};

/// The next question of a seminar.
#[derive(Clone, Debug)]
pub struct Next {
    /// The seminar.
    pub seminar: SeminarId,
    /// The question.
    pub item: ItemId,
    /// The round that it opens.
    pub round: NewRound,
    /// The stances that it deals out, in a debate.
    pub stances: Vec<String>,
    /// What becomes of the statement of the round before, if it is objected to.
    pub ending: Ending,
    /// The seed of what is dealt.
    pub seed: u64,
}

/// A round that ended: as it was, and as it is.
pub type Ended = Option<(RoundDetails, RoundDetails)>;

impl Store {
    /// Opens a drafted seminar to all. `effects` are what that calls for elsewhere. `None` if there
    /// is no such draft.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin_seminar(
        &self,
        server: ServerId,
        id: SeminarId,
        now: Timestamp,
        effects: impl FnOnce(&Seminar) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Seminar>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let begun = sqlx::query(
                    "update seminars set state = 'open', opened_at = ?
                     where server = ? and id = ? and state = 'draft'",
                )
                .bind(now.as_millisecond())
                .bind(server.0)
                .bind(id.0)
                .execute(&mut *db)
                .await?;
                if begun.rows_affected() == 0 {
                    return Ok(None);
                }
                let seminar = load(db, server, id).await?.ok_or_else(|| vanished(id))?;
                outbox::put(db, server, effects(&seminar), now).await?;
                Ok(Some(seminar))
            })
        })
        .await
    }

    /// Settles the round that is under way, and poses the next question. The same request twice is
    /// one round. `effects` are what that calls for elsewhere: they get the round that ended and
    /// the new one. `None` if the seminar is not open, or the question was posed already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn next_round(
        &self,
        server: ServerId,
        next: Next,
        effects: impl FnOnce(&Ended, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        let done =
            self.write_and_wake(move |db| Box::pin(go_on(db, server, next, effects))).await?;
        self.writes.scrub().await;
        // It may have a time of its own.
        self.signals.schedules_changed.notify_one();
        Ok(done)
    }

    /// Ends a seminar, and the round that is under way. `effects` are what that calls for
    /// elsewhere: they get that round, the seminar, and all its rounds. `None` if there is no such
    /// seminar or it was over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn close_seminar(
        &self,
        server: ServerId,
        id: SeminarId,
        ending: Ending,
        now: Timestamp,
        effects: impl FnOnce(&Ended, &Seminar, &[RoundDetails]) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Seminar>> {
        let closed = self
            .write_and_wake(move |db| {
                Box::pin(async move {
                    let Some(seminar) = load(db, server, id).await? else { return Ok(None) };
                    if seminar.state == SeminarState::Closed {
                        return Ok(None);
                    }
                    let ended = settle_current(db, server, &seminar, ending, now).await?;
                    close(db, server, id, now).await?;
                    let seminar = load(db, server, id).await?.ok_or_else(|| vanished(id))?;
                    let mut all = Vec::new();
                    for round in seminar.rounds() {
                        all.extend(round_details(db, server, round).await?);
                    }
                    outbox::put(db, server, effects(&ended, &seminar, &all), now).await?;
                    Ok(Some(seminar))
                })
            })
            .await?;
        if closed.is_some() {
            self.writes.scrub().await;
        }
        Ok(closed)
    }
}

async fn go_on(
    db: &mut SqliteConnection,
    server: ServerId,
    next: Next,
    effects: impl FnOnce(&Ended, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<RoundDetails>> {
    let now = next.round.now;
    if let Some(round) = posed(db, server, next.round.request).await? {
        return round_details(db, server, round.id).await;
    }
    let Some(seminar) = load(db, server, next.seminar).await? else { return Ok(None) };
    let waits = seminar.upcoming().is_some_and(|item| item.id == next.item);
    if seminar.state != SeminarState::Open || !waits {
        return Ok(None);
    }
    let ended = settle_current(db, server, &seminar, next.ending, now).await?;
    lot::draw_for_next(db, server, &seminar, next.seed).await?;
    let round = insert(db, server, &next.round).await?;
    sqlx::query("update agenda set round = ? where server = ? and id = ?")
        .bind(round.0)
        .bind(server.0)
        .bind(next.item.0)
        .execute(&mut *db)
        .await?;
    if !next.stances.is_empty() {
        let seminar = load(db, server, seminar.id).await?.ok_or_else(|| vanished(seminar.id))?;
        let members: Vec<MemberId> = seminar.roster.iter().map(|it| it.member).collect();
        cards::deal(db, server, &seminar, &members, &next.stances, next.seed).await?;
    }
    let posed = round_details(db, server, round).await?.ok_or_else(|| rounds::vanished(round))?;
    outbox::put(db, server, effects(&ended, &posed), now).await?;
    Ok(Some(posed))
}

/// Settles the round that is under way, if one is.
async fn settle_current(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    ending: Ending,
    now: Timestamp,
) -> Result<Ended> {
    let Some(round) = seminar.rounds().last() else { return Ok(None) };
    settle(db, server, round, ending, now).await
}

/// Marks a seminar as over; what it only needed while it went on is destroyed.
async fn close(
    db: &mut SqliteConnection,
    server: ServerId,
    id: SeminarId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query("update seminars set state = 'closed', closed_at = ? where server = ? and id = ?")
        .bind(now.as_millisecond())
        .bind(server.0)
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    for destroy in [
        "update roster set tie = null where server = ? and seminar = ?",
        "delete from recalls where server = ? and seminar = ?",
        "delete from recalled where server = ? and seminar = ?",
        "delete from queue where server = ? and seminar = ?",
        "delete from cards
         where server = ? and item in (select id from agenda where seminar = ?)",
    ] {
        sqlx::query(destroy).bind(server.0).bind(id.0).execute(&mut *db).await?;
    }
    sqlx::query("delete from seminar_keys where seminar = ?").bind(id.0).execute(db).await?;
    Ok(())
}
