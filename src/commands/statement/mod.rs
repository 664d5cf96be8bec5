//! `/statement`: the group's statement on a round, from its proposal to what all can live with.

mod edit;
mod propose;
mod show;
mod take_back;
#[cfg(test)]
pub(super) mod tests;
mod vote;

pub(super) use edit::Edit;
pub(super) use propose::Propose;
pub(super) use show::{Changes, Objections, Show};
pub(super) use take_back::TakeBack;
pub(super) use vote::{Agree, Aside, Object, Retract};

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, Services, Spec, Subcommand,
    UserError, shows_nothing, sight,
};
use crate::messages::errors::Written;
use crate::messages::statement::StatementError;
use domain::statement::{LENGTH, StatementState};
use domain::{RoundDetails, Statement, StatementId};

pub(super) static SPEC: Spec = Spec {
    name: "statement",
    body: Body::Subcommands(&[
        Subcommand {
            name: "propose",
            options: &[OptionSpec::optional("text", OptionKind::Prose(LENGTH))],
        },
        Subcommand { name: "show", options: &[] },
    ]),
};

/// The statement that a line names, and the version that its member has read.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Read {
    id: StatementId,
    version: u32,
}

impl Read {
    fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let version = arguments.number("version")?;
        let version = version.ok_or(UserError::StalePress)?;
        Ok(Self { id: statement_id(arguments)?, version })
    }
}

fn statement_id(arguments: &mut Arguments) -> Result<StatementId, UserError> {
    let id = arguments.number("statement")?;
    id.ok_or_else(|| UserError::Missing { option: "statement".to_owned() })
}

/// A statement with its round, unless it was taken back. Its round may be closed.
async fn find(
    context: &Context,
    services: &Services,
    id: StatementId,
) -> Result<(Statement, RoundDetails), CommandError> {
    let none = || StatementError::NotFound(id);
    let mut reads = services.store.read(context.server);
    let round = reads.round_of_statement(id).await?.ok_or_else(none)?;
    let it = reads.round_details(round).await?;
    let it = sight::seen_one(context, services, it).await?.ok_or_else(none)?;
    let statement = it.statement.clone().filter(|statement| statement.id == id);
    Ok((statement.ok_or(StatementError::TakenBack)?, it))
}

/// A statement that members can vote on.
async fn open(
    context: &Context,
    services: &Services,
    id: StatementId,
) -> Result<(Statement, RoundDetails), CommandError> {
    let (statement, it) = find(context, services, id).await?;
    if statement.state != StatementState::Proposed {
        return Err(StatementError::Final.into());
    }
    Ok((statement, it))
}

/// What a member wrote, if it shows something and is not too long.
fn checked(text: &str, what: Written, most: u16) -> Result<String, UserError> {
    let text = text.trim();
    if shows_nothing(text) {
        return Err(UserError::Empty(what));
    }
    if text.chars().count() > usize::from(most) {
        return Err(UserError::TooLong { what, most });
    }
    Ok(text.to_owned())
}
