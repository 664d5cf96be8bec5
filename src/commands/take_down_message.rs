//! *Take down*, in a message's menu: takes down the answer that the message shows or was.

use super::moderate::TakeDown;
use crate::command::{
    Arguments, CommandError, Context, MessageSpec, ReplyMode, Services, UserError,
};
use crate::messages::moderation::ModerationError;
use crate::messages::{Reply, Subject};
use domain::moderation::Target;
use domain::{Address, RoundId, RoundNumber};

pub(super) static SPEC: MessageSpec = MessageSpec { name: "Take down", word: "take-down" };

/// Begins to take down what is in a message.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeDownMessage {
    at: Address,
}

impl TakeDownMessage {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { at: arguments.message(MessageSpec::OPTION)?.at })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        // What the message shows is not known yet; the form asks for the reason.
        ReplyMode::FORM
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let begun = match self.shown(context, services).await? {
            Shown::Answer(target) => TakeDown::begin(None, Some(target)),
            Shown::Round(number) => TakeDown::begin(Some(number), None),
        };
        begun.run(context, services).await
    }

    async fn shown(&self, context: &Context, services: &Services) -> Result<Shown, CommandError> {
        let mut reads = services.store.read(context.server);
        let round = match reads.subject_of(self.at).await? {
            Some(Subject::Answer(id)) => return Ok(Shown::Answer(Target::Answer(id))),
            Some(Subject::Round(id) | Subject::Outcome(id) | Subject::Answers(id, _)) => Some(id),
            Some(Subject::Statement(id) | Subject::StatementVersion(id, _)) => {
                reads.round_of_statement(id).await?
            }
            Some(_) => None,
            None => {
                let answer = reads.answer_from(self.at).await?;
                let answer = answer.ok_or(ModerationError::NoAnswer)?;
                return Ok(Shown::Answer(Target::Answer(answer)));
            }
        };
        let round: RoundId = round.ok_or(ModerationError::NoAnswer)?;
        let round = reads.round(round).await?.ok_or(ModerationError::NoAnswer)?;
        Ok(Shown::Round(round.number))
    }
}

/// What a message shows.
enum Shown {
    /// One answer.
    Answer(Target),
    /// Several, or none: those of a round.
    Round(RoundNumber),
}
