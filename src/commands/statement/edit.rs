//! *Edit*: gives a proposed statement other words.

use super::{Read, checked, open};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, permissions,
};
use crate::messages::Reply;
use crate::messages::statement::{self, StatementAction, StatementError};
use crate::store::{Revised, Revision, ServerTx};
use domain::statement::LENGTH;

/// Edits a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    read: Read,
    text: Option<String>,
}

impl Edit {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { read: Read::parse(arguments)?, text: arguments.written("text")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (proposed, it) = open(context, services, self.read.id).await?;
        let action = StatementAction::Edit;
        permissions::needs_proposer(context, services, &it, &proposed, action).await?;
        let Some(text) = self.text else {
            return Ok(Reply::Form(statement::edit_form(&it, &proposed)));
        };
        let text = checked(&text, Written::Statement, LENGTH)?;
        let revision = Revision {
            by: permissions::participation(context, services, &it.round).await?,
            statement: proposed.id,
            version: self.read.version,
            text,
        };
        let revise = async |tx: &mut ServerTx| {
            let revised = tx.revise_statement(revision).await?.ok_or(StatementError::Final)?;
            if let Revised::Done(change) = &revised {
                let (was, now) = (&change.was, &change.now);
                let effects = || statement::revised_effects(&services.corpus, was, now);
                tx.emit(effects, context.now).await?;
            }
            Ok::<_, CommandError>(revised)
        };
        let card = match services.store.change(context.server, revise).await? {
            Revised::Done(change) => {
                let now = change.now.statement.as_ref().ok_or(StatementError::TakenBack)?;
                statement::edited(now)
            }
            Revised::Conflict => return Err(StatementError::Conflict(proposed.id).into()),
        };
        Ok(Reply::Ephemeral(card))
    }
}
