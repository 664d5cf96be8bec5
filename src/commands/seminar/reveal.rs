//! `/seminar reveal`: shows the answers that were hidden so far.

use super::{at_hand, open};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::{Accent, Card, Reply, round};
use crate::store::ServerTx;
use domain::{Part, RoundDetails, RoundId, RoundState, SeminarId};

/// Reveals the answers of the round at hand.
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
        permissions::needs_the_facilitator(context, &seminar, "reveal the answers")?;
        let it = at_hand(context, services, &seminar).await?.ok_or_else(|| {
            UserError::refused("No question has been posed yet. `/seminar next` poses the first.")
        })?;
        if self.round.is_some_and(|round| round != it.round.id) {
            return Err(UserError::refused("That round is over: a newer question is open.").into());
        }
        refuse_in_vain(&it)?;
        let reveal = async |tx: &mut ServerTx| {
            let found = tx.round_details(it.round.id).await?;
            let Some(was) = found.filter(|was| was.round.state == RoundState::Open) else {
                return Ok(None);
            };
            let revealed = tx.reveal(&was, context.now).await?;
            tx.emit(round::revealed(&services.corpus, &was, &revealed), context.now).await?;
            Ok::<_, CommandError>(Some(revealed))
        };
        let revealed = services.store.change(context.server, reveal).await?;
        let said = match (it.round.part, revealed) {
            (_, None) => "They are revealed already.",
            (Part::Card, _) => {
                "Revealed. Now everybody answers in their own name; reveal once more when they have."
            }
            (Part::Own, _) => "Revealed: everybody can read the answers now.",
        };
        Ok(Reply::Ephemeral(Card::saying(said).accent(Accent::Done)))
    }
}

fn refuse_in_vain(it: &RoundDetails) -> Result<(), UserError> {
    let round = &it.round;
    match round.state {
        RoundState::Closed => Err(UserError::refused(
            "This round is closed. `/seminar next` poses the next question.",
        )),
        RoundState::Revealed => Err(UserError::refused("The answers are revealed already.")),
        RoundState::Open if round.part == Part::Own && round.named + round.anonymous == 0 => {
            Err(UserError::refused(
                "Nobody has answered yet. Wait a little, or go on with `/seminar next`.",
            ))
        }
        RoundState::Open => Ok(()),
    }
}
