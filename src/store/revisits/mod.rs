//! Questions of closed seminars that are asked again. While one is open, a keyed hash links what a
//! member says to them, so that they can change it; when it is closed, only counts are left.

mod course;
mod thoughts;

pub use course::{Asked, Planned};
pub use thoughts::NewThought;

use jiff::Timestamp;

use super::row::{count, instant, row};
use super::{Error, Result, ServerReads};
use domain::revisit::{Moved, NamedPassage, Outcome, Revisit, RevisitState};
use domain::{RoundId, SeminarId};

/// The columns of a revisit, for a `where` to follow.
const SELECT: &str = "
    select round, seminar, state, since, next_at, asked_at, same, somewhat, changed
    from revisits
    where server = ?1 and ";

row! {
struct Row {
    round: i64,
    seminar: i64,
    state: String,
    since: i64,
    next_at: Option<i64>,
    asked_at: Option<i64>,
    same: Option<i64>,
    somewhat: Option<i64>,
    changed: Option<i64>,
}
}

impl ServerReads {
    /// Whether and when the question of a round is asked again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revisit(&mut self, round: RoundId) -> Result<Option<Revisit>> {
        let row = self.revisit_row(round).await?;
        row.as_ref().map(read).transpose()
    }

    /// The revisit of a seminar.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revisit_of_seminar(&mut self, seminar: SeminarId) -> Result<Option<Revisit>> {
        let row: Option<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} seminar = ?2")))
            .bind(seminar.0)
            .optional()
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// The revisits that are planned or open, the next first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revisits_ahead(&mut self) -> Result<Vec<Revisit>> {
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT} state <> 'closed' order by next_at, round"
            )))
            .all()
            .await?;
        rows.iter().map(read).collect()
    }

    /// What came of asking the question of a round again; `None` before that is over.
    pub(super) async fn revisit_outcome(&mut self, round: RoundId) -> Result<Option<Outcome>> {
        let Some(row) = self.revisit_row(round).await? else { return Ok(None) };
        let (true, Some(asked_at)) = (row.state == "closed", row.asked_at) else {
            return Ok(None);
        };
        let moved = match (row.same, row.somewhat, row.changed) {
            (Some(same), Some(somewhat), Some(changed)) => Some(Moved {
                same: count(same),
                somewhat: count(somewhat),
                changed: count(changed),
                passages: self.named_passages(round).await?,
            }),
            _ => None,
        };
        let (asked_at, closed_at) = (instant(asked_at)?, instant(row.since)?);
        Ok(Some(Outcome { asked_at, closed_at, moved }))
    }

    async fn named_passages(&mut self, round: RoundId) -> Result<Vec<NamedPassage>> {
        let rows: Vec<(String, Option<i64>)> = self
            .statement(
                "select quote, times from revisit_passages
                 where server = ?1 and round = ?2
                 order by times is null, times desc, quote",
            )
            .bind(round.0)
            .all()
            .await?;
        let passage =
            |(quote, times): (_, Option<i64>)| NamedPassage { quote, times: times.map(count) };
        Ok(rows.into_iter().map(passage).collect())
    }

    async fn revisit_row(&mut self, round: RoundId) -> Result<Option<Row>> {
        self.statement(sqlx::AssertSqlSafe(format!("{SELECT} round = ?2")))
            .bind(round.0)
            .optional()
            .await
    }
}

/// A revisit as it is stored.
fn read(row: &Row) -> Result<Revisit> {
    let unreadable = || Error::Unreadable(format!("revisit of round {}: {}", row.round, row.state));
    let next_at = row.next_at.map(instant).transpose()?;
    let state = match (row.state.as_str(), next_at) {
        ("planned", Some(at)) => RevisitState::Planned(at),
        ("open", Some(until)) => RevisitState::Open(until),
        ("closed", None) => RevisitState::Closed,
        _ => return Err(unreadable()),
    };
    Ok(Revisit { round: RoundId(row.round), seminar: SeminarId(row.seminar), state })
}

fn milliseconds(at: Timestamp) -> i64 {
    at.as_millisecond()
}
