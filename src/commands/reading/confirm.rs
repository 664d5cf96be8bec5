//! *Add it*: what was found becomes part of this server's book.

use super::facilitators_only;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::reading::{self, ReadingError};
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
        let others = services.store.read(context.server).readings().await?;
        let others = others.iter().filter(|listed| listed.id != self.reading).count();
        if others >= services.limits.readings {
            let most = services.limits.readings;
            return Err(UserError::from(ReadingError::TooMany(most)).into());
        }
        let reading = services
            .store
            .change(context.server, async |tx| tx.add_reading(self.reading).await)
            .await?;
        let work = reading.ok_or(UserError::from(ReadingError::Gone))?.work;
        services.books.changed(context.server);
        Ok(Reply::Update(reading::added(&work)))
    }
}
