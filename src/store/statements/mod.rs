//! Statements, version by version, and the votes on them. A keyed hash ties each vote to its member
//! until the round is closed; afterwards nothing does.

mod propose;
mod revise;
mod votes;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

pub use self::propose::Proposal;
pub use self::revise::{Revised, Revision};
pub use self::votes::{Vote, VoteOutcome};
use super::row::{count, instant, row};
use super::{Ending, Error, Result, ServerReads};
use domain::statement::{Objection, StatementState, Version, quorum};
use domain::{MemberId, Round, RoundDetails, RoundId, Seminar, ServerId, Statement, StatementId};

impl ServerReads {
    /// The round of a statement, taken back or not.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_of_statement(&mut self, id: StatementId) -> Result<Option<RoundId>> {
        let round: Option<i64> = self
            .statement("select round from statements where server = ?1 and id = ?2")
            .bind(id.0)
            .optional_value()
            .await?;
        Ok(round.map(RoundId))
    }

    /// A statement that members can vote on, with its round.
    async fn open_statement(
        &mut self,
        id: StatementId,
    ) -> Result<Option<(Statement, RoundDetails)>> {
        let Some(round) = self.round_of_statement(id).await? else { return Ok(None) };
        let Some(it) = self.round_details(round).await? else { return Ok(None) };
        let statement = it.statement.clone().filter(|statement| statement.id == id);
        Ok(statement.filter(|found| found.is_open(&it.round)).map(|statement| (statement, it)))
    }
}

row! {
struct Row {
    id: i64,
    round: i64,
    proposer: i64,
    state: String,
    agree: i64,
    aside: i64,
}
}

/// The statement of a round that was not taken back.
pub(super) async fn of_round(
    db: &mut SqliteConnection,
    server: ServerId,
    round: &Round,
    seminar: Option<&Seminar>,
) -> Result<Option<Statement>> {
    let row: Option<Row> = sqlx::query_as(
        "select id, round, proposer, state,
                (select count(*) from voices
                 where statement = statements.id and voice = 'agree') as agree,
                (select count(*) from voices
                 where statement = statements.id and voice = 'aside') as aside
         from statements
         where server = ? and round = ? and state <> 'dropped'",
    )
    .bind(server.0)
    .bind(round.id.0)
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let id = StatementId(row.id);
    Ok(Some(Statement {
        id,
        round: RoundId(row.round),
        proposer: MemberId(row.proposer),
        versions: versions(db, server, id).await?,
        state: state_of(&row.state)
            .ok_or_else(|| Error::Unreadable(format!("statement {id}: {}", row.state)))?,
        agree: count(row.agree),
        aside: count(row.aside),
        objections: objections(db, server, id).await?,
        quorum: quorum(round, seminar),
    }))
}

async fn versions(
    db: &mut SqliteConnection,
    server: ServerId,
    id: StatementId,
) -> Result<Vec<Version>> {
    let rows: Vec<(u32, String, String, i64)> = sqlx::query_as(
        "select version, text, name, made_at from statement_versions
         where server = ? and statement = ? order by version",
    )
    .bind(server.0)
    .bind(id.0)
    .fetch_all(db)
    .await?;
    let version = |(number, text, name, made_at)| {
        Ok(Version { number, text, name, made_at: instant(made_at)? })
    };
    rows.into_iter().map(version).collect()
}

async fn objections(
    db: &mut SqliteConnection,
    server: ServerId,
    id: StatementId,
) -> Result<Vec<Objection>> {
    let rows: Vec<(Option<String>, String, u32)> = sqlx::query_as(
        "select name, reason, version from voices
         where server = ? and statement = ? and voice = 'object' order by id",
    )
    .bind(server.0)
    .bind(id.0)
    .fetch_all(db)
    .await?;
    let objection = |(name, reason, version)| Objection { name, reason, version };
    Ok(rows.into_iter().map(objection).collect())
}

/// Records what becomes of a statement as its round is closed.
pub(super) async fn decide(
    db: &mut SqliteConnection,
    server: ServerId,
    statement: &Statement,
    ending: Ending,
    now: Timestamp,
) -> Result<()> {
    let state = statement.ending(ending == Ending::OverObjections);
    sqlx::query("update statements set state = ?, ended_at = ? where server = ? and id = ?")
        .bind(state_word(state))
        .bind(now.as_millisecond())
        .bind(server.0)
        .bind(statement.id.0)
        .execute(db)
        .await?;
    Ok(())
}

fn state_word(state: StatementState) -> &'static str {
    match state {
        StatementState::Proposed => "proposed",
        StatementState::Adopted => "adopted",
        StatementState::Dissent => "dissent",
        StatementState::Without => "without",
        StatementState::Dropped => "dropped",
    }
}

fn state_of(word: &str) -> Option<StatementState> {
    use StatementState::{Adopted, Dissent, Dropped, Proposed, Without};
    [Proposed, Adopted, Dissent, Without, Dropped]
        .into_iter()
        .find(|state| state_word(*state) == word)
}
