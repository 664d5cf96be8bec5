//! Gives a statement other words: a new version, to which everybody has still to agree.

use sqlx::sqlite::SqliteConnection;

use super::super::rounds::{round_details, vanished};
use super::super::{Result, Speaker, Store, outbox};
use super::{open, voices};
use crate::messages::Effect;
use domain::statement::Voice;
use domain::{RoundDetails, StatementId};

/// Other words for a statement.
#[derive(Clone, Debug)]
pub struct Rewording {
    /// Who gives them, by name.
    pub speaker: Speaker,
    /// The statement …
    pub statement: StatementId,
    /// … and the version that they have changed.
    pub version: u32,
    /// The words.
    pub text: String,
}

/// What became of other words for a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Reworded {
    /// It has them now.
    Done(Box<RoundDetails>),
    /// Somebody else changed it meanwhile, and it stands as they left it.
    Meanwhile(Box<RoundDetails>),
}

impl Store {
    /// Gives a statement other words. That voids the consents to the old ones; objections stand.
    /// Who gives the new words agrees to them, unless they object. `effects` are what that calls
    /// for elsewhere: they get the round before and after, and are asked only if something changed.
    /// `None` if it is not talked about any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reword_statement(
        &self,
        rewording: Rewording,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Reworded>> {
        self.write_and_wake(move |db| Box::pin(reword(db, rewording, effects))).await
    }
}

async fn reword(
    db: &mut SqliteConnection,
    rewording: Rewording,
    effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<Reworded>> {
    let Rewording { speaker, statement: id, version, text } = rewording;
    let server = speaker.server;
    let Some((statement, was)) = open(db, server, id).await? else { return Ok(None) };
    if statement.text() == text {
        return Ok(Some(Reworded::Done(Box::new(was))));
    }
    if statement.newest() != version {
        return Ok(Some(Reworded::Meanwhile(Box::new(was))));
    }
    let next = version.saturating_add(1);
    write(db, &speaker, id, next, &text).await?;
    sqlx::query("update statements set version = ? where server = ? and id = ?")
        .bind(next)
        .bind(server.0)
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "delete from voices
         where server = ? and statement = ? and voice in ('agree', 'aside')",
    )
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    let round = was.round.id;
    let objects = voices::of(db, server, round, id, speaker.member).await?.is_some();
    if !objects {
        voices::put(db, &speaker, round, id, next, Some(&Voice::Agree)).await?;
    }
    speaker.joins(db, &was, true).await?;
    let now = round_details(db, server, round).await?.ok_or_else(|| vanished(round))?;
    outbox::put(db, server, effects(&was, &now), speaker.now).await?;
    Ok(Some(Reworded::Done(Box::new(now))))
}

/// Writes a version down.
pub(super) async fn write(
    db: &mut SqliteConnection,
    speaker: &Speaker,
    id: StatementId,
    version: u32,
    text: &str,
) -> Result<()> {
    sqlx::query(
        "insert into statement_versions (statement, version, server, text, name, made_at)
         values (?, ?, ?, ?, ?, ?)",
    )
    .bind(id.0)
    .bind(version)
    .bind(speaker.server.0)
    .bind(text)
    .bind(&speaker.name)
    .bind(speaker.now.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}
