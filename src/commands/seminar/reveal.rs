//! `/seminar reveal`: shows the answers that were hidden so far.

use super::{current_round, of_round, open};
use crate::command::permissions::Lead;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::messages::{Reply, round};
use crate::store::ServerTx;
use domain::{Part, RoundDetails, RoundNumber, RoundState, SeminarNumber};

/// Reveals the answers of the current round.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    seminar: Option<SeminarNumber>,
    round: Option<RoundNumber>,
    /// A manager wants it although somebody else facilitates.
    sure: bool,
}

impl Reveal {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            seminar: arguments.number("seminar")?,
            round: arguments.number("round")?,
            sure: arguments.flag("sure")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = match self.round {
            // A button that knows its round knows its seminar.
            Some(round) => {
                Some(of_round(context, services, round).await?.ok_or(UserError::StalePress)?)
            }
            None => self.seminar,
        };
        let seminar = open(context, services, seminar).await?;
        let action = SeminarAction::Reveal;
        let lead = permissions::needs_lead(context, services, &seminar, action).await?;
        let it = current_round(context, services, &seminar).await?;
        let it = it.ok_or(SeminarError::NonePosed)?;
        if self.round.is_some_and(|round| round != it.round.number) {
            return Err(SeminarError::NewerRound.into());
        }
        needs_answers(&it)?;
        if lead == Lead::Manager && !self.sure {
            return Ok(Reply::Ephemeral(seminar::reveal_anyway(&seminar, &it)));
        }
        let reveal = async |tx: &mut ServerTx| {
            let found = tx.round_details(it.round.id).await?;
            let was = found.filter(|was| was.round.state == RoundState::Open);
            let was = was.ok_or(SeminarError::Revealed)?;
            let revealed = tx.reveal(&was, context.now).await?;
            tx.note_step(seminar.id, context.now).await?;
            tx.emit(|| round::revealed(&services.corpus, &was, &revealed), context.now).await?;
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, reveal).await?;
        let place = it.round.place;
        let seen = services.platform.is_there(context.server, place).await.then_some(place);
        let card = seminar::revealed(it.round.part, seen);
        Ok(if self.sure { Reply::Update(card) } else { Reply::Ephemeral(card) })
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
