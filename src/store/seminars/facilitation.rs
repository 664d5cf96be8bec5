//! Who facilitates a seminar: who takes it up, and what the facilitator decides.

use jiff::Timestamp;

use super::super::{Result, ServerTx};
use super::Joiner;
use domain::seminar::{SeminarChange, SeminarState};
use domain::{MemberId, SeminarId};

/// What a facilitator decides about the facilitation.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// The facilitator who decides; nothing changes if they do not facilitate any more. `None`: the
    /// server's managers.
    pub by: Option<MemberId>,
    /// What.
    pub what: Facilitation,
    /// The seed of the lot.
    pub seed: u64,
}

/// How the facilitation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facilitation {
    /// It is drawn by lot for each round; before the first one, at once.
    ByLot,
    /// The facilitator stays.
    Kept,
    /// Somebody else gets it, who takes part and may facilitate.
    HandedTo(MemberId),
}

impl ServerTx {
    /// Notes whether a member volunteers to facilitate an open seminar. A volunteer joins it, and
    /// facilitates at once where nobody does, if they may and were not recalled. `None` if there is
    /// no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn volunteer(
        &mut self,
        id: SeminarId,
        joiner: &Joiner,
        volunteers: bool,
    ) -> Result<Option<SeminarChange>> {
        let Some(was) = self.open_seminar(id).await? else { return Ok(None) };
        let recalled = self.recalled(id).await?.contains(&joiner.member);
        if volunteers && (recalled || !joiner.eligible) {
            return self.changed_since(was).await.map(Some);
        }
        if volunteers {
            self.put_on_roster(&was, joiner).await?;
        }
        self.set_volunteers(id, joiner.member, volunteers).await?;
        if volunteers && was.facilitator.is_none() {
            self.appoint(id, Some((joiner.member, &joiner.name))).await?;
        }
        self.changed_since(was).await.map(Some)
    }

    /// Does what a seminar's facilitator has decided. `None` if there is no such seminar, or it is
    /// closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn decide_facilitator(
        &mut self,
        id: SeminarId,
        decision: Decision,
    ) -> Result<Option<SeminarChange>> {
        let was = self.seminar(id).await?;
        let Some(was) = was.filter(|it| it.state != SeminarState::Closed) else {
            return Ok(None);
        };
        if decision.by.is_some_and(|by| !was.facilitated_by(by)) {
            return self.changed_since(was).await.map(Some);
        }
        match decision.what {
            Facilitation::ByLot if was.lot => {}
            Facilitation::ByLot => {
                self.set_lot(id, true).await?;
                if was.awaits_first_round() {
                    self.draw_for_first(&was, decision.seed).await?;
                }
            }
            Facilitation::Kept => self.set_lot(id, false).await?,
            Facilitation::HandedTo(heir) => {
                if let Some(heir) = was.participant(heir).filter(|heir| heir.eligible) {
                    self.appoint(id, Some((heir.member, &heir.name))).await?;
                }
            }
        }
        self.changed_since(was).await.map(Some)
    }

    /// Gives the facilitation of a seminar that is open or announced to a member who takes it over from `from`; nothing
    /// changes if somebody else facilitates by now. They join it. `None` if there is no such
    /// seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_over(
        &mut self,
        id: SeminarId,
        joiner: &Joiner,
        from: Option<MemberId>,
    ) -> Result<Option<SeminarChange>> {
        let found = self.seminar(id).await?;
        let going_on = |it: &domain::Seminar| it.state == SeminarState::Open || it.is_announced();
        let Some(was) = found.filter(going_on) else { return Ok(None) };
        if was.facilitator.as_ref().map(|(member, _)| *member) == from {
            self.put_on_roster(&was, joiner).await?;
            self.appoint(id, Some((joiner.member, &joiner.name))).await?;
        }
        self.changed_since(was).await.map(Some)
    }

    /// Whether the group has recalled a member from facilitating a seminar.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn was_recalled(&mut self, id: SeminarId, member: MemberId) -> Result<bool> {
        Ok(self.recalled(id).await?.contains(&member))
    }

    /// Notes that a seminar has gone a step on.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn note_step(&mut self, id: SeminarId, now: Timestamp) -> Result<()> {
        self.statement("update seminars set stepped_at = ?3 where server = ?1 and id = ?2")
            .bind(id.0)
            .bind(now.as_millisecond())
            .execute()
            .await?;
        Ok(())
    }

    pub(super) async fn set_volunteers(
        &mut self,
        seminar: SeminarId,
        member: MemberId,
        volunteers: bool,
    ) -> Result<()> {
        self.statement(
            "update roster set volunteers = ?4
             where server = ?1 and seminar = ?2 and member = ?3",
        )
        .bind(seminar.0)
        .bind(member.0)
        .bind(volunteers)
        .execute()
        .await?;
        Ok(())
    }

    /// A server has given facilitation to another role: members are eligible again once they are
    /// seen to have it.
    pub(in super::super) async fn reset_eligibility(&mut self) -> Result<()> {
        self.statement(
            "update roster set eligible = 0
             where server = ?1
               and seminar in (select id from seminars where server = ?1 and state = 'open')",
        )
        .execute()
        .await?;
        Ok(())
    }
}
