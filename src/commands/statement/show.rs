//! `/statement show`, *Show changes* and *All objections*: the statement, to one member.

use super::{find, statement_id};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, pagination,
    permissions,
};
use crate::messages::statement::{self, StatementError};
use crate::messages::{Card, Reply};
use domain::{RoundDetails, Statement, StatementId};

/// Objections on one page: each has at most 1,000 characters.
const PAGE: usize = 3;

/// Shows the statement that is proposed here.
#[derive(Clone, Debug, PartialEq)]
pub struct Show(Option<StatementId>);

impl Show {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        arguments.number("statement").map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (statement, it) = match self.0 {
            Some(id) => find(context, services, id).await?,
            None => here(context, services).await?,
        };
        let may_change = statement.is_open(&it.round)
            && permissions::changes_statement(context, services, &it, &statement).await?;
        Ok(Reply::Ephemeral(statement::private(&it, &statement, may_change)))
    }
}

/// The statement of the round that is open here.
async fn here(
    context: &Context,
    services: &Services,
) -> Result<(Statement, RoundDetails), CommandError> {
    let round = lookup::open_here(context, services).await?;
    let it = services.store.read(context.server).round_details(round.id).await?;
    let it = it.ok_or(crate::messages::round::RoundError::Unknown(round.number))?;
    let none = if it.takes_statement() {
        StatementError::NoneProposed
    } else {
        StatementError::NotRevealed
    };
    let statement = it.statement.clone().ok_or(none)?;
    Ok((statement, it))
}

/// Shows what changed from version to version.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    id: StatementId,
    version: Option<u32>,
}

impl Changes {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { version: arguments.number("version")?, id: statement_id(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.version.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (statement, _) = find(context, services, self.id).await?;
        let card = statement::history(&statement, self.version.unwrap_or(statement.newest()));
        Ok(if self.version.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// Shows all objections, word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct Objections {
    id: StatementId,
    page: Option<usize>,
}

impl Objections {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { page: arguments.number("page")?, id: statement_id(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (statement, _) = find(context, services, self.id).await?;
        let all = &statement.objections;
        let pages = pagination::Pages::new(all.len(), PAGE, self.page.unwrap_or(1));
        let newest = statement.newest();
        let shown = all.iter().skip(pages.skip()).take(PAGE);
        let card = shown
            .map(|objection| statement::objection(objection, newest))
            .fold(statement::objections(&statement), Card::block)
            .footer(pages.footer(crate::messages::pages::objections))
            .buttons(pages.buttons(&format!("statement objections statement:{}", self.id)));
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}
