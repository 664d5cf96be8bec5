//! *Copy out*, in a message's menu: finds what the message quotes in one of this server's own readings,
//! word for word, so that it can become a quote of its book.

use std::sync::Arc;

use super::add_quote::{as_quote, of_reading, quotable};
use crate::command::{
    Arguments, CommandError, Context, MessageSpec, ReplyMode, Services, TargetMessage, UserError,
    apart, permissions,
};
use crate::messages::copy_out::{self, CopyOutError};
use crate::messages::privacy::Limited;
use crate::messages::{Card, Reply};
use domain::quotation::{self, Search};
use domain::{Corpus, Work};

pub(super) static SPEC: MessageSpec = MessageSpec { name: "Copy out", word: "copy-out" };

/// Looks for what a message quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyOut {
    from: From,
}

/// Where the words come from.
#[derive(Clone, Debug, PartialEq)]
enum From {
    Message(TargetMessage),
    /// A form.
    Text(String),
    /// Nowhere yet: a form asks for them.
    Nowhere,
}

impl CopyOut {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let from = match (arguments.written("text")?, arguments.message(MessageSpec::OPTION)) {
            (Some(text), _) => From::Text(text),
            (None, Ok(message)) => From::Message(message),
            (None, Err(UserError::Missing { .. })) => From::Nowhere,
            (None, Err(error)) => return Err(error),
        };
        Ok(Self { from })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        match self.from {
            From::Nowhere => ReplyMode::FORM,
            // A reading may be a thick book.
            From::Message(_) | From::Text(_) => ReplyMode { slow: true, ..ReplyMode::EPHEMERAL },
        }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let text = match self.from {
            From::Nowhere => return Ok(Reply::Form(copy_out::ask())),
            From::Message(message) if message.bot => return Err(CopyOutError::Bot.into()),
            From::Message(message) => message.text,
            From::Text(text) => text,
        };
        let candidates = quotation::candidates(&text);
        if candidates.is_empty() {
            return Err(CopyOutError::NoWords.into());
        }
        services.rates.count(context, Limited::Copies)?;
        let adds = permissions::facilitates(context, services).await?;
        let book = Arc::clone(&services.corpus);
        Ok(Reply::Ephemeral(apart(move || search(&book, &candidates, adds)).await??))
    }
}

/// What the first of these is that is there word for word, or else the nearest there is to any.
fn search(book: &Corpus, candidates: &[String], adds: bool) -> Result<Card, UserError> {
    let mut nearest = None;
    for candidate in candidates {
        match quotation::find(book.works(), candidate) {
            Search::Found(passage) => {
                let (reading, quote) = quotable(book, &passage)?;
                let line = copy_out::line(reading, &passage);
                return Ok(copy_out::found(book, &quote, &passage, &line, adds));
            }
            Search::Near(near) => {
                let closer = |best: &quotation::Near<'_>| near.distance < best.distance;
                if nearest.as_ref().is_none_or(closer) {
                    nearest = Some(near);
                }
            }
            Search::Nowhere => {}
        }
    }
    match nearest {
        Some(near) => Ok(copy_out::near(book, &as_quote(&near.passage), &near)),
        None => Err(nowhere(book, candidates)),
    }
}

/// Of some works only the quotes are here: one of those may be what is looked for.
fn nowhere(book: &Corpus, candidates: &[String]) -> UserError {
    let known = book.quotes().iter().find(|quote| {
        candidates.iter().any(|candidate| quotation::is_within(&quote.text, candidate))
    });
    if let Some(quote) = known {
        return CopyOutError::Known(quote.id.clone()).into();
    }
    let has_text = |work: &&Work| !work.text.paragraphs.is_empty();
    let (texts, without): (Vec<&Work>, Vec<&Work>) = book.works().iter().partition(has_text);
    let texts = texts.into_iter().any(|work| of_reading(work).is_some());
    let only_quotes = without.into_iter().map(|work| work.title.clone()).collect();
    CopyOutError::Nowhere { texts, only_quotes }.into()
}

#[cfg(test)]
mod tests;
