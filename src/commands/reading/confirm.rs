//! *Add it*: what was found becomes part of this server's book.

use super::{facilitators_only, gone};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Button, Card, Reply, Text, Tone};
use domain::ReadingId;

/// Adds a reading that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    reading: ReadingId,
}

impl Confirm {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let reading = arguments.number("reading")?;
        Ok(Self {
            reading: reading.ok_or_else(|| Trouble::Missing { option: "reading".to_owned() })?,
        })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::FACE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        facilitators_only(caller, world).await?;
        let others = world.store.readings(caller.server).await?;
        let others = others.iter().filter(|listed| listed.id != self.reading).count();
        if others >= world.limits.readings {
            return Err(Trouble::refused(
                "This server has as many readings of its own as it may have. `/reading remove` \
                 makes room.",
            )
            .into());
        }
        let reading = world.store.add_reading(caller.server, self.reading).await?;
        let work = reading.ok_or_else(gone)?.work;
        world.books.changed(caller.server);
        let text = Text::new().soft(&work.title).plain(
            " now stands in this server's book: its quotes and questions come with the \
                    others.",
        );
        let card = Card::saying(text)
            .tone(Tone::Done)
            .buttons([Button::main("A quote from it", format!("quote work:{}", work.id))]);
        Ok(Reply::Update(card))
    }
}
