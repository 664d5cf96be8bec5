//! Who facilitates a seminar: who takes it up, and what the one who has it decides.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::{Result, Store};
use super::{Joiner, joins, load, lot, step, under_way};
use crate::messages::Effect;
use domain::seminar::{SeminarChange, SeminarState};
use domain::{MemberId, Seminar, SeminarId, ServerId};

/// What the one who facilitates decides about it.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// Who decides; it is nothing if they do not facilitate.
    pub by: MemberId,
    /// What.
    pub what: Facilitation,
    /// When.
    pub now: Timestamp,
    /// The seed of the lot.
    pub seed: u64,
}

/// How the facilitation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facilitation {
    /// The lot decides for each round; before the first it is cast at once.
    ByLot,
    /// Who has it keeps it.
    Kept,
    /// Somebody else has it, who takes part and may.
    HandedTo(MemberId),
}

impl Store {
    /// Notes whether a member would facilitate an open seminar. Who would joins it; and where nobody
    /// facilitates, they do at once, if they may and were not recalled. `effects` are what that
    /// calls for elsewhere. `None` if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn volunteer(
        &self,
        server: ServerId,
        id: SeminarId,
        joiner: Joiner,
        would: bool,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<SeminarChange>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                let barred = lot::recalled(db, server, id).await?.contains(&joiner.member);
                if would && (barred || !joiner.eligible) {
                    return step(db, server, was, joiner.now, effects).await.map(Some);
                }
                if would {
                    joins(db, server, &was, &joiner).await?;
                }
                note(db, server, id, joiner.member, would).await?;
                if would && was.facilitator.is_none() {
                    lot::appoint(db, server, id, Some((joiner.member, &joiner.name))).await?;
                }
                step(db, server, was, joiner.now, effects).await.map(Some)
            })
        })
        .await
    }

    /// Does what the one who facilitates a seminar has decided about that. `effects` are what it
    /// calls for elsewhere. `None` if there is no such seminar, or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn decide_facilitator(
        &self,
        server: ServerId,
        id: SeminarId,
        decision: Decision,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<SeminarChange>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let was = load(db, server, id).await?;
                let Some(was) = was.filter(|it| it.state != SeminarState::Closed) else {
                    return Ok(None);
                };
                if was.facilitated_by(decision.by) {
                    decide(db, server, &was, decision).await?;
                }
                step(db, server, was, decision.now, effects).await.map(Some)
            })
        })
        .await
    }
}

async fn decide(
    db: &mut SqliteConnection,
    server: ServerId,
    was: &Seminar,
    decision: Decision,
) -> Result<()> {
    match decision.what {
        Facilitation::ByLot if was.lot => Ok(()),
        Facilitation::ByLot => {
            lot::switch(db, server, was.id, true).await?;
            let begins = was.state == SeminarState::Open && was.rounds().next().is_none();
            if begins { lot::draw_for_first(db, server, was, decision.seed).await } else { Ok(()) }
        }
        Facilitation::Kept => lot::switch(db, server, was.id, false).await,
        Facilitation::HandedTo(heir) => match was.participant(heir).filter(|heir| heir.eligible) {
            Some(heir) => lot::appoint(db, server, was.id, Some((heir.member, &heir.name))).await,
            None => Ok(()),
        },
    }
}

async fn note(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    member: MemberId,
    would: bool,
) -> Result<()> {
    sqlx::query("update roster set volunteers = ? where server = ? and seminar = ? and member = ?")
        .bind(would)
        .bind(server.0)
        .bind(seminar.0)
        .bind(member.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Once a server keeps facilitation to another role, nobody is known to bear it until they are seen
/// again.
pub(in super::super) async fn nobody_is_known_to_be_eligible(
    db: &mut SqliteConnection,
    server: ServerId,
) -> Result<()> {
    sqlx::query(
        "update roster set eligible = 0
         where server = ?
           and seminar in (select id from seminars where server = ? and state = 'open')",
    )
    .bind(server.0)
    .bind(server.0)
    .execute(db)
    .await?;
    Ok(())
}
