//! `/reading remove`, *Throw it away*: a reading leaves this server's book.

use super::{facilitators_only, gone};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use crate::messages::{Card, Reply, Text, Tone};
use domain::{ReadingId, nearest};

/// Removes a reading; what was answered to its questions stays in the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    /// Its number, its id as a work, or its title.
    reading: String,
}

impl Remove {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { reading: arguments.needed("reading")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        facilitators_only(caller, world).await?;
        let id = self.meant(caller, world).await?;
        let reading = world.store.remove_reading(caller.server, id).await?.ok_or_else(gone)?;
        world.books.changed(caller.server);
        let text = Text::new()
            .soft(&reading.work.title)
            .plain(" is removed. What was answered to its questions stays in the record.");
        Ok(Reply::Ephemeral(Card::saying(text).tone(Tone::Done)))
    }

    async fn meant(&self, caller: &Caller, world: &World) -> Result<ReadingId, Problem> {
        let given = self.reading.as_str();
        if let Ok(id) = given.trim_start_matches('r').parse() {
            return Ok(id);
        }
        let listed = world.store.readings(caller.server).await?;
        let titles = listed.iter().map(|listed| listed.reading.work.title.as_str());
        let same = |title: &str| title.to_lowercase() == given.to_lowercase();
        let found = listed.iter().find(|listed| same(&listed.reading.work.title));
        Ok(found.map(|listed| listed.id).ok_or_else(|| Trouble::Unknown {
            what: "reading",
            given: given.to_owned(),
            near: nearest(given, titles).map(str::to_owned),
        })?)
    }
}
