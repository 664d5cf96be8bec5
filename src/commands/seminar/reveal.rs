//! `/seminar reveal`: shows the answers that were hidden so far.

use super::{at_hand, open};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup, permissions};
use crate::messages::{Card, Reply, Tone, round};
use domain::{Part, Proceedings, RoundId, RoundState, SeminarId};

/// Reveals the answers of the round at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    seminar: Option<SeminarId>,
    round: Option<RoundId>,
}

impl Reveal {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { seminar: arguments.number("seminar")?, round: arguments.number("round")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let seminar = match self.round {
            // A button that knows its round knows its seminar.
            Some(round) => {
                let round = lookup::round(caller, world, round).await?;
                Some(round.seminar.ok_or(Trouble::StalePress)?)
            }
            None => self.seminar,
        };
        let seminar = open(caller, world, seminar).await?;
        permissions::needs_the_facilitator(caller, &seminar, "reveal the answers")?;
        let it = at_hand(caller, world, &seminar).await?.ok_or_else(|| {
            Trouble::refused("No question has been posed yet. `/seminar next` poses the first.")
        })?;
        if self.round.is_some_and(|round| round != it.round.id) {
            return Err(Trouble::refused("That round is over: a newer question is open.").into());
        }
        refuse_in_vain(&it)?;
        let corpus = world.corpus.clone();
        let effects =
            move |was: &Proceedings, now: &Proceedings| round::revealed(&corpus, was, now);
        let (id, now) = (it.round.id, caller.now);
        let revealed = world.store.reveal(caller.server, id, now, false, effects).await?;
        let said = match (it.round.part, revealed) {
            (_, None) => "They are revealed already.",
            (Part::Card, _) => {
                "Revealed. Now everybody answers in their own name; reveal once more when they have."
            }
            (Part::Own, _) => "Revealed: everybody can read the answers now.",
        };
        Ok(Reply::Ephemeral(Card::saying(said).tone(Tone::Done)))
    }
}

fn refuse_in_vain(it: &Proceedings) -> Result<(), Trouble> {
    let round = &it.round;
    match round.state {
        RoundState::Settled => {
            Err(Trouble::refused("This round is closed. `/seminar next` poses the next question."))
        }
        RoundState::Revealed => Err(Trouble::refused("The answers are revealed already.")),
        RoundState::Open if round.part == Part::Own && round.named + round.anonymous == 0 => {
            Err(Trouble::refused(
                "Nobody has answered yet. Wait a little, or go on with `/seminar next`.",
            ))
        }
        RoundState::Open => Ok(()),
    }
}
