//! Ends rounds: nothing in them changes any more, and nothing ties anonymous rows to members.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::{Result, Store, outbox, statements};
use super::{round_details, vanished};
use crate::messages::Effect;
use domain::{RoundDetails, RoundId, RoundState, ServerId};

/// What becomes of a statement that is objected to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The round ends without a common answer.
    #[default]
    Without,
    /// It is adopted, and the objections stand in the record.
    OverObjections,
}

impl Store {
    /// Ends a round: nothing in it changes any more, and the ties of its anonymous responses, its
    /// weighings and its voices are destroyed with their key, in the file as well. `effects` are
    /// what that calls for elsewhere: they get the round before and after. `None` if there is no
    /// such round or it was over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settle(
        &self,
        server: ServerId,
        id: RoundId,
        ending: Ending,
        now: Timestamp,
        effects: impl FnOnce(&RoundDetails, &RoundDetails) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<RoundDetails>> {
        let settled = self
            .write_and_wake(move |db| {
                Box::pin(async move {
                    let Some((was, settled)) = settle(db, server, id, ending, now).await? else {
                        return Ok(None);
                    };
                    outbox::put(db, server, effects(&was, &settled), now).await?;
                    Ok(Some(settled))
                })
            })
            .await?;
        if settled.is_some() {
            self.writes.scrub().await;
        }
        Ok(settled)
    }
}

/// Ends a round and hands it back as it was and as it is; `None` if there is none or it was over.
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
    if let Some(statement) = &was.statement {
        statements::decide(db, server, statement, ending, now).await?;
    }
    sqlx::query(
        "update rounds set state = 'settled', settled_at = ?, reveal_at = null
         where server = ? and id = ?",
    )
    .bind(now.as_millisecond())
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    // What was sealed or anonymous is shown now at the latest.
    sqlx::query(
        "update responses set shown = 1
         where server = ? and round = ?
           and (member is null or (select reveal from rounds where id = round) = 'sealed')",
    )
    .bind(server.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    untie(db, server, id).await?;
    let settled = round_details(db, server, id).await?.ok_or_else(|| vanished(id))?;
    Ok(Some((was, settled)))
}

/// Destroys everything that could tell whose an anonymous row is.
async fn untie(db: &mut SqliteConnection, server: ServerId, id: RoundId) -> Result<()> {
    for untie in [
        "update responses set tie = null where server = ? and round = ?",
        "update weighings set tie = null where server = ? and round = ?",
        "update voices set tie = null
         where server = ? and statement in (select id from statements where round = ?)",
        "delete from cards
         where server = ? and item in (select id from agenda where round = ?)",
        // A draft that was used tells the time of what it became.
        "delete from drafts
         where server = ? and anonymous = 1
           and text in (select text from responses where round = ? and member is null)",
    ] {
        sqlx::query(untie).bind(server.0).bind(id.0).execute(&mut *db).await?;
    }
    sqlx::query("delete from round_keys where round = ?").bind(id.0).execute(db).await?;
    Ok(())
}
