//! *Discuss*: a thread under a quote.

use crate::command::{
    Arguments, ChannelKind, CommandError, Context, ReplyMode, Services, UserError, lookup,
};
use crate::messages::quote::{self, Controls, QuoteError};
use crate::messages::{Effect, Reply};

/// Opens a thread under the message whose button was pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct Discuss {
    quote: String,
}

impl Discuss {
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
        let quote = lookup::quote(services, &self.quote)?;
        let under = context.pressed.ok_or(UserError::from(QuoteError::DiscussNowhere))?;
        if context.channel.kind == ChannelKind::Thread {
            return Err(UserError::from(QuoteError::DiscussInThread).into());
        }
        if context.channel.kind == ChannelKind::Voice {
            return Err(UserError::from(QuoteError::DiscussInVoice).into());
        }
        // The quote stays where the discussion hangs: no *Another* any more, once it hangs there.
        let thread = || {
            let opened = quote::card(&services.corpus, quote, Controls::default());
            [Effect::Thread {
                under,
                name: quote::thread_name(&services.corpus, quote),
                asker: Some(context.member.id),
                opened: Some(Box::new(opened)),
            }]
        };
        services
            .store
            .change(context.server, async |tx| tx.emit(thread, context.now).await)
            .await?;
        Ok(Reply::Ephemeral(quote::thread_opens()))
    }
}

#[cfg(test)]
mod tests {
    use crate::command::ChannelKind;
    use crate::commands::fixture::{BOOK, Group};
    use crate::messages::ui::limits::{THREAD_NAME, length};

    #[tokio::test]
    async fn a_thread_opens_under_the_quote() {
        let mut group = Group::new().await;
        let quote = group.ana("quote id:guerin-1").await;
        insta::assert_snapshot!(group.press("ben", &quote, "Discuss").await.plain(), @"
        one
        A thread opens under the quote.
        ");
        // The quote keeps its buttons until the thread is there.
        insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
        thread Voline: We have been bequeathed a fundamental problem by preceding revolutions: I am thinking of…

        face #10/900
        > We have been bequeathed a fundamental problem by preceding revolutions: I am thinking of the one in 1789 and the one in 1917 especially: largely mounted against oppression, animated by a mighty breath of freedom and proclaiming freedom as their essential objective, how come these revolutions slid into a new dictatorship wielded by other ruling, privileged strata, into fresh slavery for the popular masses?
        > — Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶2
        (Revolution, Liberty, Power · guerin-1)
        [Keep] keep quote:guerin-1
        [Context] context quote:guerin-1
        [Who is who] who quote:guerin-1
        ");
    }

    #[test]
    fn every_threads_name_fits() {
        for quote in BOOK.quotes() {
            let name = crate::messages::quote::thread_name(&BOOK, quote);
            assert!((3..=THREAD_NAME).contains(&length(&name)), "{name}");
        }
    }

    #[tokio::test]
    async fn it_is_refused_where_there_can_be_no_thread() {
        let mut group = Group::new().await;
        let typed = group.ana("discuss quote:guerin-1").await.plain();
        assert!(typed.contains("Press Discuss"), "{typed}");
        let gone = group.presses("ana", "discuss quote:guerin-999").await.plain();
        assert!(gone.contains("There is no quote"), "{gone}");
        group.channel.kind = ChannelKind::Thread;
        let thread = group.presses("ana", "discuss quote:guerin-1").await.plain();
        assert!(thread.contains("a thread already"), "{thread}");
        assert!(group.posts().await.is_empty());
    }
}
