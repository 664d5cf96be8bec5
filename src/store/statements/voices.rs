//! What members say to a statement: they agree, stand aside, or object.

use sqlx::sqlite::SqliteConnection;

use super::super::rounds::{round_details, vanished};
use super::super::{Error, Result, Speaker, Store, fresh, outbox, responses};
use super::{open, round_of};
use crate::messages::Effect;
use domain::statement::Voice;
use domain::{MemberId, RoundDetails, RoundId, ServerId, StatementId};

/// What a member says to a statement.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who.
    pub speaker: Speaker,
    /// The statement …
    pub statement: StatementId,
    /// … and the version that they have read.
    pub version: u32,
    /// What they say; `None` takes back what they have said.
    pub voice: Option<Voice>,
}

/// What became of something said to a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It counts.
    Done {
        /// What the member had said before.
        before: Option<Voice>,
        /// The round, as it is now.
        now: Box<RoundDetails>,
    },
    /// Nobody consents to words they have not read: there is a newer version.
    Newer(Box<RoundDetails>),
}

impl Store {
    /// Records what a member says to a statement, in place of what they said before. `effects` are
    /// what that calls for elsewhere: they get the round before and after, and are asked only if
    /// something changed. `None` if the statement is not talked about any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn say(
        &self,
        said: Said,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Heard>> {
        let given = said.voice.clone();
        let heard = self.write_and_wake(move |db| Box::pin(say(db, said, effects))).await?;
        if matches!(&heard, Some(Heard::Done { before: Some(old), .. }) if Some(old) != given.as_ref())
        {
            // What was erased is gone from the log as well.
            self.writes.scrub().await;
        }
        Ok(heard)
    }

    /// What a member has said to a statement, as long as that can be told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn voice_of(
        &self,
        server: ServerId,
        id: StatementId,
        member: MemberId,
    ) -> Result<Option<Voice>> {
        let mut db = self.reads.acquire().await?;
        match round_of(&mut db, server, id).await? {
            Some(round) => of(&mut db, server, round, id, member).await,
            None => Ok(None),
        }
    }
}

async fn say(
    db: &mut SqliteConnection,
    said: Said,
    effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send,
) -> Result<Option<Heard>> {
    let Said { speaker, statement: id, version, voice } = said;
    let server = speaker.server;
    let Some((statement, was)) = open(db, server, id).await? else { return Ok(None) };
    let newest = statement.newest();
    if matches!(voice, Some(Voice::Agree | Voice::Aside)) && version != newest {
        return Ok(Some(Heard::Newer(Box::new(was))));
    }
    let round = was.round.id;
    let before = of(db, server, round, id, speaker.member).await?;
    if before == voice {
        return Ok(Some(Heard::Done { before, now: Box::new(was) }));
    }
    put(db, &speaker, round, id, version.clamp(1, newest.max(1)), voice.as_ref()).await?;
    if let Some(voice) = &voice {
        let named = matches!(voice, Voice::Object { named: true, .. });
        speaker.joins(db, &was, named).await?;
    }
    let now = round_details(db, server, round).await?.ok_or_else(|| vanished(round))?;
    outbox::put(db, server, effects(&was, &now), speaker.now).await?;
    Ok(Some(Heard::Done { before, now: Box::new(now) }))
}

/// Puts a voice in place of what the member said before.
pub(super) async fn put(
    db: &mut SqliteConnection,
    speaker: &Speaker,
    round: RoundId,
    id: StatementId,
    version: u32,
    voice: Option<&Voice>,
) -> Result<()> {
    let tie = responses::tie_of(db, round, speaker.member).await?;
    sqlx::query("delete from voices where server = ? and statement = ? and tie = ?")
        .bind(speaker.server.0)
        .bind(id.0)
        .bind(&tie)
        .execute(&mut *db)
        .await?;
    let Some(voice) = voice else { return Ok(()) };
    let (word, reason, named) = match voice {
        Voice::Agree => ("agree", None, false),
        Voice::Aside => ("aside", None, false),
        Voice::Object { reason, named } => ("object", Some(reason), *named),
    };
    let number = fresh::number(db, "voices", speaker.seed).await?;
    sqlx::query(
        "insert into voices (id, server, statement, version, tie, voice, name, reason)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(number)
    .bind(speaker.server.0)
    .bind(id.0)
    .bind(version)
    .bind(tie)
    .bind(word)
    .bind(named.then_some(&speaker.name))
    .bind(reason)
    .execute(db)
    .await?;
    Ok(())
}

/// What a member has said to a statement of a round.
pub(super) async fn of(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
    id: StatementId,
    member: MemberId,
) -> Result<Option<Voice>> {
    let tie = responses::tie_of(db, round, member).await?;
    let row: Option<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "select voice, reason, name from voices where server = ? and statement = ? and tie = ?",
    )
    .bind(server.0)
    .bind(id.0)
    .bind(tie)
    .fetch_optional(db)
    .await?;
    let Some((word, reason, name)) = row else { return Ok(None) };
    match (word.as_str(), reason) {
        ("agree", None) => Ok(Some(Voice::Agree)),
        ("aside", None) => Ok(Some(Voice::Aside)),
        ("object", Some(reason)) => Ok(Some(Voice::Object { reason, named: name.is_some() })),
        _ => Err(Error::Unreadable(format!("a voice to statement {id}: {word}"))),
    }
}
