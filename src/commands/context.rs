//! *Context*: the paragraph around a quote of a work whose whole text is here.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup};
use crate::messages::{Block, Card, Reply, passage};

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

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(self, _: &Caller, world: &World) -> Result<Reply, Problem> {
        let quote = lookup::quote(world, &self.quote)?;
        let whole = lookup::paragraph(world, quote)
            .ok_or_else(|| Trouble::refused("Of this work only quotes are kept here."))?;
        let mut block = passage(&world.corpus, quote);
        if let Block::Passage { text, .. } = &mut block {
            whole.clone_into(text);
        }
        Ok(Reply::Ephemeral(Card::titled("In its paragraph").block(block)))
    }
}
