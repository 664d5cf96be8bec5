//! Who says something in a round, and so takes part in its seminar.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::Result;
use super::seminars::{self, Joiner};
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

impl Speaker {
    /// Who speaks takes part; `named`: by name, unless they take part already. Who stands on the
    /// roster without a name and then gave it for something else would be known for the former.
    pub(super) async fn joins(
        &self,
        db: &mut SqliteConnection,
        it: &RoundDetails,
        named: bool,
    ) -> Result<()> {
        let Some(seminar) = &it.seminar else { return Ok(()) };
        let known = seminars::takes_part(db, self.server, seminar, self.member).await?;
        let joiner = Joiner {
            member: self.member,
            name: self.name.clone(),
            eligible: self.eligible,
            anonymous: !named || known,
            stances: Vec::new(),
            now: self.now,
            seed: self.seed.wrapping_add(1),
        };
        seminars::joins(db, self.server, seminar, &joiner).await.map(drop)
    }
}
