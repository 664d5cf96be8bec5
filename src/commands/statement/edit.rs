//! *Edit*: gives a proposed response other words.

use super::{Read, checked, form, kept, open, over};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, permissions};
use crate::messages::{Card, Reply, Text, Tone, statement};
use crate::store::{Reworded, Rewording};
use domain::Proceedings;
use domain::statement::LENGTH;

/// Edits a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    read: Read,
    text: Option<String>,
}

impl Edit {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { read: Read::parse(arguments)?, text: arguments.field("text") })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.text.is_some() { Manner::ONE } else { Manner::FORM }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let (standing, it) = open(caller, world, self.read.id).await?;
        permissions::needs_proposer(caller, world, &it, &standing, "edit it").await?;
        let Some(text) = self.text else {
            // The form holds the newest words, whichever version was on the screen.
            let (id, version) = (standing.id, standing.newest());
            let submit = format!("statement edit statement:{id} version:{version}");
            let value = Some(standing.text().to_owned());
            return Ok(form("Edit the response", submit, "What the group answers", value, LENGTH));
        };
        let text = checked(&text, "response", LENGTH)?;
        let rewording = Rewording {
            speaker: permissions::speaker(caller, world).await?,
            statement: standing.id,
            version: self.read.version,
            text: text.clone(),
        };
        let corpus = world.corpus.clone();
        let effects =
            move |was: &Proceedings, now: &Proceedings| statement::changed(&corpus, was, now);
        let reworded = world.store.reword_statement(rewording, effects).await?.ok_or_else(over)?;
        let card = match reworded {
            Reworded::Done(now) => done(&now),
            Reworded::Meanwhile(_) => kept(
                "Somebody else has changed it while you wrote. Look at the new words first, then \
                 edit them.",
                &text,
            ),
        };
        Ok(Reply::Ephemeral(card))
    }
}

fn done(now: &Proceedings) -> Card {
    let version = now.statement.as_ref().map_or(1, domain::Statement::newest);
    let text = Text::new().strong(format!("This is version {version} now."));
    let text = if version > 1 {
        text.plain(
            " Everybody sees what changed, and is asked again: those who agreed or stood aside \
             did so to the old words. Objections stand until they are taken back.",
        )
    } else {
        text
    };
    Card::saying(text).tone(Tone::Done).footer(format!("Round {}", now.round.id))
}
