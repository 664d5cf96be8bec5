//! *Withdraw*: takes back what a member answered.

use super::{Arguments, Caller, Manner, Problem, Trouble, World, answer};
use crate::domain::{RoundId, Standing};
use crate::reply::{Answer, Button, Card, Tone};

/// Withdraws the member's response.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdraw {
    round: RoundId,
}

impl Withdraw {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let round = arguments.number("round")?;
        Ok(Self { round: round.ok_or_else(|| Trouble::Missing { option: "round".to_owned() })? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let corpus = world.corpus.clone();
        let effects = move |standing: &Standing| answer::effects(&corpus, standing);
        let member = caller.member.id;
        let standing =
            world.store.withdraw(caller.server, self.round, member, caller.now, effects).await?;
        let standing = standing.ok_or_else(|| {
            Trouble::refused("This round is closed: its answers stand as they are.")
        })?;
        let said = match standing.before {
            Some(_) => "Withdrawn: your answer is erased.",
            None => "You have no answer in this round.",
        };
        let again = format!("answer round:{}", self.round);
        Ok(Answer::Whisper(
            Card::saying(said).tone(Tone::Done).buttons([Button::side("Answer again", again)]),
        ))
    }
}
