//! `/queue show`: who speaks and who comes next.

use super::{Text, done, open, over};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::{Reply, seminar};
use domain::SeminarId;
use domain::seminar::SeminarChange;

/// Shows the queue to the one who asks, or puts its board where the talk is.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    seminar: Option<SeminarId>,
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
            return Ok(Reply::Ephemeral(seminar::queue_for(&found, context.member.id)));
        }
        permissions::needs_the_facilitator(context, &found, "put up the board")?;
        let effects = |step: &SeminarChange| seminar::moved(&step.now, step.round.as_ref());
        let moved =
            services.store.move_board(context.server, found.id, context.now, effects).await?;
        let moved = moved.ok_or_else(over)?;
        Ok(Reply::Ephemeral(done(&moved, Text::from("The board is up: everybody sees it."))))
    }
}
