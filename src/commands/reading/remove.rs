//! `/reading remove`, *Do not add it*: a reading leaves this server's book.

use super::facilitators_only;
use crate::command::{Arguments, CommandError, Context, Entity, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::reading::{self, ReadingError};
use domain::{ReadingId, nearest};

/// Removes a reading; what was answered to its questions stays in the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    /// Its number, its id as a work, or its title.
    reading: String,
}

impl Remove {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { reading: arguments.needed("reading")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        facilitators_only(context, services).await?;
        let id = self.meant(context, services).await?;
        let removed =
            services.store.change(context.server, async |tx| tx.remove_reading(id).await).await?;
        let removed = removed.ok_or(UserError::from(ReadingError::Gone))?;
        services.books.changed(context.server);
        Ok(Reply::Ephemeral(reading::removed(&removed.work)))
    }

    async fn meant(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<ReadingId, CommandError> {
        let given = self.reading.as_str();
        if let Ok(id) = given.trim_start_matches('r').parse() {
            return Ok(id);
        }
        let listed = services.store.read(context.server).readings().await?;
        let titles = listed.iter().map(|listed| listed.reading.work.title.as_str());
        let same = |title: &str| title.to_lowercase() == given.to_lowercase();
        let found = listed.iter().find(|listed| same(&listed.reading.work.title));
        Ok(found.map(|listed| listed.id).ok_or_else(|| UserError::Unknown {
            what: Entity::Reading,
            given: given.to_owned(),
            near: nearest(given, titles).map(str::to_owned),
        })?)
    }
}
