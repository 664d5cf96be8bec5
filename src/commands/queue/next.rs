//! `/queue next`, *Next*, *I am done*: ends a turn.

use super::open;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::queue::{self, QueueError};
use crate::messages::seminar::SeminarError;
use crate::store::ServerTx;
use domain::seminar::Asker;
use domain::{Seminar, SeminarNumber};

/// Ends the speaker's turn. A button names the turn that it ends, so that pressing it late or twice
/// skips nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarNumber>,
    turn: Option<i64>,
}

impl Next {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, turn: arguments.number("turn")? })
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
        let speaker = found.queue.speaking.as_ref().ok_or(QueueError::NobodySpeaks)?;
        if self.turn.is_some_and(|turn| turn != speaker.turn) {
            return Ok(Reply::Ephemeral(queue::turn_over(&found)));
        }
        needs_the_turn(context, &found, speaker)?;
        let end = async |tx: &mut ServerTx| {
            let change = tx.end_turn(found.id, speaker.turn, context.request).await?;
            let change = change.ok_or(SeminarError::Closed)?;
            tx.emit(|| queue::effects(&services.corpus, &change), context.now).await?;
            Ok::<_, CommandError>(change)
        };
        let change = services.store.change(context.server, end).await?;
        Ok(Reply::Ephemeral(if change.changed() {
            queue::turn_ended(&change.now)
        } else {
            queue::turn_over(&change.now)
        }))
    }
}

/// Refuses anyone but the speaker and the facilitator.
fn needs_the_turn(context: &Context, seminar: &Seminar, speaker: &Asker) -> Result<(), QueueError> {
    let member = context.member.id;
    if speaker.member == member || seminar.facilitated_by(member) {
        return Ok(());
    }
    let other = seminar.facilitator.as_ref().filter(|(other, _)| *other != speaker.member);
    let facilitator = other.map(|(_, name)| name.clone());
    Err(QueueError::NotYourTurn { speaker: speaker.name.clone(), facilitator })
}
