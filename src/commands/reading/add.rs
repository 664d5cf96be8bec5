//! `/reading add`: reads a file and shows what was found in it.

use super::{facilitators_only, found};
use crate::command::{
    Arguments, Attachment, CommandError, Context, Expected, ReplyMode, Services, UserError,
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
    file: Option<Attachment>,
    title: Option<String>,
    author: Option<String>,
    year: Option<String>,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let option = arguments.file("file")?;
        Ok(Self {
            file: arguments.uploaded("file")?.or(option),
            title: arguments.prose("title")?,
            author: arguments.prose("author")?,
            year: arguments.prose("year")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        match self.file {
            Some(_) => ReplyMode { slow: true, ..ReplyMode::EPHEMERAL },
            None => ReplyMode::FORM,
        }
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
        let Some(file) = self.file else {
            return Ok(Reply::Form(reading::add_form(self.title, self.author, self.year)));
        };
        let year = year(self.year)?;
        if file.size > limits.reading_bytes {
            let megabytes = limits.reading_bytes / 1_000_000;
            return Err(UserError::from(ReadingError::TooLarge(megabytes)).into());
        }
        services.rates.count(context, Limited::Imports)?;
        let bytes = services.platform.download(file.clone(), limits.reading_bytes).await?;
        let said = Head {
            title: trimmed(self.title),
            author: trimmed(self.author),
            year: year.unwrap_or_default(),
            ..Head::default()
        };
        let themes = services.corpus.themes().to_vec();
        let imported = import_apart(file.name, bytes, themes, said)
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

/// A year as it was typed.
fn year(typed: Option<String>) -> Result<Option<i16>, UserError> {
    let Some(given) = typed.filter(|typed| !typed.trim().is_empty()) else { return Ok(None) };
    let within = |year: &i16| (YEARS.0..=YEARS.1).contains(&i64::from(*year));
    let year = given.trim().parse().ok().filter(within);
    let (option, wanted) = ("year".to_owned(), Expected::Between(YEARS.0, YEARS.1));
    year.map(Some).ok_or(UserError::BadValue { option, wanted, given })
}

fn trimmed(typed: Option<String>) -> String {
    typed.unwrap_or_default().trim().to_owned()
}
