//! *Keep* and *Let go*: a member's own pages of the book.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::{Reply, kept};

/// Keeps a quote for the member, in this server.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    quote: String,
}

/// Lets a kept quote go.
#[derive(Clone, Debug, PartialEq)]
pub struct LetGo {
    quote: String,
}

impl Keep {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let id = lookup::quote(services, &self.quote)?.id.clone();
        let new = services
            .store
            .change(context.server, async |tx| tx.keep(context.member.id, &id, context.now).await)
            .await?;
        Ok(Reply::Ephemeral(kept::kept(&id, new)))
    }
}

impl LetGo {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        // The quote may have left the book since it was kept.
        let id = self.quote.to_lowercase();
        services
            .store
            .change(context.server, async |tx| tx.let_go(context.member.id, &id).await)
            .await?;
        let in_book = services.corpus.quote(&id).is_some();
        Ok(Reply::Update(kept::removed(&id, in_book)))
    }
}
