//! The buttons under a post of which nobody can tell whether it stands.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, permissions};
use std::sync::Arc;

use jiff::SignedDuration;

use crate::messages::{self, Card, Reply, Text, Tone};
use domain::DeliveryId;

/// *Post it now*: whoever presses it has seen that it is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Repost {
    delivery: DeliveryId,
}

/// How long a repeated post is tried.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

impl Repost {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { delivery: delivery(arguments)? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        permissions::needs_facilitator(caller, world, "post it").await?;
        let id = world.store.unsure(caller.server, self.delivery).await?.ok_or_else(settled)?;
        let schedules = world.store.schedules(caller.server).await?;
        let schedule = schedules.iter().find(|schedule| schedule.id == id);
        let schedule = schedule.ok_or(Trouble::StalePress)?;
        let post = messages::daily(Arc::clone(&world.corpus), schedule);
        let (server, now) = (caller.server, caller.now);
        if !world.store.repost(server, self.delivery, PATIENCE, now, post).await? {
            return Err(settled().into());
        }
        let text = Text::new().plain("On its way to ").place(schedule.place).plain(".");
        Ok(Reply::Ephemeral(Card::saying(text).tone(Tone::Done)))
    }
}

/// *It is there*: whoever presses it has seen it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stands {
    delivery: DeliveryId,
}

impl Stands {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { delivery: delivery(arguments)? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        permissions::needs_facilitator(caller, world, "say so").await?;
        if !world.store.stands(caller.server, self.delivery, caller.now).await? {
            return Err(settled().into());
        }
        Ok(Reply::Ephemeral(Card::saying("Good: it is noted as posted.").tone(Tone::Done)))
    }
}

fn delivery(arguments: &mut Arguments) -> Result<DeliveryId, Trouble> {
    let delivery = arguments.number("delivery")?;
    delivery.ok_or_else(|| Trouble::Missing { option: "delivery".to_owned() })
}

fn settled() -> Trouble {
    Trouble::refused("That is settled already. `/daily list` shows how it stands.")
}
