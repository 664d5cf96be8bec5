//! Statements, version by version, and the votes on them. A keyed hash links each vote to its member
//! until the round is closed; afterwards nothing does.

mod propose;
mod revise;
mod votes;

use jiff::Timestamp;

pub use self::propose::Proposal;
pub use self::revise::{Revised, Revision};
pub use self::votes::{Vote, VoteOutcome};
use super::row::{count, instant, row};
use super::{Ending, Error, Result, ServerReads, ServerTx};
use domain::moderation::Reason;
use domain::statement::{Objection, StatementState, Version, quorum};
use domain::{
    MemberId, ObjectionId, Round, RoundDetails, RoundId, Seminar, Statement, StatementId,
};

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
    proposer: i64,
    state: String,
    agree: i64,
    aside: i64,
}
}

impl ServerReads {
    /// The statement of a round that was not taken back.
    pub(super) async fn statement_of(
        &mut self,
        round: &Round,
        seminar: Option<&Seminar>,
    ) -> Result<Option<Statement>> {
        let row: Option<Row> = self
            .statement(
                "select id, proposer, state,
                        (select count(*) from voices
                         where statement = statements.id and voice = 'agree') as agree,
                        (select count(*) from voices
                         where statement = statements.id and voice = 'aside') as aside
                 from statements
                 where server = ?1 and round = ?2 and state <> 'dropped'",
            )
            .bind(round.id.0)
            .optional()
            .await?;
        let Some(row) = row else { return Ok(None) };
        let id = StatementId(row.id);
        Ok(Some(Statement {
            id,
            round: round.number,
            proposer: MemberId(row.proposer),
            versions: self.versions(id).await?,
            state: state_of(&row.state)
                .ok_or_else(|| Error::Unreadable(format!("statement {id}: {}", row.state)))?,
            agree: count(row.agree),
            aside: count(row.aside),
            objections: self.objections(id).await?,
            quorum: quorum(round, seminar),
        }))
    }

    async fn versions(&mut self, id: StatementId) -> Result<Vec<Version>> {
        let rows: Vec<(u32, String, String, i64)> = self
            .statement(
                "select version, text, name, made_at from statement_versions
                 where server = ?1 and statement = ?2 order by version",
            )
            .bind(id.0)
            .all()
            .await?;
        let version = |(number, text, name, made_at)| {
            Ok(Version { number, text, name, made_at: instant(made_at)? })
        };
        rows.into_iter().map(version).collect()
    }

    async fn objections(&mut self, id: StatementId) -> Result<Vec<Objection>> {
        let rows: Vec<ObjectionRow> = self
            .statement(
                "select id, name, reason, version, taken_down from voices
                 where server = ?1 and statement = ?2 and voice = 'object' order by id",
            )
            .bind(id.0)
            .all()
            .await?;
        rows.into_iter().map(objection).collect()
    }
}

row! {
struct ObjectionRow {
    id: i64,
    name: Option<String>,
    reason: String,
    version: u32,
    taken_down: Option<String>,
}
}

/// An objection as it is stored.
fn objection(row: ObjectionRow) -> Result<Objection> {
    let reason = |word: String| {
        Reason::named(&word).ok_or_else(|| Error::Unreadable(format!("the reason {word}")))
    };
    Ok(Objection {
        id: ObjectionId(row.id),
        name: row.name,
        reason: row.reason,
        taken_down: row.taken_down.map(reason).transpose()?,
        version: row.version,
    })
}

impl ServerTx {
    /// Records what becomes of a statement as its round is closed.
    pub(super) async fn decide_statement(
        &mut self,
        statement: &Statement,
        ending: Ending,
        now: Timestamp,
    ) -> Result<()> {
        let state = statement.ending(ending == Ending::OverObjections);
        self.statement(
            "update statements set state = ?3, ended_at = ?4 where server = ?1 and id = ?2",
        )
        .bind(statement.id.0)
        .bind(state_word(state))
        .bind(now.as_millisecond())
        .execute()
        .await?;
        Ok(())
    }
}

pub(super) fn state_word(state: StatementState) -> &'static str {
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
