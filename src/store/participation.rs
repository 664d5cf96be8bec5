//! Who does something in a round, and so takes part in its seminar.

use jiff::Timestamp;

use super::seminars::Joiner;
use super::{Result, ServerTx};
use domain::{MemberId, RoundDetails};

/// A member who answers, rates or votes in a round.
#[derive(Clone, Debug)]
pub struct Participation {
    /// Who.
    pub member: MemberId,
    /// The name they go by; kept only with what they do by name.
    pub name: String,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// When; kept only with what they do by name.
    pub now: Timestamp,
    /// The seed of the ids of their rows.
    pub seed: u64,
}

impl ServerTx {
    /// A member who answers, rates or votes joins the seminar: by name if the others read their
    /// name with it, else without one. Says whether they are new in it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn join_by_taking_part(
        &mut self,
        details: &RoundDetails,
        by: &Participation,
        named: bool,
    ) -> Result<bool> {
        let Some(seminar) = &details.seminar else { return Ok(false) };
        let joiner = Joiner {
            member: by.member,
            name: by.name.clone(),
            eligible: by.eligible,
            anonymous: !named,
            stances: Vec::new(),
            now: by.now,
            seed: by.seed.wrapping_add(1),
        };
        self.put_on_roster(seminar, &joiner).await
    }
}
