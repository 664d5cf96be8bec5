//! *Context*: the paragraph around a quote of a work whose whole text is here.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::quote::{QuoteError, in_paragraph};

/// Shows a quote's paragraph, to the one who asks.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteContext {
    quote: String,
}

impl QuoteContext {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(self, _: &Context, services: &Services) -> Result<Reply, CommandError> {
        let quote = lookup::quote(services, &self.quote)?;
        let paragraph = lookup::paragraph(services, quote)
            .ok_or_else(|| UserError::from(QuoteError::NoParagraph))?;
        Ok(Reply::Ephemeral(in_paragraph(&services.corpus, quote, paragraph)))
    }
}
