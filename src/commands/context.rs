//! *Context*: what the book says around a quote, and the whole paragraph where the text is here.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::quote::{QuoteError, has_context, in_context};

/// Shows what is around some quotes, to the one who asks.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteContext {
    /// Their ids, with commas.
    quotes: String,
}

impl QuoteContext {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { quotes: arguments.needed("quote")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(self, _: &Context, services: &Services) -> Result<Reply, CommandError> {
        let mut quotes = lookup::quotes(services, &self.quotes)?;
        quotes.retain(|quote| has_context(&services.corpus, quote));
        if quotes.is_empty() {
            return Err(UserError::from(QuoteError::NoContext).into());
        }
        Ok(Reply::Ephemeral(in_context(&services.corpus, &quotes)))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{BOOK, Group};

    #[tokio::test]
    async fn a_quote_shows_what_is_around_it() {
        let mut group = Group::new().await;
        let quote = group.ana("quote id:guerin-6").await;
        insta::assert_snapshot!(group.press("ben", &quote, "Context").await.plain(), @"
        one
        # Context
        > They cannot be separated, nor can the one absorb the other: we must resign ourselves to living with them both and striking a balance between them… No political force has yet come up with a true solution in the reconciling of freedom and order.
        > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
        “They” are freedom and order; Proudhon writes this a quarter of a century after he had joined order with anarchy, and Guérin thinks that the problem is still open.
        ## In plain words
        Freedom and order cannot be parted, and neither can swallow the other. We have to live with both and keep a balance. No political party or movement has yet found a real answer.
        ");
    }

    #[tokio::test]
    async fn the_quotes_of_a_question_are_explained_together() {
        let mut group = Group::new().await;
        let question = group.ana("question id:guerin-q2").await;
        let context = group.press("ben", &question, "Context").await.plain();
        let who = group.press("ben", &question, "Who is who").await.plain();
        for id in ["guerin-12", "guerin-13"] {
            let quote = BOOK.quote(id).unwrap();
            assert!(context.contains(quote.context.as_deref().unwrap()), "{context}");
            for gloss in BOOK.named_by(quote) {
                assert_eq!(who.matches(&gloss.about).count(), 1, "{who}");
            }
        }
        let unknown = group.presses("ben", "context quote:guerin-12,nobody-1").await.plain();
        assert!(unknown.contains("nobody-1"), "{unknown}");
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
