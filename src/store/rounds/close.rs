//! Closes rounds: nothing in them changes any more, and nothing links anonymous rows to members.

use jiff::Timestamp;

use super::super::{Result, ServerTx};
use domain::member_hash::KeyId;
use domain::round::Ending;
use domain::{RoundDetails, RoundId, RoundState};

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
        let id = was.round.id;
        if let Some(statement) = &was.statement {
            self.decide_statement(statement, ending, now).await?;
        }
        self.statement(
            "update rounds set state = 'settled', settled_at = ?3, reveal_at = null
             where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(now.as_millisecond())
        .execute()
        .await?;
        // Sealed and anonymous answers are shown now at the latest.
        self.statement(
            "update responses set shown = 1
             where server = ?1 and round = ?2
               and (member is null or (select reveal from rounds where id = round) = 'sealed')",
        )
        .bind(id.0)
        .execute()
        .await?;
        self.destroy_hashes(id).await?;
        self.written_round(id).await
    }

    /// Closes a round, and hands it back as it was and as it is; `None` if there is none or it was
    /// closed.
    pub(in super::super) async fn close_if_open(
        &mut self,
        id: RoundId,
        ending: Ending,
        now: Timestamp,
    ) -> Result<Option<(RoundDetails, RoundDetails)>> {
        let was = self.round_details(id).await?;
        let Some(was) = was.filter(|it| it.round.state != RoundState::Closed) else {
            return Ok(None);
        };
        let closed = self.close_round(&was, ending, now).await?;
        Ok(Some((was, closed)))
    }

    /// Destroys everything that could tell whose an anonymous row is.
    async fn destroy_hashes(&mut self, id: RoundId) -> Result<()> {
        for destroy in [
            "update responses set tie = null where server = ?1 and round = ?2",
            "update weighings set tie = null where server = ?1 and round = ?2",
            "update voices set tie = null
             where server = ?1 and statement in (select id from statements where round = ?2)",
            "update takedowns set tie = null where server = ?1 and round = ?2",
            "update roster set tie = null
             where server = ?1 and seminar = (select seminar from rounds where id = ?2)
               and round = ?2 and member is null",
            "delete from cards
             where server = ?1 and item in (select id from agenda where round = ?2)",
            // A draft that was used tells the time of what it became.
            "delete from drafts
             where server = ?1 and anonymous = 1
               and text in (select text from responses where round = ?2 and member is null)",
        ] {
            self.statement(destroy).bind(id.0).execute().await?;
        }
        let keys: Vec<Vec<u8>> = self
            .statement(
                "delete from round_keys
                 where round in (select id from rounds where server = ?1 and id = ?2)
                 returning key_id",
            )
            .bind(id.0)
            .values()
            .await?;
        self.round_keys_changed();
        self.no_longer_uses(keys);
        self.after.erased = true;
        Ok(())
    }

    /// Has keys destroyed once the change is committed.
    pub(in super::super) fn no_longer_uses(&mut self, keys: Vec<Vec<u8>>) {
        let ids = keys.into_iter().filter_map(|id| KeyId::try_from(id).ok());
        self.after.unused_keys.extend(ids);
    }
}
