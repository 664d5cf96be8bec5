//! *Ask about this*, in a message's menu: opens the form of a question about the message. The question
//! leads to the message; its words are not kept.

use crate::command::{
    Arguments, CommandError, Context, MessageSpec, ReplyMode, Services, TargetMessage, UserError,
    shows_nothing,
};
use crate::messages::Reply;
use crate::messages::question::{self, QuestionError};

pub(super) static SPEC: MessageSpec = MessageSpec { name: "Ask about this", word: "ask-about" };

/// Begins a question about a message.
#[derive(Clone, Debug, PartialEq)]
pub struct AskAbout {
    message: TargetMessage,
}

impl AskAbout {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { message: arguments.message(MessageSpec::OPTION)? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::FORM
    }

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(self, _: &Context, _: &Services) -> Result<Reply, CommandError> {
        if self.message.bot {
            return Err(QuestionError::AboutBot.into());
        }
        if shows_nothing(&self.message.text) && self.message.files.is_empty() {
            return Err(QuestionError::AboutNothing.into());
        }
        Ok(Reply::Form(question::about_form(self.message.at)))
    }
}

#[cfg(test)]
mod tests;
