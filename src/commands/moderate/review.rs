//! `/moderate review`: who manages the server decides whether a take-down was a mistake.

use super::{entry, number_in, on_appeal};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::moderation::{self, ModerationError};
use crate::store::ServerTx;
use domain::TakeDownNumber;
use domain::moderation::Appeal;

/// Shows an entry of the log to who manages the server, or notes what they decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    number: TakeDownNumber,
    decision: Option<Appeal>,
}

impl Review {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let decision = arguments.text("decide").map(|word| match Appeal::named(&word) {
            Some(decision @ (Appeal::Upheld | Appeal::Mistake)) => Ok(decision),
            _ => Err(UserError::StalePress),
        });
        Ok(Self { number: number_in(arguments)?, decision: decision.transpose()? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.decision.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = entry(context, services, self.number).await?;
        if !context.member.manages_server {
            return Err(ModerationError::ManagersOnly.into());
        }
        let Some(decision) = self.decision else {
            return Ok(Reply::Ephemeral(moderation::review(&found)));
        };
        let decide = async |tx: &mut ServerTx| {
            let decided = tx.appeal(found.take_down.number, decision).await?;
            let decided = decided.ok_or(ModerationError::Decided)?;
            on_appeal(tx, &services.corpus, &decided, context.now).await?;
            Ok::<_, CommandError>(decided)
        };
        let decided = services.store.change(context.server, decide).await?;
        Ok(Reply::Update(moderation::decided(&decided.take_down)))
    }
}
