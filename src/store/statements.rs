//! Statements: the group's responses, version by version, and what members say to them.

use jiff::Timestamp;
use sqlx::FromRow;
use sqlx::sqlite::SqliteConnection;

use super::rounds::{count, instant};
use super::{Ending, Error, Result};
use crate::domain::statement::{Objection, StatementState, Verdict, Version};
use crate::domain::{MemberId, Round, RoundId, Seminar, ServerId, Statement, StatementId};

#[derive(FromRow)]
struct Row {
    id: i64,
    round: i64,
    proposer: i64,
    state: String,
    agree: i64,
    aside: i64,
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
    // Outside a seminar those who have answered take part.
    let quorum = seminar.map_or(((round.named + round.anonymous) / 2 + 1).max(2), Seminar::quorum);
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
        quorum,
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

/// Says what becomes of a statement now that its round ends.
pub(super) async fn decide(
    db: &mut SqliteConnection,
    server: ServerId,
    statement: &Statement,
    ending: Ending,
    now: Timestamp,
) -> Result<()> {
    let state = match (statement.verdict(), ending) {
        (Verdict::Agreed, _) => StatementState::Adopted,
        (Verdict::Blocked, Ending::OverObjections) => StatementState::Dissent,
        (Verdict::Blocked | Verdict::Open(_), _) => StatementState::Without,
    };
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
