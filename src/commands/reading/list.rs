//! `/reading list`: the readings of a server's own.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Block, Card, Reply, Text};

/// Lists the server's readings.
#[derive(Clone, Debug, PartialEq)]
pub struct List;

impl List {
    pub(in super::super) fn parse(_: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let listed = services.store.readings(context.server).await?;
        let card = Card::titled("This server's own readings");
        if listed.is_empty() {
            let text = Text::new().plain("None yet. ").code("/reading add").plain(" brings one.");
            return Ok(Reply::Ephemeral(card.text(text)));
        }
        let lines = listed.iter().map(|listed| {
            let work = &listed.reading.work;
            Text::new()
                .strong(&work.author)
                .plain(", ")
                .soft(&work.title)
                .plain(format!(" · {} quotes · ", listed.reading.quotes.len()))
                .code(format!("reading:{}", listed.id))
        });
        let most = format!("{} of {}", listed.len(), services.limits.readings);
        Ok(Reply::Ephemeral(card.block(Block::List(lines.collect())).footer(most)))
    }
}
