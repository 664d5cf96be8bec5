//! `/panel`: posts a message from which everything that is typed can be reached by button, and opens
//! its parts. Some members have no slash commands: Discord's older input has none.

use crate::command::{
    Arguments, Body, ChannelKind, CommandError, Context, ReplyMode, Services, Spec, UserError,
    permissions,
};
use crate::messages::panel::{self, Page, PanelError};
use crate::messages::permissions::FacilitatorTask;
use crate::messages::{Effect, Reply, Subject};
use crate::store::ServerTx;

pub(super) static SPEC: Spec = Spec { name: "panel", body: Body::Options(&[]) };

/// Posts the panel here, or opens a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    page: Option<Page>,
}

impl Panel {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let page = arguments.text("page");
        let page = page.map(|name| Page::named(&name).ok_or(UserError::StalePress)).transpose()?;
        Ok(Self { page })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        match self.page {
            Some(page) => Ok(Reply::Ephemeral(panel::page(page))),
            None => post(context, services).await,
        }
    }
}

/// Posts a panel in place of the one that the channel has, and pins it if we may.
async fn post(context: &Context, services: &Services) -> Result<Reply, CommandError> {
    permissions::needs_facilitator(context, services, FacilitatorTask::PostPanel).await?;
    let (server, place) = (context.server, context.channel.id);
    if matches!(context.channel.kind, ChannelKind::Forum | ChannelKind::Other) {
        return Err(PanelError::Channel.into());
    }
    let here = services.platform.place(server, place).await.ok_or(UserError::HiddenChannel)?;
    if !here.missing.is_empty() {
        return Err(PanelError::Missing(here.missing).into());
    }
    let pins = services.platform.pins(server, place).await;
    let (subject, asker) = (Subject::Panel(place), context.member.id);
    let pin = pins.then_some(Effect::Pin { subject, asker });
    // With the old panel its pin goes as well.
    let anew = || [Effect::Delete { subject }, Effect::Post { place, card: panel::card(place) }];
    let effects = || anew().into_iter().chain(pin);
    let post = async |tx: &mut ServerTx| tx.emit(effects, context.now).await;
    services.store.change(server, post).await?;
    Ok(Reply::Ephemeral(panel::posted(pins)))
}

#[cfg(test)]
mod tests;
