//! Votes on statements: members agree, stand aside, or object.

use super::super::{Error, Participation, Result, ServerReads, ServerTx};
use domain::member_hash::Purpose;
use domain::statement::{Position, StatementChange};
use domain::{MemberId, RoundDetails, RoundId, StatementId};

/// A member's vote on a statement.
#[derive(Clone, Debug)]
pub struct Vote {
    /// Whose.
    pub by: Participation,
    /// The statement.
    pub statement: StatementId,
    /// The version that they have read.
    pub version: u32,
    /// Their position; `None` removes their vote.
    pub position: Option<Position>,
}

/// What became of a vote.
#[derive(Clone, Debug, PartialEq)]
pub enum VoteOutcome {
    /// It counts.
    Counted {
        /// The member's position before.
        before: Option<Position>,
        /// The round before and after.
        change: Box<StatementChange>,
    },
    /// It was on words that are no longer the newest, and does not count.
    Outdated(Box<RoundDetails>),
}

impl ServerTx {
    /// Records a member's vote on a statement in place of their vote before. `None` if the
    /// statement is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn vote(&mut self, vote: Vote) -> Result<Option<VoteOutcome>> {
        let Vote { by, statement: id, version, position } = vote;
        let Some((statement, was)) = self.open_statement(id).await? else { return Ok(None) };
        if !statement.takes(position.as_ref(), version) {
            return Ok(Some(VoteOutcome::Outdated(Box::new(was))));
        }
        let round = was.round.id;
        let before = self.vote_in(round, id, by.member).await?;
        if before == position {
            let change = Box::new(StatementChange { now: was.clone(), was });
            return Ok(Some(VoteOutcome::Counted { before, change }));
        }
        let version = statement.version_voted_on(version);
        self.write_vote(&by, round, id, version, position.as_ref()).await?;
        if let Some(position) = &position {
            let named = matches!(position, Position::Object { named: true, .. });
            self.join_by_taking_part(&was, &by, named).await?;
        }
        self.after.erased |= before.is_some();
        let now = self.written_round(round).await?;
        let change = Box::new(StatementChange { was, now });
        Ok(Some(VoteOutcome::Counted { before, change }))
    }

    /// Puts a member's vote in place of the one before.
    pub(super) async fn write_vote(
        &mut self,
        by: &Participation,
        round: RoundId,
        id: StatementId,
        version: u32,
        position: Option<&Position>,
    ) -> Result<()> {
        let hash = self.member_hash(round, by.member, Purpose::Vote(id)).await?;
        self.statement("delete from voices where server = ?1 and statement = ?2 and tie = ?3")
            .bind(id.0)
            .bind(hash.clone())
            .execute()
            .await?;
        let Some(position) = position else { return Ok(()) };
        let (word, reason, named) = match position {
            Position::Agree => ("agree", None, false),
            Position::Aside => ("aside", None, false),
            Position::Object { reason, named } => ("object", Some(reason), *named),
        };
        let number = self.random_id("voices", by.seed).await?;
        self.statement(
            "insert into voices (id, server, statement, version, tie, voice, name, reason, member)
             values (?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )
        .bind(number)
        .bind(id.0)
        .bind(version)
        .bind(hash)
        .bind(word)
        .bind(named.then_some(&by.name))
        .bind(reason)
        .bind(named.then_some(by.member.0))
        .execute()
        .await?;
        Ok(())
    }
}

impl ServerReads {
    /// A member's vote on a statement, as long as it can be told whose it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn vote_of(&mut self, id: StatementId, member: MemberId) -> Result<Option<Position>> {
        match self.round_of_statement(id).await? {
            Some(round) => self.vote_in(round, id, member).await,
            None => Ok(None),
        }
    }

    pub(super) async fn vote_in(
        &mut self,
        round: RoundId,
        id: StatementId,
        member: MemberId,
    ) -> Result<Option<Position>> {
        let hash = self.member_hash(round, member, Purpose::Vote(id)).await?;
        let row: Option<(String, Option<String>, Option<String>)> = self
            .statement(
                "select voice, reason, name from voices
                 where server = ?1 and statement = ?2 and tie = ?3",
            )
            .bind(id.0)
            .bind(hash)
            .optional()
            .await?;
        let Some((word, reason, name)) = row else { return Ok(None) };
        match (word.as_str(), reason) {
            ("agree", None) => Ok(Some(Position::Agree)),
            ("aside", None) => Ok(Some(Position::Aside)),
            ("object", Some(reason)) => {
                Ok(Some(Position::Object { reason, named: name.is_some() }))
            }
            _ => Err(Error::Unreadable(format!("a vote on statement {id}: {word}"))),
        }
    }
}
