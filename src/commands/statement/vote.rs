//! *Agree*, *Stand aside*, *Object*, and removing that vote.

use super::{Read, checked, open, statement_id};
use crate::command::{
    Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError, Written,
    permissions,
};
use crate::messages::Reply;
use crate::messages::statement::{self, StatementError};
use crate::store::{ServerTx, Vote, VoteOutcome};
use domain::StatementId;
use domain::statement::{Position, REASON};

/// Agrees to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Agree(Read);

/// Stands aside from a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside(Read);

/// Objects to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    read: Read,
    anonymous: bool,
    /// What the form says of the name.
    named: Option<Named>,
    reason: Option<String>,
}

/// Removes a vote on a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Retract(StatementId);

impl Agree {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Read::parse(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        vote(context, services, self.0, Some(Position::Agree)).await
    }
}

impl Aside {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Read::parse(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        vote(context, services, self.0, Some(Position::Aside)).await
    }
}

impl Retract {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        statement_id(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        vote(context, services, Read { id: self.0, version: 1 }, None).await
    }
}

impl Object {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            read: Read::parse(arguments)?,
            anonymous: arguments.flag("anonymous")?,
            named: named(arguments)?,
            reason: arguments.written("text")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.reason.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if let Some(reason) = self.reason {
            let named = match self.named {
                Some(Named::Chosen(named)) => named,
                Some(Named::Written(word)) => yes_or_no(&word)?,
                None => !self.anonymous,
            };
            let reason = checked(&reason, Written::Reason, REASON)?;
            let position = Position::Object { reason, named };
            return vote(context, services, self.read, Some(position)).await;
        }
        let Read { id, version } = self.read;
        let (statement, it) = open(context, services, id).await?;
        let before = services.store.read(context.server).vote_of(id, context.member.id).await?;
        // Older messages have a button for each.
        let named = self.anonymous.then_some(false);
        Ok(Reply::Form(statement::objection_form(&it, &statement, version, named, before)))
    }
}

/// Whether a member objects with their name.
#[derive(Clone, Debug, PartialEq)]
enum Named {
    /// As they chose.
    Chosen(bool),
    /// In a word of their own, in a form that was opened before there was a choice.
    Written(String),
}

fn named(arguments: &mut Arguments) -> Result<Option<Named>, UserError> {
    let chosen = |option: &str| match option {
        statement::WITH_NAME => Some(true),
        statement::WITHOUT_NAME => Some(false),
        _ => None,
    };
    if let Some(word) = arguments.written_as_before(statement::NAMED) {
        return Ok(Some(Named::Written(word)));
    }
    Ok(arguments.chosen_as(statement::NAMED, chosen)?.map(Named::Chosen))
}

/// What a member wrote in the field for their name.
fn yes_or_no(word: &str) -> Result<bool, UserError> {
    match word.trim().to_lowercase().as_str() {
        "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => {
            let (option, given) = (statement::NAMED.to_owned(), word.to_owned());
            Err(UserError::BadValue { option, wanted: Expected::YesOrNo, given })
        }
    }
}

async fn vote(
    context: &Context,
    services: &Services,
    Read { id, version }: Read,
    position: Option<Position>,
) -> Result<Reply, CommandError> {
    let (_, it) = open(context, services, id).await?;
    let cast = Vote {
        by: permissions::participation(context, services, &it.round).await?,
        statement: id,
        version,
        position: position.clone(),
    };
    let record = async |tx: &mut ServerTx| {
        let outcome = tx.vote(cast).await?.ok_or(StatementError::Final)?;
        if let VoteOutcome::Counted { change, .. } = &outcome {
            let effects = || statement::voted_effects(&services.corpus, &change.was, &change.now);
            tx.emit(effects, context.now).await?;
        }
        Ok::<_, CommandError>(outcome)
    };
    match services.store.change(context.server, record).await? {
        VoteOutcome::Outdated(it) => {
            let newest = it.statement.as_ref().ok_or(StatementError::TakenBack)?;
            Ok(Reply::Ephemeral(statement::outdated(&it, newest)))
        }
        VoteOutcome::Counted { before, change } => {
            let now = change.now.statement.as_ref().ok_or(StatementError::TakenBack)?;
            let card = {
                let before = before.as_ref();
                statement::vote_receipt(&change.now, now, before, position.as_ref())
            };
            Ok(if position.is_some() { Reply::Ephemeral(card) } else { Reply::Update(card) })
        }
    }
}
