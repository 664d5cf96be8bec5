//! *Context*: the paragraph around a quote of a work whose whole text is here.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::quote::passage;
use crate::messages::{Block, Card, Reply};

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
        let whole = lookup::paragraph(services, quote)
            .ok_or_else(|| UserError::refused("Of this work only quotes are kept here."))?;
        let mut block = passage(&services.corpus, quote);
        if let Block::Passage { text, .. } = &mut block {
            whole.clone_into(text);
        }
        Ok(Reply::Ephemeral(Card::titled("In its paragraph").block(block)))
    }
}
