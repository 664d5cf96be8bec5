//! `/seminar reveal`: shows the answers that were hidden so far.

use super::{current_round, open};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::messages::{Reply, round};
use crate::store::ServerTx;
use domain::{Part, RoundDetails, RoundId, RoundState, SeminarId};

/// Reveals the answers of the current round.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    seminar: Option<SeminarId>,
    round: Option<RoundId>,
}

impl Reveal {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, round: arguments.number("round")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = match self.round {
            // A button that knows its round knows its seminar.
            Some(round) => {
                let round = lookup::round(context, services, round).await?;
                Some(round.seminar.ok_or(UserError::StalePress)?)
            }
            None => self.seminar,
        };
        let seminar = open(context, services, seminar).await?;
        permissions::needs_the_facilitator(context, &seminar, SeminarAction::Reveal)?;
        let it = current_round(context, services, &seminar).await?;
        let it = it.ok_or(SeminarError::NonePosed)?;
        if self.round.is_some_and(|round| round != it.round.id) {
            return Err(SeminarError::NewerRound.into());
        }
        needs_answers(&it)?;
        let reveal = async |tx: &mut ServerTx| {
            let found = tx.round_details(it.round.id).await?;
            let was = found.filter(|was| was.round.state == RoundState::Open);
            let was = was.ok_or(SeminarError::Revealed)?;
            let revealed = tx.reveal(&was, context.now).await?;
            tx.emit(round::revealed(&services.corpus, &was, &revealed), context.now).await?;
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, reveal).await?;
        let place = it.round.place;
        let seen = services.platform.is_there(context.server, place).await.then_some(place);
        Ok(Reply::Ephemeral(seminar::revealed(it.round.part, seen)))
    }
}

/// Refuses a reveal that would show nothing.
fn needs_answers(it: &RoundDetails) -> Result<(), SeminarError> {
    let round = &it.round;
    match round.state {
        RoundState::Closed => Err(SeminarError::RoundClosed),
        RoundState::Revealed => Err(SeminarError::Revealed),
        RoundState::Open if round.part == Part::Own && round.named + round.anonymous == 0 => {
            Err(SeminarError::Unanswered)
        }
        RoundState::Open => Ok(()),
    }
}
