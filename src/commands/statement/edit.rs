//! *Edit*: gives a proposed response other words.

use super::{Read, checked, form, kept, open, over};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, permissions,
};
use crate::messages::{Accent, Card, Reply, Text, statement};
use crate::store::{Reworded, Rewording};
use domain::RoundDetails;
use domain::statement::LENGTH;

/// Edits a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    read: Read,
    text: Option<String>,
}

impl Edit {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { read: Read::parse(arguments)?, text: arguments.field("text") })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (standing, it) = open(context, services, self.read.id).await?;
        permissions::needs_proposer(context, services, &it, &standing, "edit it").await?;
        let Some(text) = self.text else {
            // The form holds the newest words, whichever version was on the screen.
            let (id, version) = (standing.id, standing.newest());
            let submit = format!("statement edit statement:{id} version:{version}");
            let value = Some(standing.text().to_owned());
            return Ok(form("Edit the response", submit, "What the group answers", value, LENGTH));
        };
        let text = checked(&text, Written::Statement, LENGTH)?;
        let rewording = Rewording {
            speaker: permissions::speaker(context, services).await?,
            statement: standing.id,
            version: self.read.version,
            text: text.clone(),
        };
        let corpus = services.corpus.clone();
        let effects =
            move |was: &RoundDetails, now: &RoundDetails| statement::changed(&corpus, was, now);
        let reworded =
            services.store.reword_statement(rewording, effects).await?.ok_or_else(over)?;
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

fn done(now: &RoundDetails) -> Card {
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
    Card::saying(text).accent(Accent::Done).footer(format!("Round {}", now.round.id))
}
