//! `/queue show`: who speaks and who comes next.

use super::open;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::seminar::{SeminarAction, SeminarError};
use crate::messages::{Reply, queue};
use crate::store::ServerTx;
use domain::SeminarNumber;

/// Shows the queue to the one who asks, or to all, where the group talks.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    seminar: Option<SeminarNumber>,
    board: bool,
}

impl Show {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, board: arguments.flag("board")? })
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
        if !self.board {
            return Ok(Reply::Ephemeral(queue::queue_for(&found, context.member.id)));
        }
        let action = SeminarAction::ShowQueue;
        permissions::needs_the_facilitator(context, services, &found, action).await?;
        let show = async |tx: &mut ServerTx| {
            let seminar = tx.open_seminar(found.id).await?.ok_or(SeminarError::Closed)?;
            let round = tx.current_round(&seminar).await?;
            tx.emit(|| queue::moved_effects(&seminar, round.as_ref()), context.now).await?;
            Ok::<_, CommandError>(seminar)
        };
        let seminar = services.store.change(context.server, show).await?;
        Ok(Reply::Ephemeral(queue::shown(&seminar)))
    }
}
