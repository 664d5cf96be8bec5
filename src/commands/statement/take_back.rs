//! *Take it back*: a proposed statement is deleted, with all votes on it.

use super::{open, statement_id};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::statement::{self, StatementAction, StatementError};
use crate::store::ServerTx;
use domain::StatementId;

/// Takes a statement back; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeBack {
    id: StatementId,
    sure: bool,
}

impl TakeBack {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { sure: arguments.flag("sure")?, id: statement_id(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (proposed, it) = open(context, services, self.id).await?;
        let action = StatementAction::TakeBack;
        permissions::needs_proposer(context, services, &it, &proposed, action).await?;
        if !self.sure {
            return Ok(Reply::Ephemeral(statement::ask_to_take_back(&proposed)));
        }
        let delete = async |tx: &mut ServerTx| {
            let change = tx.delete_statement(self.id, context.now).await?;
            let change = change.ok_or(StatementError::Final)?;
            let effects = || statement::deleted_effects(&services.corpus, &change.was, &change.now);
            tx.emit(effects, context.now).await?;
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, delete).await?;
        Ok(Reply::Update(statement::deleted()))
    }
}
