//! `/moderate appeal`: a member asks for a second look. Anybody can, so it does not tell whose it was.

use super::{entry, number_in, on_appeal};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::moderation::{self, ModerationError};
use crate::messages::{Effect, Reply};
use crate::store::ServerTx;
use domain::TakeDownNumber;
use domain::moderation::Appeal;

/// Asks those who manage the server to look again.
#[derive(Clone, Debug, PartialEq)]
pub struct AskAgain {
    number: TakeDownNumber,
}

impl AskAgain {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { number: number_in(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = entry(context, services, self.number).await?;
        let note = async |tx: &mut ServerTx| {
            let noted = tx.appeal(found.take_down.number, Appeal::Asked).await?;
            let noted = noted.ok_or(ModerationError::Appealed)?;
            on_appeal(tx, &services.corpus, &noted, context.now).await?;
            let place = tx.settings().await?.channel;
            if let (Some(place), Some((by, _))) = (place, &noted.take_down.by) {
                let notice = || {
                    let card = moderation::second_look(&noted);
                    [Effect::Notice { place: Some(place), member: *by, card }]
                };
                tx.emit(notice, context.now).await?;
                return Ok(Some(place));
            }
            Ok::<_, CommandError>(None)
        };
        let told = services.store.change(context.server, note).await?;
        Ok(Reply::Ephemeral(moderation::appealed(told)))
    }
}
