//! `/reading remove`, *Do not add it*: a reading leaves this server's book.

use super::facilitators_only;
use crate::command::{Arguments, CommandError, Context, Entity, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::reading::{self, ReadingError};
use crate::store::Listed;
use domain::{ReadingId, fold, nearest};

/// Removes a reading, once that was confirmed; what was answered to its questions stays in the
/// record. What was only found goes at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    /// Its title, its id as a work, or its number.
    reading: String,
    sure: bool,
}

impl Remove {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { reading: arguments.needed("reading")?, sure: arguments.flag("sure")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        facilitators_only(context, services).await?;
        let listed = services.store.read(context.server).readings().await?;
        // A button carries the number of one reading; its title may be another's number.
        let pressed = context.pressed.and_then(|_| number(&self.reading));
        let id = match pressed {
            Some(id) => id,
            None => meant(&self.reading, &listed)?,
        };
        let added = listed.iter().find(|listed| listed.id == id);
        if let (Some(added), false) = (added, self.sure) {
            return Ok(Reply::Ephemeral(reading::ask_to_remove(added.id, &added.reading)));
        }
        let removed =
            services.store.change(context.server, async |tx| tx.remove_reading(id).await).await?;
        let removed = removed.ok_or(UserError::from(ReadingError::Gone))?;
        services.books.changed(context.server);
        let card = reading::removed(&removed.work);
        Ok(if self.sure { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// The reading that is meant: of that title, else of that number.
fn meant(given: &str, listed: &[Listed]) -> Result<ReadingId, UserError> {
    let titled = |listed: &&Listed| fold(&listed.reading.work.title) == fold(given);
    // What a suggestion shows starts with the number.
    let numbered = number(given).or_else(|| number(given.split_once(": ")?.0));
    let mut fitting: Vec<&Listed> = listed.iter().filter(titled).collect();
    if fitting.is_empty() {
        fitting.extend(listed.iter().filter(|listed| Some(listed.id) == numbered));
    }
    match fitting.as_slice() {
        [one] => Ok(one.id),
        [] => {
            let titles = listed.iter().map(|listed| listed.reading.work.title.as_str());
            let near = nearest(given, titles).map(str::to_owned);
            Err(UserError::Unknown { what: Entity::Reading, given: given.to_owned(), near })
        }
        several => {
            let names = several.iter().map(|it| reading::name(it.id, &it.reading.work)).collect();
            Err(UserError::Ambiguous { what: Entity::Reading, given: given.to_owned(), names })
        }
    }
}

/// `r2`, the id of a reading as a work, or its bare number.
fn number(given: &str) -> Option<ReadingId> {
    given.strip_prefix('r').unwrap_or(given).parse().ok()
}
