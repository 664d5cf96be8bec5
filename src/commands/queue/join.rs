//! `/queue join`, *I want to speak*.

use super::{joiner, open};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::seminar::SeminarError;
use crate::messages::{Reply, queue};
use crate::store::ServerTx;
use domain::SeminarNumber;

/// Asks for the turn to speak.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    seminar: Option<SeminarNumber>,
}

impl Join {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = open(context, services, self.seminar).await?;
        let joiner = joiner(context, services, &found).await?;
        let ask = async |tx: &mut ServerTx| {
            let change = tx.ask_to_speak(found.id, &joiner, context.request).await?;
            let change = change.ok_or(SeminarError::Closed)?;
            tx.emit(|| queue::effects(&services.corpus, &change), context.now).await?;
            Ok::<_, CommandError>(change)
        };
        let change = services.store.change(context.server, ask).await?;
        Ok(Reply::Ephemeral(queue::joined(&change, context.member.id)))
    }
}
