//! `/reading add`: reads a file and shows what was found in it.

use super::{facilitators_only, found};
use crate::command::{
    Arguments, Attachment, CommandError, Context, ReplyMode, Services, UserError,
};
use crate::messages::Reply;
use crate::messages::privacy::Limited;
use crate::messages::reading::{self, ReadingError};
use import::{Head, import_apart};

/// The years that a work can have.
pub(super) const YEARS: (i64, i64) = (-3000, 2100);

/// Reads a file for this server alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    file: Attachment,
    title: Option<String>,
    author: Option<String>,
    year: Option<i16>,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            file: arguments.file("file")?,
            title: arguments.text("title"),
            author: arguments.text("author"),
            year: arguments.within("year", YEARS.0, YEARS.1)?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        facilitators_only(context, services).await?;
        let limits = services.limits;
        if services.store.read(context.server).readings().await?.len() >= limits.readings {
            return Err(UserError::from(ReadingError::TooMany(limits.readings)).into());
        }
        if self.file.size > limits.reading_bytes {
            let megabytes = limits.reading_bytes / 1_000_000;
            return Err(UserError::from(ReadingError::TooLarge(megabytes)).into());
        }
        services.rates.count(context, Limited::Imports)?;
        let bytes = services.platform.download(self.file.clone(), limits.reading_bytes).await?;
        let said = Head {
            title: self.title.unwrap_or_default(),
            author: self.author.unwrap_or_default(),
            year: self.year.unwrap_or_default(),
            ..Head::default()
        };
        let themes = services.corpus.themes().to_vec();
        let imported = import_apart(self.file.name, bytes, themes, said)
            .await
            .ok_or(UserError::from(ReadingError::NotImported))?
            .map_err(|refusal| UserError::from(ReadingError::Refused(refusal)))?;
        let found = found::reading(&imported);
        let held = services
            .store
            .change(context.server, async |tx| {
                tx.hold_reading(context.request, context.member.id, found, context.now).await
            })
            .await?;
        let book = services.corpus.with(std::slice::from_ref(&held.reading));
        Ok(Reply::Ephemeral(reading::found(&book, held.id, &held.reading, &imported.doubts)))
    }
}
