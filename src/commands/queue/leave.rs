//! `/queue leave`, *Leave the queue*.

use super::{Text, done, follows, open, over};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, seminar};
use domain::SeminarId;
use domain::seminar::SeminarChange;

/// Takes the member out of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Leave {
    seminar: Option<SeminarId>,
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
        let corpus = services.corpus.clone();
        let effects = move |step: &SeminarChange| seminar::turned(&corpus, step);
        let (server, member) = (context.server, context.member.id);
        let (request, now) = (context.request, context.now);
        let step =
            services.store.leave_queue(server, found.id, member, request, now, effects).await?;
        let step = step.ok_or_else(over)?;
        let queue = &step.was.queue;
        let text = if queue.speaks(member) {
            Text::new().strong("Your turn is over.").plain(" ").then(follows(&step.now))
        } else if queue.place(member).is_some() {
            Text::new().strong("You have left the queue.").plain(" You can ask again any time.")
        } else {
            Text::from("You are not in the queue.")
        };
        Ok(Reply::Ephemeral(done(&step.now, text)))
    }
}
