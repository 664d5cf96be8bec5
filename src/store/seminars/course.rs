//! The course of a seminar: it starts, goes from question to question, and is closed.

use jiff::Timestamp;

use super::super::{Ending, NewRound, Result, ServerTx};
use domain::seminar::{Ended, SeminarState};
use domain::{ItemId, MemberId, RoundDetails, Seminar, SeminarId};

/// The next question of a seminar.
#[derive(Clone, Debug)]
pub struct NextRound {
    /// The seminar.
    pub seminar: SeminarId,
    /// The question.
    pub item: ItemId,
    /// The round that it opens.
    pub round: NewRound,
    /// The sides that it deals, in a debate.
    pub stances: Vec<String>,
    /// What becomes of the statement of the round before, if it is objected to.
    pub ending: Ending,
    /// The seed of what is dealt.
    pub seed: u64,
}

/// A question that was posed.
#[derive(Clone, Debug, PartialEq)]
pub struct Posed {
    /// The round before.
    pub ended: Ended,
    /// The new round.
    pub details: RoundDetails,
    /// Whether this request has posed it; `false` if it was sent twice.
    pub new: bool,
}

/// A seminar that was closed.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosedSeminar {
    /// Its last round, if that was open.
    pub ended: Ended,
    /// The seminar.
    pub seminar: Seminar,
    /// All its rounds.
    pub rounds: Vec<RoundDetails>,
}

impl ServerTx {
    /// Opens a drafted seminar to all. `None` if there is no such draft.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn start_seminar(
        &mut self,
        id: SeminarId,
        now: Timestamp,
    ) -> Result<Option<Seminar>> {
        let started = self
            .statement(
                "update seminars set state = 'open', opened_at = ?3
                 where server = ?1 and id = ?2 and state = 'draft'",
            )
            .bind(id.0)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        if started == 0 {
            return Ok(None);
        }
        self.begin_meeting(id).await?;
        self.seminar(id).await
    }

    /// Closes the current round, and poses the next question. The same request twice is one round.
    /// `None` if the seminar is not open, or the question was posed already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn next_round(&mut self, next: NextRound) -> Result<Option<Posed>> {
        if let Some(round) = self.round_of_request(next.round.request).await? {
            let details = self.round_details(round.id).await?;
            return Ok(details.map(|details| Posed { ended: None, details, new: false }));
        }
        let seminar = self.open_seminar(next.seminar).await?;
        let Some(seminar) = seminar.filter(|it| it.asks_next(next.item)) else { return Ok(None) };
        let ended = self.close_current_round(&seminar, next.ending, next.round.now).await?;
        self.draw_for_next(&seminar, next.seed).await?;
        let round = self.insert_round(&next.round).await?;
        self.statement("update agenda set round = ?3 where server = ?1 and id = ?2")
            .bind(next.item.0)
            .bind(round.0)
            .execute()
            .await?;
        if !next.stances.is_empty() {
            let seminar = self.written_seminar(seminar.id).await?;
            let members: Vec<MemberId> = seminar.roster.iter().map(|it| it.member).collect();
            self.deal_sides(&seminar, &members, &next.stances, next.seed).await?;
        }
        // The round that was closed leaves nothing in the log, and the new one may have a time.
        self.after.erased = true;
        self.after.schedules_changed = true;
        let details = self.written_round(round).await?;
        Ok(Some(Posed { ended, details, new: true }))
    }

    /// Closes a seminar and its current round. `None` if there is no such seminar or it is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn close_seminar(
        &mut self,
        id: SeminarId,
        ending: Ending,
        now: Timestamp,
    ) -> Result<Option<ClosedSeminar>> {
        let seminar = self.seminar(id).await?;
        let Some(seminar) = seminar.filter(|it| it.state != SeminarState::Closed) else {
            return Ok(None);
        };
        let ended = self.close_current_round(&seminar, ending, now).await?;
        self.mark_closed(id, now).await?;
        self.after.erased = true;
        let seminar = self.written_seminar(id).await?;
        let mut rounds = Vec::new();
        for round in seminar.rounds() {
            rounds.extend(self.round_details(round).await?);
        }
        Ok(Some(ClosedSeminar { ended, seminar, rounds }))
    }

    async fn close_current_round(
        &mut self,
        seminar: &Seminar,
        ending: Ending,
        now: Timestamp,
    ) -> Result<Ended> {
        let Some(round) = seminar.rounds().last() else { return Ok(None) };
        self.close_if_open(round, ending, now).await
    }

    /// Marks a seminar as closed, and destroys what it needed only while it went on.
    async fn mark_closed(&mut self, id: SeminarId, now: Timestamp) -> Result<()> {
        self.statement(
            "update seminars set state = 'closed', closed_at = ?3 where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(now.as_millisecond())
        .execute()
        .await?;
        for destroy in [
            "update roster set tie = null where server = ?1 and seminar = ?2",
            "delete from recalls where server = ?1 and seminar = ?2",
            "delete from recalled where server = ?1 and seminar = ?2",
            "delete from queue where server = ?1 and seminar = ?2",
            "delete from cards
             where server = ?1 and item in (select id from agenda where seminar = ?2)",
        ] {
            self.statement(destroy).bind(id.0).execute().await?;
        }
        self.end_meeting(id).await?;
        let keys: Vec<Vec<u8>> = self
            .statement(
                "delete from seminar_keys
                 where seminar = (select id from seminars where server = ?1 and id = ?2)
                 returning key_id",
            )
            .bind(id.0)
            .values()
            .await?;
        self.no_longer_uses(keys);
        Ok(())
    }
}
