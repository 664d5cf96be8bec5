//! *Context*: the paragraph around a quote of a reading of this server's own.

use super::{Arguments, Caller, Manner, Problem, Trouble, World, named};
use crate::domain::reading_of;
use crate::reply::{Answer, Block, Card, passage};

/// Shows a quote's paragraph, to the one who asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    quote: String,
}

impl Context {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let quote = named::quote(world, &self.quote)?;
        let none = || Trouble::refused("Only readings of this server's own have their text here.");
        let id = reading_of(&quote.work).ok_or_else(none)?;
        let listed = world.store.readings(caller.server).await?;
        let reading = listed.iter().find(|listed| listed.id == id).ok_or_else(none)?;
        let whole = reading.reading.paragraph(quote.paragraph).ok_or_else(none)?;
        let mut block = passage(&world.corpus, quote);
        if let Block::Passage { text, .. } = &mut block {
            whole.clone_into(text);
        }
        Ok(Answer::Whisper(Card::titled("In its paragraph").block(block)))
    }
}
