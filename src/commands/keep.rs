//! *Keep* and *Let go*: a member's own pages of the book.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup};
use crate::messages::{Button, Card, Reply, Text, Tone};

/// Keeps a quote for the member, in this server.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    quote: String,
}

/// Lets a kept quote go.
#[derive(Clone, Debug, PartialEq)]
pub struct LetGo {
    quote: String,
}

impl Keep {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Reply, Problem> {
        let id = lookup::quote(world, &self.quote)?.id.clone();
        let new = world.store.keep(caller.server, caller.member.id, id.clone(), caller.now).await?;
        let text =
            Text::new().plain(if new { "Kept. " } else { "You have kept this one already. " });
        let text = text.plain("Your quotes are under ").code("/kept").plain(", only for you.");
        let card = Card::saying(text)
            .tone(Tone::Done)
            .buttons([Button::side("Let it go", format!("letgo quote:{id}"))]);
        Ok(Reply::Ephemeral(card))
    }
}

impl LetGo {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::FACE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Reply, Problem> {
        // The quote may have left the book since it was kept.
        let id = self.quote.to_lowercase();
        world.store.let_go(caller.server, caller.member.id, id.clone()).await?;
        let keep = world.corpus.quote(&id).is_some();
        let keep = keep.then(|| Button::side("Keep it after all", format!("keep quote:{id}")));
        let card = Card::saying("Let go: it is no longer among your quotes.")
            .tone(Tone::Done)
            .buttons(keep);
        Ok(Reply::Update(card))
    }
}
