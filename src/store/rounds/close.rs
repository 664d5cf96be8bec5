//! Closes rounds: nothing in them changes any more, and nothing links anonymous rows to members.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::{Result, ServerTx, statements};
use super::{round_details, vanished};
use domain::round::Ending;
use domain::{RoundDetails, RoundId, RoundState, ServerId};

impl ServerTx {
    /// Closes a round: nothing in it changes any more, and the hashes that link its anonymous
    /// answers, ratings and votes to members are destroyed with their key, in the file as well.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn close_round(
        &mut self,
        was: &RoundDetails,
        ending: Ending,
        now: Timestamp,
    ) -> Result<RoundDetails> {
        let server = self.server();
        let closed = close(&mut *self.connection().await?, server, was, ending, now).await?;
        self.after.erased = true;
        Ok(closed)
    }
}

/// Closes a round, and hands it back as it was and as it is; `None` if there is none or it was
/// closed.
pub(in super::super) async fn settle(
    db: &mut SqliteConnection,
    server: ServerId,
    id: RoundId,
    ending: Ending,
    now: Timestamp,
) -> Result<Option<(RoundDetails, RoundDetails)>> {
    let Some(was) = round_details(db, server, id).await? else { return Ok(None) };
    if was.round.state == RoundState::Closed {
        return Ok(None);
    }
    let closed = close(db, server, &was, ending, now).await?;
    Ok(Some((was, closed)))
}

async fn close(
    db: &mut SqliteConnection,
    server: ServerId,
    was: &RoundDetails,
    ending: Ending,
    now: Timestamp,
) -> Result<RoundDetails> {
    let id = was.round.id;
    if let Some(statement) = &was.statement {
        statements::decide(db, server, statement, ending, now).await?;
    }
    sqlx::query(
        "update rounds set state = 'settled', settled_at = ?3, reveal_at = null
         where server = ?1 and id = ?2",
    )
    .bind(server.0)
    .bind(id.0)
    .bind(now.as_millisecond())
    .execute(&mut *db)
    .await?;
    // What was sealed or anonymous is shown now at the latest.
    sqlx::query(
        "update responses set shown = 1
         where server = ?1 and round = ?2
           and (member is null or (select reveal from rounds where id = round) = 'sealed')",
    )
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    destroy_hashes(db, server, id).await?;
    round_details(db, server, id).await?.ok_or_else(|| vanished(id))
}

/// Destroys everything that could tell whose an anonymous row is.
async fn destroy_hashes(db: &mut SqliteConnection, server: ServerId, id: RoundId) -> Result<()> {
    for destroy in [
        "update responses set tie = null where server = ?1 and round = ?2",
        "update weighings set tie = null where server = ?1 and round = ?2",
        "update voices set tie = null
         where server = ?1 and statement in (select id from statements where round = ?2)",
        "delete from cards
         where server = ?1 and item in (select id from agenda where round = ?2)",
        // A draft that was used tells the time of what it became.
        "delete from drafts
         where server = ?1 and anonymous = 1
           and text in (select text from responses where round = ?2 and member is null)",
        "delete from round_keys
         where round in (select id from rounds where server = ?1 and id = ?2)",
    ] {
        sqlx::query(destroy).bind(server.0).bind(id.0).execute(&mut *db).await?;
    }
    Ok(())
}
