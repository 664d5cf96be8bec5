//! `/queue leave`, *Leave the queue*.

use super::open;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::seminar::SeminarError;
use crate::messages::{Reply, queue};
use crate::store::ServerTx;
use domain::SeminarNumber;

/// Takes the member out of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Leave {
    seminar: Option<SeminarNumber>,
}

impl Leave {
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
        let member = context.member.id;
        let leave = async |tx: &mut ServerTx| {
            let change = tx.leave_queue(found.id, member, context.request).await?;
            let change = change.ok_or(SeminarError::Closed)?;
            tx.emit(|| queue::effects(&services.corpus, &change), context.now).await?;
            Ok::<_, CommandError>(change)
        };
        let change = services.store.change(context.server, leave).await?;
        Ok(Reply::Ephemeral(queue::left(&change, member)))
    }
}
