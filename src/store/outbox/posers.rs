//! Who is told when a message of a round or a seminar cannot go out.

use sqlx::sqlite::SqliteConnection;

use super::super::Result;
use crate::messages::Subject;
use domain::{MemberId, ServerId};

/// Whoever leads the seminar of what is shown, or else has opened it or posed the round.
pub(super) async fn of(
    db: &mut SqliteConnection,
    server: ServerId,
    about: Subject,
) -> Result<Option<MemberId>> {
    let (which, id) = match about {
        Subject::Round(id) | Subject::Outcome(id) | Subject::Answers(id, _) => (ROUND, id.0),
        Subject::Answer(id) => (RESPONSE, id.0),
        Subject::Statement(id) => (STATEMENT, id.0),
        Subject::Seminar(id) | Subject::Queue(id) => (SEMINAR, id.0),
        Subject::Delivery(_) | Subject::Consent(_) => return Ok(None),
    };
    let member: Option<i64> =
        sqlx::query_scalar(which).bind(server.0).bind(id).fetch_optional(db).await?;
    Ok(member.map(MemberId))
}

const SEMINAR: &str =
    "select coalesce(facilitator, opener) from seminars where server = ? and id = ?";

const ROUND: &str = "
    select coalesce(facilitator, opener, poser)
    from rounds left join seminars on seminars.id = rounds.seminar
    where rounds.server = ? and rounds.id = ?";

const RESPONSE: &str = "
    select coalesce(facilitator, opener, poser)
    from responses
    join rounds on rounds.id = responses.round
    left join seminars on seminars.id = rounds.seminar
    where responses.server = ? and responses.id = ?";

const STATEMENT: &str = "
    select coalesce(facilitator, opener, poser)
    from statements
    join rounds on rounds.id = statements.round
    left join seminars on seminars.id = rounds.seminar
    where statements.server = ? and statements.id = ?";
