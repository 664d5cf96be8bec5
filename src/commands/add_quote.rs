//! *Propose it* and *Add it to the book*: a passage of one of this server's own readings becomes a
//! quote. A button carries its place; the words are always taken from the reading.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions, shows_nothing,
};
use crate::messages::Reply;
use crate::messages::copy_out::{self, CopyOutError, SPEAKER};
use crate::messages::errors::Written;
use crate::messages::permissions::FacilitatorTask;
use crate::store::ServerTx;
use domain::corpus::{LONGEST_QUOTE, SectionKind};
use domain::quotation::{Passage, is_same};
use domain::{Corpus, Quote, ReadingId, Work, fold};

/// The most quotes of a reading.
const MOST: usize = 500;

/// Adds a passage to the book, or proposes it.
#[derive(Clone, Debug, PartialEq)]
pub struct AddQuote {
    reading: ReadingId,
    paragraph: u16,
    from: usize,
    to: usize,
    propose: bool,
    /// Whose words they are, once the form was filled in; empty if they are the author's.
    speaker: Option<String>,
}

impl AddQuote {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            reading: arguments.number("reading")?.ok_or(UserError::StalePress)?,
            paragraph: arguments.number("paragraph")?.ok_or(UserError::StalePress)?,
            from: arguments.number("from")?.ok_or(UserError::StalePress)?,
            to: arguments.number("to")?.ok_or(UserError::StalePress)?,
            propose: arguments.flag("propose")?,
            speaker: arguments.written("speaker")?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        match (&self.speaker, self.propose) {
            (Some(_), _) => ReplyMode::UPDATE,
            (None, true) => ReplyMode::PUBLIC,
            (None, false) => ReplyMode::FORM,
        }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let book = &services.corpus;
        let work = book.works().iter().find(|work| of_reading(work) == Some(self.reading));
        let work = work.ok_or(CopyOutError::Gone)?;
        let passage = Passage::at(work, self.paragraph, self.from..self.to);
        let passage = passage.ok_or(CopyOutError::Gone)?;
        let (reading, quote) = quotable(book, &passage)?;
        let line = copy_out::line(reading, &passage);
        if self.propose {
            return Ok(Reply::Public(copy_out::proposed(book, &quote, &passage, &line)));
        }
        let task = FacilitatorTask::ChangeReadings;
        permissions::needs_facilitator(context, services, task).await?;
        let Some(speaker) = &self.speaker else {
            return Ok(Reply::Form(copy_out::form(book, &quote, &passage, &line)));
        };
        let quote = Quote { speaker: speaker_of(work, speaker)?, ..quote };
        let add = async |tx: &mut ServerTx| tx.add_quote(reading, quote, MOST).await;
        let added = services.store.change(context.server, add).await?;
        let added = added.ok_or(CopyOutError::Gone)?.ok_or(CopyOutError::Full(MOST))?;
        services.books.changed(context.server);
        let book = services.books.of(context.server).await?;
        Ok(Reply::Update(copy_out::added(&book, &added)))
    }
}

/// The reading of a server's own that a work is; `None` for a work of the common book.
pub(super) fn of_reading(work: &Work) -> Option<ReadingId> {
    work.id.strip_prefix('r')?.parse().ok()
}

/// A passage as a quote of its reading, with the themes that its words point to.
pub(super) fn quotable(
    book: &Corpus,
    passage: &Passage<'_>,
) -> Result<(ReadingId, Quote), UserError> {
    let work = passage.work;
    let of_work = book.quotes().iter().filter(|quote| quote.work == work.id);
    let same = |quote: &&Quote| {
        quote.paragraph == passage.paragraph && is_same(&quote.text, passage.text())
    };
    if let Some(quote) = of_work.clone().find(same) {
        return Err(CopyOutError::Known(quote.id.clone()).into());
    }
    let reading = of_reading(work).ok_or_else(|| CopyOutError::Common {
        title: work.title.clone(),
        paragraph: passage.paragraph,
    })?;
    if passage.section().is_some_and(|section| section.kind != SectionKind::Body) {
        return Err(CopyOutError::NotTheAuthors.into());
    }
    if passage.text().chars().count() > LONGEST_QUOTE {
        return Err(CopyOutError::TooLong.into());
    }
    if of_work.count() >= MOST {
        return Err(CopyOutError::Full(MOST).into());
    }
    let themes = book.theme_of(passage.text()).into_iter().map(|theme| theme.id.clone());
    Ok((reading, Quote { themes: themes.collect(), ..as_quote(passage) }))
}

/// A passage as if it were a quote, to be shown with its place.
pub(super) fn as_quote(passage: &Passage<'_>) -> Quote {
    Quote {
        id: String::new(),
        work: passage.work.id.clone(),
        text: passage.text().to_owned(),
        section: passage.section().map_or(0, |section| section.number),
        paragraph: passage.paragraph,
        themes: Vec::new(),
        speaker: None,
        reported: None,
        context: None,
        paraphrase: None,
    }
}

/// Whose words a passage is; `None` if they are the author's.
fn speaker_of(work: &Work, given: &str) -> Result<Option<String>, UserError> {
    let given = given.trim();
    if given.chars().count() > usize::from(SPEAKER) {
        return Err(UserError::TooLong { what: Written::Speaker, most: SPEAKER });
    }
    let named = !shows_nothing(given) && fold(given) != fold(&work.author);
    Ok(named.then(|| given.to_owned()))
}
