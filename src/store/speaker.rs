//! Who says something in a round, and so takes part in its seminar.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::seminars::{self, Joiner};
use super::{Result, ServerTx};
use domain::{MemberId, RoundDetails, ServerId};

/// Who says something in a round.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The server of the round.
    pub server: ServerId,
    /// Who.
    pub member: MemberId,
    /// The name they go by; kept only with what they say by name.
    pub name: String,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// When; kept only with what they say by name.
    pub now: Timestamp,
    /// The seed of the numbers of their rows.
    pub seed: u64,
}

impl ServerTx {
    /// Who answers, rates or votes joins the seminar: by name if the others read their name with
    /// what they say, else without one.
    ///
    /// A member who was on the roster without a name and now says something by name is on it twice
    /// from then on. If their name stayed off the roster, or took the place of the row without one,
    /// everybody could tell whose that row, and the anonymous answer, was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn join_by_speaking(
        &mut self,
        details: &RoundDetails,
        speaker: &Speaker,
        named: bool,
    ) -> Result<()> {
        speaker.joins(&mut *self.connection().await?, details, named).await
    }
}

impl Speaker {
    /// See [`ServerTx::join_by_speaking`].
    pub(super) async fn joins(
        &self,
        db: &mut SqliteConnection,
        details: &RoundDetails,
        named: bool,
    ) -> Result<()> {
        let Some(seminar) = &details.seminar else { return Ok(()) };
        let joiner = Joiner {
            member: self.member,
            name: self.name.clone(),
            eligible: self.eligible,
            anonymous: !named,
            stances: Vec::new(),
            now: self.now,
            seed: self.seed.wrapping_add(1),
        };
        seminars::joins(db, self.server, seminar, &joiner).await.map(drop)
    }
}
