//! The buttons for a post that may or may not have been published.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use std::sync::Arc;

use jiff::SignedDuration;

use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::messages::permissions::FacilitatorTask;
use crate::store::ServerTx;
use domain::DeliveryId;

/// *Post it now*: a facilitator has seen that it is not there.
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
        permissions::needs_facilitator(context, services, FacilitatorTask::RepostDaily).await?;
        let schedules = lookup::schedules(context, services).await?;
        let repost = async |tx: &mut ServerTx| {
            let delivery =
                tx.unconfirmed(self.delivery).await?.ok_or(UserError::from(DailyError::Decided))?;
            let schedule = schedules.iter().find(|schedule| schedule.id == delivery.schedule);
            let schedule = schedule.ok_or(UserError::StalePress)?;
            let post = daily::daily(Arc::clone(&services.corpus), schedule);
            let daily = tx.language().await?.sync_scope(|| post(delivery.id, &delivery.quote));
            let daily = daily.ok_or(UserError::from(DailyError::Decided))?;
            tx.repost(&delivery, daily.card, PATIENCE, context.now).await?;
            Ok::<_, CommandError>(schedule.place)
        };
        let place = services.store.change(context.server, repost).await?;
        Ok(Reply::Ephemeral(daily::on_its_way(place)))
    }
}

/// *It is there*: a facilitator has seen it.
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
        permissions::needs_facilitator(context, services, FacilitatorTask::ConfirmDaily).await?;
        let schedules = lookup::schedules(context, services).await?;
        let confirm = async |tx: &mut ServerTx| {
            let delivery =
                tx.unconfirmed(self.delivery).await?.ok_or(UserError::from(DailyError::Decided))?;
            if !schedules.iter().any(|schedule| schedule.id == delivery.schedule) {
                return Err(UserError::StalePress.into());
            }
            let open = tx.confirm_delivery(self.delivery, context.now).await?;
            if open { Ok(()) } else { Err(CommandError::User(DailyError::Decided.into())) }
        };
        services.store.change(context.server, confirm).await?;
        Ok(Reply::Ephemeral(daily::confirmed()))
    }
}

fn delivery(arguments: &mut Arguments) -> Result<DeliveryId, UserError> {
    let delivery = arguments.number("delivery")?;
    delivery.ok_or_else(|| UserError::Missing { option: "delivery".to_owned() })
}
