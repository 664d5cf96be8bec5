//! Weighings: what members think of others' answers. A keyed hash ties each to its member until
//! the round is settled, so that they can change their mind; afterwards nothing does.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::rounds::count;
use super::{Error, Result};
use crate::domain::{Opinion, ResponseId, RoundId, ServerId, Tally};

/// How many think what of each response of a round.
pub(super) async fn tallies(
    db: &mut SqliteConnection,
    server: ServerId,
    round: RoundId,
) -> Result<HashMap<ResponseId, Tally>> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "select response, opinion, count(*) from weighings
         where server = ? and round = ? group by response, opinion",
    )
    .bind(server.0)
    .bind(round.0)
    .fetch_all(db)
    .await?;
    let mut tallies: HashMap<ResponseId, Tally> = HashMap::new();
    for (response, opinion, number) in rows {
        let tally = tallies.entry(ResponseId(response)).or_default();
        let place = match Opinion::named(&opinion) {
            Some(Opinion::Agree) => &mut tally.agree,
            Some(Opinion::Pass) => &mut tally.pass,
            Some(Opinion::Disagree) => &mut tally.disagree,
            None => return Err(Error::Unreadable(format!("the opinion {opinion}"))),
        };
        *place = count(number);
    }
    Ok(tallies)
}
