//! *Add it*: what was found becomes part of this server's book.

use super::{facilitators_only, gone};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Accent, Button, Card, Reply, Text};
use domain::ReadingId;

/// Adds a reading that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    reading: ReadingId,
}

impl Confirm {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let reading = arguments.number("reading")?;
        Ok(Self {
            reading: reading.ok_or_else(|| UserError::Missing { option: "reading".to_owned() })?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        facilitators_only(context, services).await?;
        let others = services.store.readings(context.server).await?;
        let others = others.iter().filter(|listed| listed.id != self.reading).count();
        if others >= services.limits.readings {
            return Err(UserError::refused(
                "This server has as many readings of its own as it may have. `/reading remove` \
                 makes room.",
            )
            .into());
        }
        let reading = services.store.add_reading(context.server, self.reading).await?;
        let work = reading.ok_or_else(gone)?.work;
        services.books.changed(context.server);
        let text = Text::new().soft(&work.title).plain(
            " now stands in this server's book: its quotes and questions come with the \
                    others.",
        );
        let card = Card::saying(text)
            .accent(Accent::Done)
            .buttons([Button::main("A quote from it", format!("quote work:{}", work.id))]);
        Ok(Reply::Update(card))
    }
}
