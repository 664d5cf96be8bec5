//! *Context*: what the book says around a quote, and the whole paragraph where the text is here.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::quote::{QuoteError, has_context, in_context};

/// Shows what is around a quote, to the one who asks.
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
        if !has_context(&services.corpus, quote) {
            return Err(UserError::from(QuoteError::NoContext).into());
        }
        Ok(Reply::Ephemeral(in_context(&services.corpus, quote)))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{BOOK, Group};

    #[tokio::test]
    async fn a_quote_shows_what_is_around_it() {
        let mut group = Group::new().await;
        let quote = group.ana("quote id:guerin-6").await;
        insta::assert_snapshot!(group.press("ben", &quote, "Context").await.plain(), @"");
    }

    #[tokio::test]
    async fn every_quote_with_a_context_has_the_button() {
        let mut group = Group::new().await;
        for quote in BOOK.quotes().iter().filter(|quote| quote.context.is_some()) {
            let shown = group.ana(&format!("quote id:{}", quote.id)).await.plain();
            assert!(shown.contains(&format!("[Context] context quote:{}", quote.id)), "{shown}");
        }
    }
}
