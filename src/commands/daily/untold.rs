//! The buttons under a post of which nobody can tell whether it stands.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use std::sync::Arc;

use jiff::SignedDuration;

use crate::messages::daily::daily;
use crate::messages::{Accent, Card, Reply, Text};
use crate::store::ServerTx;
use domain::DeliveryId;

/// *Post it now*: whoever presses it has seen that it is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Repost {
    delivery: DeliveryId,
}

/// How long a repeated post is tried.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

impl Repost {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { delivery: delivery(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        permissions::needs_facilitator(context, services, "post it").await?;
        let schedules = services.store.read(context.server).schedules().await?;
        let repost = async |tx: &mut ServerTx| {
            let delivery = tx.unconfirmed(self.delivery).await?.ok_or_else(settled)?;
            let schedule = schedules.iter().find(|schedule| schedule.id == delivery.schedule);
            let schedule = schedule.ok_or(UserError::StalePress)?;
            let post = daily(Arc::clone(&services.corpus), schedule);
            let daily = post(delivery.id, &delivery.quote).ok_or_else(settled)?;
            tx.repost(&delivery, daily.card, PATIENCE, context.now).await?;
            Ok::<_, CommandError>(schedule.place)
        };
        let place = services.store.change(context.server, repost).await?;
        let text = Text::new().plain("On its way to ").place(place).plain(".");
        Ok(Reply::Ephemeral(Card::saying(text).accent(Accent::Done)))
    }
}

/// *It is there*: whoever presses it has seen it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stands {
    delivery: DeliveryId,
}

impl Stands {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { delivery: delivery(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        permissions::needs_facilitator(context, services, "say so").await?;
        let confirm = async |tx: &mut ServerTx| {
            let open = tx.confirm_delivery(self.delivery, context.now).await?;
            if open { Ok(()) } else { Err(CommandError::from(settled())) }
        };
        services.store.change(context.server, confirm).await?;
        Ok(Reply::Ephemeral(Card::saying("Good: it is noted as posted.").accent(Accent::Done)))
    }
}

fn delivery(arguments: &mut Arguments) -> Result<DeliveryId, UserError> {
    let delivery = arguments.number("delivery")?;
    delivery.ok_or_else(|| UserError::Missing { option: "delivery".to_owned() })
}

fn settled() -> UserError {
    UserError::refused("That is settled already. `/daily list` shows how it stands.")
}
