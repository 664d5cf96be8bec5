//! `/statement`: the group's response to a round, from its proposal to what all can live with.

mod drop;
mod edit;
mod propose;
mod show;
#[cfg(test)]
pub(super) mod tests;
mod voice;

pub(super) use drop::Drop;
pub(super) use edit::Edit;
pub(super) use propose::Propose;
pub(super) use show::{Changes, Objections, Show};
pub(super) use voice::{Agree, Aside, Object, Unsay};

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, Services, Spec, Subcommand,
    UserError, shows_nothing,
};
use crate::messages::errors::Written;
use crate::messages::{Accent, Block, Card, Field, Form, Reply, Text};
use domain::statement::{LENGTH, StatementState};
use domain::{RoundDetails, Statement, StatementId};

pub(super) static SPEC: Spec = Spec {
    name: "statement",
    body: Body::Subcommands(&[
        Subcommand {
            name: "propose",
            options: &[OptionSpec::optional("text", OptionKind::Text(LENGTH))],
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
        Ok(Self { id: id(arguments)?, version: version.ok_or(UserError::StalePress)? })
    }
}

fn id(arguments: &mut Arguments) -> Result<StatementId, UserError> {
    let id = arguments.number("statement")?;
    id.ok_or_else(|| UserError::Missing { option: "statement".to_owned() })
}

/// A statement with its round, as long as there is one of that number here. It may be decided.
async fn standing(
    context: &Context,
    services: &Services,
    id: StatementId,
) -> Result<(Statement, RoundDetails), CommandError> {
    let none = || UserError::refused(format!("There is no statement {id} in this server."));
    let round = services.store.round_of_statement(context.server, id).await?.ok_or_else(none)?;
    let it = services.store.read(context.server).round_details(round).await?.ok_or_else(none)?;
    let statement = it.statement.clone().filter(|statement| statement.id == id);
    Ok((statement.ok_or_else(gone)?, it))
}

/// A statement that is talked about.
async fn open(
    context: &Context,
    services: &Services,
    id: StatementId,
) -> Result<(Statement, RoundDetails), CommandError> {
    let (statement, it) = standing(context, services, id).await?;
    if statement.state != StatementState::Proposed {
        return Err(over().into());
    }
    Ok((statement, it))
}

fn gone() -> UserError {
    UserError::refused("This response was taken back. Anyone can propose another.")
}

fn over() -> UserError {
    UserError::refused("This round is closed, and its response is final. `/record` shows it.")
}

/// What a member wrote, if it says something and is not too long.
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

/// A form of one long field.
fn form(title: &str, submit: String, label: &str, value: Option<String>, most: u16) -> Reply {
    Reply::Form(Form {
        title: title.to_owned(),
        submit,
        fields: vec![Field {
            id: "text".to_owned(),
            label: label.to_owned(),
            hint: None,
            value,
            length: (1, most),
            long: true,
            required: true,
        }],
    })
}

/// What could not be taken, with the words, so that nobody has to write them twice.
fn kept(why: &str, words: &str) -> Card {
    Card::saying(Text::from(why))
        .accent(Accent::Problem)
        .block(Block::Said { by: Text::from("Your words, to copy"), text: words.to_owned() })
}
