//! Gives a statement other words: a new version, which asks everybody for their vote again.

use super::super::{Participation, Result, ServerTx};
use domain::StatementId;
use domain::statement::{Position, Rewording, StatementChange};

/// Other words for a statement.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Who gives them, by name.
    pub by: Participation,
    /// The statement.
    pub statement: StatementId,
    /// The version that they have changed.
    pub version: u32,
    /// The words.
    pub text: String,
}

/// What became of a revision.
#[derive(Clone, Debug, PartialEq)]
pub enum Revised {
    /// The statement has these words now.
    Done(Box<StatementChange>),
    /// Somebody else changed it meanwhile; their words are kept.
    Conflict,
}

impl ServerTx {
    /// Gives a statement other words. That voids the consents to the old ones, not the objections.
    /// Whoever gives the new words agrees to them, unless they object. `None` if it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revise_statement(&mut self, revision: Revision) -> Result<Option<Revised>> {
        let Revision { by, statement: id, version, text } = revision;
        let Some((statement, was)) = self.open_statement(id).await? else { return Ok(None) };
        let next = match statement.reword(version, &text) {
            Rewording::Same => {
                let change = StatementChange { now: was.clone(), was };
                return Ok(Some(Revised::Done(Box::new(change))));
            }
            Rewording::Conflict => return Ok(Some(Revised::Conflict)),
            Rewording::Next(next) => next,
        };
        self.write_version(&by, id, next, &text).await?;
        self.statement("update statements set version = ?3 where server = ?1 and id = ?2")
            .bind(id.0)
            .bind(next)
            .execute()
            .await?;
        self.statement(
            "delete from voices
             where server = ?1 and statement = ?2 and voice in ('agree', 'aside')",
        )
        .bind(id.0)
        .execute()
        .await?;
        let round = was.round.id;
        // Only objections are left.
        if self.vote_in(round, id, by.member).await?.is_none() {
            self.write_vote(&by, round, id, next, Some(&Position::Agree)).await?;
        }
        self.join_by_taking_part(&was, &by, true).await?;
        let now = self.written_round(round).await?;
        Ok(Some(Revised::Done(Box::new(StatementChange { was, now }))))
    }

    pub(super) async fn write_version(
        &mut self,
        by: &Participation,
        id: StatementId,
        version: u32,
        text: &str,
    ) -> Result<()> {
        self.statement(
            "insert into statement_versions (server, statement, version, text, name, made_at, member)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )
        .bind(id.0)
        .bind(version)
        .bind(text)
        .bind(&by.name)
        .bind(by.now.as_millisecond())
        .bind(by.member.0)
        .execute()
        .await?;
        Ok(())
    }
}
