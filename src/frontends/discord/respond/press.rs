//! A press that changes the message it is on. It is answered with an update, so that its token
//! reaches that message, and the receipt follows; what the outbox then publishes there counts
//! against no limit of the bot's.

use super::super::interaction::InteractionHandle;
use super::super::press_tokens::Press;
use super::{Open, Responder};
use crate::command::{Audience, Context};
use crate::commands::Outcome;
use crate::messages::Reply;

impl Responder {
    /// Notes that a member has pressed a message that others see as well.
    pub(super) fn pressed(&self, context: &Context) -> Option<Press> {
        let at = context.pressed.filter(|_| !context.pressed_alone)?;
        Some(self.presses.begin(context.server, at, context.member.id))
    }

    /// Answers a press with an update, if what it has changed waits for its token. Until the change
    /// is committed nothing is said: a form that was acknowledged is gone, with all that was
    /// written in it.
    pub(super) async fn acknowledge(
        &self,
        ticket: &InteractionHandle,
        press: Option<&Press>,
        open: Open,
        (reply, outcome): (&Reply, Outcome),
    ) -> Open {
        let receipt = matches!((reply, outcome), (Reply::Ephemeral(_), Outcome::Done));
        match press {
            Some(press) if open == Open::Fresh && receipt && self.is_awaited(press).await => {
                self.defer(ticket, Audience::Pressed).await
            }
            _ => open,
        }
    }

    /// Whether the outbox holds what a press's token is to carry, and no other will do.
    async fn is_awaited(&self, press: &Press) -> bool {
        let mut reads = self.services.store().read(press.server);
        match reads.waiting_for_press(press.at, press.member).await {
            Ok(waiting) => waiting.post || waiting.edit && !press.is_reached(),
            Err(error) => {
                tracing::error!(?error, "nobody knows what waits for a press");
                false
            }
        }
    }
}
